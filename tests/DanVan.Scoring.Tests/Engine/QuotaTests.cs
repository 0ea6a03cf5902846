using DanVan.Scoring.Scoring;
using DanVan.Scoring.Values;
using static DanVan.Scoring.Tests.Testing;

namespace DanVan.Scoring.Tests.Engine;

/// <summary>Quotas: ceilings on how many may hold a rating. Units score a out of 10; High from 8, Mid from 5, Low.</summary>
public sealed class QuotaTests
{
    private const string Points = """{ "type": "formula", "points": "a" }""";

    [Fact]
    public void WithoutQuotas_AnyNumberMayHoldTheHighestRating() => Assert.Equal(["high", "high", "high"], Ratings("", 9, 9.5m, 10));

    [Theory]
    [InlineData("down", 1)] // 50 % of 3 = 1.5
    [InlineData("nearest", 2)]
    [InlineData("up", 2)]
    public void Quota_BestByRank_KeepTheRating(string rounding, int kept)
    {
        string[] ratings = Ratings($$"""{ "rating": "high", "atMost": "50%", "within": [], "rounding": "{{rounding}}" }""", 9, 9.5m, 10);
        Assert.Equal(kept, ratings.Count(rating => rating == "high"));
        Assert.Equal("high", ratings[2]);
        Assert.Equal("mid", ratings[0]);
    }

    [Fact]
    public void Quota_ChangesTheRating_NeverPointsOrRanks()
    {
        var evaluation = Run("""{ "rating": "high", "atMost": 0, "within": [] }""", 9, 10);
        Assert.Equal([9m, 10], new[] { evaluation.Sheet.Score(0), evaluation.Sheet.Score(1) });
        Assert.Equal([2, 1], new[] { evaluation.Outcomes.RankOverall(0), evaluation.Outcomes.RankOverall(1) });
        Assert.Equal(["mid", "mid"], All(evaluation));
        Assert.Equal("high", evaluation.Outcomes.Band(1)!.Id);
        Assert.Contains(evaluation.Explain(1, Language.English).RatingSteps, step => step == "quota: At most 0% rated High: 0% × 2 → 0 units; number 1 of 2 rated High; down to Mid");
    }

    [Theory]
    [InlineData("keep", "high high high mid")]
    [InlineData("drop", "high mid mid mid")]
    public void Quota_TieAtTheCut_IsDecidedByTheRule(string ties, string expected) =>
        Assert.Equal(expected, string.Join(' ', Ratings($$"""{ "rating": "high", "atMost": "50%", "within": [], "ties": "{{ties}}" }""", 10, 9, 9, 8)));

    [Fact]
    public void Quota_OfARating_CountsItsHoldersOnly() =>
        Assert.Equal("high mid mid low low low low low", // 50 % of the three rated High or Mid
            string.Join(' ', Ratings("""{ "rating": "high", "atMost": "50%", "of": ["high", "mid"], "within": [] }""", 10, 9, 5, 1, 1, 1, 1, 1)));

    [Fact]
    public void Quota_WithinAGroup_CountsEachApart()
    {
        var evaluation = Evaluate(Json("""{ "rating": "high", "atMost": "50%", "within": ["kind"] }"""),
            Cells(("a", 10)), Cells(("a", 9)), Cells(("a", 9), ("kind", "school")), Cells(("a", 8), ("kind", "school")));
        Assert.Equal(["high", "mid", "high", "mid"], All(evaluation));
    }

    [Fact]
    public void Quota_DisplacedTo_NamesTheLowerRating() => Assert.Equal(["low"], Ratings("""{ "rating": "high", "atMost": 0, "within": [], "displacedTo": "low" }""", 10));

    [Fact]
    public void Quota_Except_KeepsItsUnitsAndTakesNoPlace() => Assert.Equal("high high mid",
        string.Join(' ', Ratings("""{ "rating": "high", "atMost": "40%", "within": [], "except": "total = 10" }""", 10, 9, 8))); // 40 % of 3 = 1 place beside the exempt one

    [Fact]
    public void Quotas_InTheirOrder_SeeWhatTheOnesBeforeLeft() => Assert.Equal("high mid low",
        string.Join(' ', Ratings("""{ "rating": "high", "atMost": "34%", "within": [] }, { "rating": "mid", "atMost": "34%", "within": [] }""", 10, 9, 8)));

    [Fact]
    public void Quota_AfterAGate_CountsTheRatingThatIsLeft()
    {
        var evaluation = Evaluate(Json("""{ "rating": "high", "atMost": "50%", "within": [] }""", "\"gates\": [ { \"when\": \"yes\", \"effect\": \"cap\", \"at\": \"mid\" } ],"),
            Cells(("a", 10), ("yes", true)), Cells(("a", 9), ("yes", false)));
        Assert.Equal(["mid", "high"], All(evaluation)); // the capped one takes no place
    }

    [Fact]
    public void Targets_SeeTheRatingAfterTheQuota()
    {
        var evaluation = Evaluate(Json("""{ "rating": "high", "atMost": "50%", "within": [] }""", "\"targets\": [ { \"id\": \"T\", \"share\": \"rating = 'high'\", \"atLeast\": \"60%\" } ],"), Cells(("a", 10)), Cells(("a", 9)));
        Assert.Equal((1m, 2m, "NotMet"), (evaluation.Targets[0].Numerator, evaluation.Targets[0].Denominator, evaluation.Targets[0].Verdict.ToString())); // a ceiling of 50 %, a floor of 60 %
    }

    private static string Json(string quotas, string root = "") => OneCriterion(Points, root: $"{root} \"ranking\": {{ \"within\": [] }}, \"quotas\": [ {quotas} ]");

    private static Evaluation Run(string quotas, params decimal[] scores) => Evaluate(Json(quotas), [.. scores.Select(score => Cells(("a", score)))]);

    private static string[] Ratings(string quotas, params decimal[] scores) => All(Run(quotas, scores));

    private static string[] All(Evaluation evaluation) => [.. Enumerable.Range(0, evaluation.Data.Units.Length).Select(unit => evaluation.Outcomes.RatingId(unit)!)];
}
