using DanVan.Scoring.Data;
using DanVan.Scoring.Diagnostics;
using DanVan.Scoring.Scoring;
using DanVan.Scoring.Values;
using static DanVan.Scoring.Tests.Testing;

namespace DanVan.Scoring.Tests.Engine;

/// <summary>Totals, ratings, gates and ranks on hand-computed cases.</summary>
public sealed class TotalTests
{
    /// <summary>Two sections of 60 and 40; the second can be not applicable. A bonus, a deduction.</summary>
    private static string TwoSections(string total, string root = "") => $$"""
        {
          "id": "two", "version": "1", "period": 2023, "language": "en", "title": "Two",
          "unitKinds": { "office": "Office" }, "groups": { "g": "G", "h": "H" },
          "fields": { "a": { "label": "A", "type": "number" }, "b": { "label": "B", "type": "number" }, "plus": { "label": "Plus", "type": "number" },
            "minus": { "label": "Minus", "type": "number" }, "flag": { "label": "Flag", "type": "yesNo" } },
          "sections": [
            { "id": "A", "title": "A", "maxPoints": 60, "criteria": [ { "id": "A.1", "title": "A.1", "maxPoints": 60, "manner": { "type": "perItem", "count": "a", "pointsEach": 1 } } ] },
            { "id": "B", "title": "B", "maxPoints": 40, "criteria": [ { "id": "B.1", "title": "B.1", "maxPoints": 40, "manner": { "type": "perItem", "count": "b", "pointsEach": 1 } } ] } ],
          "bonuses": [ { "id": "P", "title": "P", "maxPoints": 15, "manner": { "type": "perItem", "count": "coalesce(plus, 0)", "pointsEach": 1 } } ],
          "deductions": [ { "id": "M", "title": "M", "maxPoints": 20, "manner": { "type": "perItem", "count": "coalesce(minus, 0)", "pointsEach": 1 } } ],
          "total": { "scale": 100, {{total}} },
          "ratings": [ { "id": "top", "name": "Top", "from": 90 }, { "id": "good", "name": "Good", "from": 80 }, { "id": "fair", "name": "Fair", "from": 50 }, { "id": "low", "name": "Low" } ]
          {{(root.Length == 0 ? "" : ", " + root)}}
        }
        """;

    private const string Rescale = "\"notApplicable\": \"rescale\", \"missing\": \"zero\"";

    private static Evaluation One(string json, params (string, object?)[] cells) => Evaluate(json, Cells([("group", "g"), .. cells]));

    [Theory]
    [InlineData("rescale", 90, 90, "top")] // 54 × 100 ÷ 60
    [InlineData("shorten", 54, 90, "top")] // shown on the scale of 60, rated on the share
    [InlineData("fullPoints", 94, 94, "top")]
    public void NotApplicable_Section_FollowsTheRule(string rule, int score, int comparable, string rating)
    {
        var evaluation = One(TwoSections($"\"notApplicable\": \"{rule}\", \"missing\": \"zero\""), ("a", 54), ("b", NotApplicable));
        Assert.Equal((score, comparable, rating), (evaluation.Sheet.Score(0), evaluation.Sheet.ComparableScore(0), evaluation.Outcomes.RatingId(0)));
    }

    [Fact]
    public void EverythingNotApplicable_IsNotRateable_UnderEveryRule()
    {
        foreach (string rule in new[] { "rescale", "shorten", "fullPoints" })
        {
            var evaluation = One(TwoSections($"\"notApplicable\": \"{rule}\", \"missing\": \"zero\""), ("a", NotApplicable), ("b", NotApplicable));
            Assert.Equal(ScoreState.NothingApplies, evaluation.Sheet.StateOf(0));
        }
    }

