using System.Collections.Frozen;
using System.Text;

namespace DanVan.Scoring.Values;

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

    /// <summary>
    /// For matching names: cleaned, lower case, runs of blanks as one, the tone mark of a syllable behind it (so that
    /// "Hoà" and "Hòa", both in use, are equal).
    /// </summary>
    public static string Exact(string text)
    {
        string clean = Clean(text).ToLowerInvariant();
        if (clean.Contains("  ", StringComparison.Ordinal))
            clean = string.Join(' ', clean.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return Ascii.IsValid(clean) ? clean : WithTonesBehind(clean);
    }

    /// <summary>The forms for matching of some names.</summary>
    public static IReadOnlySet<string> Keys(params IEnumerable<string> names) => names.Select(Exact).ToFrozenSet(StringComparer.Ordinal);

    private static string WithTonesBehind(string text)
    {
        var moved = new StringBuilder(text.Length + 8);
        string tones = "";
        foreach (char c in text.Normalize(NormalizationForm.FormD))
        {
            if (c is '\u0300' or '\u0301' or '\u0303' or '\u0309' or '\u0323')
            {
                tones += c;
                continue;
            }
            if (tones.Length > 0 && !char.IsLetter(c) && char.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            {
                moved.Append(tones);
                tones = "";
            }
            moved.Append(c);
        }
        return moved.Append(tones).ToString();
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

    /// <summary>True for text that is clean as it is: blanks within only, no marks but those of composed letters (each of which is its own NFC).</summary>
    private static bool IsPlain(string text)
    {
        foreach (char c in text)
            if (c is not (>= ' ' and <= '~') && c is not (>= '\u00C0' and <= '\u01B0') && c is not (>= '\u1EA0' and <= '\u1EF9')) // letters of Vietnamese, composed
                return false;
        return text.Length == 0 || (text[0] != ' ' && text[^1] != ' ');
    }
}
