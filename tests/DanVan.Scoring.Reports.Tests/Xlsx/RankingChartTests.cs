using System.Globalization;
using System.Text.RegularExpressions;
using DanVan.Scoring.Reports.Tests.Office;
using DanVan.Scoring.Reports.Xlsx;
using DanVan.Scoring.Results;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using C = DocumentFormat.OpenXml.Drawing.Charts;

namespace DanVan.Scoring.Reports.Tests.Xlsx;

/// <summary>The charts of ranking.xlsx: what they show is what their cells hold.</summary>
public sealed partial class RankingChartTests
{
    [Theory]
    [InlineData(12)]
    [InlineData(60)]
    [InlineData(300)]
    public void Ranking_ShowsTheCellsThatItNames(int units)
    {
        var result = OfficeSample.Evaluate(units);
        using var book = Open(Write(result));
        var (sheet, part) = Ranking(book);
        var series = part.ChartSpace.Descendants<C.BarChartSeries>().First();
        var names = Cells(book, sheet, series.GetFirstChild<C.CategoryAxisData>()!.Descendants<C.Formula>().Single().Text);
        var scores = Cells(book, sheet, series.GetFirstChild<C.Values>()!.Descendants<C.Formula>().Single().Text);
        Assert.Equal(names, OfficeSample.NamesOf(part));
        Assert.Equal(scores.Select(Number), OfficeSample.ValuesOf(part).Select(value => value.Value));
        Assert.Equal(1, part.ChartSpace.Descendants<C.TickLabelSkip>().Single().Val!.Value);
        int scored = result.Scored.Count();
        Assert.Equal(scored == names.Count, !OfficeSample.TitleOf(part).Contains("đầu,", StringComparison.Ordinal));
        if (names.Count < units)
            Assert.Contains($"nêu {names.Count} trong {units}", OfficeSample.TitleOf(part), StringComparison.Ordinal);
    }

    [Fact]
    public void Legend_NamesTheRatings_AndNothingElse()
    {
        using var book = Open(Write(OfficeSample.Evaluate(30)));
        var (_, part) = Ranking(book);
        var series = part.ChartSpace.Descendants<C.BarChartSeries>().ToList();
        var deleted = part.ChartSpace.Descendants<C.LegendEntry>().Select(entry => (int)entry.Index!.Val!.Value).ToList();
        Assert.Equal([0, series.Count - 1], deleted);
        Assert.Contains("Tốt", series.Select(OfficeSample.NameOf));
    }

    [Fact]
    public void Book_IsValid_AndTheSameBytesTwice()
    {
        byte[] bytes = Write(OfficeSample.Evaluate(60, i => $"<i>\u0002& {new string('w', 200)} {i}"));
        using var book = Open(bytes);
        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2013).Validate(book)
            .Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}"));
        Assert.Equal(bytes, Write(OfficeSample.Evaluate(60, i => $"<i>\u0002& {new string('w', 200)} {i}")));
    }

    private static byte[] Write(Result result)
    {
        using var stream = new MemoryStream();
        RankingBook.Write(stream, result);
        return stream.ToArray();
    }

    private static SpreadsheetDocument Open(byte[] bytes) => SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);

    private static (WorksheetPart Sheet, ChartPart Chart) Ranking(SpreadsheetDocument book)
    {
        var first = book.WorkbookPart!.Workbook.Descendants<Sheet>().First();
        var charts = book.WorkbookPart.WorksheetParts.Select(part => part.DrawingsPart).OfType<DrawingsPart>().SelectMany(part => part.ChartParts);
        return ((WorksheetPart)book.WorkbookPart.GetPartById(first.Id!.Value!), charts.Single(chart =>
            chart.ChartSpace.Descendants<C.Formula>().Any(formula => formula.Text.Contains($"'{first.Name}'!", StringComparison.Ordinal))));
    }

    private static List<string> Cells(SpreadsheetDocument book, WorksheetPart sheet, string formula)
    {
        var shared = book.WorkbookPart!.SharedStringTablePart?.SharedStringTable.Elements<SharedStringItem>().ToList();
        var cells = sheet.Worksheet.Descendants<Cell>().ToDictionary(cell => cell.CellReference!.Value!, StringComparer.Ordinal);
        return [.. Range().Matches(formula).SelectMany(match => Rows(match).Select(row => TextOf(cells[$"{match.Groups[1].Value}{row}"])))];

        static IEnumerable<int> Rows(Match match)
        {
            int first = int.Parse(match.Groups[2].Value, null), last = int.Parse(match.Groups[3].Value, null);
            return Enumerable.Range(first, last - first + 1);
        }

        string TextOf(Cell cell) => cell.DataType?.Value == CellValues.SharedString ? shared![int.Parse(cell.InnerText, null)].InnerText
            : cell.CellValue?.Text ?? cell.InnerText;
    }

    private static decimal Number(string text) => decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\$([A-Z]+)\$(\d+):\$[A-Z]+\$(\d+)")]
    private static partial Regex Range();
}
