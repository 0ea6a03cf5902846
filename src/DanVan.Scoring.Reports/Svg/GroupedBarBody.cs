using DanVan.Scoring.Reports.Charts;

namespace DanVan.Scoring.Reports.Svg;

/// <summary>Bars from 0 under headings, with their values behind them.</summary>
internal sealed class GroupedBarBody(GroupedBarChart chart) : IChartBody
{
    private const double LabelWidth = 190;
    private readonly double _barWidth = BodyLayout.Inner - LabelWidth - 16 - chart.Groups.SelectMany(group => group.Rows).Select(row => TextMetrics.Width(row.Text, SvgCanvas.TextSize)).DefaultIfEmpty().Max();

    private readonly List<Group> _groups = [.. chart.Groups.Select(group => new Group(
        TextMetrics.Wrap(group.Label, BodyLayout.Inner, SvgCanvas.TextSize, isBold: true),
        [.. group.Rows.Select(row => (row, TextMetrics.Wrap(row.Label, LabelWidth - 12, SvgCanvas.TextSize)))]))];

    private sealed record Group(IReadOnlyList<string> Label, List<(BarRow Row, IReadOnlyList<string> Label)> Rows);

    public double Width => BodyLayout.Inner;

    public double Height => _groups.Sum(group => (group.Label.Count * SvgCanvas.LineHeight) + 18 + group.Rows.Sum(row => BodyLayout.RowHeight(row.Label.Count)));

    public void Draw(SvgCanvas canvas, double left, double top)
    {
        double y = top;
        foreach (var group in _groups)
        {
            y = canvas.Lines(left, y + 11, group.Label, isBold: true) - 8;
            double barLeft = left + LabelWidth + 8, start = y;
            foreach (var (row, label) in group.Rows)
            {
                double height = BodyLayout.RowHeight(label.Count);
                canvas.Lines(left + 12, BodyLayout.FirstLine(y, height, label.Count), label);
                double length = chart.AxisEnd == 0 ? 0 : (double)(row.Value / chart.AxisEnd) * _barWidth;
                canvas.Rectangle(barLeft, y + (height / 2) - 7, length, 14, ChartColors.Rating(row.Rating, chart.RatingCount), ChartColors.Outline, row.Value);
                canvas.Text(barLeft + length + 6, BodyLayout.FirstLine(y, height, 1), row.Text);
                y += height;
            }
            canvas.Line(barLeft, start, barLeft, y, 1, ChartColors.Outline);
            y += 15;
        }
    }
}
