using DanVan.Scoring.Reports.Charts;

namespace DanVan.Scoring.Reports.Plotting;

/// <summary>A bar a group over the whole width, cut into ratings, with its name above and its counts below.</summary>
internal sealed class StackBody : Body
{
    private const double BarHeight = 18;

    private readonly StackChart _chart;
    private readonly double _width;
    private readonly List<(IReadOnlyList<string> Label, IReadOnlyList<string> Text)> _rows;

    public StackBody(StackChart chart, double width)
    {
        (_chart, _width) = (chart, width);
        _rows = [.. chart.Rows.Select(row => (TextRuler.Wrap(row.Label, width, isBold: true),
            (IReadOnlyList<string>)[.. TextRuler.Wrap(row.Text, width), .. row.LastText.Length == 0
                ? [] : TextRuler.Wrap(row.LastText, width)]))];
        Legend = [.. chart.Legend.Select(key => new Swatch(key.Name, ChartColors.Of(key.Tone), ChartColors.PatternOf(key.Tone)))];
    }

    public override int RowCount => _rows.Count;

    public override double RowHeight(int row) => ((_rows[row].Label.Count + _rows[row].Text.Count) * TextRuler.LineHeight) + BarHeight + 16;

    protected override void Open(Sketch sketch, double left, double top, double start, double bottom, int first) =>
        sketch.Area(left, left + _width, start, bottom, 0, 1);

    protected override void DrawRow(Sketch sketch, double left, double y, int row)
    {
        var (label, text) = _rows[row];
        y = sketch.Lines(label, left, y + 11, isBold: true) - 7;
        decimal all = _chart.Rows[row].Counts.Sum(), done = 0;
        double middle = y + (BarHeight / 2);
        foreach (var (count, key) in _chart.Rows[row].Counts.Zip(_chart.Legend))
        {
            if (count == 0)
                continue;
            string fill = ChartColors.Of(key.Tone), figure = $"{count}";
            var pattern = ChartColors.PatternOf(key.Tone);
            sketch.Bar(done / all, (done + count) / all, middle, BarHeight, fill, pattern);
            double x = sketch.X((done + (count / 2m)) / all), half = TextRuler.Width(figure) / 2;
            if ((2 * half) + 6 < (double)(count / all) * _width)
            {
                if (pattern != Pattern.None)
                    sketch.Ground(x - half - 2, middle - 7, (2 * half) + 4, 14);
                sketch.Text(new PlacedText(figure, x, middle + 4.2,
                    Anchor.Middle, Color: sketch.InkOn(fill)));
            }
            done += count;
        }
        sketch.Lines(text, left, y + BarHeight + 14, color: ChartColors.Soft);
    }
}
