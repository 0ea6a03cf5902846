using DanVan.Scoring.Reports.Charts;

namespace DanVan.Scoring.Reports.Plotting;

/// <summary>The part of a chart between its heading and its legend: rows, of which a picture shows some.</summary>
internal abstract class Body
{
    /// <summary>What stands in the legend.</summary>
    public IReadOnlyList<Swatch> Legend { get; protected init; } = [];

    /// <summary>Height above the rows.</summary>
    public double HeadHeight { get; protected init; }

    /// <summary>Height below the rows.</summary>
    public double FootHeight { get; protected init; }

    public abstract int RowCount { get; }

    public abstract double RowHeight(int row);

    /// <summary>True for a row that must not be the last of a part: a heading.</summary>
    public virtual bool IsHeading(int row) => false;

    /// <summary>Draws some rows; returns where the part ends.</summary>
    /// <param name="sketch">Where to.</param>
    /// <param name="left">Left edge of the part.</param>
    /// <param name="top">Upper edge of the part.</param>
    /// <param name="first">First row.</param>
    /// <param name="count">How many rows.</param>
    public double Draw(Sketch sketch, double left, double top, int first, int count)
    {
        double start = top + HeadHeight, y = start, bottom = start + Enumerable.Range(first, count).Sum(RowHeight);
        Open(sketch, left, top, start, bottom, first);
        for (int row = first; row < first + count; row++)
        {
            DrawRow(sketch, left, y, row);
            y += RowHeight(row);
        }
        return bottom + FootHeight;
    }

    /// <summary>Sets the data area and draws what lies behind, above and below the rows.</summary>
    /// <param name="sketch">Where to.</param>
    /// <param name="left">Left edge of the part.</param>
    /// <param name="top">Upper edge of the part.</param>
    /// <param name="start">Upper edge of the rows.</param>
    /// <param name="bottom">Lower edge of the rows.</param>
    /// <param name="first">First row.</param>
    protected abstract void Open(Sketch sketch, double left, double top, double start, double bottom, int first);

    protected abstract void DrawRow(Sketch sketch, double left, double y, int row);

    public static Body Of(Chart chart, double width) => chart switch
    {
        RankingChart ranking => new RankingBody(ranking, width),
        BulletChart bullets => new BulletBody(bullets, width),
        StackChart stack => new StackBody(stack, width),
        HistogramChart histogram => new HistogramBody(histogram, width),
        BoxChart boxes => new BoxBody(boxes, width),
        HeatMapChart heatMap => new HeatMapBody(heatMap, width),
        ParetoChart pareto => new ParetoBody(pareto, width),
        DifferenceChart differences => new DifferenceBody(differences, width),
        ScatterChart scatter => new ScatterBody(scatter, width),
        _ => throw new ArgumentException($"No drawing is defined for {chart.GetType()}.", nameof(chart)),
    };
}

/// <summary>Rows with a label on the left, a bar, and its value on the right.</summary>
internal sealed class RowLayout
{
    public const double Gap = 3;
    public const double BarHeight = 12;

    private const double LabelShare = 0.48;
    private const double ValueShare = 0.3;

    private readonly List<(IReadOnlyList<string> Label, IReadOnlyList<string> Value, IReadOnlyList<string> Note)> _rows;

    public RowLayout(IEnumerable<(string Label, string Value, string Note)> rows, double width,
        double labelShare = LabelShare, double valueShare = ValueShare)
    {
        var all = rows.ToList();
        LabelWidth = TextRuler.Narrowest([.. all.Select(row => row.Label)], width * labelShare);
        double valueWidth = TextRuler.Widest(all.Select(row => row.Value), width * valueShare);
        PlotLeft = LabelWidth + 10;
        PlotRight = width - valueWidth - 8;
        ValueLeft = width - valueWidth;
        _rows = all.ConvertAll(row => (TextRuler.Wrap(row.Label, LabelWidth), TextRuler.Wrap(row.Value, valueWidth),
            row.Note.Length == 0 ? (IReadOnlyList<string>)[] : TextRuler.Wrap(row.Note, width - PlotLeft)));
    }

    public double LabelWidth { get; }

    /// <summary>Left edge of the bars, from the left of the part.</summary>
    public double PlotLeft { get; }

    public double PlotRight { get; }

    public double ValueLeft { get; }

    public int Count => _rows.Count;

    public double Height(int row)
    {
        var (label, value, note) = _rows[row];
        return (Math.Max(label.Count, Math.Max(value.Count, 1) + note.Count) * TextRuler.LineHeight) + Gap;
    }

    /// <summary>Places the texts of a row; returns the middle of its bar.</summary>
    public double Draw(Sketch sketch, double left, double y, int row)
    {
        var (label, value, note) = _rows[row];
        double height = Height(row), noteHeight = note.Count * TextRuler.LineHeight;
        double middle = y + ((height - noteHeight) / 2);
        sketch.Centred(label, left, Math.Max(middle, y + ((Gap + (label.Count * TextRuler.LineHeight)) / 2)));
        sketch.Centred(value, left + ValueLeft, middle);
        if (note.Count > 0)
        {
            sketch.Ground(left + PlotLeft + 2, y + height - noteHeight - 2, TextRuler.Widest(note, double.MaxValue) + 4, noteHeight);
            sketch.Lines(note, left + PlotLeft + 4, y + height - noteHeight + 8.5, color: ChartColors.Soft);
        }
        return middle;
    }
}

/// <summary>Lines across a chart with their labels above, on as many levels as they need.</summary>
internal sealed class EdgeLabels
{
    private readonly List<(Threshold Edge, double Width, int Level)> _placed = [];

    /// <summary>Labels over the bars of rows.</summary>
    public EdgeLabels(IEnumerable<Threshold> edges, AxisRange axis, RowLayout layout, double width)
        : this(edges, value =>
            layout.PlotLeft + ((double)((value - axis.Start) / (axis.End - axis.Start)) * (layout.PlotRight - layout.PlotLeft)), width)
    {
    }

    /// <summary>Labels over any data area.</summary>
    public EdgeLabels(IEnumerable<Threshold> edges, Func<decimal, double> placeOf, double width)
    {
        var ends = new List<double>();
        foreach (var edge in edges.OrderBy(edge => edge.Value))
        {
            double half = TextRuler.Width(edge.Label) / 2, x = Math.Clamp(placeOf(edge.Value), half, Math.Max(half, width - half));
            int level = ends.FindIndex(end => end < x - half - 6);
            if (level < 0)
            {
                level = ends.Count;
                ends.Add(0);
            }
            ends[level] = x + half;
            _placed.Add((edge, half * 2, level));
        }
        Height = ends.Count * TextRuler.LineHeight;
    }

    public double Height { get; }

    /// <summary>Draws the lines from their labels down.</summary>
    public void Draw(Sketch sketch, double left, double top, double width)
    {
        foreach (var (edge, labelWidth, level) in _placed)
        {
            double x = Math.Clamp(sketch.X(edge.Value), left + (labelWidth / 2),
                Math.Max(left + (labelWidth / 2), left + width - (labelWidth / 2)));
            sketch.Text(new PlacedText(edge.Label, x, top + ((level + 1) * TextRuler.LineHeight) - 4,
                Anchor.Middle, Color: ChartColors.Soft));
            sketch.Up(edge.Value, isDashed: true);
        }
    }
}
