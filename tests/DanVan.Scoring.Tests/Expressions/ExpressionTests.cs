using DanVan.Scoring.Values;
using static DanVan.Scoring.Tests.Testing;

namespace DanVan.Scoring.Tests.Expressions;

public sealed class ExpressionTests
{
    /// <summary>Conditions over a = 3, b = 4, c = blank, yes = true, day = 2023-11-05, word = x.</summary>
    [Theory]
    [InlineData("a + b * 2 = 11", true)]
    [InlineData("(a + b) * 2 = 14", true)]
    [InlineData("10 - 2 - 3 = 5", true)] // from left to right
    [InlineData("a / 3 * 3 = 3", true)]
    [InlineData("10 / 3 + 10 / 3 + 10 / 3 = 10", true)] // the residue of a division is rounded off before comparing
    [InlineData("10 / 4 = 2.5", true)]
    [InlineData("-a = 0 - 3", true)]
    [InlineData("60% = 0.6", true)]
    [InlineData("not yes", false)]
    [InlineData("yes and not a > b", true)]
    [InlineData("a > b or yes", true)]
    [InlineData("true or false and false", true)] // and binds tighter
    [InlineData("word = 'x'", true)]
    [InlineData("word in ('y', 'x')", true)]
    [InlineData("word not in ('y')", true)]
    [InlineData("a in (1, 2, 3)", true)]
    [InlineData("kind = 'office'", true)]
    [InlineData("if(a > b, 1, 2) = 2", true)]
    [InlineData("min(a, b, 1) = 1 and max(a, b) = 4", true)]
    [InlineData("round(2.5) = 3 and round(0 - 2.5) = 0 - 3 and round(1.005, 2) = 1.01", true)]
    [InlineData("abs(a - b) = 1", true)]
    [InlineData("day > 2023-11-01", true)]
    [InlineData("days(2023-11-01, day) = 4 and days(deadline, 2023-10-30) = 0 - 2", true)]
    [InlineData("has(a) and not has(c)", true)]
    [InlineData("coalesce(c, a) = 3", true)]
    [InlineData("a ≤ 3 and a ≥ 3 and a ≠ 4 and a <> 4 and a != 4", true)]
    [InlineData("half = 50%", true)]
    public void Condition_OnAUnit_Holds(string condition, bool holds) =>
        Assert.Equal((holds ? 10m : 0m, CellState.Value), Evaluate(condition));

    [Theory]
    [InlineData("c > 1", CellState.Missing)]
    [InlineData("a + c > 1", CellState.Missing)]
    [InlineData("not (c > 1)", CellState.Missing)]
    [InlineData("c > 1 or yes", CellState.Value)] // one side decides
    [InlineData("c > 1 and not yes", CellState.Value)]
    [InlineData("c > 1 and yes", CellState.Missing)]
    [InlineData("if(yes, a, c) = 3", CellState.Value)] // the branch not taken does not count
    [InlineData("if(c > 1, a, b) = 3", CellState.Missing)]
    [InlineData("c in (1, 2)", CellState.Missing)]
    [InlineData("a in (c, 3)", CellState.Value)]
    [InlineData("a in (c, 4)", CellState.Missing)]
    [InlineData("previous.a > 1", CellState.Missing)]
    [InlineData("a / (b - 4) > 3", CellState.Invalid)] // 3/0 is not "more than 3"
    [InlineData("(b - 4) / (b - 4) = 1", CellState.Invalid)]
    [InlineData("999999999999999 * 999999999999999 * a > 1", CellState.Invalid)] // too large, not an overflow
    [InlineData("parent = 'x'", CellState.Missing)]
    public void Condition_WithoutAllValues_CarriesTheState(string condition, CellState state) => Assert.Equal(state, Evaluate(condition).State);

