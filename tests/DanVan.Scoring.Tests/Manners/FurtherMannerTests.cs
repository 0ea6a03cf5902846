using DanVan.Scoring.Data;
using DanVan.Scoring.Diagnostics;
using DanVan.Scoring.Scoring;
using DanVan.Scoring.Values;
using static DanVan.Scoring.Tests.Testing;

namespace DanVan.Scoring.Tests.Manners;

/// <summary>
/// Against the last period, survey, imported, formula, step table: hand-computed cases and their edges. The criterion has
/// 10 points.
/// </summary>
public sealed class FurtherMannerTests
{
    private const string Last = """{ "type": "againstLast", "value": "a", "previous": "b", "same": 4, "worse": 1, "whenNoPrevious": "missing" }""";

    // Plan of Gia Bình ward 2024, III.4: the reform index is to be above that of 2023.
    [Theory]
    [InlineData("88.5", "87.9", "10")] // above: full points
    [InlineData("88.5", "88.5", "4")] // the same
    [InlineData("88.4999999999", "88.5", "4")] // the same in nine decimals
    [InlineData("88.499999999", "88.5", "1")] // a billionth below
    [InlineData("0", "0", "4")]
    [InlineData("-2", "-3", "10")]
    public void AgainstLast_Change_DecidesThePoints(string value, string previous, string points) =>
        Assert.Equal((Parse(points), CellState.Value), Score(Last, ("a", Parse(value)), ("b", Parse(previous))));

    [Theory]
    [InlineData("3", "5", "10")] // fewer is better
    [InlineData("5", "3", "0")]
    public void AgainstLast_LowerIsBetter_TurnsItAround(string value, string previous, string points) => Assert.Equal(Parse(points), Score(
        """{ "type": "againstLast", "value": "a", "previous": "b", "better": "lower", "same": 4, "whenNoPrevious": "zero" }""", ("a", Parse(value)), ("b", Parse(previous))).Points);

    [Theory]
    [InlineData("zero", CellState.Value)]
    [InlineData("missing", CellState.Missing)]
    [InlineData("notApplicable", CellState.NotApplicable)]
    public void AgainstLast_NothingToCompareWith_IsDecidedByTheRule(string rule, CellState state) => Assert.Equal((0m, state),
        Score($$"""{ "type": "againstLast", "value": "a", "previous": "b", "same": 4, "whenNoPrevious": "{{rule}}" }""", ("a", 5)));

    [Fact]
    public void AgainstLast_ThisPeriodBlank_IsMissing() => Assert.Equal(CellState.Missing, Score(Last, ("b", 5)).State);

    [Fact]
    public void AgainstLast_ReadsThePreviousPeriod()
    {
        var ruleSet = Load(OneCriterion("""{ "type": "againstLast", "value": "a", "previous": "previous.a", "same": 4, "whenNoPrevious": "missing" }"""));
        var builder = Builder(ruleSet, new DiagnosticBag(), Cells(("a", 6)));
        DatasetBuilder.Set(builder.ColumnOf(0, isPrevious: true), 0, 5m);
        Assert.Equal(10, Evaluation.Of(ruleSet, builder.Build(), new DiagnosticBag()).Sheet.Points(1)[0]);
    }

    private static string Survey(string more = "") => $$"""
        { "type": "survey", "whenNoForms": "notApplicable", {{more}} "groups": [
          { "title": "Citizens", "weight": 60, "forms": "a", "questions": ["b"] }, { "title": "Businesses", "weight": 40, "forms": "c", "questions": ["b / 2"] } ] }
        """;

    // The survey part of the reform index: groups of respondents, weighted. 10 × (60 × 80 % + 40 × 40 %) ÷ 100 = 6.4.
    [Fact]
    public void Survey_Groups_CountByTheirWeight() => Assert.Equal((6.4m, CellState.Value), Score(Survey(), ("a", 100), ("b", 0.8m), ("c", 50)));

    [Theory]
    [InlineData("1", "0")] // the least answer
    [InlineData("4", "7.5")] // 10 × (4 − 1) ÷ (5 − 1)
    [InlineData("5", "10")]
    public void Survey_ScaleOfOneToFive_StartsAtOne(string mean, string points) => Assert.Equal(Parse(points), Score(
        """{ "type": "survey", "least": 1, "most": 5, "whenNoForms": "none", "groups": [ { "title": "Citizens", "forms": "a", "questions": ["b"] } ] }""", ("a", 9), ("b", Parse(mean))).Points);

    [Fact]
    public void Survey_Questions_CountEqually() => Assert.Equal(9m, Score(
        """{ "type": "survey", "whenNoForms": "none", "groups": [ { "title": "Citizens", "forms": "a", "questions": ["b", "b + 0.1", "b + 0.2"] } ] }""", ("a", 9), ("b", 0.8m)).Points);

    [Fact]
    public void Survey_GroupWithoutForms_LeavesItsWeightToTheOthers() => Assert.Equal(8m, Score(Survey(), ("a", 100), ("b", 0.8m), ("c", 0)).Points);

    [Theory]
    [InlineData("full", "10", CellState.Value)]
    [InlineData("none", "0", CellState.Value)]
    [InlineData("notApplicable", "0", CellState.NotApplicable)]
    public void Survey_NoFormsAtAll_IsDecidedByTheRule(string rule, string points, CellState state) => Assert.Equal((Parse(points), state), Score(
        $$"""{ "type": "survey", "whenNoForms": "{{rule}}", "groups": [ { "title": "Citizens", "forms": "a", "questions": ["b"] } ] }""", ("a", 0)));

