using DanVan.Scoring.Reports.Charts;

namespace DanVan.Scoring.Reports.Plotting;

/// <summary>Points over a square, with the line of equality.</summary>
internal sealed class ScatterBody : Body
{
    private const double Left = 56;
    private const double Most = 430;

    private static readonly (string Fill, SwatchShape Shape)[] Looks =
    [
        (ChartColors.Good, SwatchShape.Circle), (ChartColors.Bad, SwatchShape.Triangle), ("#0B3C6F", SwatchShape.Diamond),
        (ChartColors.White, SwatchShape.Circle), ("#8CBDE0", SwatchShape.Triangle), ("#666666", SwatchShape.Diamond),
    ];

    private readonly ScatterChart _chart;
    private readonly double _side;
    private readonly double _right;

    public ScatterBody(ScatterChart chart, double width)
    {
        _chart = chart;
        _side = Math.Min(Most, width - Left - 10);
        _right = width;
        HeadHeight = TextRuler.LineHeight + 12;
        FootHeight = (2 * TextRuler.LineHeight) + 4;
        Legend = [.. chart.Keys.Select((key, index) => new Swatch(key, Looks[index].Fill, Shape: Looks[index].Shape))];
    }

    public override int RowCount => 1;

    public override double RowHeight(int row) => _side;

    protected override void Open(Sketch sketch, double left, double top, double start, double bottom, int first)
    {
        var (low, high) = (_chart.Axis.Start, _chart.Axis.End);
        double plot = left + Left;
        sketch.Area(plot, plot + _side, start, bottom, low, high, (double)low, (double)high);
        sketch.Text(new PlacedText(_chart.UpText, left, top + 11, Color: ChartColors.Soft));
        sketch.Text(new PlacedText(_chart.AcrossText, plot + _side, bottom + 30, Anchor.End, Color: ChartColors.Soft));
        foreach (decimal at in _chart.Axis.Ticks())
        {
            double y = YOf(at);
            sketch.Up(at, 0.7, ChartColors.Grid);
            sketch.Line(low, (double)at, high, (double)at, 0.7, ChartColors.Grid);
            sketch.Text(new PlacedText(_chart.Number(at), sketch.X(at), bottom + 15, Anchor.Middle, Color: ChartColors.Soft));
            sketch.Text(new PlacedText(_chart.Number(at), plot - 6, y + 4.2, Anchor.End, Color: ChartColors.Soft));
        }
        sketch.Diagonal(low, high);
        foreach (var point in _chart.Points)
        {
            var (fill, shape) = Looks[point.Key];
            sketch.Mark(point.Across, (double)point.Up, Sketch.MarkerOf(shape), 8, fill);
        }
        PlaceNames(sketch, left, start, bottom, YOf);

        double YOf(decimal value) => bottom - ((double)((value - low) / (high - low)) * (bottom - start));
    }

    /// <summary>
    /// Names beside their points, where they touch no other name and, if there is room, no point; with a line to the point if
    /// that is not beside it.
    /// </summary>
    private void PlaceNames(Sketch sketch, double left, double start, double bottom, Func<decimal, double> yOf)
    {
        double plot = left + Left, right = left + _right, equalEnd = plot + _side - 24;
        sketch.Text(new PlacedText(_chart.EqualText, equalEnd, start + 15, Anchor.End, Color: ChartColors.Soft));
        List<Box> names = [new(equalEnd - TextRuler.Width(_chart.EqualText), start + 3, equalEnd, start + 19)];
        var points = _chart.Points.Select(point => Box.Around(sketch.X(point.Across), yOf(point.Up), 10)).ToList();
        foreach (var point in _chart.Points.Where(point => point.IsNamed)
            .OrderByDescending(point => point.Up).ThenBy(point => point.Label, StringComparer.Ordinal))
        {
            double x = sketch.X(point.Across), y = yOf(point.Up);
            var free = Places().Select(place => PlaceAt(point.Label, x, y, place.Shift, place.IsLeft))
                .Where(name => name.Lines.Count > 0 && name.Box.Top >= start && name.Box.Bottom <= bottom && !names.Exists(name.Box.Touches))
                .ToList();
            if (free.Count == 0)
                continue;
            var (lines, box, isLeft) = free[Math.Max(0, free.FindIndex(name => !points.Exists(name.Box.Touches)))];
            names.Add(box);
            double middle = (box.Top + box.Bottom) / 2, edge = isLeft ? box.Right : box.Left;
            if (Math.Abs(middle - y) > 4)
                sketch.Leader(x, y, edge, middle);
            sketch.Centred(lines, edge, middle, isLeft ? Anchor.End : Anchor.Start);
        }

        (IReadOnlyList<string> Lines, Box Box, bool IsLeft) PlaceAt(string name, double x, double y, double shift, bool isLeft)
        {
            double room = isLeft ? x - 11 - plot : right - x - 11;
            if (room < 60)
                return ([], default, isLeft);
            var lines = TextRuler.Wrap(name, room);
            double width = TextRuler.Widest(lines, room), height = lines.Count * TextRuler.LineHeight, top = y + shift - (height / 2);
            double from = isLeft ? x - 11 - width : x + 11;
            return (lines, new Box(from, top, from + width, top + height), isLeft);
        }
    }

    /// <summary>Beside a point, then further and further below and above, first to the right.</summary>
    private static IEnumerable<(double Shift, bool IsLeft)> Places() =>
        Enumerable.Range(0, 40).SelectMany(step => new[] { step * 8.0, -step * 8.0 }.Distinct())
            .SelectMany(shift => new[] { (shift, false), (shift, true) });

    private readonly record struct Box(double Left, double Top, double Right, double Bottom)
    {
        public static Box Around(double x, double y, double radius) => new(x - radius, y - radius, x + radius, y + radius);

        public bool Touches(Box other) => other.Left < Right && Left < other.Right && other.Top < Bottom && Top < other.Bottom;
    }

    protected override void DrawRow(Sketch sketch, double left, double y, int row)
    {
    }
}
