using DanVan.Scoring.Comparing;
using DanVan.Scoring.Reports.Charts;

namespace DanVan.Scoring.Reports.Tests.Charts;

/// <summary>What rose and what fell.</summary>
public sealed class DifferenceChartTests
{
    [Fact]
    public void Limit_IsTheLongest() => Assert.Equal(7, DifferenceCharts.Of(5, 3, 2, -1, -7).Limit);

    [Theory]
    [InlineData(90, 3, 2, 2, 1, -1, -2)]
    [InlineData(3, 2, 2, 1, -1, -2, -90)]
    public void Limit_IsNotThatOfAnOutlier(params int[] differences)
    {
        var chart = DifferenceCharts.Of([.. differences.Select(difference => (decimal)difference)]);
        Assert.InRange(chart.Limit, 3, 9);
        Assert.True(chart.Rows.Count(row => Math.Abs(row.Difference!.Value) > chart.Limit) == 1);
    }

    [Fact]
    public void Limit_OfFewRows_BreaksNone() => Assert.Equal(90, DifferenceCharts.Of(90, 2, 1, -1).Limit);

    [Fact]
    public void Limit_OfNoDifference_IsMoreThanZero()
    {
        var chart = DifferenceCharts.Of(0, 0, 0);
        Assert.True(chart.Limit > 0);
        Assert.Empty(Drawn.Draw(chart)[0].Bars);
    }

    [Fact]
    public void Rows_AreInDescendingOrder_AndAreScoreLessLastScore()
    {
        var result = Drawn.ResultOf("40");
        var chart = result.Only<DifferenceChart>();
        var expected = result.Scored.Where(unit => unit.Previous?.Score is not null)
            .Select(unit => unit.ComparableScore - unit.Previous!.Score)
            .OrderDescending();
        Assert.Equal(expected, chart.Rows.Select(row => row.Difference));
        Assert.True(chart.Rows[0].Difference > 0 && chart.Rows[^1].Difference < 0);
    }

    [Fact]
    public void Zero_LiesBetweenRiseAndFall()
    {
        var picture = Drawn.Draw(DifferenceCharts.Of(4, 2, -1, -3))[0];
        var bars = picture.Bars.ToList();
        Assert.Equal(bars[0].Area.Left, bars[^1].Area.Right, 0.01);
        var axis = Assert.Single(picture.Shapes, shape => shape is { Kind: "path", Clip: not null, Thickness: 1 }
            && Math.Abs(shape.Area.X - bars[0].Area.Left) < 0.01 && shape.Area.Width < 0.01);
        Assert.True(axis.Area.Top <= bars[0].Area.Top && axis.Area.Bottom >= bars[^1].Area.Bottom);
    }

    [Fact]
    public void OnlyRises_BeginAtTheLeft()
    {
        var picture = Drawn.Draw(DifferenceCharts.Of(4, 2, 1))[0];
        Assert.All(picture.Bars, bar => Assert.Equal(bar.Clip!.Value.Left, bar.Area.Left, 0.01));
        Assert.DoesNotContain(picture.Texts, text => text.Text == "Fall");
    }

    [Theory]
    [InlineData(null, 2022)]
    [InlineData(2020, 2020)]
    public void LastYear_IsNamed(int? previous, int year)
    {
        var chart = (new Made(40) { PreviousPeriod = previous }).Score().Only<DifferenceChart>();
        Assert.Contains($"so với năm {year}", chart.Title, StringComparison.Ordinal);
        Assert.StartsWith($"Điểm năm 2023 trừ điểm năm {year};", chart.Subtitle, StringComparison.Ordinal);
        Assert.Contains($"không có điểm năm {year}", chart.Footnote, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(10, "3 trong 3 đơn vị tăng điểm so với năm 2022, không đơn vị nào giảm")]
    [InlineData(95, "3 trong 3 đơn vị giảm điểm so với năm 2022, không đơn vị nào tăng")]
    [InlineData(80, "1 đơn vị tăng điểm, 1 giảm so với năm 2022")]
    public void Title_CountsRisesAndFalls(int last, string title) =>
        Assert.Equal(title, (Made.Plain(90, 80, 70) with { Last = _ => last }).Score().Only<DifferenceChart>()
            .Title.Replace('\u00A0', ' '));

    [Fact]
    public void Title_OfNoMove_SaysSo() => Assert.Equal("Không đơn vị nào trong 2 thay đổi điểm so với năm 2022",
        (Made.Plain(90, 80) with { Last = unit => 90 - (10 * unit) }).Score().Only<DifferenceChart>().Title);

    [Fact]
    public void WithoutLastPeriod_ThereIsNone() =>
        Assert.Empty(ChartBuilder.Build(Made.Plain(90, 80).Score()).Charts.OfType<DifferenceChart>());

    [Fact]
    public void OfManyUnits_TheEndsAreShown_AndSaidToBe()
    {
        var result = new Made(664).Score();
        var chart = result.Only<DifferenceChart>();
        int known = result.Scored.Count(unit => unit.Previous?.Score is not null);
        Assert.True(known > ChartBuilder.MostUnits);
        Assert.Equal(30, chart.Rows.Length);
        Assert.Contains($"trong {known}.", chart.Footnote, StringComparison.Ordinal);
    }

    [Fact]
    public void Comparison_OfTwoResults_IsSecondLessFirst()
    {
        var (before, after) = (Made.Plain(90, 80, 70, 60).Score(), Made.Plain(91, 80, 60, 75).Score());
        var comparison = Comparison.Of(before, after);
        var chart = ChartBuilder.Build(comparison)!;
        Assert.Equal([15, 1, 0, -10], chart.Rows.Select(row => row.Difference!.Value));
        Assert.Equal(["Đơn vị 3", "Đơn vị 0", "Đơn vị 1", "Đơn vị 2"], chart.Rows.Select(row => row.Label));
        Assert.Equal(("comparison", "2 đơn vị tăng điểm, 1 giảm giữa hai lần chấm"), (chart.Name, chart.Title.Replace('\u00A0', ' ')));
        Assert.Contains("+15,00", chart.Rows[0].Text, StringComparison.Ordinal);
        Assert.Matches("; Trung bình (thành|lên) Khá$", chart.Rows[0].Text);
    }

    [Fact]
    public void Comparison_OfTwoYears_NamesTheFirst()
    {
        var before = Made.Plain(90, 80).With("\"period\": 2023", "\"period\": 2019").Score();
        var chart = ChartBuilder.Build(Comparison.Of(before, Made.Plain(91, 80).Score()))!;
        Assert.Contains("so với năm 2019", chart.Title, StringComparison.Ordinal);
        Assert.StartsWith("Điểm năm 2023 trừ điểm năm 2019", chart.Subtitle, StringComparison.Ordinal);
    }

    [Fact]
    public void Comparison_WithoutUnitInBoth_HasNoChart()
    {
        var other = Made.Plain(90, 80) with { A = _ => -1 };
        Assert.Null(ChartBuilder.Build(Comparison.Of(other.Score(), Made.Plain(91, 80).Score())));
    }
}
