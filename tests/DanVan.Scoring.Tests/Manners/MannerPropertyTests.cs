using DanVan.Scoring.Scoring;
using DanVan.Scoring.Values;
using FsCheck;
using FsCheck.Fluent;
using static DanVan.Scoring.Tests.Testing;

namespace DanVan.Scoring.Tests.Manners;

/// <summary>A law for each manner, on random figures. The criterion has 10 points.</summary>
public sealed class MannerPropertyTests
{
    private static readonly Gen<decimal> Figure = Gen.OneOf(Gen.Choose(0, 12).Select(i => (decimal)i), Gen.Choose(0, 100_000).Select(i => i / 1_000m));
    private static readonly Arbitrary<List<decimal>> Figures = Arb.From(Gen.ListOf(Figure).Where(list => list.Count > 0).Select(list => list.ToList()));

    [Fact]
    public void AllOrNothing_GivesZeroOrMax_AndNothingBetween() =>
        Law("""{ "type": "allOrNothing", "met": "a > b" }""", list => list, (_, points) => Assert.All(points, value => Assert.True(value is 0 or 10)));

    [Fact]
    public void Proportional_MorePart_NeverGivesLess() =>
        Law("""{ "type": "proportional", "part": "a", "whole": "50", "target": "80%", "floor": "30%", "whenNone": "none" }""", Sorted, (_, points) => AssertRises(points));

    [Fact]
    public void Bands_HigherValue_NeverGivesLess_WhereStepsFall() => Law(
        """{ "type": "bands", "value": "a", "steps": [ { "from": 50, "points": 10 }, { "from": 20, "points": 7 }, { "from": 5, "points": 3 }, { "points": 0 } ] }""", Sorted, (_, points) => AssertRises(points));

    [Fact]
    public void StepTable_AddingARowBehind_ChangesOnlyWhatWasNotCovered()
    {
        const string rows = """{ "when": "a > 50", "points": 10 }, { "when": "a > b and a > 3", "points": 4 }""";
        Law($$"""{ "type": "stepTable", "rows": [ {{rows}}, { "when": "a < 2", "points": 1 }, { "points": 0 } ] }""", list => list, (values, points) =>
        {
            decimal[] plain = Points($$"""{ "type": "stepTable", "rows": [ {{rows}}, { "points": 0 } ] }""", values);
            for (int i = 0; i < points.Length; i++)
                Assert.True(points[i] == plain[i] || (plain[i] == 0 && points[i] == 1));
        });
    }

    [Fact]
    public void PerItem_TwoCountsTogether_GiveNoMoreThanApart() => Law("""{ "type": "perItem", "count": "a", "pointsEach": 0.75 }""", list => list, (values, points) =>
    {
        decimal[] twice = Points("""{ "type": "perItem", "count": "a + a", "pointsEach": 0.75 }""", values);
        for (int i = 0; i < points.Length; i++)
            Assert.Equal(Math.Min(10, 2 * Math.Min(10, values[i] * 0.75m)), twice[i] < 10 ? twice[i] : Math.Min(10, 2 * points[i]));
    });

    [Fact]
    public void PerEvent_MoreEvents_NeverGiveMore() =>
        Law("""{ "type": "perEvent", "count": "a", "pointsOff": 0.3, "minimum": 1 }""", Sorted, (_, points) => AssertRises([.. points.Reverse()]));

    [Fact]
    public void Timeliness_LaterDay_NeverGivesMore() => Prop.ForAll(Arb.From(Gen.ListOf(Gen.Choose(-30, 30)).Where(list => list.Count > 0)), days =>
    {
        var sorted = days.Order().ToList();
        var evaluation = Evaluate(OneCriterion("""{ "type": "timeliness", "date": "day", "deadline": "deadline", "whenMissing": "zero", "lateSteps": [ { "upToDays": 3, "points": 6 }, { "upToDays": 9, "points": 2 } ] }"""),
            [.. sorted.Select(day => Cells(("day", new DateOnly(2023, 11, 1).AddDays(day))))]);
        AssertRises([.. evaluation.Sheet.Points(1).ToArray().Reverse()]);
    }).Check(Quick);

