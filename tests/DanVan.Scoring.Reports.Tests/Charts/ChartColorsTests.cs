using System.Globalization;
using DanVan.Scoring.Reports.Charts;
using DanVan.Scoring.Results;
using DanVan.Scoring.Scoring;

namespace DanVan.Scoring.Reports.Tests.Charts;

/// <summary>Colours that stay apart in grey and can be written upon.</summary>
public sealed class ChartColorsTests
{
    public static TheoryData<int> Counts => [2, 3, 4, 5, 6];

    [Fact]
    public void Ink_StandsOutUponEveryHeatMapColour()
    {
        for (int i = 0; i <= 1_000; i++)
        {
            string fill = ChartColors.Share(i / 1_000.0);
            Assert.True(Contrast(ChartColors.InkOn(fill), fill) >= 4.5, $"{fill} at {i / 1_000.0}");
        }
    }

    [Fact]
    public void Ink_StandsOutUponEveryHeatMapColour_InGrey()
    {
        for (int i = 0; i <= 1_000; i++)
        {
            string fill = ChartColors.Grey(ChartColors.Share(i / 1_000.0));
            Assert.True(Contrast(ChartColors.InkOn(fill), fill) >= 4.5, $"{fill} at {i / 1_000.0}");
        }
    }

    [Fact]
    public void Texts_StandOutUponWhite() =>
        Assert.All(new[] { ChartColors.Ink, ChartColors.Soft }, colour => Assert.True(Contrast(colour, "#FFFFFF") >= 7));

    [Fact]
    public void HeatMap_GetsDarkerWithTheShare()
    {
        var lightness = Enumerable.Range(0, 101).Select(i => Lightness(ChartColors.Share(i / 100.0))).ToList();
        Assert.All(lightness.Zip(lightness.Skip(1)), pair => Assert.True(pair.Second < pair.First));
    }

    [Theory]
    [InlineData(-0.5, 0)]
    [InlineData(1.5, 1)]
    public void HeatMap_OfASharesBeyondItsEnds_IsThatOfTheEnd(double share, double end) =>
        Assert.Equal(ChartColors.Share(end), ChartColors.Share(share));

    [Theory]
    [MemberData(nameof(Counts))]
    public void RatingsOfUnknownNames_DifferInLightness(int count) => AssertApart([.. Enumerable.Range(0, count).Select(i => $"Mức {i}")]);

    [Theory]
    [InlineData("Xuất sắc", "Tốt", "Khá", "Trung bình", "Yếu")]
    [InlineData("Tốt", "Khá", "Trung bình", "Yếu")]
    [InlineData("Hoàn thành xuất sắc nhiệm vụ", "Hoàn thành tốt nhiệm vụ", "Hoàn thành nhiệm vụ", "Không hoàn thành nhiệm vụ")]
    public void RatingsOfKnownNames_DifferInLightness(params string[] names) => AssertApart(names);

    [Fact]
    public void SameRating_HasTheSameColour_InRuleSetsOfFourAndOfFive()
    {
        string[] four = ["Tốt", "Khá", "Trung bình", "Yếu"];
        var (ofFour, ofFive) = (Colours(four), Colours(["Xuất sắc", .. four]));
        Assert.All(four, name => Assert.Equal(ofFour[name], ofFive[name]));
    }

    [Theory]
    [InlineData("Yếu", "Tốt")]
    [InlineData("Tốt", "Tốt hơn")]
    public void KnownNames_InAnUnknownOrderOrCompany_AreSpreadEvenly(string highest, string lowest) =>
        Assert.Equal([0, 1], Tone.Of([new ResultRating("a", highest, 50), new ResultRating("b", lowest)]).Select(tone => tone.Place));

    [Fact]
    public void WithoutRating_HasAPatternOfItsOwn()
    {
        var patterns = Enum.GetValues<RatingState>().Select(state => ChartColors.PatternOf(new Tone(state))).ToList();
        Assert.Equal(3, patterns.Distinct().Count());
        Assert.Equal(Pattern.None, ChartColors.PatternOf(new Tone(RatingState.Rated)));
        Assert.NotEqual(ChartColors.PatternOf(new Tone(RatingState.Pending)), ChartColors.PatternOf(new Tone(RatingState.NotRateable)));
    }

    [Theory]
    [InlineData("#2F79B5", "#F4CF83")]
    [InlineData("#FBF0DC", "#0B3C6F")]
    public void Grey_IsAsLightAsTheColour(params string[] colours) => Assert.All(colours, colour =>
    {
        string grey = ChartColors.Grey(colour);
        Assert.Equal((grey[1..3], grey[3..5]), (grey[3..5], grey[5..7]));
        Assert.Equal(Lightness(colour), Lightness(grey), 0.003);
    });

    private static void AssertApart(IReadOnlyList<string> names)
    {
        var lightness = Colours(names).Values.Select(Lightness).Order().ToList();
        Assert.All(lightness.Zip(lightness.Skip(1)), pair => Assert.True(pair.Second - pair.First > 0.05, $"{pair} look alike in grey"));
    }

    private static Dictionary<string, string> Colours(IReadOnlyList<string> names) => names.Zip(
        Tone.Of([.. names.Select((name, index) => new ResultRating($"r{index}", name, 10 * (names.Count - index)))]).Select(ChartColors.Of))
        .ToDictionary(StringComparer.Ordinal);

    private static double Lightness(string hex)
    {
        int value = int.Parse(hex[1..], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return ((0.299 * (value >> 16)) + (0.587 * ((value >> 8) & 255)) + (0.114 * (value & 255))) / 255;
    }

    /// <summary>Contrast as WCAG 2.2 has it, worked out apart from the program.</summary>
    private static double Contrast(string one, string other)
    {
        double[] luminance = [.. new[] { one, other }.Select(hex =>
        {
            double[] parts = [.. new[] { 1, 3, 5 }
                .Select(at => int.Parse(hex.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0)
                .Select(part => part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4))];
            return (0.2126 * parts[0]) + (0.7152 * parts[1]) + (0.0722 * parts[2]);
        })];
        return (luminance.Max() + 0.05) / (luminance.Min() + 0.05);
    }
}
