using System.Diagnostics;
using System.Globalization;
using DanVan.Scoring.Diagnostics;
using DanVan.Scoring.Files.Reading;
using DanVan.Scoring.Scoring;
using ScottPlot;

namespace DanVan.Scoring.Benchmarks;

/// <summary>How time grows with criteria and with columns, at 50,000 units; in this process, all cores.</summary>
internal static class Growth
{
    private const int Units = 50_000;
    private static readonly int[] Factors = [16, 8, 4, 2, 1]; // the largest first, which also warms the code up

    /// <summary>Prints a table and draws a plot into a folder.</summary>
    public static void Run(string folder)
    {
        Directory.CreateDirectory(folder);
        List<(double, double)> criteria = [], columns = [];
        Console.WriteLine("| criteria (40 columns) | scoring | columns (24 criteria) | reading |");
        Console.WriteLine("|--:|--:|--:|--:|");
        foreach (int factor in Factors)
        {
            var rules = SyntheticRules.Load(SyntheticRules.Json(24 * factor));
            var data = SyntheticData.Build(rules, Units, 0);
            double scoring = Best(() => Evaluation.Of(rules, data, new DiagnosticBag(), keepsCriteria: false));
            var wide = SyntheticRules.Load(SyntheticRules.Json(24, 40 * factor));
            string files = Path.Combine(folder, $"wide-{40 * factor}");
            SyntheticData.Write(files, wide, Units, 0);
            double reading = Best(() => DatasetReader.Read(files, wide, new DiagnosticBag())!.Dispose());
            Directory.Delete(files, recursive: true);
            criteria.Insert(0, (24 * factor, scoring));
            columns.Insert(0, (40 * factor, reading));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {24 * factor} | {scoring * 1000:0} ms | {40 * factor} | {reading * 1000:0} ms |"));
        }
        Plot.Write(Path.Combine(folder, "performance-size.png"),
            "50,000 units: how scoring grows with criteria, and reading with columns", "criteria, columns", "seconds",
            [new PlotLine("scoring, by criteria (of 40 columns)", LinePattern.Solid, criteria),
                new PlotLine("reading, by columns (for 24 criteria)", LinePattern.Dashed, columns)]);
    }

    private static double Best(Action work)
    {
        work();
        double best = double.MaxValue;
        for (int i = 0; i < 5; i++)
        {
            var watch = Stopwatch.StartNew();
            work();
            best = Math.Min(best, watch.Elapsed.TotalSeconds);
        }
        return best;
    }
}
