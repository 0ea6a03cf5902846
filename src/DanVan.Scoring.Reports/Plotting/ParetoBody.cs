using DanVan.Scoring.Reports.Charts;
using ScottPlot;

namespace DanVan.Scoring.Reports.Plotting;

/// <summary>Bars from 0 and, on the same axis, how they add up.</summary>
internal sealed class ParetoBody : Body
{
    private static readonly decimal[] Fifths = [0.2m, 0.4m, 0.6m, 0.8m, 1];

    private readonly ParetoChart _chart;
    private readonly RowLayout _layout;
    private (decimal Sum, double Y)? _last;

    public ParetoBody(ParetoChart chart, double width)
    {
        _chart = chart;
        _layout = new RowLayout(chart.Rows.Select(row => (row.Label, row.Text, "")), width);
        HeadHeight = TextRuler.LineHeight + 3;
        Legend = [new Swatch(chart.Keys.Share, ChartColors.Good), new Swatch(chart.Keys.Sum, ChartColors.White, Shape: SwatchShape.Circle)];
    }

    public override int RowCount => _layout.Count;

    public override double RowHeight(int row) => _layout.Height(row) + 2;

    protected override void Open(Sketch sketch, double left, double top, double start, double bottom, int first)
    {
        _last = null;
        sketch.Area(left + _layout.PlotLeft, left + _layout.PlotRight, start, bottom, 0, 1.22m);
        sketch.Grid(Fifths);
        foreach (decimal at in Fifths.Prepend(0))
            sketch.Text(new PlacedText($"{at * 100:0}%", sketch.X(at), top + 11, Anchor.Middle, Color: ChartColors.Soft));
        sketch.Up(0);
    }

    protected override void DrawRow(Sketch sketch, double left, double y, int row)
    {
        var part = _chart.Rows[row];
        double middle = _layout.Draw(sketch, left, y + 1, row);
        sketch.Bar(0, part.Share, middle, RowLayout.BarHeight, ChartColors.Good);
        if (_last is var (sum, at))
            sketch.Line(sum, at, part.Sum, middle);
        _last = (part.Sum, middle);
        sketch.Text(new PlacedText(part.SumText, sketch.X(part.Sum) + 8, middle + 4.2, Color: ChartColors.Soft));
        sketch.Mark(part.Sum, middle, MarkerShape.FilledCircle, 7, ChartColors.White);
    }
}
