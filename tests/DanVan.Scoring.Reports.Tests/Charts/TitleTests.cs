using DanVan.Scoring.Reports.Charts;
using DanVan.Scoring.Results;
using DanVan.Scoring.Scoring;

namespace DanVan.Scoring.Reports.Tests.Charts;

/// <summary>Titles state findings; what is not drawn is named.</summary>
public sealed class TitleTests
{
    [Fact]
    public void Targets_SayHowManyWereNotMet()
    {
        var result = Drawn.ResultOf("40");
        int missed = result.Targets.Count(target => target.Verdict == TargetVerdict.NotMet);
        int open = result.Targets.Count(target => target.Verdict == TargetVerdict.NotAssessed);
        Assert.True(missed > 0 && open > 0);
        Assert.Equal($"{missed} trong {result.Targets.Length} chỉ tiêu chưa đạt, {open} không đánh giá được", TitleOf(result, "targets"));
    }

    [Fact]
    public void Targets_AllMet_SaySo()
    {
        var result = Made.Plain(90, 80).Score();
        result = result with { Targets = [.. result.Targets.Where(target => target.Verdict == TargetVerdict.Met)] };
        Assert.True(result.Targets.Length > 1);
        Assert.Equal($"Đạt cả {result.Targets.Length} chỉ tiêu", TitleOf(result, "targets"));
    }

    [Fact]
    public void Targets_NoneMissed_ButOneOpen_SayBoth()
    {
        var result = Made.Plain(90, 80).Score();
        result = result with { Targets = [.. result.Targets.Where(target => target.Verdict != TargetVerdict.NotMet)] };
        int met = result.Targets.Count(target => target.Verdict == TargetVerdict.Met);
        Assert.Equal($"{met} trong {result.Targets.Length} chỉ tiêu đạt, {result.Targets.Length - met} không đánh giá được",
            TitleOf(result, "targets"));
    }

    [Fact]
    public void Ranking_NamesTheFirst() =>
        Assert.StartsWith("Đơn vị 1 dẫn đầu với 92,00 điểm; ",
            TitleOf(Made.Plain(81, 92, 70).Score(), "ranking-g"), StringComparison.Ordinal);

    [Fact]
    public void Ranking_OfTiedFirst_SaysHowManyTheyAre() =>
        Assert.StartsWith("2 đơn vị cùng dẫn đầu với 92,00 điểm",
            TitleOf(Made.Plain(92, 92, 70).Score(), "ranking-g"), StringComparison.Ordinal);

    [Fact]
    public void Ranking_OfUnitsThatAreAllEqual_NamesNoFirst() =>
        Assert.Equal("Cả 3 đơn vị được chấm cùng 92,00 điểm", TitleOf(Made.Plain(92, 92, 92).Score(), "ranking-g"));

    [Fact]
    public void Ranking_OfUnitsThatLookEqualWhenRounded_NamesTheFirst() =>
        Assert.StartsWith("Đơn vị 0 dẫn đầu", TitleOf(Made.Plain(92.001m, 92, 70).Score(), "ranking-g"), StringComparison.Ordinal);

    [Fact]
    public void Ratings_CountTheHighest_AndThoseWithout()
    {
        var result = Drawn.ResultOf("40");
        int highest = result.Units.Count(unit => unit.Rating == "tot"), without = result.Units.Count(unit => unit.Rating is null);
        Assert.True(highest > 0 && without > 0);
        Assert.Equal($"{highest} trong 40 đơn vị xếp loại Tốt, {without} chưa hoặc không được xếp loại", TitleOf(result, "ratings"));
    }

    [Fact]
    public void Scores_SayMedianLowestAndHighest() => Assert.Equal(
        "Điểm trung vị là 75,00; thấp nhất 60,00, cao nhất 90,00", TitleOf(Made.Plain(60, 90, 80, 70).Score(), "scores"));

    [Fact]
    public void Groups_NameTheHighestAndTheLowestMedian()
    {
        var made = Made.Plain(60, 90, 80, 70) with { Group = unit => unit < 2 ? "g" : "h", Units = 3 };
        var groups = made.With("Khối các cơ quan chuyên môn thuộc Ủy ban nhân dân tỉnh và các đơn vị sự nghiệp công lập", "Khối một");
        Assert.Equal("Khối đoàn thể có điểm trung vị cao nhất (80,00), Khối một thấp nhất (75,00)", TitleOf(groups.Score(), "groups"));
    }

    [Fact]
    public void LostPoints_SayHowFewCriteriaMakeUpMost() => Assert.Equal("1 trong 2 tiêu chí chiếm 100% số điểm bị mất",
        TitleOf((Made.Plain(100, 90) with { A = _ => 50, B = _ => 40 }).Score(), "lost-points"));

