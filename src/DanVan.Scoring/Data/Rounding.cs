namespace DanVan.Scoring.Data;

/// <summary>The three roundings of the arithmetic; all half away from zero.</summary>
public static class Rounding
{
    /// <summary>A criterion's points: to nine decimals, once.</summary>
    public static decimal Points(decimal value) => To(value, 9);

    /// <summary>Either side of a comparison in an expression: to nine decimals.</summary>
    public static decimal ForComparison(decimal value) => To(value, 9);

    /// <summary>A total before it is compared with a band's edge or another total: to six decimals.</summary>
    public static decimal Total(decimal value) => To(value, 6);

    private static decimal To(decimal value, int decimals) =>
        value.Scale <= decimals ? value : decimal.Round(value, decimals, MidpointRounding.AwayFromZero);
}
