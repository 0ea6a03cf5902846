using DanVan.Scoring.Reports.Charts;

namespace DanVan.Scoring.Reports.Plotting;

/// <summary>Bars from 0, with the edges of ratings as dashed lines; of many units the best, the worst and the scores between.</summary>
internal sealed class RankingBody : Body
{
    private const double GapHeight = 74;

    private readonly RankingChart _chart;
    private readonly RowLayout _layout;
    private readonly EdgeLabels _edges;
    private readonly double _width;

    public RankingBody(RankingChart chart, double width)
    {
        (_chart, _width) = (chart, width);
        _layout = new RowLayout(chart.Bars.Select(bar => (bar.Label, bar.ValueText, bar.Note)), width);
        _edges = new EdgeLabels(chart.Thresholds, chart.Axis, _layout, width);
        HeadHeight = _edges.Height + 4;
        Legend = [.. chart.Legend.Select(key => new Swatch(key.Name, ChartColors.Of(key.Tone), ChartColors.PatternOf(key.Tone)))];
    }

    public override int RowCount => _layout.Count + (_chart.Gap is null ? 0 : 1);

    public override double RowHeight(int row) => row == _chart.Gap?.After ? GapHeight : _layout.Height(BarAt(row));

    protected override void Open(Sketch sketch, double left, double top, double start, double bottom, int first)
    {
        sketch.Area(left + _layout.PlotLeft, left + _layout.PlotRight, start, bottom, _chart.Axis.Start, _chart.Axis.End);
        _edges.Draw(sketch, left, top, _width);
        sketch.Up(0);
    }

    protected override void DrawRow(Sketch sketch, double left, double y, int row)
    {
        if (row == _chart.Gap?.After)
        {
            DrawGap(sketch, left, y, _chart.Gap);
            return;
        }
        var bar = _chart.Bars[BarAt(row)];
        double middle = _layout.Draw(sketch, left, y, BarAt(row));
        if (bar.Value is { } value)
            sketch.Bar(0, value, middle, RowLayout.BarHeight, ChartColors.Of(bar.Tone), ChartColors.PatternOf(bar.Tone));
    }

    /// <summary>The units between as columns over the same axis.</summary>
    private void DrawGap(Sketch sketch, double left, double y, RankingGap gap)
    {
        double bottom = y + GapHeight - 8, room = GapHeight - 28;
        int most = Math.Max(1, gap.Bins.Max(bin => bin.Count));
        sketch.Centred(TextRuler.Wrap(gap.Text, _layout.LabelWidth), left, y + (GapHeight / 2), color: ChartColors.Soft);
        foreach (var bin in gap.Bins.Where(bin => bin.Count > 0))
        {
            double top = bottom - (room * bin.Count / most);
            sketch.Column(bin.From, Math.Min(bin.To, _chart.Axis.End), bottom, top, ChartColors.Grid);
            if (bin.Count == most)
                sketch.Text(new PlacedText($"{bin.Count}", sketch.X((bin.From + bin.To) / 2), top - 3,
                    Anchor.Middle, Color: ChartColors.Soft));
        }
        sketch.Line(_chart.Axis.Start, bottom, _chart.Axis.End, bottom);
    }

    private int BarAt(int row) => _chart.Gap is { } gap && row > gap.After ? row - 1 : row;
}
