using DanVan.Scoring.Diagnostics;
using DanVan.Scoring.Scoring;
using DanVan.Scoring.Values;
using static DanVan.Scoring.Tests.Testing;

namespace DanVan.Scoring.Tests.Engine;

/// <summary>What goes quietly wrong in general rule engines (an expression in a string, run late) must not here. One test a lesson.</summary>
public sealed class PeerLessonTests
{
    [Theory]
    [InlineData("""{ "type": "allOrNothing", "met": "yess" }""", "EX2006")] // a misspelt field
    [InlineData("""{ "type": "allOrNothing", "met": "yes and" }""", "EX2005")] // a syntax error
    [InlineData("""{ "type": "allOrNothing", "mett": "yes" }""", "RS1007")] // a misspelt key
    [InlineData("""{ "type": "allOrNothing", "met": "a" }""", "EX2010")] // a number where a condition belongs
    public void FaultyRule_IsFoundAtLoad_WithPlaceAndHint(string manner, string code)
    {
        Assert.Null(TryLoad(OneCriterion(manner), out var diagnostics));
        var diagnostic = diagnostics.Sorted().First(found => found.Code == code);
        Assert.Equal(9, diagnostic.Place.Line);
        Assert.NotNull(diagnostic.Place.Column);
    }

    [Fact]
    public void EmptyCells_AreAState_AndOtherUnitsScoreTheSame()
    {
        const string manner = """{ "type": "perItem", "count": "a", "pointsEach": 1 }""";
        var full = Evaluate(OneCriterion(manner), Cells(("a", 4)), Cells(("a", 5)));
        var holes = Evaluate(OneCriterion(manner), Cells(("a", 4)), Cells());
        Assert.Equal(full.Sheet.Points(1)[0], holes.Sheet.Points(1)[0]);
        Assert.Equal(CellState.Missing, holes.Sheet.States(1)[1]);
    }

    [Theory]
    [InlineData("10 / b > 3")]
    [InlineData("b / b = 1")]
    public void DivisionByZero_GivesNoPoints_AndSaysSo(string condition)
    {
        var ruleSet = Load(OneCriterion($$"""{ "type": "allOrNothing", "met": "{{condition}}" }"""));
        var diagnostics = new DiagnosticBag();
        var evaluation = Evaluation.Of(ruleSet, DataOf(ruleSet, Cells(("b", 0)), Cells(("b", 1))), diagnostics);
        Assert.False(evaluation.Sheet.HasScore(0));
        Assert.True(evaluation.Sheet.HasScore(1));
        var found = diagnostics.Sorted().First(diagnostic => diagnostic.Code == "SC4001");
        Assert.Contains("b = 0", found.Message(Language.English), StringComparison.Ordinal);
    }

    [Fact]
    public void WholeNumbers_DivideAsDecimals() =>
        Assert.Equal(10, Score("""{ "type": "allOrNothing", "met": "10 / 4 = 2.5" }""").Points);

    [Fact]
    public void Texts_CannotBeComparedAsNumbers()
    {
        TryLoad(OneCriterion("""{ "type": "allOrNothing", "met": "'10' > '9'" }"""), out var diagnostics);
        Assert.Equal("EX2010", diagnostics.Sorted()[0].Code);
    }

    [Theory]
    [InlineData("DateTime.Now > 2020-01-01")]
    [InlineData("a.GetType() = 1")]
    [InlineData("typeof(a) = 1")]
    [InlineData("System.Environment.Exit(1)")]
    [InlineData("now() > 2020-01-01")]
    public void RuleText_ReachesNothingButItsFields(string condition) =>
        Assert.Null(TryLoad(OneCriterion($$"""{ "type": "allOrNothing", "met": "{{condition}}" }"""), out _));

    [Fact]
    public void Result_SaysHowItCameAbout_WithClauseAndScale()
    {
        var evaluation = Evaluate(OneCriterion("""{ "type": "perItem", "count": "a", "pointsEach": 1 }""", "\"clause\": \"Plan II.1\""), Cells(("a", 4)));
        var node = evaluation.Explain(0, Language.English).Nodes[1];
        Assert.Equal(("Plan II.1", 4m, 10m), (evaluation.Tell().RuleSet.Nodes[1].Clause, node.Points, node.ApplicableMax));
        Assert.Equal(["min(10; 4 × 1) = 4"], node.Steps);
        Assert.Equal("results.csv row 1 (line 2), column 'a'", node.Inputs[0].Source);
    }
}