    [Fact]
    public void Judged_WithoutThePanel_IsMissingWhateverTheData() => Law("""{ "type": "judged" }""", list => list, (values, _) =>
        Assert.All(Run("""{ "type": "judged" }""", values).Sheet.States(1).ToArray(), state => Assert.Equal(CellState.Missing, state)));

    [Fact]
    public void AgainstLast_ExchangingThePeriods_ExchangesBetterAndWorse() =>
        Law("""{ "type": "againstLast", "value": "a", "previous": "b", "improved": 9, "same": 5, "worse": 1, "whenNoPrevious": "zero" }""", list => list, (values, points) =>
        {
            decimal[] exchanged = Points("""{ "type": "againstLast", "value": "b", "previous": "a", "improved": 9, "same": 5, "worse": 1, "whenNoPrevious": "zero" }""", values);
            Assert.All(points.Zip(exchanged), pair => Assert.Equal(10, pair.First + pair.Second));
        });

    [Fact]
    public void Survey_BetterAnswers_NeverGiveLess() =>
        Law("""{ "type": "survey", "most": 100, "whenNoForms": "none", "groups": [ { "title": "A", "weight": 3, "forms": "1", "questions": ["a", "a / 2"] }, { "title": "B", "forms": "2", "questions": ["a"] } ] }""",
            Sorted, (_, points) => AssertRises(points));

    [Fact]
    public void Imported_IsLinear() => Law("""{ "type": "imported", "value": "a", "outOf": 100 }""", list => list, (values, points) =>
        Assert.All(points.Zip(values), pair => Assert.Equal(pair.Second / 10, pair.First)));

    [Fact]
    public void Formula_IsItsExpression_WithinTheLimits() => Law("""{ "type": "formula", "points": "a * a - 7" }""", list => list, (values, points) =>
        Assert.All(points.Zip(values), pair => Assert.Equal(Math.Clamp((pair.Second * pair.Second) - 7, 0, 10), pair.First)));

    [Fact]
    public void ShareOfBest_BestHasAll_AndAnotherUnitOfMeasureChangesNothing() => Law("""{ "type": "shareOfBest", "value": "a", "within": [], "whenNone": "full" }""", list => list, (values, points) =>
    {
        Assert.Equal(10, points.Max());
        Assert.Equal(points, Points("""{ "type": "shareOfBest", "value": "a * 4", "within": [], "whenNone": "full" }""", values));
    });

    [Fact]
    public void MinMax_ShiftAndScale_ChangeNothing() => Law("""{ "type": "minMax", "value": "a", "within": [], "whenTied": "none" }""", list => list, (values, points) =>
    {
        Assert.Equal(points, Points("""{ "type": "minMax", "value": "a * 4 - 30", "within": [], "whenTied": "none" }""", values));
        Assert.True(values.Distinct().Count() == 1 ? points.All(value => value == 0) : points.Min() == 0 && points.Max() == 10);
    });

    [Fact]
    public void RelativeToBest_MoreAchieved_NeverGivesLess_AndTheLeaderHasAll() =>
        Law("""{ "type": "relativeToBest", "actual": "a", "target": "20", "within": [], "whenNone": "none" }""", Sorted, (values, points) =>
        {
            AssertRises(points);
            Assert.Equal(values[^1] > 20 ? 10 : values[^1] / 4, points[^1]);
        });

    private static readonly Config Quick = Config.QuickThrowOnFailure.WithMaxTest(150).WithReplay(42UL, 17UL);

    private static List<decimal> Sorted(List<decimal> list) => [.. list.Order()];

    private static void Law(string manner, Func<List<decimal>, List<decimal>> arrange, Action<List<decimal>, decimal[]> law) =>
        Prop.ForAll(Figures, figures => law(arrange(figures), Points(manner, arrange(figures)))).Check(Quick);

    private static decimal[] Points(string manner, List<decimal> values) => Run(manner, values).Sheet.Points(1).ToArray();

    private static Evaluation Run(string manner, List<decimal> values) =>
        Evaluate(OneCriterion(manner), [.. values.Select(value => Cells(("a", value), ("b", 6)))]);

    private static void AssertRises(decimal[] points)
    {
        for (int i = 1; i < points.Length; i++)
            Assert.True(points[i] >= points[i - 1], $"{points[i - 1]} then {points[i]}");
        Assert.All(points, value => Assert.InRange(value, 0, 10));
    }
}
