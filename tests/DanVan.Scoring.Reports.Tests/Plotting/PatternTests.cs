using System.Xml.Linq;
using DanVan.Scoring.Reports.Charts;
using DanVan.Scoring.Scoring;

namespace DanVan.Scoring.Reports.Tests.Plotting;

/// <summary>What has no rating is told apart by lines upon its bar, not by colour alone.</summary>
public sealed class PatternTests
{
    /// <summary>A unit that waits, one that is excluded, one that is rated.</summary>
    private static readonly Lazy<(RankingChart Chart, SvgPicture Picture)> Ranking = new(() =>
    {
        var made = Made.Plain(90, 80, 70) with { Hot = unit => unit switch { 0 => null, 1 => true, _ => false } };
        var chart = made.Score().Only<RankingChart>();
        return (chart, Assert.Single(Drawn.Draw(chart)));
    });

    [Fact]
    public void Chart_HasTheThreeStates() => Assert.Equal(
        [RatingState.Pending, RatingState.NotRateable, RatingState.Rated], Ranking.Value.Chart.Bars.Select(bar => bar.Tone.State));

    [Fact]
    public void RatedBar_HasNoLines() => Assert.Empty(LinesOf(2));

    [Fact]
    public void PendingBar_HasLinesOfOneDirection()
    {
        var slopes = LinesOf(0).Select(Slope).ToList();
        Assert.True(slopes.Count > 5);
        Assert.Single(slopes.Distinct());
    }

    [Fact]
    public void NotRateableBar_HasLinesOfBothDirections()
    {
        var slopes = LinesOf(1).Select(Slope).ToList();
        Assert.Equal([-1, 1], slopes.Distinct().Order());
    }

    [Fact]
    public void Lines_StayWithinTheirBar() => Assert.All(new[] { 0, 1 }, bar => Assert.All(LinesOf(bar), line =>
    {
        var area = Ranking.Value.Picture.Bars.ElementAt(bar).Area;
        Assert.InRange(line.Area.Left, area.Left - 0.01, area.Right);
        Assert.InRange(line.Area.Right, area.Left, area.Right + 0.01);
        Assert.InRange(line.Area.Top, area.Top - 0.01, area.Bottom);
        Assert.InRange(line.Area.Bottom, area.Top, area.Bottom + 0.01);
    }));

    [Fact]
    public void Legend_ShowsThePatternsToo()
    {
        var (chart, picture) = Ranking.Value;
        Assert.Equal(3, chart.Legend.Length);
        double bottom = picture.Bars.Max(bar => bar.Area.Bottom);
        Assert.True(picture.Shapes.Count(shape => IsLine(shape) && shape.Area.Top > bottom) >= 3);
    }

    private static IEnumerable<(Box Area, XElement Element)> LinesOf(int bar)
    {
        var picture = Ranking.Value.Picture;
        var area = picture.Bars.ElementAt(bar).Area;
        return picture.Shapes.Zip(Paths(picture)).Where(pair => IsLine(pair.First) && pair.First.Area.Overlap(area) > 0.3)
            .Select(pair => (pair.First.Area, pair.Second));
    }

    /// <summary>The elements of the shapes, in their order.</summary>
    private static IEnumerable<XElement> Paths(SvgPicture picture) => picture.Root.Elements()
        .Where(element => element.Name.LocalName is not ("title" or "desc" or "text" or "clipPath"))
        .SelectMany(element => element.Name.LocalName == "g" ? element.Elements() : [element]);

    private static bool IsLine(DrawnShape shape) => shape is { Kind: "path", Clip: null, Fill: "none", Thickness: > 0.7 and < 0.9 };

    /// <summary>1 for a line that rises to the right, -1 for one that falls.</summary>
    private static int Slope((Box Area, XElement Element) line)
    {
        double[] places = [.. line.Element.Attribute("d")!.Value.Split('M', 'L', ' ')
            .Where(text => text.Length > 0).Select(SvgPicture.Number)];
        return (places[2] - places[0]) * (places[3] - places[1]) < 0 ? 1 : -1;
    }
}
