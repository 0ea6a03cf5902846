using DanVan.Scoring.Reports.Charts;
using DanVan.Scoring.Scoring;

namespace DanVan.Scoring.Reports.Plotting;

/// <summary>Draws charts with ScottPlot. The height grows with what is shown, up to a page; beyond it a chart has parts.</summary>
public static class ChartRenderer
{
    /// <summary>Most height of a picture, in centimetres: what fits a page of A4.</summary>
    public const double MostHeight = 24;

    internal const double PixelsPerCentimetre = 96 / 2.54;
    private const double Edge = 12;
    private const double TitleSize = 15;
    private const double TitleHeight = 19;
    private const int MostParts = 88;

    /// <summary>Draws a chart: one picture, or several if it is longer than a page.</summary>
    public static IReadOnlyList<Picture> Draw(Chart chart, ChartStyle? style = null)
    {
        ArgumentNullException.ThrowIfNull(chart);
        return Parts(chart, style ?? new ChartStyle());
    }

    /// <summary>Draws a picture for nobody: the first one of a process takes a quarter of a second, which can pass beside other work.</summary>
    public static void Prepare()
    {
        if (Problem() is not null)
            return;
        var bar = new RankingBar("1", 1, "1", new Tone(RatingState.Rated), "");
        var chart = new RankingChart(
            new ChartHead("", "", "", ""), [bar, bar], [new Threshold(1, "1")], new AxisRange(0, 1), [new ToneKey(bar.Tone, "1")]);
        foreach (var picture in Draw(chart))
            picture.WriteSvg(Stream.Null);
    }

    /// <summary>Why nothing can be drawn on this machine, in the words of the system; null if it can.</summary>
    public static string? Problem()
    {
        try
        {
            TextRuler.Width("A");
            return null;
        }
        catch (Exception e)
        {
            while (e is TypeInitializationException && e.InnerException is { } inner)
                e = inner;
            if (e is DllNotFoundException or EntryPointNotFoundException or BadImageFormatException)
                return e.Message.Split('\n')[0].Trim();
            throw;
        }
    }

    private static List<Picture> Parts(Chart chart, ChartStyle style)
    {
        double width = style.Width * PixelsPerCentimetre, inner = width - (2 * Edge);
        var body = Body.Of(chart, inner);
        var title = TextRuler.Wrap(chart.Title, inner, isBold: true, TitleSize);
        var notes = new[] { chart.Footnote, chart.Source }.Where(text => text.Length > 0)
            .SelectMany(text => TextRuler.Wrap(text, inner)).ToList();
        double legend = body.Legend.Count == 0 ? 0 : LegendHeight(body.Legend, inner) + 10;
        double[] heights = [.. Enumerable.Range(0, body.RowCount).Select(body.RowHeight)];
        var parts = Divide(heights, body.IsHeading, (MostHeight * PixelsPerCentimetre) - Around(1));
        if (parts.Count > 1)
            parts = Divide(heights, body.IsHeading, (MostHeight * PixelsPerCentimetre) - Around(MostParts));
        double around = Around(parts.Count), top = Top(parts.Count);
        return [.. parts.Select((rows, index) => new Picture(
            chart, parts.Count == 1 ? chart.Name : $"{chart.Name}-{index + 1}", chart.Title + Part(index, parts.Count), width,
            around + heights.Skip(rows.First).Take(rows.Count).Sum(), style.Palette, sketch =>
            {
                double y = sketch.Lines(title, Edge, Edge + 13, isBold: true, size: TitleSize, lineHeight: TitleHeight);
                sketch.Lines(TextRuler.Wrap(chart.Subtitle + Part(index, parts.Count), inner), Edge, y, color: ChartColors.Soft);
                double bottom = body.Draw(sketch, Edge, top, rows.First, rows.Count) + 10;
                if (legend > 0)
                    bottom += DrawLegend(sketch, body.Legend, bottom, inner) + 10;
                sketch.Lines(notes, Edge, bottom + TextRuler.TextSize, color: ChartColors.Soft);
            }))];

        double Top(int count) => Edge + (title.Count * TitleHeight) + 10
            + (TextRuler.Wrap(chart.Subtitle + Part(count - 1, count), inner).Count * TextRuler.LineHeight);
        double Around(int count) =>
            Top(count) + body.HeadHeight + body.FootHeight + legend + 10 + (notes.Count * TextRuler.LineHeight) + Edge;
    }

    /// <summary>Which part it is, held to the word before it; empty if there is one.</summary>
    private static string Part(int index, int count) => count == 1 ? "" : $"\u00A0({index + 1}/{count})";

    /// <summary>Divides rows into parts that fit, of about the same height.</summary>
    private static List<(int First, int Count)> Divide(double[] heights, Func<int, bool> isHeading, double most)
    {
        int parts = Fit(most).Count;
        double even = heights.Sum() / parts;
        var divided = Fit(Math.Min(most, even + heights.DefaultIfEmpty().Max()));
        return divided.Count == parts ? divided : Fit(most);

        List<(int First, int Count)> Fit(double limit)
        {
            var result = new List<(int First, int Count)>();
            int first = 0;
            double sum = 0;
            for (int i = 0; i < heights.Length; i++)
            {
                if (i > first && sum + heights[i] > limit)
                {
                    int next = i - 1 > first && isHeading(i - 1) ? i - 1 : i;
                    result.Add((first, next - first));
                    (first, sum) = (next, heights[next..i].Sum());
                }
                sum += heights[i];
            }
            result.Add((first, heights.Length - first));
            return result;
        }
    }

    private static double LegendHeight(IReadOnlyList<Swatch> legend, double inner) => DrawLegend(null, legend, 0, inner);

    /// <summary>Swatches with words, on as many lines as they need; returns the height used.</summary>
    private static double DrawLegend(Sketch? sketch, IReadOnlyList<Swatch> legend, double top, double inner)
    {
        double x = 0, y = top;
        foreach (var swatch in legend)
        {
            double width = 18 + TextRuler.Width(swatch.Text) + 16;
            if (x > 0 && x + width > inner)
                (x, y) = (0, y + 18);
            sketch?.Swatch(Edge + x, y, swatch);
            sketch?.Lines([swatch.Text], Edge + x + 18, y + 10.2);
            x += width;
        }
        return y - top + 14;
    }
}
