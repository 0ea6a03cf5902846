using DanVan.Scoring.Values;
using static DanVan.Scoring.Tests.Testing;

namespace DanVan.Scoring.Tests.Manners;

/// <summary>Each manner on hand-computed cases, its edges first. The criterion has 10 points.</summary>
public sealed class MannerTests
{
    private const string Share = """{ "type": "proportional", "part": "a", "whole": "b", "whenNone": "notApplicable" }""";

    [Theory]
    [InlineData(true, 10)]
    [InlineData(false, 0)]
    public void AllOrNothing_Condition_GivesAllOrNothing(bool met, int points) =>
        Assert.Equal((points, CellState.Value), Score("""{ "type": "allOrNothing", "met": "yes" }""", ("yes", met)));

    [Fact]
    public void AllOrNothing_MissingCell_IsMissingNotZero() =>
        Assert.Equal(CellState.Missing, Score("""{ "type": "allOrNothing", "met": "yes" }""").State);

    [Theory]
    [InlineData("45", "50", "9")] // 10 × 45 ÷ 50
    [InlineData("1", "3", "3.333333333")] // 10 ÷ 3, nine decimals
    [InlineData("2", "3", "6.666666667")] // half away from zero
    [InlineData("60", "50", "10")] // more than the whole: full points, no more
    [InlineData("0", "50", "0")]
    public void Proportional_PartOfWhole_GivesItsShare(string part, string whole, string points) =>
        Assert.Equal((Parse(points), CellState.Value), Score(Share, ("a", Parse(part)), ("b", Parse(whole))));

    /// <summary>10 × a ÷ (a ÷ b × 80 %) is 10 × b ÷ 0.8 = 4.1666666625: an exact half in the tenth decimal, behind two divisions.</summary>
    [Fact]
    public void Proportional_ExactHalfBehindTwoDivisions_RoundsAwayFromZero() => Assert.Equal(4.166666663m, Score(
        """{ "type": "proportional", "part": "a", "whole": "a / b", "target": "80%", "whenNone": "none" }""", ("a", 4.999999999m), ("b", 0.333333333m)).Points);

    [Theory]
    [InlineData("full", "10", CellState.Value)]
    [InlineData("none", "0", CellState.Value)]
    [InlineData("notApplicable", "0", CellState.NotApplicable)]
    public void Proportional_ZeroOfZero_IsDecidedByTheRule(string whenNone, string points, CellState state) =>
        Assert.Equal((Parse(points), state), Score($$"""{ "type": "proportional", "part": "a", "whole": "b", "whenNone": "{{whenNone}}" }""", ("a", 0), ("b", 0)));

    [Theory]
    [InlineData(5, 0)]
    [InlineData(5, -2)]
    public void Proportional_PartWithoutWhole_IsInvalid(int part, int whole) =>
        Assert.Equal(CellState.Invalid, Score(Share, ("a", part), ("b", whole)).State);

    [Theory]
    [InlineData("40", "0")] // below the floor of 50 %
    [InlineData("49.999999", "0")]
    [InlineData("50", "6.25")] // on the floor: 10 × 50 % ÷ 80 %
    [InlineData("80", "10")] // on the target
    [InlineData("79", "9.875")]
    public void Proportional_FloorAndTarget_HoldAtTheirEdges(string part, string points) =>
        Assert.Equal(Parse(points), Score(
            """{ "type": "proportional", "part": "a", "whole": "b", "target": "80%", "floor": "50%", "whenNone": "none" }""", ("a", Parse(part)), ("b", 100)).Points);

    [Fact]
    public void Proportional_StrongestState_Wins()
    {
        Assert.Equal(CellState.Missing, Score(Share, ("a", NotApplicable)).State);
        Assert.Equal(CellState.NotApplicable, Score(Share, ("a", NotApplicable), ("b", 5)).State);
        Assert.Equal(CellState.Invalid, Score(Share, ("a", CellState.Invalid)).State);
    }

    [Theory]
    [InlineData("100", "10")]
    [InlineData("90", "10")] // lower edge is in
    [InlineData("89.999999999", "6")]
    [InlineData("89.9999999999", "10")] // equal to the edge in nine decimals
    [InlineData("70", "6")]
    [InlineData("-5", "0")]
    public void Bands_Value_FallsInTheFirstStepItReaches(string value, string points) =>
        Assert.Equal(Parse(points), Score("""{ "type": "bands", "value": "a", "steps": [ { "from": 90, "points": 10 }, { "from": 70, "points": 6 }, { "points": 0 } ] }""",
            ("a", Parse(value))).Points);

    [Theory]
    [InlineData(9, 10, "10")]
    [InlineData(2, 3, "0")]
    [InlineData(0, 0, "10")]
    public void Bands_OfAShare_DivideFirst(int value, int whole, string points) =>
        Assert.Equal(Parse(points), Score(
            """{ "type": "bands", "value": "a", "whole": "b", "whenNone": "full", "steps": [ { "from": "90%", "points": 10 }, { "points": 0 } ] }""", ("a", value), ("b", whole)).Points);

    [Theory]
    [InlineData(0, "0")]
    [InlineData(3, "4.5")]
    [InlineData(7, "10")] // 10.5, capped
    public void PerItem_Count_IsCapped(int count, string points) =>
        Assert.Equal(Parse(points), Score("""{ "type": "perItem", "count": "a", "pointsEach": 1.5 }""", ("a", count)).Points);

    [Fact]
    public void PerItem_NegativeCount_IsInvalid() =>
        Assert.Equal(CellState.Invalid, Score("""{ "type": "perItem", "count": "a", "pointsEach": 1.5 }""", ("a", -1)).State);

    [Theory]
    [InlineData(0, "10")]
    [InlineData(2, "6")]
    [InlineData(4, "2")] // the minimum
    [InlineData(1_000_000, "2")]
    public void PerEvent_Count_TakesOffDownToTheMinimum(int count, string points) =>
        Assert.Equal(Parse(points), Score("""{ "type": "perEvent", "count": "a", "pointsOff": 2, "minimum": 2 }""", ("a", count)).Points);

    // "chậm nhất ngày 01/11/2023": the day is on time. "trước ngày 30/10": the 29th is the last.
    [Theory]
    [InlineData("deadline", "2023-11-01", "10")]
    [InlineData("deadline", "2023-11-02", "5")]
    [InlineData("deadline", "2023-11-06", "5")] // five days late
    [InlineData("deadline", "2023-11-07", "0")]
    [InlineData("before", "2023-10-29", "10")]
    [InlineData("before", "2023-10-30", "5")]
    public void Timeliness_Date_CountsFromTheLastDayOnTime(string deadline, string date, string points) =>
        Assert.Equal(Parse(points), Score(
            $$"""{ "type": "timeliness", "date": "day", "deadline": "{{deadline}}", "whenMissing": "zero", "lateSteps": [ { "upToDays": 5, "points": 5 } ] }""",
            ("day", DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture))).Points);

    [Theory]
    [InlineData("zero", CellState.Value)]
    [InlineData("missing", CellState.Missing)]
    [InlineData("notApplicable", CellState.NotApplicable)]
    public void Timeliness_NoDate_IsDecidedByTheRule(string whenMissing, CellState state) =>
        Assert.Equal((0m, state), Score($$"""{ "type": "timeliness", "date": "day", "deadline": "deadline", "whenMissing": "{{whenMissing}}" }"""));

    [Fact]
    public void Judged_WithoutPanel_IsMissing() => Assert.Equal(CellState.Missing, Score("""{ "type": "judged" }""").State);

    private static decimal Parse(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
