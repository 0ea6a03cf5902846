using DanVan.Scoring.Reports.Charts;

namespace DanVan.Scoring.Reports.Svg;

/// <summary>Bars from 0, with the edges of ratings as dashed lines.</summary>
internal sealed class RankingBody : IChartBody
{
    private const double LabelWidth = 205;
    private const double ValueWidth = 120;
    private const double BarLeft = LabelWidth + 8;
    private const double BarWidth = BodyLayout.Inner - LabelWidth - ValueWidth - 16;

    private readonly RankingChart _chart;
    private readonly List<Row> _rows;
    private readonly List<(double X, string Text, int Level)> _thresholds = [];
    private readonly double _head;
    private readonly double _rowsHeight;
    private readonly IReadOnlyList<string> _footnote;
    private readonly double _legendHeight;

    private sealed record Row(RankingBar Bar, IReadOnlyList<string> Label, IReadOnlyList<string> Value, double Height);

    public RankingBody(RankingChart chart)
    {
        _chart = chart;
        _rows = [.. chart.Bars.Select(bar =>
        {
            var label = TextMetrics.Wrap(bar.Label, LabelWidth, SvgCanvas.TextSize);
            var value = TextMetrics.Wrap(bar.ValueText, ValueWidth, SvgCanvas.TextSize);
            return new Row(bar, label, value, BodyLayout.RowHeight(Math.Max(label.Count, value.Count)));
        })];
        PlaceThresholds();
        _head = (_thresholds.Count == 0 ? 0 : _thresholds.Max(threshold => threshold.Level) + 1) * SvgCanvas.LineHeight + 6;
        _rowsHeight = _rows.Sum(row => row.Height);
        _footnote = chart.Footnote.Length == 0 ? [] : TextMetrics.Wrap(chart.Footnote, BodyLayout.Inner, SvgCanvas.TextSize);
        _legendHeight = BodyLayout.Legend(null, 0, 0, Legend);
    }

    public double Width => BodyLayout.Inner;

    public double Height => _head + _rowsHeight + 12 + _legendHeight + (_footnote.Count * SvgCanvas.LineHeight);

    private IEnumerable<(string Fill, string Text)> Legend => _chart.Legend.Select(key => (ChartColors.Rating(key.Index, _chart.RatingCount), key.Name));

    public void Draw(SvgCanvas canvas, double left, double top)
    {
        double barLeft = left + BarLeft, y = top + _head;
        foreach (var (x, text, level) in _thresholds)
        {
            canvas.Text(left + x, top + ((level + 1) * SvgCanvas.LineHeight) - 4, text, anchor: "middle", color: "#444444");
            canvas.Line(barLeft + XOf(x), top + ((level + 1) * SvgCanvas.LineHeight), barLeft + XOf(x), y + _rowsHeight, isDashed: true);
        }
        canvas.Line(barLeft, y - 2, barLeft, y + _rowsHeight, 1, ChartColors.Outline);
        foreach (var row in _rows)
        {
            canvas.Lines(left, BodyLayout.FirstLine(y, row.Height, row.Label.Count), row.Label);
            if (row.Bar.Value is { } value)
                canvas.Rectangle(barLeft, y + (row.Height / 2) - 7, Length(value), 14, ChartColors.Rating(row.Bar.Rating, _chart.RatingCount), ChartColors.Outline, value);
            canvas.Lines(barLeft + BarWidth + 8, BodyLayout.FirstLine(y, row.Height, row.Value.Count), row.Value);
            y += row.Height;
        }
        y += 12;
        y += BodyLayout.Legend(canvas, left, y, Legend);
        canvas.Lines(left, y + SvgCanvas.TextSize, _footnote, color: "#444444");

        double XOf(double labelX) => labelX - BarLeft;
    }

    private double Length(decimal value) => _chart.AxisEnd == 0 ? 0 : (double)(value / _chart.AxisEnd) * BarWidth;

    /// <summary>Labels of edges that would touch go on a line of their own.</summary>
    private void PlaceThresholds()
    {
        var lastEnd = new List<double>();
        foreach (var threshold in _chart.Thresholds.OrderBy(threshold => threshold.Value))
        {
            double x = BarLeft + Length(threshold.Value);
            double half = TextMetrics.Width(threshold.Label, SvgCanvas.TextSize) / 2;
            int level = lastEnd.FindIndex(end => end < x - half - 4);
            if (level < 0)
            {
                level = lastEnd.Count;
                lastEnd.Add(0);
            }
            lastEnd[level] = x + half;
            _thresholds.Add((x, threshold.Label, level));
        }
    }
}
