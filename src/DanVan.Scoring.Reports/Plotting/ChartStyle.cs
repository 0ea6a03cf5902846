namespace DanVan.Scoring.Reports.Plotting;

/// <summary>How charts are drawn.</summary>
public sealed record ChartStyle
{
    /// <summary>Narrowest and widest chart, in centimetres, both inclusive.</summary>
    public static readonly (double Least, double Most) Widths = (12, 40);

    /// <summary>Width in centimetres.</summary>
    public double Width { get; init; } = 16;

    /// <summary>The colours.</summary>
    public ChartPalette Palette { get; init; }
}

/// <summary>The colours of charts.</summary>
public enum ChartPalette
{
    /// <summary>On white, for screen and print.</summary>
    Light,

    /// <summary>Greys, for printers and copies without colour.</summary>
    Grey,
}
