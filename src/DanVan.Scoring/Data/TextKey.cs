using System.Globalization;
using System.Text;

namespace DanVan.Scoring.Data;

/// <summary>Forms of a text under which texts that mean the same are equal.</summary>
public static class TextKey
{
    /// <summary>
    /// The text as it is kept: composed (NFC), control and zero-width characters removed, every kind of blank a plain
    /// space, no blanks at the ends. Done once, when text enters the program.
    /// </summary>
    public static string Clean(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (IsPlain(text))
            return text;
        var clean = new StringBuilder(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (char.IsWhiteSpace(c))
                clean.Append(' ');
            else if (i + 1 < text.Length && char.IsSurrogatePair(c, text[i + 1]))
                clean.Append(c).Append(text[++i]);
            else if (char.IsSurrogate(c))
                clean.Append('\uFFFD');
            else if (!char.IsControl(c) && c is not ('\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' or '\uFFFE' or '\uFFFF'))
                clean.Append(c);
        }
        return clean.ToString().Trim(' ').Normalize(NormalizationForm.FormC);
    }

    /// <summary>For matching names: cleaned, lower case, runs of blanks as one.</summary>
    public static string Exact(string text)
    {
        string clean = Clean(text).ToLowerInvariant();
        return clean.Contains("  ", StringComparison.Ordinal)
            ? string.Join(' ', clean.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            : clean;
    }

    /// <summary>For suggestions: as <see cref="Exact"/>, without diacritics and blanks, and with đ as d.</summary>
    public static string Loose(string text)
    {
        var loose = new StringBuilder(text.Length);
        foreach (char c in Exact(text).Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark || c is ' ' or '_' or '-')
                continue;
            loose.Append(c == 'đ' ? 'd' : c);
        }
        return loose.ToString();
    }

    private static bool IsPlain(string text)
    {
        if (text.Length == 0)
            return true;
        foreach (char c in text)
            if (c is < ' ' or > '~')
                return false;
        return text[0] != ' ' && text[^1] != ' ';
    }
}
