using DanVan.Scoring.Scoring;
using static DanVan.Scoring.Tests.Testing;

namespace DanVan.Scoring.Tests.Engine;

public sealed class TargetTests
{
    private static TargetResult Assess(string target, params Dictionary<string, object?>[] units) => Evaluate(
        OneCriterion("""{ "type": "allOrNothing", "met": "true" }""", root: $$""" "targets": [ { "id": "T", "title": "T", {{target}} } ], "scoredUnits": "kind = 'office'" """), units).Targets[0];

    private static Dictionary<string, object?>[] Yes(params bool?[] values) => [.. values.Select(value => Cells(("yes", value)))];

    [Theory]
    [InlineData(3, 2, TargetVerdict.Met)] // 3/5 = 60 %, the edge meets it
    [InlineData(2, 3, TargetVerdict.NotMet)]
    public void Share_AtLeast_IsMetOnTheEdge(int yes, int no, TargetVerdict verdict)
    {
        var result = Assess("\"share\": \"yes\", \"atLeast\": \"60%\"", Yes([.. Enumerable.Repeat((bool?)true, yes), .. Enumerable.Repeat((bool?)false, no)]));
        Assert.Equal((yes, yes + no, verdict, no), (result.Numerator, result.Denominator, result.Verdict, result.FailingUnits.Length));
    }

    [Theory]
    [InlineData("notMet", 3, TargetVerdict.NotMet)]
    [InlineData("leftOut", 2, TargetVerdict.Met)]
    public void Share_MissingUnit_CountsByTheRuleAndIsNamed(string missing, int denominator, TargetVerdict verdict)
    {
        var result = Assess($"\"share\": \"yes\", \"atLeast\": 1, \"missing\": \"{missing}\"", Yes(true, true, null));
        Assert.Equal((denominator, verdict), (result.Denominator, result.Verdict));
        Assert.Equal([2], result.UnitsWithoutFigures);
    }

    [Fact]
    public void Share_NotApplicableUnit_IsLeftOut()
    {
        var result = Assess("\"share\": \"yes\", \"atLeast\": 1", Cells(("yes", true)), Cells(("yes", NotApplicable)));
        Assert.Equal((1m, 1, TargetVerdict.Met), (result.Denominator, result.Population, result.Verdict));
    }

    [Fact]
    public void Share_AtMost_FailsForTheUnitsThatHaveIt()
    {
        var result = Assess("\"share\": \"yes\", \"atMost\": \"50%\"", Yes(true, true, false));
        Assert.Equal(TargetVerdict.NotMet, result.Verdict);
        Assert.Equal([0, 1], result.FailingUnits);
    }

    [Fact]
    public void Pooled_SumsBeforeDividing()
    {
        var result = Assess("\"part\": \"a\", \"whole\": \"b\", \"atLeast\": \"50%\"", Cells(("a", 1), ("b", 1)), Cells(("a", 1), ("b", 3)));
        Assert.Equal((2m, 4m, TargetVerdict.Met), (result.Numerator, result.Denominator, result.Verdict)); // not the mean of 100 % and 33 %
        Assert.Equal([1], result.FailingUnits);
    }

    [Fact]
    public void Among_UnitsThatAreNotScored_StillCount()
    {
        var result = Assess("\"among\": \"kind = 'school'\", \"share\": \"yes\", \"atLeast\": 1", Cells(("yes", false)), Cells(("kind", "school"), ("yes", true)));
        Assert.Equal((1m, 1m), (result.Numerator, result.Denominator));
    }

    [Fact]
    public void Share_OfRatings_ReadsTheOutcome()
    {
        var result = Assess("\"share\": \"rating in ('high', 'mid') and rank = 1\", \"atLeast\": \"50%\"", Yes(true, true));
        Assert.Equal((2m, 2m), (result.Numerator, result.Denominator));
    }

    [Fact]
    public void NobodyToCount_IsNotAssessed() =>
        Assert.Equal(TargetVerdict.NotAssessed, Assess("\"among\": \"kind = 'school'\", \"share\": \"yes\", \"atLeast\": 1", Yes(true)).Verdict);
}
