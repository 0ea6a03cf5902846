using System.Text;
using DanVan.Scoring.Diagnostics;
using DanVan.Scoring.Loading;
using static DanVan.Scoring.Tests.Testing;

namespace DanVan.Scoring.Tests.Rules;

/// <summary>Large and hostile rule files: findings, never a crash or a hang.</summary>
public sealed class HostileRuleSetTests
{
    [Fact]
    public void ThreeHundredCriteria_LoadAndCheck()
    {
        string fields = string.Join(',', Enumerable.Range(0, 300).Select(i => $$"""
            "part{{i}}": { "label": "Part {{i}}", "type": "count", "atMost": "whole{{i}}" }, "whole{{i}}": { "label": "Whole {{i}}", "type": "count" }
            """));
        string sections = string.Join(',', Enumerable.Range(0, 10).Select(s => $$"""{ "id": "S{{s}}", "title": "S", "maxPoints": 30, "assumed": true, "criteria": [ """ + string.Join(',', Enumerable.Range(s * 30, 30).Select(i =>
            $$"""{ "id": "C{{i}}", "title": "Criterion {{i}}", "maxPoints": 1, "manner": {{(i % 3 == 0
                ? $$"""{ "type": "stepTable", "rows": [ { "when": "part{{i}} >= 10 and whole{{i}} > 0", "points": 1 }, { "when": "part{{i}} >= 5 or whole{{i}} = 0", "points": 0.5 }, { "points": 0 } ] }"""
                : $$"""{ "type": "proportional", "part": "part{{i}}", "whole": "whole{{i}}", "whenNone": "none" }""")}} }""")) + "] }"));
        var ruleSet = TryLoad($$"""
            { "id": "large", "version": "1", "period": 2024, "language": "vi", "title": "Lớn", "unitKinds": { "u": "U" }, "fields": { {{fields}} }, "sections": [ {{sections}} ],
              "total": { "scale": 300, "notApplicable": "rescale", "missing": "zero" }, "ratings": [ { "id": "a", "name": "A" } ] }
            """, out var diagnostics);
        Assert.Equal(310, ruleSet!.Nodes.Length);
        RuleSetLint.Check(ruleSet, diagnostics);
        Assert.All(diagnostics.Sorted(), diagnostic => Assert.Equal(Severity.Hint, diagnostic.Severity));
    }

    [Fact]
    public void AMegabyteOfExpression_IsRefusedAtItsPlace()
    {
        Assert.Null(TryLoad(OneCriterion($$"""{ "type": "allOrNothing", "met": "{{string.Join(" or ", Enumerable.Repeat("yes", 150_000))}}" }"""), out var diagnostics));
        Assert.Equal("EX2012", Assert.Single(diagnostics.Sorted()).Code);
    }

    [Theory]
    [InlineData(70)] // deeper than JSON may be nested
    [InlineData(20)] // deep criteria within criteria
    public void DeepNesting_GivesFindings(int depth)
    {
        string criterion = """{ "id": "leaf", "title": "L", "maxPoints": 10, "manner": { "type": "judged" } }""";
        for (int i = 0; i < depth; i++)
            criterion = $$"""{ "id": "n{{i}}", "title": "N", "maxPoints": 10, "criteria": [ {{criterion}} ] }""";
        var ruleSet = TryLoad($$"""
            { "id": "deep", "version": "1", "period": 2024, "language": "vi", "title": "Sâu", "unitKinds": { "u": "U" }, "fields": {}, "sections": [ { "id": "S", "title": "S", "maxPoints": 10, "criteria": [ {{criterion}} ] } ],
              "total": { "scale": 10, "notApplicable": "rescale", "missing": "zero" }, "ratings": [ { "id": "a", "name": "A" } ] }
            """, out var diagnostics);
        if (depth == 70)
            Assert.Equal("RS1004", Assert.Single(diagnostics.Sorted()).Code);
        else
            Assert.True(ruleSet is not null, string.Join('\n', diagnostics.Sorted()));
    }

    [Fact]
    public void FieldsThatLimitEachOther_AreCompared_NotFollowed()
    {
        var ruleSet = Load(OneCriterion("""{ "type": "allOrNothing", "met": "a > 0" }""")
            .Replace("\"a\": { \"label\": \"A\", \"type\": \"number\" }, \"b\": { \"label\": \"B\", \"type\": \"number\" }",
                "\"a\": { \"label\": \"A\", \"type\": \"number\", \"atMost\": \"b\", \"atLeast\": \"a\" }, \"b\": { \"label\": \"B\", \"type\": \"number\", \"atMost\": \"a\" }", StringComparison.Ordinal));
        var diagnostics = new DiagnosticBag();
        DataOf(ruleSet, diagnostics, Cells(("a", 5), ("b", 5)), Cells(("a", 6), ("b", 5)), Cells(("a", 5), ("b", 6)));
        Assert.Equal(2, diagnostics.CountOf("DS3042"));
    }

    [Fact]
    public void DuplicateKeysAndIds_AreAllReported()
    {
        string json = OneCriterion("""{ "type": "judged", "type": "judged" }""").Replace("\"id\": \"one\"", "\"id\": \"one\", \"id\": \"two\"", StringComparison.Ordinal);
        Assert.Null(TryLoad(json, out var diagnostics));
        Assert.Equal(2, diagnostics.CountOf("RS1006"));
    }

    [Fact]
    public void LongChainOfExtensions_IsRefused()
    {
        var diagnostics = new DiagnosticBag();
        Assert.Null(RuleSetLoader.Load("y0.json", Extension(0), diagnostics, id => new RuleSetFile(id + ".json", Extension(int.Parse(id[1..], System.Globalization.CultureInfo.InvariantCulture)))));
        Assert.Equal("RS1202", Assert.Single(diagnostics.Sorted()).Code);

        static byte[] Extension(int i) => Encoding.UTF8.GetBytes($$"""{ "extends": "y{{i + 1}}", "id": "y{{i}}", "version": "1", "period": 2024 }""");
    }

    [Fact]
    public void StepTableOverManyFields_IsNotTriedOut_AndLoads()
    {
        string fields = string.Join(',', Enumerable.Range(0, 40).Select(i => $$"""
            "f{{i}}": { "label": "F{{i}}", "type": "number" }
            """));
        string when = string.Join(" and ", Enumerable.Range(0, 40).Select(i => $"f{i} > {i}"));
        Assert.NotNull(TryLoad($$"""
            { "id": "wide", "version": "1", "period": 2024, "language": "vi", "title": "Rộng", "unitKinds": { "u": "U" }, "fields": { {{fields}} }, "sections": [ { "id": "S", "title": "S", "maxPoints": 10, "criteria": [
              { "id": "S.1", "title": "S", "maxPoints": 10, "manner": { "type": "stepTable", "rows": [ { "when": "{{when}}", "points": 10 }, { "points": 0 } ] } } ] } ],
              "total": { "scale": 10, "notApplicable": "rescale", "missing": "zero" }, "ratings": [ { "id": "a", "name": "A" } ] }
            """, out var diagnostics));
        Assert.Empty(diagnostics.Sorted());
    }
}
