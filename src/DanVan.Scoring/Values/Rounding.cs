namespace DanVan.Scoring.Values;

/// <summary>
/// The three roundings of the arithmetic; all half away from zero. A division leaves a residue in its last place, which
/// would push an exact half (4.1666666625) to the wrong side: a number that fills all the digits that a decimal holds is
/// therefore taken for a half if it is one but for 100 units in its last place. Products and sums that end before are
/// exact and are rounded as they are.
/// </summary>
/// <remarks>
/// The comparison of a ÷ b is exact as long as a and b, both written with as many decimals as the longer of the two, have
/// at most 15 digits: the quotient is then either an exact half or farther from it than the residue reaches.
/// </remarks>
public static class Rounding
{
    private const byte MostDecimals = 28;
    private const decimal FullDigits = 1_000_000_000_000_000_000_000_000_000m; // 28 digits

    /// <summary>A criterion's points: to nine decimals, once.</summary>
    public static decimal Points(decimal value) => To(value, NumberLimits.Decimals);

    /// <summary>Either side of a comparison in an expression: to nine decimals.</summary>
    public static decimal ForComparison(decimal value) => To(value, NumberLimits.Decimals);

    /// <summary>A total before it is compared with a band's edge or another total: to six decimals.</summary>
    public static decimal Total(decimal value) => To(value, 6);

    private static decimal To(decimal value, int decimals)
    {
        byte scale = value.Scale;
        if (scale <= decimals)
            return value;
        if (IsFull(value))
            value += new decimal(100, 0, 0, decimal.IsNegative(value), scale);
        return decimal.Round(value, decimals, MidpointRounding.AwayFromZero);
    }

    /// <summary>True if the number fills all the digits that a decimal holds, so that its last place may have been rounded.</summary>
    internal static bool IsFull(decimal value)
    {
        if (value.Scale == MostDecimals)
            return true;
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        return new decimal(bits[0], bits[1], bits[2], false, 0) >= FullDigits;
    }
}
