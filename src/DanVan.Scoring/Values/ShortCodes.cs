namespace DanVan.Scoring.Values;

/// <summary>
/// Finds codes that lost the zeros at their start, as spreadsheets make 25 of 00025: a code of digits stands for the one
/// code that is the same number, if there is one alone.
/// </summary>
/// <param name="codes">The codes that are known.</param>
public sealed class ShortCodes(IEnumerable<string> codes)
{
    private readonly Lazy<Dictionary<string, string?>> _byDigits = new(() =>
    {
        var found = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (string code in codes.Where(IsDigits))
            if (!found.TryAdd(code.TrimStart('0'), code))
                found[code.TrimStart('0')] = null;
        return found;
    });

    /// <summary>The known code that a code stands for; null if there is none, or several.</summary>
    public string? Find(string code) => IsDigits(code) ? _byDigits.Value.GetValueOrDefault(code.TrimStart('0')) : null;

    /// <summary>True if two codes differ by zeros at their start only.</summary>
    public static bool AreAlike(string one, string other) =>
        IsDigits(one) && IsDigits(other) && one.AsSpan().TrimStart('0').SequenceEqual(other.AsSpan().TrimStart('0'));

    private static bool IsDigits(string code) => code.Length > 0 && code.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0;
}
