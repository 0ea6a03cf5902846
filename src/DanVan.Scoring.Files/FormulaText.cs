using System.Buffers;

namespace DanVan.Scoring.Files;

/// <summary>
/// Keeps text from being taken for a formula. The files of one list separator are opened with another, so a formula may
/// begin at the start of a text or behind any separator in it: there an apostrophe is put before it, and taken off again
/// when the table is read. Also before apostrophes that stand before a formula, so that what comes back is what was there.
/// </summary>
internal static class FormulaText
{
    private static readonly SearchValues<char> Starts = SearchValues.Create("=+-@\t\r＝＋－＠");
    private static readonly SearchValues<char> Separators = SearchValues.Create(";,\t");

    /// <summary>The text as it is written to a table.</summary>
    public static string Guard(string text)
    {
        if (!text.AsSpan().ContainsAny(Starts))
            return text;
        var guarded = new StringBuilder(text.Length + 4);
        for (int i = 0; i < text.Length; i++)
        {
            if (IsFormula(text, i))
                guarded.Append('\'');
            guarded.Append(text[i]);
        }
        return guarded.Length == text.Length ? text : guarded.ToString();
    }

    /// <summary>The text of a cell as it was before it was guarded.</summary>
    public static string Unguard(string text)
    {
        if (!text.Contains('\'', StringComparison.Ordinal))
            return text;
        var plain = new StringBuilder(text.Length);
        for (int i = 0; i < text.Length; i++)
            if (text[i] != '\'' || !IsFormula(text, i))
                plain.Append(text[i]);
        return plain.ToString();
    }

    /// <summary>True at the start, or behind a separator, if apostrophes, blanks and the first character of a formula follow.</summary>
    private static bool IsFormula(string text, int at)
    {
        if (at > 0 && !Separators.Contains(text[at - 1]))
            return false;
        while (at < text.Length && text[at] == '\'')
            at++;
        while (at < text.Length && text[at] is ' ' or '\u00A0' or '\u3000')
            at++;
        return at < text.Length && Starts.Contains(text[at]);
    }
}