    [Fact]
    public void Survey_AnswerOutsideItsScale_OrNegativeForms_AreInvalid()
    {
        Assert.Equal(CellState.Invalid, Score(Survey(), ("a", 100), ("b", 1.1m), ("c", 50)).State);
        Assert.Equal(CellState.Invalid, Score(Survey(), ("a", -1), ("b", 0.8m), ("c", 50)).State);
        Assert.Equal(CellState.Missing, Score(Survey(), ("a", 100), ("b", 0.8m)).State);
    }

    [Theory]
    [InlineData(29, 1)]
    [InlineData(30, 0)]
    [InlineData(0, 0)]
    public void Survey_FewForms_AreFlaggedAndCount(int forms, int warnings)
    {
        var ruleSet = Load(OneCriterion(Survey("\"fewForms\": 30,")));
        var diagnostics = new DiagnosticBag();
        var evaluation = Evaluation.Of(ruleSet, DataOf(ruleSet, Cells(("a", forms), ("b", 0.8m), ("c", 50))), diagnostics);
        Assert.Equal(warnings, diagnostics.CountOf("SC4008"));
        Assert.True(evaluation.Sheet.HasScore(0));
    }

    // Quảng Bình: the 15 points that hang on the reform index. 10 × 85.6 ÷ 100 = 8.56.
    [Theory]
    [InlineData("85.6", "8.56")]
    [InlineData("0", "0")]
    [InlineData("100", "10")]
    public void Imported_Index_IsRescaled(string index, string points) =>
        Assert.Equal((Parse(points), CellState.Value), Score("""{ "type": "imported", "value": "a", "outOf": 100 }""", ("a", Parse(index))));

    [Theory]
    [InlineData("-0.1")]
    [InlineData("100.1")]
    public void Imported_OutsideItsScale_IsInvalid(string index) =>
        Assert.Equal(CellState.Invalid, Score("""{ "type": "imported", "value": "a", "outOf": 100 }""", ("a", Parse(index))).State);

    [Theory]
    [InlineData("3", "6.5")] // 2 × 3 + 0.5
    [InlineData("9", "10")] // 18.5, held
    [InlineData("-9", "0")] // held
    public void Formula_Result_IsHeldWithinZeroAndMax(string a, string points) =>
        Assert.Equal((Parse(points), CellState.Value), Score("""{ "type": "formula", "points": "2 * a + 0.5" }""", ("a", Parse(a))));

    [Fact]
    public void Formula_WithoutResult_IsInvalid() => Assert.Equal(CellState.Invalid, Score("""{ "type": "formula", "points": "a / b" }""", ("a", 1), ("b", 0)).State);

    // A district Youth Union table of 2015: "one quarterly or three monthly reports missing" loses points.
    private const string Reports = """
        { "type": "stepTable", "rows": [ { "when": "a = 0 and b = 0", "points": 10 }, { "when": "a = 0 and b <= 2", "points": 7 }, { "when": "a >= 1 or b >= 3", "points": 2 } ] }
        """;

    [Theory]
    [InlineData(0, 0, "10")]
    [InlineData(0, 2, "7")]
    [InlineData(0, 3, "2")] // three monthly ones
    [InlineData(1, 0, "2")] // one quarterly one
    public void StepTable_FirstRowThatHolds_GivesThePoints(int quarterly, int monthly, string points) =>
        Assert.Equal((Parse(points), CellState.Value), Score(Reports, ("a", quarterly), ("b", monthly)));

    [Fact]
    public void StepTable_RowThatCannotBeTold_EndsTheSearch()
    {
        Assert.Equal(CellState.Missing, Score(Reports, ("a", 0)).State); // b may be 0 or 3
        Assert.Equal(CellState.Missing, Score(Reports, ("b", 0)).State);
    }

    [Fact]
    public void StepTable_NoRowHolds_IsInvalidAndSaysSo()
    {
        var ruleSet = Load(OneCriterion("""{ "type": "stepTable", "rows": [ { "when": "a > 5", "points": 10 } ] }"""));
        var diagnostics = new DiagnosticBag();
        var evaluation = Evaluation.Of(ruleSet, DataOf(ruleSet, Cells(("a", 5))), diagnostics);
        Assert.Equal((CellState.Invalid, 1), (evaluation.Sheet.States(1)[0], diagnostics.CountOf("SC4001")));
    }

    [Fact]
    public void StepTable_WholeTable_HasNoGapsToReport()
    {
        TryLoad(OneCriterion(Reports), out var diagnostics); // a and b are numbers: 0.5 reports fall between the rows
        Assert.Equal(1, diagnostics.CountOf("RS1121"));
        TryLoad(OneCriterion(Reports).Replace("\"b\": { \"label\": \"B\", \"type\": \"number\" }", "\"b\": { \"label\": \"B\", \"type\": \"count\" }", StringComparison.Ordinal)
            .Replace("\"a\": { \"label\": \"A\", \"type\": \"number\" }", "\"a\": { \"label\": \"A\", \"type\": \"count\" }", StringComparison.Ordinal), out diagnostics);
        Assert.Empty(diagnostics.Sorted());
    }

    private static decimal Parse(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
