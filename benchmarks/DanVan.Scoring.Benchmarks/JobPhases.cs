using System.Diagnostics;
using DanVan.Scoring.Diagnostics;
using DanVan.Scoring.Files.Reading;
using DanVan.Scoring.Files.Writing;
using DanVan.Scoring.Results;
using DanVan.Scoring.Values;

namespace DanVan.Scoring.Benchmarks;

/// <summary>The main job in its phases, in one process: reading, evaluating, writing.</summary>
internal static class JobPhases
{
    /// <summary>Runs the job on a dataset folder of <see cref="SyntheticData"/> and prints what each phase took.</summary>
    public static void Run(string folder)
    {
        var rules = SyntheticData.Rules();
        var findings = new DiagnosticBag();
        string results = Path.Combine(folder, "results.csv");
        CsvBaseline.ParseDecimals(results); // warms up
        var watch = Stopwatch.StartNew();
        CsvBaseline.Read(results);
        Print("CsvHelper Read", watch);
        CsvBaseline.ParseDecimals(results);
        Print("CsvHelper Parse", watch);
        using var reading = DatasetReader.Read(folder, rules, findings, keepsCells: false) ?? throw new InvalidOperationException($"{folder} cannot be read: 'danvan check' says why.");
        Print("read", watch);
        PartWork.Run<int>(reading.Data.Cells.Parts, () => part => reading.Data.Cells.Read(part, null, new DiagnosticBag()).Sum(block => block.Count), _ => { });
        Print("parse cells once", watch);
        var evaluation = Result.Of(rules, reading.Data, findings, keepsCriteria: false);
        Print("evaluate", watch);
        new ResultTables(evaluation, CsvStyle.Office).WriteRanking(Stream.Null);
        Print("write ranking.csv", watch);
        new ResultTables(evaluation, CsvStyle.Office).WriteTargets(Stream.Null);
        Print("write targets.csv", watch);
        Console.WriteLine($"peak {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:0} MB, allocated {GC.GetTotalAllocatedBytes() / 1e6:0} MB");
    }

    private static void Print(string phase, Stopwatch watch)
    {
        Console.WriteLine($"{phase,-20} {watch.Elapsed.TotalSeconds,8:0.000} s");
        watch.Restart();
    }
}
