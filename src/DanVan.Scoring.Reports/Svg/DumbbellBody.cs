using DanVan.Scoring.Reports.Charts;

namespace DanVan.Scoring.Reports.Svg;

/// <summary>Two marks a row with a line between: hollow where it was, filled where it is.</summary>
internal sealed class DumbbellBody : IChartBody
{
    private const double LabelWidth = 205;
    private const double ValueWidth = 132;
    private const double AxisLeft = LabelWidth + 14;
    private const double AxisWidth = BodyLayout.Inner - LabelWidth - ValueWidth - 30;
    private const double AxisHead = 18;
    private const double Radius = 5;
    private static readonly string Filled = ChartColors.Rating(0, 3);

    private readonly DumbbellChart _chart;
    private readonly List<Row> _rows;

    private sealed record Row(DumbbellRow Data, IReadOnlyList<string> Label, IReadOnlyList<string> Value, double Height);

    public DumbbellBody(DumbbellChart chart)
    {
        _chart = chart;
        _rows = [.. chart.Rows.Select(row =>
        {
            var label = TextMetrics.Wrap(row.Label, LabelWidth, SvgCanvas.TextSize);
            var value = TextMetrics.Wrap(row.ValueText, ValueWidth, SvgCanvas.TextSize);
            return new Row(row, label, value, BodyLayout.RowHeight(Math.Max(label.Count, value.Count)));
        })];
    }

    public double Width => BodyLayout.Inner;

    public double Height => AxisHead + _rows.Sum(row => row.Height) + 14 + BodyLayout.LegendHeight;

    public void Draw(SvgCanvas canvas, double left, double top)
    {
        double axis = left + AxisLeft, y = top + AxisHead, bottom = y + _rows.Sum(row => row.Height);
        foreach (var (value, text, anchor) in new[] { (_chart.AxisStart, _chart.AxisStartText, "start"), (_chart.AxisEnd, _chart.AxisEndText, "end") })
        {
            canvas.Text(axis + XOf(value), top + 11, text, anchor: anchor, color: "#444444");
            canvas.Line(axis + XOf(value), y - 2, axis + XOf(value), bottom);
        }
        foreach (var row in _rows)
        {
            double middle = y + (row.Height / 2);
            canvas.Lines(left, BodyLayout.FirstLine(y, row.Height, row.Label.Count), row.Label);
            canvas.Line(axis, middle, axis + AxisWidth, middle, 0.4, "#CCCCCC");
            if (row.Data.From is { } from && row.Data.To is { } to)
                canvas.Line(axis + XOf(from), middle, axis + XOf(to), middle, 2, "#777777");
            if (row.Data.From is { } first)
                canvas.Circle(axis + XOf(first), middle, Radius, "#FFFFFF", ChartColors.Outline, first);
            if (row.Data.To is { } second)
                canvas.Circle(axis + XOf(second), middle, Radius - 1, Filled, ChartColors.Outline, second);
            canvas.Lines(axis + AxisWidth + 16, BodyLayout.FirstLine(y, row.Height, row.Value.Count), row.Value);
            y += row.Height;
        }
        y += 14;
        canvas.Circle(left + Radius, y + 6, Radius, "#FFFFFF", ChartColors.Outline);
        canvas.Text(left + 18, y + 10.5, _chart.FromText);
        double next = left + 18 + TextMetrics.Width(_chart.FromText, SvgCanvas.TextSize) + 24;
        canvas.Circle(next + Radius, y + 6, Radius - 1, Filled, ChartColors.Outline);
        canvas.Text(next + 18, y + 10.5, _chart.ToText);
    }

    private double XOf(decimal value) => _chart.AxisEnd == _chart.AxisStart ? 0 : (double)((value - _chart.AxisStart) / (_chart.AxisEnd - _chart.AxisStart)) * AxisWidth;
}
