using System.Text;

namespace DanVan.Scoring.Values;

/// <summary>Writes values for people. Own formats, so that nothing depends on the machine's culture data.</summary>
public static class ValueText
{
    /// <summary>A number with all its digits and no trailing zeros: <c>84,375</c> in Vietnamese, <c>84.375</c> in English.</summary>
    public static string Number(decimal value, Language language) =>
        WithSign(value.ToString("0.############################", CultureInfo.InvariantCulture), language);

    /// <summary>A number rounded half away from zero to a fixed count of decimals: <c>84,38</c>.</summary>
    public static string Fixed(decimal value, int decimals, Language language)
    {
        decimal rounded = decimal.Round(value, decimals, MidpointRounding.AwayFromZero);
        if (rounded == 0)
            rounded = 0; // no "-0"
        return WithSign(rounded.ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture), language);
    }

    /// <summary>A difference with its sign, rounded as <see cref="Fixed"/>: <c>+1,50</c>, <c>−0,25</c>; ±0 for none.</summary>
    public static string Difference(decimal value, int decimals, Language language) =>
        value == 0 ? "±0" : (value > 0 ? "+" : "−") + Fixed(Math.Abs(value), decimals, language);

    /// <summary>A share as a percentage with at most two decimals: 0.84375 is <c>84,38%</c>.</summary>
    public static string Percent(decimal share, Language language) =>
        WithSign(decimal.Round(share * 100, 2, MidpointRounding.AwayFromZero).ToString("0.##", CultureInfo.InvariantCulture), language) + "%";

    /// <summary>A date: <c>01/11/2023</c> in Vietnamese, <c>2023-11-01</c> in English.</summary>
    public static string Date(DateOnly value, Language language) =>
        value.ToString(language == Language.Vietnamese ? "dd'/'MM'/'yyyy" : "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A text of the user made fit for one line: control characters become visible, and what is long is cut.</summary>
    public static string Cut(string text, int length)
    {
        ArgumentNullException.ThrowIfNull(text);
        var shown = new StringBuilder(Math.Min(text.Length, length) + 1);
        foreach (char c in text)
        {
            if (shown.Length >= length)
            {
                if (char.IsHighSurrogate(shown[^1]))
                    shown.Length--;
                return shown.Append('…').ToString();
            }
            shown.Append(char.IsControl(c) ? (c is '\n' or '\r' ? '⏎' : '�') : c);
        }
        return shown.ToString();
    }

    private static string WithSign(string invariant, Language language) =>
        language == Language.Vietnamese ? invariant.Replace('.', ',') : invariant;
}
