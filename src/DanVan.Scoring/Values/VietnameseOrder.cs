using System.Text;

namespace DanVan.Scoring.Values;

/// <summary>
/// Sorts names as a Vietnamese dictionary does: a &lt; ă &lt; â &lt; b … d &lt; đ &lt; e &lt; ê … o &lt; ô &lt; ơ … u &lt; ư; tones
/// (level, grave, hook, tilde, acute, dot) decide only between names that are otherwise equal, then upper and lower case.
/// Runs of digits compare as numbers. An order of our own, so that it is the same on every machine.
/// </summary>
public sealed class VietnameseOrder : IComparer<string>
{
    private const string Letters = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";
    private const string Tones = "\u0300\u0309\u0303\u0301\u0323";

    /// <summary>The order.</summary>
    public static VietnameseOrder Instance { get; } = new();

    /// <inheritdoc/>
    public int Compare(string? x, string? y)
    {
        if (x is null || y is null)
            return x is null ? (y is null ? 0 : -1) : 1;
        int order = string.CompareOrdinal(Key(x), Key(y));
        return order != 0 ? order : string.CompareOrdinal(x, y);
    }

    /// <summary>A text whose ordinal order is the Vietnamese order of the given texts.</summary>
    public static string Key(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var letters = new StringBuilder(text.Length * 2);
        var tones = new StringBuilder();
        string lower = text.Normalize(NormalizationForm.FormC).ToLowerInvariant();
        for (int i = 0; i < lower.Length; i++)
        {
            if (char.IsAsciiDigit(lower[i]))
            {
                int end = i;
                while (end < lower.Length && char.IsAsciiDigit(lower[end]))
                    end++;
                string digits = lower[i..end].TrimStart('0');
                letters.Append('0').Append((char)('0' + Math.Min(digits.Length, 60_000))).Append(digits);
                i = end - 1;
                continue;
            }
            var (letter, tone) = Split(lower[i]);
            int rank = Letters.IndexOf(letter, StringComparison.Ordinal);
            letters.Append(rank >= 0 ? (char)('\u1000' + rank) : letter);
            tones.Append((char)('1' + tone));
        }
        return letters.Append('\u0001').Append(tones).ToString();
    }

    /// <summary>The letter without its tone mark (but with breve, circumflex, horn), and the tone (0 = level).</summary>
    private static (char Letter, int Tone) Split(char c)
    {
        if (c < '\u00C0' || char.IsSurrogate(c))
            return (c, 0);
        string parts = c.ToString().Normalize(NormalizationForm.FormD);
        int tone = 0;
        var rest = new StringBuilder(3);
        foreach (char part in parts)
        {
            int index = Tones.IndexOf(part, StringComparison.Ordinal);
            if (index >= 0)
                tone = index + 1;
            else
                rest.Append(part);
        }
        string composed = rest.ToString().Normalize(NormalizationForm.FormC);
        return (composed.Length == 1 ? composed[0] : c, tone);
    }
}
