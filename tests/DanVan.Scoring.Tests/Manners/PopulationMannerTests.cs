using DanVan.Scoring.Diagnostics;
using DanVan.Scoring.Scoring;
using DanVan.Scoring.Values;
using static DanVan.Scoring.Tests.Testing;

namespace DanVan.Scoring.Tests.Manners;

/// <summary>Manners that compare units: hand-computed cases and their edges. The criterion has 10 points.</summary>
public sealed class PopulationMannerTests
{
    private const string Best = """{ "type": "relativeToBest", "actual": "a", "target": "b", "within": [], "whenNone": "notApplicable" }""";
    private const string Share = """{ "type": "shareOfBest", "value": "a", "within": [], "whenNone": "none" }""";
    private const string MinMax = """{ "type": "minMax", "value": "a", "within": [], "whenTied": "full" }""";

    /// <summary>
    /// The formula of the police emulation software (domain notes §3.3), M = 10, leader 20 of 10, so L = 2:
    /// 5 of 10: ½·10·0.5 = 2.5; 10 of 10: 5; 15 of 10: 5 + 5·(1.5 − 1)÷(2 − 1) = 7.5; the leader: 10.
    /// </summary>
    [Fact]
    public void RelativeToBest_Formula_GivesHalfOnTargetAndAllToTheLeader() =>
        Assert.Equal([2.5m, 5, 7.5m, 10], Points(Best, (5, 10), (10, 10), (15, 10), (20, 10)));

    [Fact]
    public void RelativeToBest_LateCorrectionOfTheLeader_MovesTheOthers() =>
        Assert.Equal([6.25m, 10], Points(Best, (15, 10), (30, 10))); // 5 + 5·0.5÷2

    [Fact]
    public void RelativeToBest_NobodyBeatsTheTarget_NobodyPassesHalf() => Assert.Equal([0, 4.5m, 5], Points(Best, (0, 10), (9, 10), (10, 10)));

    [Fact]
    public void RelativeToBest_LeadersTied_AllGetFullPoints() => Assert.Equal([10m, 10, 10], Points(Best, (12, 10), (6, 5), (24, 20)));

    [Fact]
    public void RelativeToBest_OneUnitAboveTarget_IsItsOwnLeader() => Assert.Equal([10m], Points(Best, (11, 10)));

    [Fact]
    public void RelativeToBest_WithoutTarget_IsComparedWithTheBestWithoutTarget() =>
        Assert.Equal([5m, 10, 10], Points(Best, (4, 0), (8, 0), (99, 10))); // 4 and 8 are apart from the unit with a target

    [Fact]
    public void RelativeToBest_TargetNotApplicable_IsNoTarget_BlankIsMissing()
    {
        var evaluation = Evaluate(OneCriterion(Best), Cells(("a", 4), ("b", NotApplicable)), Cells(("a", 4)));
        Assert.Equal((10m, CellState.Value), (evaluation.Sheet.Points(1)[0], evaluation.Sheet.States(1)[0]));
        Assert.Equal(CellState.Missing, evaluation.Sheet.States(1)[1]);
    }

    [Fact]
    public void RelativeToBest_NothingAssignedNothingDone_IsDecidedByTheRule() =>
        Assert.Equal([CellState.NotApplicable, CellState.NotApplicable], States(Best, (0, 0), (0, 0)));

    [Fact]
    public void RelativeToBest_NegativeFigures_AreInvalid() => Assert.Equal([CellState.Invalid, CellState.Invalid], States(Best, (-1, 10), (1, -10)));

    /// <summary>Lower is better: 2 × 10 − 5 = 15 achieved of 10; 2 × 10 − 0 = 20 leads; 12 falls short: 8 of 10; 25 is beyond twice the target: 0.</summary>
    [Fact]
    public void RelativeToBest_LowerIsBetter_MirrorsAtTheTarget() => Assert.Equal([7.5m, 10, 4, 0],
        Points(Best.Replace("\"within\"", "\"better\": \"lower\", \"within\"", StringComparison.Ordinal), (5, 10), (0, 10), (12, 10), (25, 10)));

    [Fact]
    public void ShareOfBest_Value_IsMeasuredAgainstTheHighest() => Assert.Equal([0, 2.5m, 10, 10], Points(Share, (0, 0), (50, 0), (200, 0), (200, 0)));

    [Fact]
    public void ShareOfBest_LowerIsBetter_IsMeasuredAgainstTheLowest() => Assert.Equal([10m, 5, 2.5m],
        Points(Share.Replace("\"within\"", "\"better\": \"lower\", \"within\"", StringComparison.Ordinal), (2, 0), (4, 0), (8, 0)));

