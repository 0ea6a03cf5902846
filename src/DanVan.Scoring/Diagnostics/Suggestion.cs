namespace DanVan.Scoring.Diagnostics;

/// <summary>Finds the name that was probably meant.</summary>
public static class Suggestion
{
    /// <summary>
    /// The candidate nearest to <paramref name="found"/> without regard to case, spacing and diacritics; null if none is
    /// within a third of its length (at least one edit, at most three). A code that differs by zeros at its start only is the nearest.
    /// </summary>
    public static string? Nearest(string found, IEnumerable<string> candidates)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        string key = TextKey.Loose(found);
        if (key.Length is 0 or > 200)
            return null;
        int allowed = Math.Clamp(key.Length / 3, 1, 3);
        string? best = null;
        int bestDistance = allowed + 1;
        foreach (string candidate in candidates)
        {
            int distance = ShortCodes.AreAlike(found, candidate) ? 0 : Distance(key, TextKey.Loose(candidate), bestDistance);
            if (distance < bestDistance || (distance == bestDistance && best is not null && string.CompareOrdinal(candidate, best) < 0))
                (best, bestDistance) = (candidate, distance);
        }
        return best;
    }

    /// <summary>Edits (insert, delete, replace, swap neighbours) from one text to the other; the largest number if lengths alone differ by more than the limit.</summary>
    private static int Distance(string a, string b, int limit)
    {
        if (Math.Abs(a.Length - b.Length) > limit)
            return int.MaxValue;
        int[] beforePrevious = new int[b.Length + 1];
        int[] previous = new int[b.Length + 1];
        int[] current = new int[b.Length + 1];
        for (int j = 0; j <= b.Length; j++)
            previous[j] = j;
        for (int i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int cost = a[i - 1] == b[j - 1] ? 0 : 1;
                current[j] = Math.Min(Math.Min(current[j - 1], previous[j]) + 1, previous[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    current[j] = Math.Min(current[j], beforePrevious[j - 2] + 1);
            }
            (beforePrevious, previous, current) = (previous, current, beforePrevious);
        }
        return previous[b.Length];
    }
}
