using DanVan.Scoring.Scoring;
using DanVan.Scoring.Values;
using FsCheck;
using FsCheck.Fluent;

namespace DanVan.Scoring.Tests.Oracle;

/// <summary>The engine against the naive evaluation, and laws that hold for every rule set and dataset.</summary>
public sealed class OracleTests
{
    private static readonly Config Quick = Config.QuickThrowOnFailure.WithReplay(42UL, 17UL);

    [Fact]
    public void Engine_OnGeneratedModels_AgreesWithTheNaiveEvaluation() => Check(4_000, Agrees);

    [Fact]
    public void Engine_OnAHundredThousandUnitsWithLongNumbers_AgreesWithTheNaiveEvaluation()
    {
        int units = 0;
        Prop.ForAll(ModelGenerator.LargeModels, model =>
        {
            units += model.Units.Count;
            Agrees(model);
        }).Check(Quick.WithMaxTest(LongMode.Times(4_200)));
        Assert.True(units >= 100_000, $"only {units} units");
    }

    private static void Agrees(Model model)
    {
        var evaluation = ModelRun.Evaluate(model);
        var naive = new NaiveEvaluation(model);
        for (int unit = 0; unit < model.Units.Count; unit++)
            AssertSame(model, evaluation, naive, unit);
        foreach (var (i, target) in model.Targets.Index())
        {
            var (numerator, denominator, verdict, population) = naive.Target(target);
            var result = evaluation.Targets[i];
            Assert.Equal((numerator, denominator, verdict, population),
                (Rational.Of(result.Numerator), Rational.Of(result.Denominator), result.Verdict.ToString(), result.Population));
        }
    }

    [Fact]
    public void Points_StayWithinTheirMaximum_AndSectionsAreTheSumOfTheirParts() => Check(600, model =>
    {
        var evaluation = ModelRun.Evaluate(model);
        foreach (var node in evaluation.RuleSet.Nodes)
        {
            for (int unit = 0; unit < model.Units.Count; unit++)
            {
                decimal points = evaluation.Sheet.Points(node.Index)[unit];
                Assert.InRange(Math.Abs(points), 0, node.MaxPoints);
                Assert.Equal(points, Rounding.Points(points));
                if (!node.Children.IsEmpty)
                    Assert.Equal(node.Children.Sum(child => evaluation.Sheet.Points(child)[unit]), points);
            }
        }
    });

    [Fact]
    public void Order_OfUnits_ChangesNothing() => Check(400, model =>
    {
        int[] order = [.. Enumerable.Range(0, model.Units.Count).Reverse()];
        var (first, second) = (ModelRun.Evaluate(model), ModelRun.Evaluate(model, order));
        for (int unit = 0; unit < model.Units.Count; unit++)
            Assert.Equal(Outcome(first, unit), Outcome(second, unit));
    });

    [Fact]
    public void EveryRatedUnit_FallsInExactlyOneBand() => Check(400, model =>
    {
        var evaluation = ModelRun.Evaluate(model);
        for (int unit = 0; unit < model.Units.Count; unit++)
        {
            if (!evaluation.Sheet.HasScore(unit))
                continue;
            decimal score = Rounding.Total(evaluation.Sheet.ComparableScore(unit));
            int fitting = evaluation.RuleSet.Ratings.Count(band =>
                score >= (band.From ?? decimal.MinValue) && (band.Index == 0 || score < evaluation.RuleSet.Ratings[band.Index - 1].From));
            Assert.Equal(1, fitting);
        }
    });

    [Fact]
    public void Targets_MetPlusNotMetPlusWithoutFigures_IsThePopulation() => Check(400, model =>
    {
        var evaluation = ModelRun.Evaluate(model);
        foreach (var result in evaluation.Targets.Where(result => result.Target.Share is not null))
        {
            int holding = (int)result.Numerator;
            int failing = result.Target.IsCeiling ? holding : result.FailingUnits.Length;
            int others = result.Target.IsCeiling ? result.Population - result.UnitsWithoutFigures.Length - holding : holding;
            Assert.Equal(result.Population, failing + others + result.UnitsWithoutFigures.Length);
        }
    });

    [Fact]
    public void Scaling_AllPoints_KeepsTheOrder() => Check(400, model =>
    {
        var (once, twice) = (ModelRun.Evaluate(model), ModelRun.Evaluate(model.Doubled()));
        for (int a = 0; a < model.Units.Count; a++)
        {
            Assert.Equal(once.Sheet.StateOf(a), twice.Sheet.StateOf(a));
            for (int b = 0; b < model.Units.Count; b++)
                if (once.Sheet.ComparableScore(a) - once.Sheet.ComparableScore(b) > 0.00001m) // beyond what roundings can turn
                    Assert.True(twice.Sheet.ComparableScore(a) > twice.Sheet.ComparableScore(b));
        }
    });

