using System.Buffers.Binary;
using System.Text.RegularExpressions;
using DanVan.Scoring.Reports.Charts;
using DanVan.Scoring.Reports.Plotting;
using DanVan.Scoring.Reports.Tests.Office;
using DanVan.Scoring.Reports.Word;
using DanVan.Scoring.Results;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using A = DocumentFormat.OpenXml.Drawing;
using C = DocumentFormat.OpenXml.Drawing.Charts;
using D = DocumentFormat.OpenXml.Drawing.Wordprocessing;
using P = DocumentFormat.OpenXml.Drawing.Pictures;

namespace DanVan.Scoring.Reports.Tests.Word;

/// <summary>The charts of report.docx: every name and value of the records is there, and what is left out is said.</summary>
public sealed partial class ReportChartTests
{
    private const long EmuPerCentimetre = 360_000;
    private static readonly string Long = new('D', 60);

    [Theory]
    [InlineData(5)]
    [InlineData(40)]
    [InlineData(300)]
    public void Charts_NameEveryCategory_AndFitThePage(int units)
    {
        using var document = Open(Write(OfficeSample.Evaluate(units, i => $"Ban Quản lý khu công nghiệp, huyện {Long} số {i}")));
        Assert.All(document.MainDocumentPart!.ChartParts, part =>
        {
            Assert.Equal(1, part.ChartSpace.Descendants<C.TickLabelSkip>().Single().Val!.Value);
            var names = part.ChartSpace.Descendants<C.CategoryAxisData>().First();
            Assert.Equal((int)names.Descendants<C.PointCount>().Single().Val!.Value, names.Descendants<C.StringPoint>().Count());
            Assert.All(names.Descendants<C.StringPoint>(), point => Assert.NotEmpty(point.InnerText));
        });
        Assert.All(document.MainDocumentPart.Document.Descendants<D.Extent>(), size =>
        {
            Assert.InRange(size.Cx!.Value, 5 * EmuPerCentimetre, 16.01 * EmuPerCentimetre);
            Assert.InRange(size.Cy!.Value, EmuPerCentimetre, 22.01 * EmuPerCentimetre);
        });
    }

    [Fact]
    public void Patterns_TellPendingFromNotRateable()
    {
        var result = OfficeSample.Evaluate(40);
        var stack = Chart<StackChart>(result);
        using var document = Open(Write(result));
        var series = Part(document, stack).ChartSpace.Descendants<C.BarChartSeries>().ToList();
        Assert.Equal(stack.Legend.Select(key => key.Name), series.Select(OfficeSample.NameOf));
        var patterns = series.Select(item => item.GetFirstChild<C.ChartShapeProperties>()!.GetFirstChild<A.PatternFill>())
            .Select(fill => fill?.Preset?.InnerText);
        var expected = stack.Legend.Select(key => key.Tone.State switch
        {
            Scoring.RatingState.Pending => "wdUpDiag",
            Scoring.RatingState.NotRateable => "diagCross",
            _ => null,
        }).ToList();
        Assert.Contains("wdUpDiag", expected);
        Assert.Contains("diagCross", expected);
        Assert.Equal(expected, patterns);
    }

    [Fact]
    public void CutRanking_SaysHowManyOfHowMany_AndTheDistributionIsThere()
    {
        var result = OfficeSample.Evaluate(300);
        using var document = Open(Write(result));
        var ranking = Chart<RankingChart>(result);
        var names = OfficeSample.NamesOf(Part(document, ranking));
        var captions = Captions(document);
        string caption = captions.Single(text => text.Contains("Tổng điểm", StringComparison.Ordinal));
        int shown = int.Parse(Shown().Match(caption).Groups[1].Value, null);
        Assert.Equal(shown, names.Count - 1);
        string between = Assert.Single(names, name => name[0] == '…');
        Assert.Equal($"… {result.Scored.Count() - shown} đơn vị ở giữa", between);
        var scores = Chart<HistogramChart>(result);
        Assert.Equal(scores.Bins.Select(bin => (decimal)bin.Count), OfficeSample.ValuesOf(Part(document, scores)).Select(bin => bin.Value));
    }

    [Fact]
    public void Ranking_ThatIsWhole_LeavesOutOnlyUnitsWithoutScore()
    {
        var result = OfficeSample.Evaluate(18);
        using var document = Open(Write(result));
        Assert.Contains(Captions(document), text => text.Contains("nêu 17 trong 18", StringComparison.Ordinal));
        string distribution = Chart<HistogramChart>(result).Title;
        Assert.DoesNotContain(document.MainDocumentPart!.ChartParts, part => OfficeSample.TitleOf(part) == distribution);
    }

