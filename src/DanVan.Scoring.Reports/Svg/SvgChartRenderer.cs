using DanVan.Scoring.Reports.Charts;

namespace DanVan.Scoring.Reports.Svg;

/// <summary>Draws charts as SVG, 16 cm wide; the height grows with what is shown. Text never prints below 9 pt.</summary>
public static class SvgChartRenderer
{
    private const double Edge = 12;
    private const double TitleSize = 15;

    /// <summary>Writes a chart.</summary>
    public static void Write(Stream stream, Chart chart)
    {
        ArgumentNullException.ThrowIfNull(chart);
        IChartBody body = chart switch
        {
            RankingChart ranking => new RankingBody(ranking),
            TargetChart target => new TargetBody(target),
            GroupedBarChart bars => new GroupedBarBody(bars),
            DumbbellChart dumbbell => new DumbbellBody(dumbbell),
            HeatMapChart heatMap => new HeatMapBody(heatMap),
            _ => throw new ArgumentException($"No drawing is defined for {chart.GetType()}.", nameof(chart)),
        };
        double width = Math.Max(SvgCanvas.Width, body.Width + (2 * Edge));
        double textWidth = width - (2 * Edge);
        var title = TextMetrics.Wrap(chart.Title, textWidth, TitleSize, isBold: true);
        var subtitle = TextMetrics.Wrap(chart.Subtitle, textWidth, SvgCanvas.TextSize);
        var source = TextMetrics.Wrap(chart.Source, textWidth, SvgCanvas.TextSize);
        double top = Edge + (title.Count * 19) + (subtitle.Count * SvgCanvas.LineHeight) + 12;
        double height = top + body.Height + 14 + (source.Count * SvgCanvas.LineHeight) + Edge;
        SvgCanvas.Write(stream, width, height, chart.Title, chart.AlternativeText, canvas =>
        {
            double y = canvas.Lines(Edge, Edge + 14, title, TitleSize, isBold: true, lineHeight: 19);
            canvas.Lines(Edge, y, subtitle, color: "#444444");
            body.Draw(canvas, Edge, top);
            canvas.Lines(Edge, top + body.Height + 14 + SvgCanvas.TextSize, source, color: "#444444");
        });
    }
}

/// <summary>The part of a chart between its heading and its source line.</summary>
internal interface IChartBody
{
    /// <summary>Width it needs; a chart is wider than 16 cm only if this is.</summary>
    double Width { get; }

    double Height { get; }

    void Draw(SvgCanvas canvas, double left, double top);
}

/// <summary>Lengths that the bodies share.</summary>
internal static class BodyLayout
{
    public const double Inner = SvgCanvas.Width - 24;
    public const double RowGap = 8;
    public const double LegendHeight = 26;

    /// <summary>Height of a row that holds so many lines of text.</summary>
    public static double RowHeight(int lines) => (lines * SvgCanvas.LineHeight) + RowGap;

    /// <summary>The base line of the first of some lines centred in a row.</summary>
    public static double FirstLine(double top, double rowHeight, int lines) =>
        top + ((rowHeight - (lines * SvgCanvas.LineHeight)) / 2) + SvgCanvas.LineHeight - 3.5;

    /// <summary>Squares with words, on as many lines as they need; returns the height used.</summary>
    public static double Legend(SvgCanvas? canvas, double left, double top, IEnumerable<(string Fill, string Text)> entries)
    {
        double x = left, y = top;
        foreach (var (fill, text) in entries)
        {
            double width = 18 + TextMetrics.Width(text, SvgCanvas.TextSize) + 16;
            if (x > left && x + width > left + Inner)
            {
                x = left;
                y += 18;
            }
            canvas?.Rectangle(x, y, 12, 12, fill, ChartColors.Outline);
            canvas?.Text(x + 18, y + 10.5, text);
            x += width;
        }
        return y - top + 18;
    }
}
