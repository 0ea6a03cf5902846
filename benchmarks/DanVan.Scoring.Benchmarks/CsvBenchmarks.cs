using BenchmarkDotNet.Attributes;
using DanVan.Scoring.Diagnostics;
using DanVan.Scoring.Files.Reading;
using DanVan.Scoring.Rules;
using DanVan.Scoring.Values;

namespace DanVan.Scoring.Benchmarks;

/// <summary>Intake of a dataset of 100,000 units and 40 columns beside what CsvHelper alone needs for the file of results, on one thread.</summary>
[MemoryDiagnoser]
public class CsvBenchmarks
{
    private const int Units = 100_000;

    private readonly string _folder = Directory.CreateTempSubdirectory("danvan-benchmark-").FullName;
    private RuleSet _rules = null!;

    private string Results => Path.Combine(_folder, "results.csv");

    /// <summary>Writes the files, and sees that the intake gives what was written.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _rules = SyntheticData.Rules();
        SyntheticData.Write(_folder, _rules, Units, 0);
        var written = SyntheticData.Build(_rules, Units, 0);
        using var read = Read(keepsCells: true);
        for (int field = 0; field < _rules.Fields.Length; field++)
            for (int unit = 0; unit < Units; unit++)
                if (!Equals(written.Fields[field][unit], read.Data.Fields[field][unit]))
                    throw new InvalidOperationException($"{_rules.Fields[field].Id} of unit {unit}: {read.Data.Fields[field][unit]} read, {written.Fields[field][unit]} written.");
    }

    /// <summary>Deletes the files.</summary>
    [GlobalCleanup]
    public void Cleanup() => Directory.Delete(_folder, recursive: true);

    /// <summary>CsvHelper moves through the records.</summary>
    [Benchmark]
    public long CsvHelperRead() => CsvBaseline.Read(Results);

    /// <summary>CsvHelper parses every number, knowing how it is written.</summary>
    [Benchmark(Baseline = true)]
    public decimal CsvHelperParse() => CsvBaseline.ParseDecimals(Results);

    /// <summary>The intake: units and results checked, number styles recognised, all cells held; on all cores.</summary>
    [Benchmark]
    public int Intake()
    {
        using var reading = Read(keepsCells: true);
        return reading.Data.Units.Length;
    }

    /// <summary>The intake for rankings and targets: cells are read block by block when they are needed, here once.</summary>
    [Benchmark]
    public int IntakeByBlocks()
    {
        using var reading = Read(keepsCells: false);
        int cells = 0;
        PartWork.Run<int>(reading.Data.Cells!.Parts, () => part => reading.Data.Cells.Read(part, null, new DiagnosticBag()).Sum(block => block.Count), count => cells += count);
        return cells;
    }

    private DatasetReading Read(bool keepsCells) => DatasetReader.Read(_folder, _rules, new DiagnosticBag(), keepsCells: keepsCells) ?? throw new InvalidOperationException("The dataset cannot be read.");
}
