using DanVan.Scoring.Reports.Charts;
using ScottPlot;

namespace DanVan.Scoring.Reports.Plotting;

/// <summary>Lying boxes with their whiskers, and every value as a point.</summary>
internal sealed class BoxBody : Body
{
    private readonly BoxChart _chart;
    private readonly RowLayout _layout;
    private readonly EdgeLabels _edges;
    private readonly double _width;

    public BoxBody(BoxChart chart, double width)
    {
        (_chart, _width) = (chart, width);
        _layout = new RowLayout(chart.Rows.Select(row => (row.Label, row.Text, "")), width, labelShare: 0.32, valueShare: 0.27);
        _edges = new EdgeLabels(chart.Thresholds, chart.Axis, _layout, width);
        HeadHeight = _edges.Height + 4;
        FootHeight = TextRuler.LineHeight + 3;
    }

    public override int RowCount => _layout.Count;

    public override double RowHeight(int row) => Math.Max(34, _layout.Height(row) + 4);

    protected override void Open(Sketch sketch, double left, double top, double start, double bottom, int first)
    {
        decimal room = (_chart.Axis.End - _chart.Axis.Start) * 0.02m;
        sketch.Area(left + _layout.PlotLeft, left + _layout.PlotRight, start, bottom, _chart.Axis.Start - room, _chart.Axis.End + room);
        _edges.Draw(sketch, left, top, _width);
        foreach (decimal at in _chart.Axis.Ticks())
        {
            sketch.Up(at, 0.7, ChartColors.Grid);
            sketch.Text(new PlacedText(_chart.Number(at), sketch.X(at), bottom + 14, Anchor.Middle, Color: ChartColors.Soft));
        }
    }

    protected override void DrawRow(Sketch sketch, double left, double y, int row)
    {
        var group = _chart.Rows[row];
        double middle = _layout.Draw(sketch, left, y + ((RowHeight(row) - _layout.Height(row)) / 2), row);
        if (group.Values.Length >= BoxRow.LeastForBox)
        {
            var (low, high) = group.Whiskers();
            decimal first = group.Quantile(0.25m), median = group.Quantile(0.5m), third = group.Quantile(0.75m);
            sketch.Line(low, middle, high, middle);
            sketch.Bar(first, third, middle, 18, "#CFE1F0");
            sketch.Line(median, middle - 9, median, middle + 9, 2.5);
        }
        foreach (var (index, value) in group.Points().Index())
            sketch.Mark(value, middle + (((index % 5) - 2) * 2.2), MarkerShape.FilledCircle, 4.5, ChartColors.Good);
    }
}
