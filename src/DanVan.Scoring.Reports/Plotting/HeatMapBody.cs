using DanVan.Scoring.Reports.Charts;

namespace DanVan.Scoring.Reports.Plotting;

/// <summary>A table of coloured fields with their figures, under their groups, with upright titles of the columns.</summary>
internal sealed class HeatMapBody : Body
{
    private const double LeastLabel = 190;
    private const double MostColumn = 64;
    private const double MostTitle = 230;

    private readonly HeatMapChart _chart;
    private readonly double _labelWidth;
    private readonly double _columnWidth;
    private readonly List<(HeatMapRow Row, IReadOnlyList<string> Label, bool IsMean)> _rows;
    private readonly List<IReadOnlyList<string>> _titles;
    private readonly List<string> _foot;

    public HeatMapBody(HeatMapChart chart, double width)
    {
        _chart = chart;
        var rows = chart.Groups.SelectMany(group =>
            group.Rows.Select(row => (Row: row, IsMean: false)).Prepend((Row: group.Mean, IsMean: true))).ToList();
        double labels = Math.Max(LeastLabel, TextRuler.Widest(rows.Where(row => !row.IsMean).Select(row => row.Row.Label), width / 2));
        _columnWidth = Math.Clamp((width - labels - 8) / chart.Columns.Length, 34, MostColumn);
        _labelWidth = Math.Max(100, width - 8 - (_columnWidth * chart.Columns.Length));
        _rows = rows.ConvertAll(row => (row.Row, TextRuler.Wrap(row.Row.Label, _labelWidth, row.IsMean), row.IsMean));
        int lines = Math.Max(1, (int)((_columnWidth - 4) / TextRuler.LineHeight));
        double height = 60;
        while (height < MostTitle && chart.Columns.Any(title => TextRuler.Wrap(title, height, isBold: true).Count > lines))
            height += 10;
        _titles = [.. chart.Columns.Select(title =>
        {
            var wrapped = TextRuler.Wrap(title, height, isBold: true);
            return wrapped.Count <= lines ? wrapped : [.. wrapped.Take(lines - 1), Shortened(wrapped[lines - 1], height)];
        })];
        HeadHeight = height + 8;
        _foot = [.. chart.Columns.Zip(_titles).Where(title => title.Second[^1].EndsWith('…'))
            .SelectMany(title => TextRuler.Wrap($"{string.Join(' ', title.Second)} {title.First}", width))];
        FootHeight = _foot.Count == 0 ? 0 : (_foot.Count * TextRuler.LineHeight) + 6;
    }

    public override int RowCount => _rows.Count;

    public override double RowHeight(int row) =>
        (_rows[row].Label.Count * TextRuler.LineHeight) + 3 + (_rows[row].IsMean && row > 0 ? 8 : 0);

    public override bool IsHeading(int row) => _rows[row].IsMean && row + 1 < _rows.Count && !_rows[row + 1].IsMean;

    protected override void Open(Sketch sketch, double left, double top, double start, double bottom, int first)
    {
        double cells = left + _labelWidth + 8;
        sketch.Area(cells, cells + (_columnWidth * _chart.Columns.Length), start, bottom, 0, _chart.Columns.Length);
        sketch.Lines(_foot, left, bottom + 6 + TextRuler.TextSize, color: ChartColors.Soft);
        if (!_rows[first].IsMean)
            sketch.Lines(TextRuler.Wrap($"… {_rows[..first].Last(row => row.IsMean).Row.Label}", _labelWidth, isBold: true).TakeLast(3),
                left, start - 8 - (2 * TextRuler.LineHeight), isBold: true);
        foreach (var (column, title) in _titles.Index())
        {
            double middle = cells + ((column + 0.5) * _columnWidth);
            foreach (var (index, line) in title.Index())
                sketch.Text(new PlacedText(line, middle + ((index - ((title.Count - 1) / 2.0)) * TextRuler.LineHeight)
                    + 4.2, start - 6, IsBold: true, IsUpright: true));
        }
    }

    protected override void DrawRow(Sketch sketch, double left, double y, int row)
    {
        var (cells, label, isMean) = _rows[row];
        double top = y + (isMean && row > 0 ? 8 : 0), bottom = y + RowHeight(row), middle = (top + bottom) / 2;
        sketch.Centred(label, left, middle, isBold: isMean);
        foreach (var (column, cell) in cells.Cells.Index())
        {
            string fill = cell.Share is { } share ? ChartColors.Share((double)share) : ChartColors.White;
            if (cell.Share is not null)
                sketch.Field(column, column + 1, top, bottom, fill);
            sketch.Text(new PlacedText(cell.Text, sketch.X(column + 0.5m), middle + 4.2, Anchor.Middle, isMean, Color: sketch.InkOn(fill)));
        }
    }

    private static string Shortened(string line, double width)
    {
        while (line.Length > 1 && TextRuler.Width(line + "…", isBold: true) > width)
            line = line[..^1];
        return line.TrimEnd() + "…";
    }
}