    [Theory]
    [InlineData("a >", "EX2005", 4)]
    [InlineData("a > 0,5", "EX2002", 5)]
    [InlineData("max(1,2) > a", "EX2002", 5)]
    [InlineData("aa > 1", "EX2006", 1)]
    [InlineData("a > 'x", "EX2003", 5)]
    [InlineData("a # 1", "EX2001", 3)]
    [InlineData("yes > 1", "EX2010", 7)]
    [InlineData("word = 'z'", "EX2011", 8)]
    [InlineData("kind = 'ofice'", "EX2011", 8)]
    [InlineData("maxx(a, b) > 1", "EX2008", 1)]
    [InlineData("abs(a, b) > 1", "EX2009", 1)]
    [InlineData("total > 1", "EX2007", 1)]
    [InlineData("points('S') > 1", "EX2007", 1)]
    [InlineData("1 / 0 > a", "EX2015", 1)]
    [InlineData("day > 2023-02-30", "EX2004", 7)]
    [InlineData("1234567890123456 > a", "EX2004", 1)]
    [InlineData("   ", "EX2014", 1)]
    [InlineData("a.b > 1", "EX2005", 2)]
    public void Condition_Faulty_IsReportedAtItsPlace(string condition, string code, int column)
    {
        string json = OneCriterion($$"""{ "type": "allOrNothing", "met": "{{condition}}" }""");
        Assert.Null(TryLoad(json, out var diagnostics));
        var diagnostic = Assert.Single(diagnostics.Sorted());
        Assert.Equal(code, diagnostic.Code);
        string[] lines = json.Split('\n');
        int line = Array.FindIndex(lines, text => text.Contains("\"met\"", StringComparison.Ordinal));
        int start = lines[line].IndexOf("\"met\": \"", StringComparison.Ordinal) + "\"met\": \"".Length;
        Assert.Equal((line + 1, start + column), ((int)diagnostic.Place.Line!, diagnostic.Place.Column));
        Assert.NotNull(diagnostic.Place.Excerpt);
    }

    [Fact]
    public void UnknownName_NearAKnownOne_IsSuggested()
    {
        TryLoad(OneCriterion("""{ "type": "allOrNothing", "met": "yse" }"""), out var diagnostics);
        Assert.Contains("'yes'", diagnostics.Sorted()[0].Hint(Language.English), StringComparison.Ordinal);
    }

    [Fact]
    public void Faults_OfOneExpression_AreReportedTogether()
    {
        TryLoad(OneCriterion("""{ "type": "allOrNothing", "met": "aa > 0,5 and word = 'z' and day > 2023-13-01" }"""), out var diagnostics);
        Assert.Equal(["EX2006", "EX2002", "EX2011", "EX2004"], diagnostics.Sorted().Select(diagnostic => diagnostic.Code));
    }

    [Fact]
    public void Nesting_TooDeep_IsReportedNotACrash()
    {
        string deep = new string('(', 900) + "a" + new string(')', 900) + " > 1";
        TryLoad(OneCriterion($$"""{ "type": "allOrNothing", "met": "{{deep}}" }"""), out var diagnostics);
        Assert.Equal("EX2013", diagnostics.Sorted()[0].Code);
    }

    [Fact]
    public void Text_TooLong_IsReported()
    {
        string longText = string.Join(" + ", Enumerable.Repeat("a", 1_000)) + " > 1";
        TryLoad(OneCriterion($$"""{ "type": "allOrNothing", "met": "{{longText}}" }"""), out var diagnostics);
        Assert.Equal("EX2012", diagnostics.Sorted()[0].Code);
    }

    [Fact]
    public void Place_BehindAnEscape_IsThatOfTheFile()
    {
        string json = OneCriterion("""{ "type": "allOrNothing", "met": "word = '\u0078' and bad > 1" }""");
        TryLoad(json, out var diagnostics);
        var place = diagnostics.Sorted()[0].Place;
        Assert.Equal("bad", place.Excerpt!.Text.Substring(place.Excerpt.Start, place.Excerpt.Length));
    }

    private static (decimal Points, CellState State) Evaluate(string condition) => Score($$"""{ "type": "allOrNothing", "met": "{{condition}}" }""",
        ("a", 3), ("b", 4), ("yes", true), ("day", new DateOnly(2023, 11, 5)), ("word", "x"));
}
