using DanVan.Scoring.Data;
using DanVan.Scoring.Diagnostics;
using DanVan.Scoring.Expressions;
using DanVan.Scoring.Loading;
using DanVan.Scoring.Rules;
using DanVan.Scoring.Scoring;

namespace DanVan.Scoring.Tests.Engine;

/// <summary>Once its buffers are there, the engine allocates nothing for a unit, whatever the manner.</summary>
public sealed class AllocationTests
{
    private const int Blocks = 8;
    private const int MostBytesPerBlock = 8 * 1024; // 1,024 units: below what an object a unit would take

    [Fact]
    public void Scoring_AllocatesNothingPerUnit()
    {
        var ruleSet = RuleSetLoader.Load("benchmark.json", File.ReadAllBytes(Path.Combine(Testing.Repository, "benchmarks", "DanVan.Scoring.Benchmarks", "benchmark.json")), new DiagnosticBag())!;
        var data = Data(ruleSet);
        var frame = new CellFrame(data);
        var scorer = new Scorer(ruleSet, data, frame, PopulationObserver.Observe(ruleSet, data, default), new BlockSheet(ruleSet));
        var findings = new DiagnosticBag();
        ScoreAll();
        long before = GC.GetAllocatedBytesForCurrentThread();
        ScoreAll();
        long perBlock = (GC.GetAllocatedBytesForCurrentThread() - before) / Blocks;
        Assert.Empty(findings.Sorted());
        Assert.InRange(perBlock, 0, MostBytesPerBlock);

        void ScoreAll()
        {
            for (int block = 0; block < Blocks; block++)
            {
                frame.MoveTo(block * Frame.BlockSize, Frame.BlockSize);
                scorer.Score(findings);
            }
        }
    }

    private static Dataset Data(RuleSet ruleSet)
    {
        var place = new Place { File = "units.csv" };
        var builder = new DatasetBuilder(ruleSet, Enumerable.Range(0, Blocks * Frame.BlockSize).Select(unit => new Unit
        {
            Index = unit,
            Code = $"U{unit:D5}",
            Name = $"Đơn vị {unit}",
            Kind = ruleSet.UnitKinds[0].Id,
            Group = ruleSet.Groups[unit % ruleSet.Groups.Length].Id,
            Place = place,
        }), new DiagnosticBag());
        var random = new System.Random(7);
        for (int unit = 0; unit < Blocks * Frame.BlockSize; unit++)
        {
            builder.NameRow(unit, "results.csv", unit + 2, unit + 1);
            foreach (var field in ruleSet.Fields)
            {
                var column = builder.ColumnOf(field.Index);
                if (field.Type == FieldType.YesNo)
                    DatasetBuilder.Set(column, unit, random.Next(2) == 0);
                else if (field.Type == FieldType.Date)
                    DatasetBuilder.Set(column, unit, new DateOnly(2023, 11, 1).AddDays(random.Next(-5, 15)));
                else
                    DatasetBuilder.Set(column, unit, field.Type == FieldType.Percent ? random.Next(100) / 100m : field.Id.StartsWith("answer", StringComparison.Ordinal) ? random.Next(1, 6) : (decimal)random.Next(50, 90));
            }
        }
        return builder.Build();
    }
}
