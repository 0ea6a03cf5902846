namespace DanVan.Scoring.Data;

/// <summary>
/// The three roundings of the arithmetic; all half away from zero. A division leaves a residue in the 28th digit or
/// so, which would push an exact half (4.1666666625) to the wrong side; it is taken off first, at the twentieth decimal.
/// </summary>
public static class Rounding
{
    /// <summary>A criterion's points: to nine decimals, once.</summary>
    public static decimal Points(decimal value) => To(value, 9);

    /// <summary>Either side of a comparison in an expression: to nine decimals.</summary>
    public static decimal ForComparison(decimal value) => To(value, 9);

    /// <summary>A total before it is compared with a band's edge or another total: to six decimals.</summary>
    public static decimal Total(decimal value) => To(value, 6);

    private static decimal To(decimal value, int decimals)
    {
        const int residue = 20;
        if (value.Scale > residue)
            value = decimal.Round(value, residue, MidpointRounding.AwayFromZero);
        return value.Scale <= decimals ? value : decimal.Round(value, decimals, MidpointRounding.AwayFromZero);
    }
}