    [Fact]
    public void Ranking_OfOneUnit_IsNotDrawn()
    {
        using var document = Open(Write(OfficeSample.Evaluate(1)));
        Assert.DoesNotContain(Captions(document), text => text.Contains("Tổng điểm", StringComparison.Ordinal));
    }

    [Fact]
    public void Values_AreThoseOfTheRecords()
    {
        var result = OfficeSample.Evaluate(16);
        using var document = Open(Write(result));
        var ranking = Chart<RankingChart>(result);
        Assert.Equal(ranking.Bars.Where(bar => bar.Value is not null).Select(bar => (bar.Label, bar.Value!.Value)),
            OfficeSample.ValuesOf(Part(document, ranking)));
        var lost = Chart<ParetoChart>(result);
        Assert.Equal(lost.Rows.Select(row => (row.Label, row.Lost)), OfficeSample.ValuesOf(Part(document, lost)));
        var last = Chart<DifferenceChart>(result);
        Assert.Equal(last.Rows.Select(row => (row.Label, row.Difference!.Value)), OfficeSample.ValuesOf(Part(document, last)));
        var targets = Chart<BulletChart>(result);
        Assert.Equal(
            targets.Rows.SelectMany(row => new[] { row.Value, row.Mark, row.Last }.OfType<decimal>().Select(value => (row.Label, value))),
            OfficeSample.ValuesOf(Part(document, targets)));
        var ratings = Chart<StackChart>(result);
        Assert.Equal(ratings.Rows.SelectMany(row => row.Counts.Select(count => (row.Label, (decimal)count))),
            OfficeSample.ValuesOf(Part(document, ratings)));
    }

    [Fact]
    public void Sections_ArePictures_WithWordsAndTheRightShape()
    {
        var result = OfficeSample.Evaluate(16);
        using var document = Open(Write(result));
        var inlines = document.MainDocumentPart!.Document.Descendants<D.Inline>();
        var inline = Assert.Single(inlines, item => item.Descendants<P.Picture>().Any());
        string words = inline.DocProperties!.Description!.Value!;
        Assert.InRange(words.Length, 1, 2_000);
        Assert.Contains(Chart<HeatMapChart>(result).Words.First(), words, StringComparison.Ordinal);
        using var stream = document.MainDocumentPart.GetPartById(inline.Descendants<A.Blip>().Single().Embed!.Value!).GetStream();
        byte[] header = new byte[24];
        stream.ReadExactly(header);
        int width = BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(16)), height = BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(20));
        Assert.Equal((double)width / height, (double)inline.Extent!.Cx!.Value / inline.Extent.Cy!.Value, 0.01);
    }

    [Fact]
    public void Sections_OfVeryManyUnits_AreThoseOfTheGroups()
    {
        using var document = Open(Write(OfficeSample.Evaluate(190, i => $"{Long} {Long} {Long} {i}")));
        Assert.Single(document.MainDocumentPart!.ImageParts);
        Assert.Contains(Captions(document), text => text.Contains("chỉ nêu bình quân từng khối của 180 đơn vị", StringComparison.Ordinal));
    }

    [Fact]
    public void OddNames_GiveAValidDocument_AndTheSameBytesTwice()
    {
        string odd = "<b>\"A&B\"</b>\u0001 " + new string('W', 200);
        byte[] bytes = Write(OfficeSample.Evaluate(12, i => $"{odd} {i}"));
        using var document = Open(bytes);
        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2013).Validate(document)
            .Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}"));
        Assert.Equal(bytes, Write(OfficeSample.Evaluate(12, i => $"{odd} {i}")));
    }

    private static byte[] Write(Result result)
    {
        using var stream = new MemoryStream();
        ReportDocument.Write(stream, result, pictures: new ResultPictures(result, new ChartRequest()));
        return stream.ToArray();
    }

    private static WordprocessingDocument Open(byte[] bytes) => WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);

    private static T Chart<T>(Result result)
        where T : Chart => ChartBuilder.Build(result).Charts.OfType<T>().First();

    private static ChartPart Part(WordprocessingDocument document, Chart chart) =>
        document.MainDocumentPart!.ChartParts.Single(part => OfficeSample.TitleOf(part) == chart.Title);

    private static List<string> Captions(WordprocessingDocument document) =>
    [
        .. document.MainDocumentPart!.Document.Descendants<Paragraph>()
            .Where(paragraph => paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value == "Caption")
            .Select(paragraph => paragraph.InnerText),
    ];

    [GeneratedRegex(@"nêu (\d+) trong 300")]
    private static partial Regex Shown();
}
