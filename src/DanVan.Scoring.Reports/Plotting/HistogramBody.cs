using DanVan.Scoring.Reports.Charts;

namespace DanVan.Scoring.Reports.Plotting;

/// <summary>Columns side by side over a scale, with the edges of ratings and the median as lines.</summary>
internal sealed class HistogramBody : Body
{
    private const double Left = 34;
    private const double Right = 14;
    private const double Room = 250;

    private readonly HistogramChart _chart;
    private readonly double _width;
    private readonly EdgeLabels _edges;
    private readonly int _most;

    public HistogramBody(HistogramChart chart, double width)
    {
        (_chart, _width, _most) = (chart, width, chart.Bins.Max(bin => bin.Count));
        var (start, end) = (chart.Bins[0].From, chart.Bins[^1].To);
        _edges = new EdgeLabels(chart.Thresholds.Append(chart.Median),
            value => Left + ((double)((value - start) / (end - start)) * (width - Left - Right)), width);
        HeadHeight = _edges.Height + TextRuler.LineHeight + 6;
        FootHeight = TextRuler.LineHeight + 4;
    }

    public override int RowCount => 1;

    public override double RowHeight(int row) => Room;

    protected override void Open(Sketch sketch, double left, double top, double start, double bottom, int first)
    {
        var bins = _chart.Bins;
        double most = _most * 1.12;
        sketch.Area(left + Left, left + _width - Right, start, bottom, bins[0].From, bins[^1].To, 0, most);
        sketch.Text(new PlacedText(_chart.Units, left, top + TextRuler.TextSize, Color: ChartColors.Soft));
        int step = Step(_most);
        for (int count = 0; count <= _most; count += step)
        {
            double y = bottom - (count / most * (bottom - start));
            sketch.Line(bins[0].From, count, bins[^1].To, count, 0.7, ChartColors.Grid);
            sketch.Text(new PlacedText($"{count}", left + Left - 6, y + 4.2, Anchor.End, Color: ChartColors.Soft));
        }
        foreach (var bin in bins.Where(bin => bin.Count > 0))
        {
            sketch.Column(bin.From, bin.To, 0, bin.Count, "#8CBDE0");
            double label = TextRuler.Width($"{bin.Count}"), y = bottom - (bin.Count / most * (bottom - start));
            sketch.Ground(sketch.X((bin.From + bin.To) / 2) - (label / 2) - 1, y - 15, label + 2, 13);
            sketch.Text(new PlacedText($"{bin.Count}", sketch.X((bin.From + bin.To) / 2), y - 4, Anchor.Middle));
        }
        _edges.Draw(sketch, left, top + TextRuler.LineHeight, _width);
        sketch.Up(_chart.Median.Value, 2);
        sketch.Line(bins[0].From, 0, bins[^1].To, 0);
        for (int i = 0; i <= bins.Length; i += 2)
        {
            decimal at = i < bins.Length ? bins[i].From : bins[^1].To;
            sketch.Text(new PlacedText(_chart.Number(at), sketch.X(at), bottom + 14, Anchor.Middle, Color: ChartColors.Soft));
        }
    }

    /// <summary>1, 2 or 5, or ten, a hundred … times as much, so that five lines or fewer are drawn.</summary>
    private static int Step(int most)
    {
        int step = 1;
        while (most / step > 5)
            step = step.ToString(CultureInfo.InvariantCulture)[0] == '2' ? step / 2 * 5 : step * 2;
        return step;
    }

    protected override void DrawRow(Sketch sketch, double left, double y, int row)
    {
    }
}
