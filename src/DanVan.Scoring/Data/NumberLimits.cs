using System.Globalization;

namespace DanVan.Scoring.Data;

/// <summary>The numbers that enter the program: at most 15 digits before the decimal sign and 9 behind it.</summary>
public static class NumberLimits
{
    /// <summary>Digits allowed before the decimal sign.</summary>
    public const int IntegerDigits = 15;

    /// <summary>Digits allowed behind the decimal sign; also the decimals to which points are rounded.</summary>
    public const int Decimals = 9;

    /// <summary>Reads digits with an optional decimal point; false outside the limits.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out decimal value)
    {
        int point = text.IndexOf('.');
        var whole = point < 0 ? text : text[..point];
        var part = point < 0 ? [] : text[(point + 1)..].TrimEnd('0');
        value = 0;
        return whole.TrimStart('0').Length <= IntegerDigits && part.Length <= Decimals
            && decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value);
    }
}