    [Fact]
    public void Missing_Zero_CountsInTheScaleAndIsReported()
    {
        var ruleSet = Load(TwoSections(Rescale));
        var diagnostics = new DiagnosticBag();
        var evaluation = Evaluation.Of(ruleSet, DataOf(ruleSet, Cells(("group", "g"), ("a", 54))), diagnostics);
        Assert.Equal((54m, CellState.Missing), (evaluation.Sheet.Score(0), evaluation.Sheet.States(3)[0]));
        Assert.Equal("SC4002", Assert.Single(diagnostics.Sorted()).Code);
    }

    [Fact]
    public void Missing_NotScored_TakesTheScoreAway() =>
        Assert.Equal(ScoreState.MissingData, One(TwoSections("\"notApplicable\": \"rescale\", \"missing\": \"notScored\""), ("a", 54)).Sheet.StateOf(0));

    [Fact]
    public void Invalid_Cell_TakesTheScoreAway() =>
        Assert.Equal(ScoreState.FaultyData, One(TwoSections(Rescale), ("a", CellState.Invalid), ("b", 1)).Sheet.StateOf(0));

    [Theory]
    [InlineData("", 60, 40, 9, 0, 100)] // held at the scale
    [InlineData(", \"beyondScale\": true", 60, 40, 9, 0, 109)]
    [InlineData("", 60, 40, 99, 0, 100)]
    [InlineData(", \"beyondScale\": true", 60, 40, 99, 0, 115)] // the bonus has its own cap
    [InlineData("", 10, 0, 0, 99, 0)] // never below 0
    [InlineData(", \"beyondScale\": true", 10, 0, 0, 99, 0)]
    [InlineData("", 60, 40, 5, 3, 100)] // 100 + 5 − 3, held
    [InlineData("", 50, 40, 5, 3, 92)]
    [InlineData(", \"beyondScale\": true", 10, 0, 15, 20, 5)] // a bonus beyond the scale lifts the upper limit only
    [InlineData(", \"beyondScale\": true", 1, 0, 15, 20, 0)]
    public void BonusAndDeduction_AreAddedAfterAndHeld(string beyond, int a, int b, int plus, int minus, int score) =>
        Assert.Equal(score, One(TwoSections(Rescale + beyond), ("a", a), ("b", b), ("plus", plus), ("minus", minus)).Sheet.Score(0));

    [Fact]
    public void Bonus_WithNotApplicableSection_IsNotRescaled() =>
        Assert.Equal(95, One(TwoSections(Rescale), ("a", 54), ("b", NotApplicable), ("plus", 5)).Sheet.Score(0)); // 54 × 100 ÷ 60 + 5

    [Theory]
    [InlineData("rescale", 33.333333333)] // 20 × 100 ÷ 60
    [InlineData("shorten", 20)]
    public void Total_Rescaled_HasNineDecimals(string rule, double score)
    {
        var evaluation = One(TwoSections($"\"notApplicable\": \"{rule}\", \"missing\": \"zero\""), ("a", 20), ("b", NotApplicable));
        Assert.Equal(((decimal)score, 33.333333333m), (evaluation.Sheet.Score(0), evaluation.Sheet.ComparableScore(0)));
    }

    [Theory]
    [InlineData("fullPoints", "good")] // 40 points of B: the gate fires
    [InlineData("rescale", "top")] // B has no points: it does not
    public void Gate_OnPointsOfASectionThatDoesNotApply_FiresIfItCountsInFull(string rule, string rating)
    {
        var evaluation = One(TwoSections($"\"notApplicable\": \"{rule}\", \"missing\": \"zero\"", """
            "gates": [ { "title": "All of B", "when": "points('B') >= 40", "effect": "dropOne" } ]
            """), ("a", 60), ("b", NotApplicable));
        Assert.Equal((CellState.NotApplicable, rating), (evaluation.Sheet.States(2)[0], evaluation.Outcomes.RatingId(0)));
        Assert.Equal(rule == "fullPoints" ? FigureSource.FullPoints : FigureSource.None, evaluation.Sheet.Sources(2)[0]);
    }

