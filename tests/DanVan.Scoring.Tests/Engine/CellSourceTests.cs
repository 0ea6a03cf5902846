using DanVan.Scoring.Data;
using DanVan.Scoring.Diagnostics;
using DanVan.Scoring.Rules;
using DanVan.Scoring.Scoring;
using DanVan.Scoring.Tests.Oracle;
using DanVan.Scoring.Values;
using FsCheck.Fluent;

namespace DanVan.Scoring.Tests.Engine;

/// <summary>Cells that are read block by block, in any order, give what cells in memory give.</summary>
public sealed class CellSourceTests
{
    [Fact]
    public void CellsReadInBlocksInAnyOrder_GiveTheSameRanksRatingsAndTargets()
    {
        foreach (var (number, model) in ModelGenerator.Models.Generator.Sample(1, 150).Index())
        {
            var ruleSet = Testing.Load(model.ToJson());
            var large = model with { Units = [.. Enumerable.Range(0, number % 10 == 0 ? 2_500 : model.Units.Count).Select(i => model.Units[i % model.Units.Count])] };
            var held = ModelRun.Evaluate(ruleSet, large);
            var source = new ShuffledCells(ruleSet, held.Data, seed: number);
            DiagnosticBag fromMemory = new(), fromBlocks = new();
            held = Evaluation.Of(ruleSet, held.Data, fromMemory);
            var read = Evaluation.Of(ruleSet, held.Data.ReadFrom(ruleSet, source), fromBlocks);
            for (int unit = 0; unit < large.Units.Count; unit++)
            {
                Assert.Equal(
                    (held.Sheet.StateOf(unit), held.Sheet.Score(unit), held.Outcomes.RatingId(unit), held.Outcomes.RankWithin(unit), held.Outcomes.RankOverall(unit)),
                    (read.Sheet.StateOf(unit), read.Sheet.Score(unit), read.Outcomes.RatingId(unit), read.Outcomes.RankWithin(unit), read.Outcomes.RankOverall(unit)));
                foreach (var section in ruleSet.Sections)
                    Assert.Equal(held.Sheet.Points(section.Index)[unit], read.Sheet.Points(section.Index)[unit]);
            }
            foreach (var (expected, found) in held.Targets.Zip(read.Targets))
            {
                Assert.Equal((expected.Numerator, expected.Denominator, expected.Verdict), (found.Numerator, found.Denominator, found.Verdict));
                Assert.Equal(expected.FailingUnits, found.FailingUnits);
            }
            Assert.Equal(held.Ranking, read.Ranking);
            Assert.Equal(Texts(fromMemory), Texts(fromBlocks));
        }
    }

    [Fact]
    public void PointsOfCriteria_AreNotKept_WhereOnlyTotalsAreWanted()
    {
        var drawn = ModelGenerator.Models.Generator.Sample(1, 1)[0];
        var model = drawn with { Units = [.. drawn.Units.Select(unit => unit with { Self = new Dictionary<string, decimal>() })] };
        var held = ModelRun.Evaluate(model);
        var lean = Evaluation.Of(held.RuleSet, held.Data, new DiagnosticBag(), keepsCriteria: false);
        Assert.Equal(held.Ranking, lean.Ranking);
        Assert.All(held.RuleSet.Sections, section => Assert.Equal(held.Sheet.Points(section.Index).ToArray(), lean.Sheet.Points(section.Index).ToArray()));
        Assert.All(held.RuleSet.Sections.SelectMany(section => section.Children), child => Assert.Equal(0, lean.Sheet.Points(child).Length));
    }

    private static IEnumerable<string> Texts(DiagnosticBag findings) => findings.Sorted().Select(finding => finding.Describe(Language.English));

    /// <summary>Hands out the cells of a dataset in another order, in parts of uneven size.</summary>
    private sealed class ShuffledCells : ICellSource
    {
        private readonly RuleSet _ruleSet;
        private readonly Dataset _data;
        private readonly int[][] _parts;

        public ShuffledCells(RuleSet ruleSet, Dataset data, int seed)
        {
            (_ruleSet, _data) = (ruleSet, data);
            int[] units = [.. Enumerable.Range(0, data.Units.Length)];
            new System.Random(seed).Shuffle(units);
            _parts = [.. units.Chunk(1 + (seed % 7 == 0 ? 1_700 : seed % 5))];
        }

        public int Parts => _parts.Length;

        public bool HasCells(int unit) => _data.Fields.Any(column => column.States[unit] != CellState.Missing);

        public IEnumerable<CellBlock> Read(int part, IReadOnlySet<int>? fields, DiagnosticBag diagnostics)
        {
            var block = new CellBlock(_ruleSet.Fields, fields);
            foreach (int unit in _parts[part])
            {
                if (block.IsFull)
                {
                    yield return block;
                    block.Clear();
                }
                int position = block.Add(unit);
                foreach (var column in block.Columns)
                    column?.Copy(position, _data.Fields[column.Field.Index], unit);
            }
            yield return block;
        }
    }
}
