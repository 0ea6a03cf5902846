using DanVan.Scoring.Reports.Charts;
using DanVan.Scoring.Reports.Plotting;

namespace DanVan.Scoring.Reports.Tests.Plotting;

/// <summary>Few and many units, long names, nobody scored, in several styles: nothing overlaps or leaves the canvas.</summary>
public sealed class LayoutTests
{
    /// <summary>Letters that stand above each other: the marks of the lower may reach into the line of the upper.</summary>
    private const double Kerning = 0.5;

    public static TheoryData<string, double, ChartPalette> Pictures
    {
        get
        {
            var pictures = new TheoryData<string, double, ChartPalette>();
            foreach (string size in Drawn.Sizes)
                pictures.Add(size, 16, ChartPalette.Light);
            foreach (string size in new[] { "1", "5 long names", "40", "200 long names" })
            {
                pictures.Add(size, 12, ChartPalette.Light);
                pictures.Add(size, 30, ChartPalette.Light);
            }
            pictures.Add("40", 16, ChartPalette.Grey);
            return pictures;
        }
    }

    [Theory]
    [MemberData(nameof(Pictures))]
    public void Texts_DoNotOverlap(string size, double width, ChartPalette palette)
    {
        var faults = new List<string>();
        foreach (var picture in Drawn.PicturesOf(size, width, palette))
            foreach (var (index, text) in picture.Texts.Index())
                foreach (var other in picture.Texts.Skip(index + 1).Where(other => other.Ink.Overlap(text.Ink) > Kerning))
                    faults.Add($"{picture.Picture.Name}: '{text.Text}' {text.Ink} and '{other.Text}' {other.Ink}");
        AssertNone(faults);
    }

    [Theory]
    [MemberData(nameof(Pictures))]
    public void Texts_StandOnTheCanvas(string size, double width, ChartPalette palette) =>
        AssertNone(Drawn.PicturesOf(size, width, palette).SelectMany(picture => picture.Texts
            .Where(text => text.Ink.Left < 0 || text.Ink.Top < 0
                || text.Ink.Right > picture.Canvas.Right || text.Ink.Bottom > picture.Canvas.Bottom)
            .Select(text => $"{picture.Picture.Name}: '{text.Text}' {text.Ink} leaves {picture.Canvas}")));

    [Theory]
    [MemberData(nameof(Pictures))]
    public void Shapes_StandOnTheCanvas(string size, double width, ChartPalette palette) =>
        AssertNone(Drawn.PicturesOf(size, width, palette).SelectMany(picture => picture.Shapes
            .Where(shape => shape.Seen.Left < -0.01 || shape.Seen.Top < -0.01
                || shape.Seen.Right > picture.Canvas.Right + 0.01 || shape.Seen.Bottom > picture.Canvas.Bottom + 0.01)
            .Select(shape => $"{picture.Picture.Name}: {shape.Kind} {shape.Seen} leaves {picture.Canvas}")));

    [Theory]
    [MemberData(nameof(Pictures))]
    public void Bars_AndDots_AreNotCutOff(string size, double width, ChartPalette palette) =>
        AssertNone(Drawn.PicturesOf(size, width, palette).SelectMany(picture => picture.Bars.Concat(picture.Dots)
            .Where(shape => shape.Area.Left < shape.Clip!.Value.Left - 0.1 || shape.Area.Right > shape.Clip.Value.Right + 0.1
                || shape.Area.Top < shape.Clip.Value.Top - 0.1 || shape.Area.Bottom > shape.Clip.Value.Bottom + 0.1)
            .Select(shape => $"{picture.Picture.Name}: {shape.Kind} {shape.Area} is cut off by {shape.Clip}")));

    [Theory]
    [MemberData(nameof(Pictures))]
    public void Texts_DoNotLieUponBars(string size, double width, ChartPalette palette) =>
        AssertNone(Drawn.PicturesOf(size, width, palette)
            .Where(picture => picture.Chart is RankingChart or BulletChart or ParetoChart or DifferenceChart or HistogramChart)
            .SelectMany(picture => picture.Bars.SelectMany(bar => picture.Texts.Where(text => text.Ink.Overlap(bar.Area) > 0.5)
                .Select(text => $"{picture.Picture.Name}: '{text.Text}' {text.Ink} upon the bar {bar.Area}"))));

    [Theory]
    [MemberData(nameof(Pictures))]
    public void Texts_AreNotBelowNinePoints(string size, double width, ChartPalette palette) =>
        Assert.All(Drawn.PicturesOf(size, width, palette), picture =>
        {
            double points = picture.Picture.Width / 2.54 * 72 / picture.Canvas.Width;
            Assert.All(picture.Texts, text => Assert.True(text.Size * points >= 8.99, $"'{text.Text}' has {text.Size * points:0.0} pt"));
        });

    [Theory]
    [MemberData(nameof(Pictures))]
    public void Pictures_AreAsWideAsAsked_AndNotHigherThanAPage(string size, double width, ChartPalette palette) =>
        Assert.All(Drawn.PicturesOf(size, width, palette), picture =>
        {
            Assert.Equal(width, SvgPicture.Number(Centimetres(picture, "width")), 0.005);
            Assert.Equal(width * 96 / 2.54, picture.Canvas.Width, 0.17); // half a dot of 300 an inch
            double height = SvgPicture.Number(Centimetres(picture, "height"));
            Assert.Equal(height * 96 / 2.54, picture.Canvas.Height, 0.3);
            Assert.InRange(height, 2, ChartRenderer.MostHeight);
        });

    [Fact]
    public void LongChart_HasParts_ThatShowEveryRowOnce_AndSayWhichTheyAre()
    {
        var chart = Drawn.ChartsOf("200 long names").OfType<RankingChart>().First();
        var parts = Drawn.Draw(chart);
        Assert.True(parts.Length > 1);
        Assert.Equal(parts.Select((_, index) => $"{chart.Name}-{index + 1}"), parts.Select(part => part.Picture.Name));
        Assert.Equal(chart.Bars.Count(bar => bar.Value > 0), parts.Sum(part => part.Bars.Count(bar => bar.Area.Width > 0)));
        foreach (var (index, part) in parts.Index())
        {
            Assert.EndsWith($"({index + 1}/{parts.Length})", part.Title, StringComparison.Ordinal);
            Assert.Contains(part.Texts, text => text.Text.Contains($"({index + 1}/{parts.Length})", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Parts_AreOfAboutTheSameHeight()
    {
        var heights = Drawn.Draw(Drawn.ChartsOf("200 long names").OfType<RankingChart>().First())
            .Select(part => part.Picture.Height).ToList();
        Assert.True(heights.Max() - heights.Min() < ChartRenderer.MostHeight / 4, string.Join("; ", heights));
    }

    private static string Centimetres(SvgPicture picture, string attribute)
    {
        string text = picture.Root.Attribute(attribute)!.Value;
        Assert.EndsWith("cm", text, StringComparison.Ordinal);
        return text[..^2];
    }

    private static void AssertNone(IEnumerable<string> faults)
    {
        var all = faults.ToList();
        Assert.True(all.Count == 0, $"{all.Count}:\n{string.Join('\n', all.Take(12))}");
    }
}