    [Fact]
    public void ShareOfBest_LowestIsZero_OnlyZeroGetsPoints() => Assert.Equal([10m, 0],
        Points(Share.Replace("\"within\"", "\"better\": \"lower\", \"within\"", StringComparison.Ordinal), (0, 0), (4, 0)));

    [Fact]
    public void ShareOfBest_AllZero_IsDecidedByTheRule()
    {
        Assert.Equal([0m, 0], Points(Share, (0, 0), (0, 0)));
        Assert.Equal([10m, 10], Points(Share.Replace("none", "full", StringComparison.Ordinal), (0, 0), (0, 0)));
        Assert.Equal([CellState.NotApplicable], States(Share.Replace("none", "notApplicable", StringComparison.Ordinal), (0, 0)));
    }

    [Fact]
    public void ShareOfBest_Negative_IsInvalidAndDoesNotCount() => Assert.Equal([CellState.Invalid, CellState.Value], States(Share, (-5, 0), (3, 0)));

    [Fact]
    public void MinMax_Value_LiesBetweenLowestAndHighest() => Assert.Equal([0, 2.5m, 10], Points(MinMax, (-2, 0), (0, 0), (6, 0)));

    [Fact]
    public void MinMax_LowerIsBetter_TurnsItAround() => Assert.Equal([10m, 7.5m, 0],
        Points(MinMax.Replace("\"within\"", "\"better\": \"lower\", \"within\"", StringComparison.Ordinal), (-2, 0), (0, 0), (6, 0)));

    [Fact]
    public void MinMax_AllTiedOrOneUnit_IsDecidedByTheRule()
    {
        Assert.Equal([10m, 10, 10], Points(MinMax, (7, 0), (7, 0), (7, 0)));
        Assert.Equal([10m], Points(MinMax, (7, 0)));
        Assert.Equal([CellState.NotApplicable], States(MinMax.Replace("full", "notApplicable", StringComparison.Ordinal), (7, 0)));
    }

    [Fact]
    public void Within_Kind_ComparesLikeWithLike()
    {
        var evaluation = Evaluate(OneCriterion(Share.Replace("[]", "[\"kind\"]", StringComparison.Ordinal)),
            Cells(("a", 5), ("kind", "office")), Cells(("a", 10), ("kind", "office")), Cells(("a", 100), ("kind", "school")));
        Assert.Equal([5m, 10, 10], evaluation.Sheet.Points(1).ToArray());
    }

    [Fact]
    public void Population_IsThoseTheRulesScoreAndTheCriterionAppliesTo()
    {
        var units = new[] { Cells(("a", 5)), Cells(("a", 10)), Cells(("a", 100), ("kind", "school")) };
        Assert.Equal([5m, 10], Evaluate(OneCriterion(Share, root: "\"scoredUnits\": \"kind = 'office'\""), units).Sheet.Points(1)[..2].ToArray());
        Assert.Equal([5m, 10], Evaluate(OneCriterion(Share, criterion: "\"appliesTo\": \"kind = 'office'\""), units).Sheet.Points(1)[..2].ToArray());
    }

    [Fact]
    public void UnitWithoutGroup_WhereGroupsAreCompared_IsNotScored()
    {
        var ruleSet = Load(OneCriterion(Share.Replace("[]", "[\"group\"]", StringComparison.Ordinal), root: "\"groups\": { \"g\": \"G\" }, \"ranking\": { \"within\": [] }"));
        var diagnostics = new DiagnosticBag();
        var evaluation = Evaluation.Of(ruleSet, DataOf(ruleSet, Cells(("a", 5), ("group", "g")), Cells(("a", 10))), diagnostics);
        Assert.Equal((true, false, 1), (evaluation.Sheet.HasScore(0), evaluation.Sheet.HasScore(1), diagnostics.CountOf("DS3029")));
        Assert.Equal(0, diagnostics.CountOf("SC4001"));
    }

    private static decimal[] Points(string manner, params (int A, int B)[] units) => Run(manner, units).Sheet.Points(1).ToArray();

    private static CellState[] States(string manner, params (int A, int B)[] units) => Run(manner, units).Sheet.States(1).ToArray();

    private static Evaluation Run(string manner, (int A, int B)[] units) =>
        Evaluate(OneCriterion(manner), [.. units.Select(unit => Cells(("a", unit.A), ("b", unit.B)))]);
}