    [Theory]
    [InlineData("90", "top")] // lower edge inclusive
    [InlineData("89.999999", "good")]
    [InlineData("89.9999999", "top")] // equal to 90 in six decimals
    [InlineData("80", "good")]
    [InlineData("0", "low")]
    public void Rating_AtEdges_TakesTheLowerEdgeIn(string points, string rating)
    {
        decimal value = decimal.Parse(points, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(rating, One(TwoSections(Rescale), ("a", Math.Min(60, value)), ("b", Math.Max(0, value - 60))).Outcomes.RatingId(0));
    }

    [Fact]
    public void Rating_ScoreThatShowsAsTheEdge_IsPointedOut()
    {
        var ruleSet = Load(TwoSections(Rescale));
        var diagnostics = new DiagnosticBag();
        var evaluation = Evaluation.Of(ruleSet, DataOf(ruleSet, Cells(("group", "g"), ("a", 60), ("b", 29.995m))), diagnostics);
        Assert.Equal("good", evaluation.Outcomes.RatingId(0)); // 89.995 shows as 90.00
        Assert.Equal("SC4005", Assert.Single(diagnostics.Sorted()).Code);
    }

    [Theory]
    [InlineData("cap", "fair", RatingState.Rated)]
    [InlineData("dropOne", "good", RatingState.Rated)]
    [InlineData("lowest", "low", RatingState.Rated)]
    [InlineData("notRateable", null, RatingState.NotRateable)]
    public void Gate_ThatFires_ChangesTheRatingNotThePoints(string effect, string? rating, RatingState state)
    {
        string at = effect == "cap" ? ", \"at\": \"fair\"" : "";
        var evaluation = One(TwoSections(Rescale, $$"""
            "gates": [ { "title": "Flag", "when": "flag", "effect": "{{effect}}"{{at}} } ]
            """), ("a", 60), ("b", 35), ("flag", true));
        Assert.Equal((rating, state, 95m, "top", 1), (evaluation.Outcomes.RatingId(0), evaluation.Outcomes.RatingStateOf(0), evaluation.Sheet.Score(0),
            evaluation.Outcomes.Band(0)!.Id, evaluation.Outcomes.RankWithin(0)));
    }

    [Fact]
    public void Gate_OnAMissingCell_LeavesTheRatingPending()
    {
        var evaluation = One(TwoSections(Rescale, """ "gates": [ { "title": "Flag", "when": "flag", "effect": "lowest" } ] """), ("a", 60), ("b", 35));
        Assert.Equal((null, RatingState.Pending, 95m), (evaluation.Outcomes.RatingId(0), evaluation.Outcomes.RatingStateOf(0), evaluation.Sheet.Score(0)));
    }

    [Fact]
    public void Gate_OnPoints_ReadsTheApplicableMaximum()
    {
        string json = TwoSections(Rescale, """ "gates": [ { "title": "Half of B", "when": "points('B') < 50% * maxPoints('B')", "effect": "dropOne" } ] """);
        Assert.Equal("good", One(json, ("a", 60), ("b", 20)).Outcomes.RatingId(0)); // exactly half of B is not below half
        Assert.Equal("low", One(json, ("a", 40), ("b", 19)).Outcomes.RatingId(0)); // 59 is fair, one lower
        Assert.Equal("top", One(json, ("a", 60), ("b", NotApplicable)).Outcomes.RatingId(0)); // B does not apply: the gate does not fire
    }

    [Fact]
    public void Rank_TiedScores_ShareTheBestRankAndSkipTheNext()
    {
        var evaluation = Ranked("sharedRank", 90, 80, 80, 70);
        Assert.Equal([1, 2, 2, 4], Enumerable.Range(0, 4).Select(evaluation.Outcomes.RankWithin));
    }

    [Fact]
    public void Rank_DenseRank_SkipsNothing()
    {
        var evaluation = Ranked("denseRank", 90, 80, 80, 70);
        Assert.Equal([1, 2, 2, 3], Enumerable.Range(0, 4).Select(evaluation.Outcomes.RankWithin));
    }

    [Fact]
    public void Rank_ScoresEqualOnlyAfterDisplayRounding_DoNotShareARank()
    {
        var evaluation = Ranked("sharedRank", 80.001m, 80.002m);
        Assert.Equal([2, 1], Enumerable.Range(0, 2).Select(evaluation.Outcomes.RankWithin));
    }

    [Fact]
    public void Rank_TieBreak_DecidesBetweenEqualScores()
    {
        string json = TwoSections(Rescale, """ "ranking": { "within": ["group"], "tieBreak": ["points('B')"] } """);
        var evaluation = Evaluate(json, Cells(("group", "g"), ("a", 50), ("b", 30)), Cells(("group", "g"), ("a", 45), ("b", 35)), Cells(("group", "h"), ("a", 50), ("b", 30)));
        Assert.Equal([2, 1, 1], Enumerable.Range(0, 3).Select(evaluation.Outcomes.RankWithin));
        Assert.Equal([2, 1, 2], Enumerable.Range(0, 3).Select(evaluation.Outcomes.RankOverall));
    }

    [Fact]
    public void Appraisal_OfPointsAndCells_DecidesAndKeepsTheOldFigures()
    {
        var ruleSet = Load(TwoSections(Rescale));
        var builder = Builder(ruleSet, new DiagnosticBag(), Cells(("group", "g"), ("a", 50), ("b", 10)));
        var place = new Place { File = "appraisal.csv", Line = 2, Row = 1 };
        builder.AddAppraisal(new AppraisedPoints(0, 1, 40, "checked", "panel", "doc 1", place));
        var corrected = DatasetBuilder.NewColumn(ruleSet.Fields[1], 1);
        DatasetBuilder.Set(corrected, 0, 20m);
        builder.AddCorrection(0, corrected, "recounted", "panel", "doc 2", place);
        var evaluation = Evaluation.Of(ruleSet, builder.Build(), new DiagnosticBag());
        Assert.Equal((60m, 50m, FigureSource.Appraised), (evaluation.Sheet.Score(0), evaluation.Sheet.Computed(1)[0], evaluation.Sheet.Sources(1)[0]));
        var explanation = evaluation.Explain(0, Language.English);
        Assert.Equal("10 → 20: recounted; panel; doc 2", explanation.Nodes[3].Inputs[0].Correction);
        Assert.Equal("checked; panel; doc 1", explanation.Nodes[1].Grounds);
    }

    [Theory]
    [InlineData("computed", 50)]
    [InlineData("self", 30)]
    public void Unappraised_SaysWhetherTheUnitsOwnPointsDecide(string rule, int points)
    {
        var ruleSet = Load(TwoSections($"{Rescale}, \"unappraised\": \"{rule}\""));
        var builder = Builder(ruleSet, new DiagnosticBag(), Cells(("group", "g"), ("a", 50), ("b", 10)));
        builder.AddSelfScore(new SelfPoints(0, 1, 30, "", new Place { File = "selfscores.csv" }));
        Assert.Equal(points, Evaluation.Of(ruleSet, builder.Build(), new DiagnosticBag()).Sheet.Points(1)[0]);
    }

    [Fact]
    public void Exemption_OfACriterion_MakesItNotApplicable()
    {
        var ruleSet = Load(TwoSections(Rescale));
        var builder = Builder(ruleSet, new DiagnosticBag(), Cells(("group", "g"), ("a", 54), ("b", 40)));
        builder.AddExemption(new Exemption(0, 3, "no such task", "board", "", new Place { File = "exemptions.csv" }));
        Assert.Equal(90, Evaluation.Of(ruleSet, builder.Build(), new DiagnosticBag()).Sheet.Score(0));
    }

    private static Evaluation Ranked(string ties, params decimal[] scores) => Evaluate(
        TwoSections(Rescale, $$""" "ranking": { "within": ["group"], "ties": "{{ties}}" } """),
        [.. scores.Select(score => Cells(("group", "g"), ("a", Math.Min(60, score)), ("b", Math.Max(0, score - 60))))]);
}
