using System.Diagnostics;
using DanVan.Scoring.Reports.Charts;
using DanVan.Scoring.Scoring;

namespace DanVan.Scoring.Reports.Tests.Charts;

/// <summary>Units by score: who is shown, and what is said of a rating that is not the score's.</summary>
public sealed class RankingChartTests
{
    [Fact]
    public void GateThatLoweredTheRating_IsNamedAtTheBar()
    {
        var chart = ChartOf((Made.Plain(90, 85, 70) with { Late = unit => unit == 0 }).WithoutQuota());
        Assert.Contains("Gửi hồ sơ muộn", chart.Bars[0].Note, StringComparison.Ordinal);
        Assert.Contains("Khá", chart.Bars[0].ValueText, StringComparison.Ordinal);
        Assert.All(chart.Bars.Skip(1), bar => Assert.Equal("", bar.Note));
    }

    [Fact]
    public void GateThatChangedNothing_IsNotNamed()
    {
        var chart = ChartOf((Made.Plain(90, 85, 70) with { Late = unit => unit == 2 }).WithoutQuota());
        Assert.All(chart.Bars, bar => Assert.Equal("", bar.Note));
    }

    [Fact]
    public void GateThatChangedNothing_IsNotNamed_WhereAQuotaLoweredTheRating()
    {
        var chart = ChartOf((Made.Plain(90, 85, 84, 70) with { Late = unit => unit == 3 }).With("\"30%\"", "\"25%\""));
        Assert.All(chart.Bars.Where(bar => bar.Note.Length > 0), bar => Assert.DoesNotContain("muộn", bar.Note, StringComparison.Ordinal));
        Assert.Equal(2, chart.Bars.Count(bar => bar.Note.Length > 0));
    }

    [Fact]
    public void ExcludedUnit_IsNamedWithItsGate_AndHasItsOwnTone()
    {
        var chart = ChartOf((Made.Plain(90, 85, 70) with { Hot = unit => unit == 1 ? true : unit == 2 ? null : false }).WithoutQuota());
        Assert.Contains("Điểm nóng", chart.Bars[1].Note, StringComparison.Ordinal);
        Assert.Contains("Điểm nóng", chart.Bars[2].Note, StringComparison.Ordinal);
        Assert.Equal([RatingState.Rated, RatingState.NotRateable, RatingState.Pending], chart.Bars.Select(bar => bar.Tone.State));
    }

    [Fact]
    public void UnitWithoutScore_StandsLast_WithTheReason()
    {
        var chart = ChartOf(Made.Plain(90, 85, 70) with { A = unit => unit == 0 ? -1 : 30 });
        Assert.Null(chart.Bars[^1].Value);
        Assert.Contains("thiếu số liệu", chart.Bars[^1].Note, StringComparison.Ordinal);
    }

    [Fact]
    public void TiedUnits_ShareTheirRank()
    {
        var chart = ChartOf(Made.Plain(90, 85, 85, 70));
        Assert.Equal(["1", "2", "2", "4"], chart.Bars.Select(bar => bar.Label.Split('.')[0]));
    }

    [Fact]
    public void Thresholds_AreTheEdgesOfTheRatings() =>
        Assert.Equal(["Tốt 80", "Khá 65", "Trung bình 50"], ChartOf(Made.Plain(90, 85)).Thresholds.Select(edge => edge.Label));

    [Fact]
    public void TwoHundredUnits_HaveABarEach()
    {
        var chart = ChartOf(Made.Plain([.. Enumerable.Range(0, ChartBuilder.MostUnits).Select(unit => 100 - (unit / 4m))]));
        Assert.Null(chart.Gap);
        Assert.Equal(ChartBuilder.MostUnits, chart.Bars.Length);
    }

    [Fact]
    public void Of250Units_TheFirstAndTheLast15HaveBars()
    {
        var result = Drawn.ResultOf("250");
        var chart = result.Only<RankingChart>();
        var scored = result.Scored.ToList();
        var expected = scored.Take(15).Concat(scored.TakeLast(15)).Select(unit => unit.ComparableScore);
        Assert.Equal(expected, chart.Bars.Where(bar => bar.Value is not null).Select(bar => bar.Value));
        Assert.Equal(15, chart.Gap!.After);
    }

    [Fact]
    public void Of250Units_TheGapSaysHowManyOfHowMany()
    {
        var result = Drawn.ResultOf("250");
        var gap = result.Only<RankingChart>().Gap!;
        int scored = result.Scored.Count();
        Assert.Matches($"^{scored - 30} trong ({scored}|250)\\s", gap.Text);
        Assert.Contains($"(thứ 16–{scored - 15})", gap.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Of250Units_TheStretchesOfTheGapHoldTheRest()
    {
        var result = Drawn.ResultOf("250");
        var gap = result.Only<RankingChart>().Gap!;
        var between = result.Scored.Skip(15).SkipLast(15).Select(unit => unit.ComparableScore!.Value).ToList();
        Assert.Equal(between.Count, gap.Bins.Sum(bin => bin.Count));
        foreach (var (index, bin) in gap.Bins.Index())
            Assert.Equal(between.Count(score => score >= bin.From && (score < bin.To || (index == gap.Bins.Length - 1 && score == bin.To))),
                bin.Count);
    }

    [Fact]
    public void Of250Units_ThoseWithoutScore_AreCountedBelow()
    {
        var result = Drawn.ResultOf("250");
        int without = result.Units.Count - result.Scored.Count();
        Assert.True(without > 5);
        Assert.Contains($"{without} đơn vị", result.Only<RankingChart>().Footnote.Replace('\u00A0', ' '),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Of250Units_OfWhom100HaveNoScore_NoUnitIsShownTwiceOrLost()
    {
        var made = new Made(250) { Group = _ => "g", A = unit => unit < 100 ? -1 : 60 - (unit % 37), B = _ => 20, IsAppraised = false };
        var result = made.Score();
        var chart = result.Only<RankingChart>();
        int shown = chart.Bars.Count(bar => bar.Value is not null);
        Assert.Equal(150, shown + (chart.Gap?.Bins.Sum(bin => bin.Count) ?? 0));
        Assert.Equal(chart.Bars.Length, chart.Bars.Select(bar => bar.Label).Distinct().Count());
    }

    [Fact]
    public void Of210Units_OfWhom20HaveAScore_NoUnitIsShownTwice()
    {
        var made = new Made(210) { Group = _ => "g", A = unit => unit >= 20 ? -1 : 60 - unit, B = _ => 20, IsAppraised = false };
        var chart = made.Score().Only<RankingChart>();
        var scored = chart.Bars.Where(bar => bar.Value is not null).ToList();
        Assert.Equal(20, scored.Count);
        Assert.Equal(scored.Count, scored.Select(bar => bar.Label).Distinct().Count());
        Assert.All(Drawn.Draw(chart), picture => Assert.NotEmpty(picture.Texts));
    }

    [Fact]
    public void FiveThousandUnits_AreDrawnInSeconds()
    {
        var result = new Made(5_000) { Group = _ => "g" }.Score();
        var watch = Stopwatch.StartNew();
        var pictures = ChartBuilder.Build(result).Charts.SelectMany(chart => Drawn.Draw(chart)).ToList();
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(15), $"{watch.Elapsed}");
        Assert.True(pictures.Count < 20, $"{pictures.Count} pictures");
        Assert.All(pictures, picture => Assert.True(picture.Root.ToString().Length < 2_000_000, $"{picture.Picture.Name} is large"));
    }

    private static RankingChart ChartOf(Made made) => made.Score().Only<RankingChart>();
}