    [Fact]
    public void AbsoluteTargetsAndPoints_DoNotMove_WhenAUnitIsAdded() => Check(300, model =>
    {
        var more = model with { Units = [.. model.Units, model.Units[0]] };
        var (before, after) = (ModelRun.Evaluate(model), ModelRun.Evaluate(more));
        for (int unit = 0; unit < model.Units.Count; unit++)
            Assert.Equal(before.Sheet.Score(unit), after.Sheet.Score(unit));
        foreach (var (i, result) in before.Targets.Index())
            Assert.Equal(result.FailingUnits, after.Targets[i].FailingUnits.Where(unit => unit < model.Units.Count));
        int last = model.Units.Count;
        Assert.Equal(Outcome(after, 0) with { Code = "" }, Outcome(after, last) with { Code = "" }); // twins share everything
    });

    [Fact]
    public void Bettering_TheAppraisedPoints_NeverLowersScoreOrRank() => Check(400, model =>
    {
        var leaf = model.Sections[0].Criteria[0];
        var plain = model with { Gates = [] };
        Model With(decimal points) => plain with
        {
            Units = [.. plain.Units.Select((unit, i) => i > 0 || (leaf.OnlyKind is { } only && only != unit.Kind) ? unit
                : unit with { Appraised = new Dictionary<string, decimal>(unit.Appraised) { [leaf.Id] = points }, Exempt = unit.Exempt.Where(id => id != leaf.Id).ToHashSet() })],
        };
        var (low, high) = (ModelRun.Evaluate(With(Math.Round(leaf.Max / 3, 9))), ModelRun.Evaluate(With(leaf.Max)));
        Assert.Equal(low.Sheet.HasScore(0), high.Sheet.HasScore(0));
        Assert.True(high.Sheet.ComparableScore(0) >= low.Sheet.ComparableScore(0));
        Assert.True(high.Outcomes.RankOverall(0) <= low.Outcomes.RankOverall(0));
    });

    [Fact]
    public void BlockSize_DoesNotShow_InALargeDataset()
    {
        var model = ModelGenerator.Models.Generator.Sample(1, 40).MaxBy(candidate => candidate.Units.Count)!;
        var large = model with { Quotas = [], Units = [.. Enumerable.Range(0, 2_500).Select(i => model.Units[i % model.Units.Count])] };
        var (small, many) = (ModelRun.Evaluate(model with { Quotas = [] }), ModelRun.Evaluate(large));
        for (int i = 0; i < large.Units.Count; i++)
            Assert.Equal((small.Sheet.Score(i % model.Units.Count), small.Outcomes.RatingId(i % model.Units.Count)), (many.Sheet.Score(i), many.Outcomes.RatingId(i)));
    }

    [Fact]
    public void Explanation_LastStep_IsTheComputedPoints() => Check(600, model =>
    {
        foreach (var unit in ModelRun.Evaluate(model).Tell().Units)
            foreach (var node in unit.Nodes.Where(node => node is { Computed: not null, Steps.IsEmpty: false }))
                Assert.EndsWith($" = {ValueText.Number(Math.Abs(node.Computed!.Value), Language.Vietnamese)}", node.Steps[^1], StringComparison.Ordinal);
    });

    private static void AssertSame(Model model, Evaluation evaluation, NaiveEvaluation naive, int unit)
    {
        var expected = naive.Units[unit];
        foreach (var leaf in evaluation.RuleSet.Leaves)
        {
            var final = expected.Finals[leaf.Id];
            Assert.Equal((leaf.Id, final.State), (leaf.Id, evaluation.Sheet.States(leaf.Index)[unit]));
            if (final.IsValue)
                Assert.Equal((leaf.Id, final.Number), (leaf.Id, Rational.Of(Math.Abs(evaluation.Sheet.Points(leaf.Index)[unit]))));
        }
        string state = evaluation.Sheet.StateOf(unit) switch
        {
            ScoreState.Scored => "scored",
            ScoreState.FaultyData => "faulty",
            ScoreState.MissingData => "missing",
            _ => "nothing",
        };
        Assert.Equal(expected.State, state);
        if (state != "scored")
            return;
        Assert.Equal(expected.Score, Rational.Of(evaluation.Sheet.Score(unit)));
        Assert.Equal(expected.Comparable, Rational.Of(evaluation.Sheet.ComparableScore(unit)));
        Assert.Equal((expected.Rating, expected.RatingState), (evaluation.Outcomes.RatingId(unit), evaluation.Outcomes.RatingStateOf(unit).ToString()));
        Assert.Equal((expected.RankWithin, expected.RankOverall), (evaluation.Outcomes.RankWithin(unit), evaluation.Outcomes.RankOverall(unit)));
    }

    private static (string Code, ScoreState State, decimal Score, string? Rating, int Within, int Overall) Outcome(Evaluation evaluation, int unit) =>
        (evaluation.Data.Units[unit].Code, evaluation.Sheet.StateOf(unit), evaluation.Sheet.Score(unit), evaluation.Outcomes.RatingId(unit),
            evaluation.Outcomes.RankWithin(unit), evaluation.Outcomes.RankOverall(unit));

    private static void Check(int count, Action<Model> law) => Prop.ForAll(ModelGenerator.Models, law).Check(Quick.WithMaxTest(LongMode.Times(count)));
}
