using DanVan.Scoring.Reports.Charts;
using ScottPlot;

namespace DanVan.Scoring.Reports.Plotting;

/// <summary>Bars from 0 with a mark each.</summary>
internal sealed class BulletBody : Body
{
    private readonly BulletChart _chart;
    private readonly RowLayout _layout;

    public BulletBody(BulletChart chart, double width)
    {
        _chart = chart;
        _layout = new RowLayout(chart.Rows.Select(row => (row.Label, row.ValueText, row.MarkText)), width);
        var legend = new List<Swatch>();
        if (chart.Rows.Any(row => row is { Value: not null, IsGood: true }))
            legend.Add(new Swatch(chart.Keys.Good, ChartColors.Good));
        if (chart.Rows.Any(row => row is { Value: not null, IsGood: false }))
            legend.Add(new Swatch(chart.Keys.Bad, ChartColors.Bad, Pattern.Stripes));
        if (chart.Rows.Any(row => row.Mark is not null))
            legend.Add(new Swatch(chart.Keys.Mark, ChartColors.Outline, Shape: SwatchShape.Line));
        if (chart.Rows.Any(row => row.Last is not null))
            legend.Add(new Swatch(chart.Keys.Last, ChartColors.White, Shape: SwatchShape.Diamond));
        Legend = legend;
        HeadHeight = TextRuler.LineHeight + 3;
    }

    public override int RowCount => _layout.Count;

    public override double RowHeight(int row) => _layout.Height(row) + 4;

    protected override void Open(Sketch sketch, double left, double top, double start, double bottom, int first)
    {
        // A little wider than its values, so that a mark at the end is whole.
        sketch.Area(left + _layout.PlotLeft, left + _layout.PlotRight, start, bottom, 0, _chart.AxisEnd * 1.02m);
        decimal step = _chart.AxisEnd > 4 ? Math.Ceiling(_chart.AxisEnd / 4) : _chart.AxisEnd > 2 ? 1 : 0.5m;
        for (decimal at = 0; at <= _chart.AxisEnd; at += step)
        {
            sketch.Up(at, 0.7, ChartColors.Grid);
            sketch.Text(new PlacedText($"{at * 100:0}%", sketch.X(at), top + 11, Anchor.Middle, Color: ChartColors.Soft));
        }
        sketch.Up(0);
    }

    protected override void DrawRow(Sketch sketch, double left, double y, int row)
    {
        var bar = _chart.Rows[row];
        double middle = _layout.Draw(sketch, left, y + 2, row);
        if (bar.Value is { } value)
            sketch.Bar(0, value, middle, RowLayout.BarHeight - 1,
                bar.IsGood ? ChartColors.Good : ChartColors.Bad, bar.IsGood ? Pattern.None : Pattern.Stripes);
        if (bar.Mark is { } mark)
            sketch.Line(mark, middle - 8.5, mark, middle + 8.5, 2.5);
        if (bar.Last is { } last)
            sketch.Mark(last, middle, MarkerShape.FilledDiamond, 9, ChartColors.White);
    }
}
