namespace DanVan.Scoring.Reports.Office;

/// <summary>How much room the parts of a chart take, in points: each name is shown whole, on as many lines as it needs.</summary>
/// <param name="Height">The whole chart.</param>
/// <param name="Top">What is above the plot.</param>
/// <param name="Plot">Height of the plot.</param>
/// <param name="Left">Share of the width that the names left of the plot take.</param>
internal sealed record NativeLayout(double Height, double Top, double Plot, double Left)
{
    /// <summary>Share of the width right of the plot, for values that stand behind the longest bar.</summary>
    public const double Right = 0.08;

    /// <summary>Size of the title.</summary>
    public const double TitleSize = 12;

    /// <summary>Size of all other text.</summary>
    public const double TextSize = 9;

    private const double Line = 10.8;
    private const double AxisHeight = 20;
    private const double Gap = 8;
    private const double Margin = 0.05;
    private const int ManyRows = 20;

    /// <summary>The layout of a chart of a width in points.</summary>
    public static NativeLayout Of(NativeChart chart, double width)
    {
        // LibreOffice writes the subtitle as large as the title.
        double top = (3 * Gap) + new[] { chart.Title, chart.Subtitle }.Where(text => text.Length > 0)
            .Sum(text => OfficeRuler.Lines(text, width * 0.7, TitleSize) * 15);
        double legend = 0;
        if (chart.HasLegend)
        {
            double keys = chart.Series.Where(series => series.IsNamed).Sum(series => OfficeRuler.Width(series.Name, TextSize) + 26);
            legend = (Math.Ceiling(keys / (width * 0.85)) * 15) + Gap;
        }
        if (chart.Form == NativeForm.Columns)
            return new NativeLayout(top + 170 + 44 + legend, top, 170, 0.06);
        double longest = chart.Categories.Max(name => OfficeRuler.Width(name, TextSize)) / width;
        double left = Math.Clamp(Math.Max(Math.Min(longest + Margin, 0.42), (longest * 0.55) + Margin), 0.1, 0.5);
        int lines = chart.Categories.Max(name => OfficeRuler.Lines(name, (left - Margin) * width, TextSize));
        int bars = chart.Form == NativeForm.Bars ? chart.Series.Length : 1;
        double row = Math.Max(lines * Line, bars * (Line + 1.5)) + (chart.Categories.Length > ManyRows ? 3.5 : 8);
        double plot = Math.Max(40, chart.Categories.Length * row);
        return new NativeLayout(top + plot + AxisHeight + legend, top, plot, left);
    }
}
