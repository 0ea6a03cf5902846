using DanVan.Scoring.Reports.Charts;

namespace DanVan.Scoring.Reports.Plotting;

/// <summary>Bars to the right for a rise, to the left for a fall; one that is far longer than the others is broken.</summary>
internal sealed class DifferenceBody : Body
{
    private readonly DifferenceChart _chart;
    private readonly RowLayout _layout;
    private readonly AxisRange _axis;

    public DifferenceBody(DifferenceChart chart, double width)
    {
        _chart = chart;
        _layout = new RowLayout(chart.Rows.Select(row => (row.Label, row.Text, "")), width, valueShare: 0.34);
        bool rises = chart.Rows.Any(row => row.Difference > 0), falls = chart.Rows.Any(row => row.Difference < 0);
        _axis = new AxisRange(falls ? -chart.Limit : 0, rises || !falls ? chart.Limit : 0);
        var legend = new List<Swatch>();
        if (rises)
            legend.Add(new Swatch(chart.Keys.Rise, ChartColors.Good));
        if (falls)
            legend.Add(new Swatch(chart.Keys.Fall, ChartColors.Bad, Pattern.Stripes));
        Legend = legend;
    }

    public override int RowCount => _layout.Count;

    public override double RowHeight(int row) => _layout.Height(row);

    protected override void Open(Sketch sketch, double left, double top, double start, double bottom, int first)
    {
        sketch.Area(left + _layout.PlotLeft, left + _layout.PlotRight, start, bottom, _axis.Start, _axis.End);
        sketch.Up(0);
    }

    protected override void DrawRow(Sketch sketch, double left, double y, int row)
    {
        double middle = _layout.Draw(sketch, left, y, row);
        if (_chart.Rows[row].Difference is not { } difference || difference == 0)
            return;
        decimal end = Math.Clamp(difference, -_chart.Limit, _chart.Limit);
        bool isRise = difference > 0;
        sketch.Bar(0, end, middle, RowLayout.BarHeight, isRise ? ChartColors.Good : ChartColors.Bad,
            isRise ? Pattern.None : Pattern.Stripes);
        if (end == difference)
            return;
        foreach (decimal part in (decimal[])[0.86m, 0.89m]) // a break: two white slashes
            sketch.Line(end * part, middle + 8, end * (part + 0.03m), middle - 8, 3, ChartColors.White);
    }
}