    [Fact]
    public void Sections_NameTheWeakest() => Assert.Equal("Yếu nhất là “Báo cáo”, đạt 25% số điểm",
        TitleOf((Made.Plain(100, 90) with { A = _ => 50, B = _ => 10 }).Score(), "sections"));

    [Fact]
    public void AppraisalGap_CountsLowerAndHigher()
    {
        var result = Drawn.ResultOf("40");
        var gaps = result.Units.Select(unit => unit.AppraisalGap).OfType<ResultGap>().ToList();
        Assert.Equal($"Điểm chính thức thấp hơn tự chấm ở {gaps.Count(gap => gap.Gap < 0)} trong {gaps.Count} đơn vị, "
            + $"cao hơn ở {gaps.Count(gap => gap.Gap > 0)}", TitleOf(result, "appraisal-gap"));
    }

    [Fact]
    public void Profile_CountsSectionsAboveAndBelowTheMedian()
    {
        var result = (Made.Plain(0, 0, 0) with { A = unit => 10 * unit, B = unit => 30 - (10 * unit) }).Score();
        var unit = result.Units.Single(unit => unit.Code == "U0002");
        Assert.Equal("Đơn vị 2: cao hơn trung vị ở 1 trong 2 nội dung, thấp hơn ở 1", Plain(ChartBuilder.Profile(result, unit)!.Title));
    }

    [Fact]
    public void GroupOfOne_IsNotDrawn_ButNamed()
    {
        var set = ChartBuilder.Build((Made.Plain(90, 80, 70) with { Group = unit => unit == 2 ? "h" : "g" }).Score());
        Assert.Equal(["ranking-g"], set.Charts.OfType<RankingChart>().Select(chart => chart.Name));
        Assert.Contains("Không vẽ xếp hạng Khối đoàn thể: chỉ có một đơn vị.", set.Absent);
    }

    [Fact]
    public void GroupWithoutScores_IsNotDrawn_ButNamed()
    {
        var made = Made.Plain(90, 80, 70, 60) with { Group = unit => unit < 2 ? "g" : "h", A = unit => unit < 2 ? 50 : -1 };
        var set = ChartBuilder.Build(made.Score());
        Assert.Equal(["ranking-g"], set.Charts.OfType<RankingChart>().Select(chart => chart.Name));
        Assert.Contains("Không vẽ xếp hạng Khối đoàn thể: chưa đơn vị nào có điểm.", set.Absent);
    }

    [Fact]
    public void NobodyScored_GivesNoChartOfScores_AndASentence()
    {
        var set = ChartBuilder.Build(Drawn.ResultOf("5 all faulty"));
        Assert.Equal(["targets", "ratings"], set.Charts.Select(chart => chart.Name));
        Assert.Equal(["Không vẽ biểu đồ điểm: chưa đơn vị nào có điểm."], set.Absent);
        Assert.Equal("Chưa đơn vị nào xếp loại Tốt, 5 chưa hoặc không được xếp loại", Plain(set.Charts[1].Title));
    }

    [Fact]
    public void NothingApplies_GivesNoChartOfScores()
    {
        var set = ChartBuilder.Build((Made.Plain(1, 2, 3) with { A = _ => null, B = _ => null }).Score());
        Assert.DoesNotContain(set.Charts, chart => chart is RankingChart or HistogramChart or HeatMapChart or ParetoChart);
        Assert.NotEmpty(set.Absent);
        Assert.All(set.Charts, chart => Assert.NotEmpty(Drawn.Draw(chart)));
    }

    [Fact]
    public void NobodyLostPoints_IsASentence() => Assert.Contains(
        "Không vẽ điểm mất theo tiêu chí: không đơn vị nào mất điểm.", ChartBuilder.Build(Made.Plain(100, 100).Score()).Absent);

    [Fact]
    public void English_IsEnglish()
    {
        var made = new Made(40) { Name = unit => $"Unit {unit}" }.With("\"language\": \"vi\"", "\"language\": \"en\"");
        var result = made.With("các đơn vị sự nghiệp công lập", "khác").Score();
        Assert.All(ChartBuilder.Build(result).Charts, chart => Assert.DoesNotContain("đơn vị",
            Plain(chart.Title + chart.Subtitle + chart.Footnote), StringComparison.OrdinalIgnoreCase));
        Assert.StartsWith("Source: ", ChartBuilder.Build(result).Charts[0].Source, StringComparison.Ordinal);
    }

    private static string TitleOf(Result result, string name) =>
        Plain(ChartBuilder.Build(result).Charts.Single(chart => chart.Name == name).Title);

    private static string Plain(string text) => text.Replace('\u00A0', ' ');
}
