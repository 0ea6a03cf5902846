using System.Collections.Immutable;
using DanVan.Scoring.Reports.Charts;
using DanVan.Scoring.Results;

namespace DanVan.Scoring.Reports.Tests.Charts;

/// <summary>Distributions: stretches of the scale, quartiles, lost points, sections.</summary>
public sealed class ShapeOfScoresTests
{
    public static TheoryData<string> Sizes => ["1", "5 long names", "40", "250", "664"];

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Histogram_CountsEveryScoreOnce(string size)
    {
        var result = Drawn.ResultOf(size);
        var chart = Histogram(result);
        decimal[] scores = [.. result.Scored.Select(unit => unit.ComparableScore!.Value)];
        Assert.Equal(scores.Length, chart.Bins.Sum(bin => bin.Count));
        foreach (var (index, bin) in chart.Bins.Index())
            Assert.Equal(
                scores.Count(score => score >= bin.From && (score < bin.To || (index == chart.Bins.Length - 1 && score == bin.To))),
                bin.Count);
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Histogram_LeavesNoStretchOfTheScaleOut(string size)
    {
        var bins = Histogram(Drawn.ResultOf(size)).Bins;
        Assert.True(bins[0].From <= 0 && bins[^1].To >= 100);
        Assert.All(bins.Zip(bins.Skip(1)), pair => Assert.Equal(pair.First.To, pair.Second.From));
        Assert.All(bins, bin => Assert.Equal(5, bin.To - bin.From));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(4.9999, 0)]
    [InlineData(5, 1)]
    [InlineData(80, 16)]
    [InlineData(99.99, 19)]
    [InlineData(100, 19)]
    public void Histogram_AnEdgeBelongsToTheStretchThatBeginsThere(double score, int stretch)
    {
        var bins = Histogram(Made.Plain((decimal)score, 50).Score()).Bins;
        Assert.Equal(score is >= 50 and < 55 ? 2 : 1, bins[stretch].Count);
    }

    [Fact]
    public void Histogram_Median_IsTheMiddleOrTheMeanOfTheTwoInTheMiddle()
    {
        Assert.Equal(70, Histogram(Made.Plain(90, 70, 10).Score()).Median.Value);
        Assert.Equal(75, Histogram(Made.Plain(90, 80, 70, 10).Score()).Median.Value);
    }

    /// <summary>Quartiles as Excel's QUARTILE.INC and R's quantile(type = 7): 1, 2, 4, 7, 8, 11 has Q1 2.5, median 5.5, Q3 7.75.</summary>
    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.25, 2.5)]
    [InlineData(0.5, 5.5)]
    [InlineData(0.75, 7.75)]
    [InlineData(1, 11)]
    public void Quantiles_AreThoseOfExcel(double share, double value) =>
        Assert.Equal((decimal)value, Row(1, 2, 4, 7, 8, 11).Quantile((decimal)share));

    /// <summary>Microsoft's page on QUARTILE.INC: 1, 2, 4, 7, 8, 9, 10, 12 has the first quartile 3.5.</summary>
    [Fact]
    public void FirstQuartile_IsThatOfTheExampleOfExcel() => Assert.Equal(3.5m, Row(1, 2, 4, 7, 8, 9, 10, 12).Quantile(0.25m));

    [Fact]
    public void Quantile_OfOneValue_IsThatValue() => Assert.All(new[] { 0m, 0.25m, 1m }, share => Assert.Equal(7, Row(7).Quantile(share)));

    /// <summary>Box from 2 to 4: whiskers reach at most 3 further, to -1 and 7.</summary>
    [Theory]
    [InlineData(0, 7, 0, 7)]
    [InlineData(-1.5, 7.5, 2, 4)]
    [InlineData(-1, 30, -1, 4)]
    public void Whiskers_EndAtTheLastValueWithinOneAndAHalfBoxes(double lowest, double highest, double low, double high) =>
        Assert.Equal(((decimal)low, (decimal)high), Row((decimal)lowest, 2, 3, 4, (decimal)highest).Whiskers());

    [Theory]
    [InlineData("5 long names")]
    [InlineData("40")]
    [InlineData("664")]
    public void LostPoints_AddUpToOne(string size)
    {
        var chart = Drawn.ResultOf(size).Only<ParetoChart>();
        Assert.Equal(1, chart.Rows[^1].Sum);
        decimal all = chart.Rows.Sum(row => row.Lost), lost = 0;
        Assert.All(chart.Rows, row =>
        {
            lost += row.Lost;
            Assert.Equal((row.Lost / all, lost / all), (row.Share, row.Sum));
        });
    }

    [Fact]
    public void LostPoints_AreInDescendingOrder_WithTheOthersAsOneAtTheEnd()
    {
        var result = ManyCriteria(60).Score();
        var chart = result.Only<ParetoChart>();
        var lost = result.Criteria.Where(criterion => criterion.Id.Contains('.', StringComparison.Ordinal))
            .Select(criterion => criterion.Lost)
            .Where(points => points > 0).OrderDescending().ToList();
        int named = chart.Rows.Length - 1;
        Assert.InRange(named, 15, 30);
        Assert.Equal(lost.Take(named), chart.Rows.Take(named).Select(row => row.Lost));
        Assert.Equal(lost.Skip(named).Sum(), chart.Rows[^1].Lost);
        Assert.Equal($"{lost.Count - named} tiêu chí khác", chart.Rows[^1].Label);
        Assert.Equal(1, chart.Rows[^1].Sum);
    }

    [Fact]
    public void LostPoints_OfCriteriaWithoutLoss_AreCountedBelow()
    {
        var chart = (Made.Plain(100, 90) with { A = _ => 50, B = _ => 40 }).Score().Only<ParetoChart>();
        Assert.Single(chart.Rows);
        Assert.Equal("1 tiêu chí khác không mất điểm.", chart.Footnote);
    }

    [Fact]
    public void HeatMap_OfManyUnits_SaysHowManyItShows()
    {
        var result = Drawn.ResultOf("664");
        var chart = result.Only<HeatMapChart>();
        int shown = chart.Groups.Sum(group => group.Rows.Length);
        Assert.InRange(shown, 1, ChartBuilder.MostUnits);
        Assert.Contains($"{shown} trong {result.Scored.Count()}", chart.Footnote, StringComparison.Ordinal);
    }

    [Fact]
    public void HeatMap_OfASectionThatDoesNotApply_HasADash()
    {
        var chart = (Made.Plain(90, 80) with { B = unit => unit == 0 ? null : 20 }).Score().Only<HeatMapChart>();
        var row = chart.Groups.Single().Rows.Single(row => row.Label == "Đơn vị 0");
        Assert.Equal((null, "–"), (row.Cells[1].Share, row.Cells[1].Text));
    }

    private static HistogramChart Histogram(Result result) => result.Only<HistogramChart>();

    private static BoxRow Row(params decimal[] values) => new("", [.. values.ToImmutableArray()], "");

    /// <summary>The first section with many criteria of one point each, of which units lose more and more.</summary>
    private static Made ManyCriteria(int count) => (Made.Plain(90, 80) with { A = unit => 10 + (30 * unit) }).With("""
        { "id": "I.1", "title": "Học tập nghị quyết", "maxPoints": 60,
                "manner": { "type": "formula", "points": "a" } }
        """.Trim(), string.Join(',', Enumerable.Range(1, count).Select(i => $$"""
            { "id": "I.{{i:D2}}", "title": "Tiêu chí {{i}}", "maxPoints": 1,
                "manner": { "type": "formula", "points": "min(1, a / {{10 + i}})" } }
            """)));
}
