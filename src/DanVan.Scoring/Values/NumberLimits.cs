namespace DanVan.Scoring.Values;

/// <summary>The numbers that enter the program: at most 15 digits before the decimal sign and 9 behind it.</summary>
public static class NumberLimits
{
    /// <summary>Digits allowed before the decimal sign.</summary>
    public const int IntegerDigits = 15;

    /// <summary>Digits allowed behind the decimal sign; also the decimals to which points are rounded.</summary>
    public const int Decimals = 9;

    /// <summary>
    /// Digits, before and behind the decimal sign together, up to which formulas that divide and compare are exact
    /// (see <see cref="Rounding"/>); a cell with more gets a hint.
    /// </summary>
    public const int ExactDigits = 15;

    private const ulong FirstLong = 1_000_000_000_000_000;

    /// <summary>True for a number with more than <see cref="ExactDigits"/> digits, zeros at the end of its decimals left out.</summary>
    public static bool IsLong(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        if (bits[2] == 0 && (((ulong)(uint)bits[1] << 32) | (uint)bits[0]) < FirstLong)
            return false;
        string text = value.ToString(CultureInfo.InvariantCulture);
        return (value.Scale == 0 ? text : text.TrimEnd('0')).Count(char.IsAsciiDigit) > ExactDigits;
    }

    /// <summary>
    /// Reads digits with an optional decimal point, without the zeros at the end of its decimals; false outside the limits.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<char> text, out decimal value)
    {
        int point = text.IndexOf('.');
        var whole = point < 0 ? text : text[..point];
        var part = point < 0 ? [] : text[(point + 1)..].TrimEnd('0');
        value = 0;
        var plain = point < 0 ? text : text[..(point + 1 + part.Length)];
        return whole.TrimStart('0').Length <= IntegerDigits && part.Length <= Decimals
            && decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value);
    }
}
