using System.Globalization;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace DanVan.Scoring.Benchmarks;

/// <summary>A line of a plot.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Pattern">How it is drawn, so that lines are told apart in grey.</param>
/// <param name="Points">Its points, from left to right.</param>
internal sealed record PlotLine(string Name, LinePattern Pattern, IReadOnlyList<(double X, double Y)> Points);

/// <summary>A plot with logarithmic axes as PNG, readable in grey.</summary>
internal static class Plot
{
    private const int Width = 660, Height = 400, Scale = 2;
    private const string Font = "Be Vietnam Pro";

    // Before the first plot: ScottPlot keeps what it found for a name.
    static Plot() => Fonts.AddFontFile(Font, Path.Combine(AppContext.BaseDirectory, "Fonts", "BeVietnamPro-Regular.ttf"));

    public static void Write(string path, string title, string xTitle, string yTitle, IReadOnlyList<PlotLine> lines)
    {
        using var plot = new ScottPlot.Plot { ScaleFactor = Scale };
        plot.Font.Set(Font);
        foreach (var line in lines)
        {
            // ScottPlot's axes are linear: what is plotted are logarithms, what is written at the ticks are the numbers.
            var scatter = plot.Add.Scatter(line.Points.Select(point => new Coordinates(Math.Log10(point.X), Math.Log10(point.Y)))
                .ToList(), Colors.Black);
            (scatter.LegendText, scatter.LinePattern, scatter.LineWidth, scatter.MarkerSize) = (line.Name, line.Pattern, 1.6f, 6);
        }
        var all = lines.SelectMany(line => line.Points).ToList();
        var (left, right) = Powers(plot.Axes.Bottom, all.Select(point => point.X));
        var (bottom, top) = Powers(plot.Axes.Left, all.Select(point => point.Y));
        plot.Axes.SetLimits(left, right + 0.05, bottom, top + 0.05); // room for a marker at the end
        plot.Axes.Right.MinimumSize = 40; // half of the last number
        plot.Axes.Right.FrameLineStyle.Width = plot.Axes.Top.FrameLineStyle.Width = 0;
        plot.Title(title, 13);
        plot.XLabel(xTitle, 12);
        plot.YLabel(yTitle, 12);
        plot.Axes.Title.Label.Bold = plot.Axes.Bottom.Label.Bold = plot.Axes.Left.Label.Bold = false;
        (plot.Legend.OutlineWidth, plot.Legend.ShadowColor, plot.Legend.SymbolWidth) = (0, Colors.Transparent, 40);
        plot.ShowLegend(Alignment.UpperLeft);
        plot.SavePng(path, Width * Scale, Height * Scale);
    }

    /// <summary>Ticks at powers of ten; returns the exponents of the first and the last.</summary>
    private static (int From, int To) Powers(IAxis axis, IEnumerable<double> values)
    {
        var logarithms = values.Select(Math.Log10).ToList();
        int from = (int)Math.Floor(logarithms.Min()), to = (int)Math.Ceiling(logarithms.Max());
        var powers = Enumerable.Range(from, to - from + 1).ToList();
        axis.TickGenerator = new NumericManual([.. powers.Select(power => (double)power)],
            [.. powers.Select(power => Math.Pow(10, power).ToString(power < 0 ? "0.#####" : "#,0", CultureInfo.InvariantCulture))]);
        return (from, to);
    }
}
