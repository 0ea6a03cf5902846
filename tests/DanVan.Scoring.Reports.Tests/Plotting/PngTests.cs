using DanVan.Scoring.Reports.Charts;
using DanVan.Scoring.Reports.Plotting;
using SkiaSharp;

namespace DanVan.Scoring.Reports.Tests.Plotting;

/// <summary>PNG files: of 300 dots an inch, with something on them, the same each time.</summary>
public sealed class PngTests
{
    private static readonly Lazy<IReadOnlyList<(Picture Picture, PngFile File)>> Files = new(() =>
        [.. Drawn.PicturesOf("40").DistinctBy(picture => picture.Chart.GetType())
            .Select(picture => (picture.Picture, PngFile.Of(picture.Picture)))]);

    [Fact]
    public void EveryKindOfChart_IsAmongThem() => Assert.Equal(9, Files.Value.Count);

    [Fact]
    public void Files_AreSoundPng() => Assert.All(Files.Value, file =>
    {
        Assert.True(file.File.HasSignature);
        Assert.Equal(("IHDR", "IEND"), (file.File.Chunks[0].Name, file.File.Chunks[^1].Name));
        Assert.All(file.File.Chunks, chunk => Assert.True(chunk.IsSound, $"{file.Picture.Name}: the checksum of {chunk.Name} is wrong"));
    });

    [Fact]
    public void Files_SayTheyHave300DotsAnInch() => Assert.All(Files.Value, file =>
    {
        byte[] resolution = Assert.Single(file.File.Chunks, chunk => chunk.Name == "pHYs").Data;
        Assert.Equal((11_811, 11_811, 1), (PngFile.Int(resolution, 0), PngFile.Int(resolution, 4), resolution[8]));
        Assert.True(file.File.Chunks.FindIndex(chunk => chunk.Name == "pHYs") < file.File.Chunks.FindIndex(chunk => chunk.Name == "IDAT"));
    });

    [Theory]
    [InlineData(12)]
    [InlineData(16)]
    [InlineData(30)]
    public void Pixels_AreCentimetresTimes300By254(double width)
    {
        var picture = ChartRenderer.Draw(Drawn.ChartsOf("5 long names").First(), new ChartStyle { Width = width })[0];
        var file = PngFile.Of(picture);
        Assert.Equal((int)Math.Round(width * 300 / 2.54), file.Width);
        Assert.Equal((int)Math.Round(picture.Height * 300 / 2.54), file.Height);
    }

    [Fact]
    public void Pictures_AreNotBlank_InAnyQuarter() => Assert.All(Files.Value, file =>
    {
        var pixels = file.File.Pixels();
        Assert.True(pixels.Distinct().Count() > 40, $"{file.Picture.Name} has few colours");
        int quarter = pixels.Length / 4;
        for (int i = 0; i < 4; i++)
            Assert.True(pixels.AsSpan(i * quarter, quarter).IndexOfAnyExcept(SKColors.White) >= 0,
                $"{file.Picture.Name}: quarter {i} is blank");
    });

    [Fact]
    public void Pictures_HaveAWhiteEdge() => Assert.All(Files.Value, file =>
    {
        var pixels = file.File.Pixels();
        int width = file.File.Width, last = pixels.Length - width;
        SKColor[] left = [.. Enumerable.Range(0, file.File.Height).Select(row => pixels[row * width])];
        SKColor[] right = [.. Enumerable.Range(0, file.File.Height).Select(row => pixels[((row + 1) * width) - 1])];
        Assert.All(new[] { left, right, pixels[..width], pixels[last..] }, edge =>
            Assert.True(edge.AsSpan().IndexOfAnyExcept(SKColors.White) < 0, $"{file.Picture.Name} has an edge of {edge[edge.Length / 2]}"));
    });

    [Fact]
    public void LightPalette_HasColours() =>
        Assert.All(Files.Value.Where(file => file.Picture.Chart is RankingChart or HeatMapChart), file =>
        Assert.Contains(file.File.Pixels(), pixel => pixel.Red != pixel.Blue));

    [Fact]
    public void GreyPalette_HasOnlyGreys() =>
        Assert.All(Drawn.PicturesOf("40", palette: ChartPalette.Grey).DistinctBy(picture => picture.Chart.GetType()), picture =>
            Assert.DoesNotContain(PngFile.Of(picture.Picture).Pixels(), pixel => pixel.Red != pixel.Green || pixel.Green != pixel.Blue));

    [Fact]
    public void Bytes_AreTheSame_Twice_AndOfACopyOfTheChart() => Assert.All(Drawn.ChartsOf("5 long names"), chart =>
    {
        var (first, second) = (ChartRenderer.Draw(chart)[0], ChartRenderer.Draw(chart)[0]);
        byte[] bytes = PngFile.BytesOf(first);
        Assert.Equal(bytes, PngFile.BytesOf(first));
        Assert.Equal(bytes, PngFile.BytesOf(second));
        Assert.Equal(SvgPicture.TextOf(first), SvgPicture.TextOf(second));
    });

    [Fact]
    public void Bytes_AreTheSame_FromThreadsAtOnce()
    {
        var pictures = Drawn.ChartsOf("5 long names").Select(chart => ChartRenderer.Draw(chart)[0]).ToList();
        var alone = pictures.ConvertAll(picture => (PngFile.BytesOf(picture), SvgPicture.TextOf(picture)));
        var together = Enumerable.Range(0, 2 * pictures.Count).AsParallel().AsOrdered().WithDegreeOfParallelism(4)
            .Select(index => (PngFile.BytesOf(pictures[index / 2]), SvgPicture.TextOf(pictures[index / 2]))).ToList();
        foreach (var (index, (png, svg)) in together.Index())
        {
            Assert.Equal(alone[index / 2].Item1, png);
            Assert.Equal(alone[index / 2].Item2, svg);
        }
    }
}
