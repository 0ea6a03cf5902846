using System.Diagnostics;
using System.Globalization;
using System.Text;
using DanVan.Scoring.Diagnostics;
using DanVan.Scoring.Files.Reading;
using DanVan.Scoring.Files.Writing;
using DanVan.Scoring.Results;
using ScottPlot;

namespace DanVan.Scoring.Benchmarks;

/// <summary>
/// The published command, started as a user starts it, on synthetic data of several sizes, beside the start of an empty
/// program and CsvHelper's parsing of the same file. Prints a table, and draws how the time grows.
/// </summary>
internal static class PublishedJob
{
    /// <summary>Publishes, generates, checks, times.</summary>
    /// <param name="folder">Where programs and data are put; what is there is used again.</param>
    /// <param name="sizes">Counts of units.</param>
    public static void Run(string folder, IReadOnlyList<int> sizes)
    {
        Directory.CreateDirectory(folder);
        string danvan = Publish(folder, "src/DanVan.Scoring.Cli", "danvan", selfContained: true);
        string empty = Publish(folder, "benchmarks/EmptyProgram", "empty", selfContained: false);
        var (start, _) = Median(empty, [], 21);
        Console.WriteLine($"empty program: {start * 1000:0} ms");
        Console.WriteLine();
        Console.WriteLine("| units | danvan score | ÷ empty program | CsvHelper Parse | ÷ Parse | peak memory |");
        Console.WriteLine("|--:|--:|--:|--:|--:|--:|");
        var times = new List<(double Units, double Seconds)>();
        foreach (int units in sizes)
        {
            string data = Path.Combine(folder, $"data-{units}"), output = Path.Combine(folder, $"result-{units}");
            if (!File.Exists(Path.Combine(data, "results.csv")))
                SyntheticData.Write(data, SyntheticData.Rules(), units, 0);
            string[] arguments = ["score", SyntheticData.RulesPath, data, "--only", "ranking,targets", "--no-timestamp", "--out", output];
            Median(danvan, arguments, 1);
            if (units <= 100_000)
                CheckAnswer(data, output);
            int runs = units <= 5_000 ? 15 : units <= 100_000 ? 5 : 1;
            var (seconds, peak) = Median(danvan, arguments, runs);
            double parse = Parse(Path.Combine(data, "results.csv"), runs);
            times.Add((units, seconds));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {units:#,0} | {Shown(seconds)} | {seconds / start:0.0} | {Shown(parse)} | {seconds / parse:0.0} | {peak / 1e6:#,0} MB |"));
        }
        if (times.Count > 1)
            Plot.Write(Path.Combine(folder, "performance-units.png"), "danvan score --only ranking,targets, 40 columns", "units", "seconds", [new PlotLine("whole command", LinePattern.Solid, times)]);
    }

    private static string Publish(string folder, string project, string name, bool selfContained)
    {
        string output = Path.Combine(folder, name);
        string program = Path.Combine(output, OperatingSystem.IsWindows() ? name + ".exe" : name);
        if (File.Exists(program))
            return program;
        string[] arguments = selfContained ? ["--self-contained", "-r", System.Runtime.InteropServices.RuntimeInformation.RuntimeIdentifier] : [];
        using var publish = Process.Start("dotnet", ["publish", project, "-c", "Release", "-o", output, "-v", "quiet", .. arguments]);
        publish.WaitForExit();
        return publish.ExitCode == 0 ? program : throw new InvalidOperationException($"{project} cannot be published; run this in the folder of the repository.");
    }

    /// <summary>The ranking that the command wrote is, byte for byte, that of the library in this process.</summary>
    private static void CheckAnswer(string data, string output)
    {
        var findings = new DiagnosticBag();
        using var reading = DatasetReader.Read(data, SyntheticData.Rules(), findings)!;
        using var ranking = new MemoryStream();
        new ResultTables(Result.Of(SyntheticData.Rules(), reading.Data, findings), CsvStyle.Office).WriteRanking(ranking);
        if (!ranking.ToArray().AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(output, "ranking.csv"))))
            throw new InvalidOperationException($"{output}: the ranking is not that of the library.");
    }

    private static (double Seconds, long Peak) Median(string program, string[] arguments, int runs)
    {
        var times = new List<double>();
        long peak = 0;
        for (int i = 0; i < runs; i++)
        {
            var watch = Stopwatch.StartNew();
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var errors = new StringBuilder();
            process.ErrorDataReceived += (_, line) => errors.AppendLine(line.Data);
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            while (!process.WaitForExit(50))
                peak = Math.Max(peak, PeakOf(process));
            times.Add(watch.Elapsed.TotalSeconds);
            if (process.ExitCode != 0)
                throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}:\n{errors}");
        }
        return (times.Order().ElementAt(runs / 2), peak);
    }

    private static long PeakOf(Process process)
    {
        try
        {
            process.Refresh();
            return process.PeakWorkingSet64;
        }
        catch (InvalidOperationException)
        {
            return 0; // it ended meanwhile
        }
    }

    private static double Parse(string results, int runs)
    {
        CsvBaseline.ParseDecimals(results);
        var times = new List<double>();
        for (int i = 0; i < runs; i++)
        {
            var watch = Stopwatch.StartNew();
            CsvBaseline.ParseDecimals(results);
            times.Add(watch.Elapsed.TotalSeconds);
        }
        return times.Order().ElementAt(runs / 2);
    }

    private static string Shown(double seconds) => seconds < 1
        ? string.Create(CultureInfo.InvariantCulture, $"{seconds * 1000:0} ms")
        : string.Create(CultureInfo.InvariantCulture, $"{seconds:0.0} s");
}
