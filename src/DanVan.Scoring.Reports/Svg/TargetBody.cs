using DanVan.Scoring.Reports.Charts;

namespace DanVan.Scoring.Reports.Svg;

/// <summary>A bar for what was achieved, a stroke for what is required.</summary>
internal sealed class TargetBody : IChartBody
{
    private const double LabelWidth = 215;
    private const double ValueWidth = 118;
    private const double BarWidth = BodyLayout.Inner - LabelWidth - ValueWidth - 16;
    private static readonly string Met = ChartColors.Rating(0, 3);
    private static readonly string NotMet = ChartColors.Rating(2, 3);

    private readonly TargetChart _chart;
    private readonly List<Row> _rows;

    private sealed record Row(TargetBar Bar, IReadOnlyList<string> Label, IReadOnlyList<string> Value, double Height);

    public TargetBody(TargetChart chart)
    {
        _chart = chart;
        _rows = [.. chart.Bars.Select(bar =>
        {
            var label = TextMetrics.Wrap(bar.Label, LabelWidth, SvgCanvas.TextSize);
            IReadOnlyList<string> value = [.. TextMetrics.Wrap(bar.ValueText, ValueWidth, SvgCanvas.TextSize), .. TextMetrics.Wrap(bar.VerdictText, ValueWidth, SvgCanvas.TextSize)];
            return new Row(bar, label, value, Math.Max(BodyLayout.RowHeight(Math.Max(label.Count, value.Count)), 44));
        })];
    }

    public double Width => BodyLayout.Inner;

    public double Height => _rows.Sum(row => row.Height) + 12 + BodyLayout.LegendHeight;

    public void Draw(SvgCanvas canvas, double left, double top)
    {
        double barLeft = left + LabelWidth + 8, y = top;
        canvas.Line(barLeft, top, barLeft, top + _rows.Sum(row => row.Height), 1, ChartColors.Outline);
        foreach (var row in _rows)
        {
            double middle = y + (row.Height / 2) + 5;
            canvas.Lines(left, BodyLayout.FirstLine(y, row.Height, row.Label.Count), row.Label);
            if (row.Bar.Achieved is { } achieved)
                canvas.Rectangle(barLeft, middle - 7, Length(achieved), 14, row.Bar.IsMet ? Met : NotMet, ChartColors.Outline, achieved);
            double required = barLeft + Length(row.Bar.Required);
            canvas.Line(required, middle - 11, required, middle + 11, 5.5, "#ffffff"); // keeps the stroke apart from a dark bar
            canvas.Line(required, middle - 11, required, middle + 11, 2.5, "#000000");
            if (row.Bar.Last is { } last)
                canvas.Circle(barLeft + Length(last), middle, 4.5, "#FFFFFF", ChartColors.Outline, last);
            double half = TextMetrics.Width(row.Bar.RequiredText, SvgCanvas.TextSize) / 2;
            canvas.Text(Math.Clamp(required, barLeft + half, barLeft + BarWidth - half), middle - 14, row.Bar.RequiredText, anchor: "middle");
            canvas.Lines(barLeft + BarWidth + 8, BodyLayout.FirstLine(y, row.Height, row.Value.Count), row.Value);
            y += row.Height;
        }
        y += 12;
        BodyLayout.Legend(canvas, left, y, [(Met, _chart.Legend.Met), (NotMet, _chart.Legend.NotMet)]);
        double x = left + 60 + TextMetrics.Width(_chart.Legend.Met + _chart.Legend.NotMet, SvgCanvas.TextSize) + 30;
        canvas.Line(x, y, x, y + 13, 2.5, "#000000");
        canvas.Text(x + 8, y + 10.5, _chart.Legend.Required);
        if (_chart.LastText is null)
            return;
        x += 8 + TextMetrics.Width(_chart.Legend.Required, SvgCanvas.TextSize) + 24;
        canvas.Circle(x, y + 6, 4.5, "#FFFFFF", ChartColors.Outline);
        canvas.Text(x + 10, y + 10.5, _chart.LastText);
    }

    private double Length(decimal share) => (double)(share / _chart.AxisEnd) * BarWidth;
}
