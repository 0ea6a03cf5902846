using System.Globalization;
using System.Text.Json;
using DanVan.Scoring.Results;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;

namespace DanVan.Scoring.Cli.Tests;

/// <summary>ranking.xlsx of every plan: a valid workbook whose figures, and formulas, are those of the evaluation.</summary>
public sealed class WorkbookTests : IDisposable
{
    private readonly Danvan _danvan = new();

    public void Dispose() => _danvan.Dispose();

    [Theory]
    [MemberData(nameof(PlanTests.Plans), MemberType = typeof(PlanTests))]
    public async Task Workbook_IsValid_AndTheSameBytesTwice(string plan)
    {
        await Score(plan, "a");
        await Score(plan, "b");
        Assert.Equal(File.ReadAllBytes("a/ranking.xlsx"), File.ReadAllBytes("b/ranking.xlsx"));
        using var document = SpreadsheetDocument.Open("a/ranking.xlsx", isEditable: false);
        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2013).Validate(document).Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}"));
    }

    [Theory]
    [MemberData(nameof(PlanTests.Plans), MemberType = typeof(PlanTests))]
    public async Task Figures_AreThoseOfTheEvaluation(string plan)
    {
        var result = await Score(plan, "out");
        CheckRanking(Read("out/ranking.xlsx", "Xếp hạng"), result, tolerance: 0);
        var cards = Read("out/ranking.xlsx", "Phiếu điểm").Skip(1).ToList();
        Assert.Equal(result.Units.Sum(unit => unit.Nodes.Length), cards.Count);
        foreach (var (row, (unit, node)) in cards.Zip(result.Units.SelectMany(unit => unit.Nodes.Select(node => (unit, node)))))
        {
            Assert.Equal((unit.Code, node.Id), (row[0], row[2]));
            Assert.Equal(node.Computed, Number(row[5]));
            Assert.Equal(node.Final, Number(row[8]));
        }
        var targets = Read("out/ranking.xlsx", "Chỉ tiêu").Skip(1).ToList();
        Assert.Equal(result.Targets.Select(target => (target.Id, target.Achieved is { } share ? Math.Round(share, 12) : (decimal?)null)), targets.Select(row => (row[0], Number(row[6]) is { } share ? Math.Round(share, 12) : (decimal?)null)));
    }

    [Theory]
    [MemberData(nameof(PlanTests.Plans), MemberType = typeof(PlanTests))]
    public async Task Formulas_ComputedAnew_GiveTheEvaluation(string plan)
    {
        var result = await Score(plan, "out");
        Directory.CreateDirectory("new");
        File.Copy("out/ranking.xlsx", "plain.xlsx");
        int formulas = 0;
        using (var document = SpreadsheetDocument.Open("plain.xlsx", isEditable: true))
            foreach (var sheet in document.WorkbookPart!.WorksheetParts)
                foreach (var cell in sheet.Worksheet!.Descendants<Cell>().Where(cell => cell.CellFormula is not null))
                {
                    cell.CellValue = null;
                    formulas++;
                }
        Assert.True(formulas > result.Scored.Count() * 8, $"{formulas} formulas");
        string computed = Soffice.Convert("plain.xlsx", "xlsx", "new");
        CheckRanking(Read(computed, "Xếp hạng"), result, tolerance: 0.000_000_5m);
        foreach (var row in Read(computed, "Biểu đồ").Skip(2).TakeWhile(row => row.Length > 1 && row[0].Length > 0))
            Assert.Equal(result.Units.Count(unit => result.GroupOf(unit) == row[0] || (row[0] == "Chung" && unit.Group is null)), (int)Number(row[^1])!.Value);
    }

    private static void CheckRanking(List<string[]> rows, Result result, decimal tolerance)
    {
        string[] headers = rows[0];
        int score = Array.IndexOf(headers, "Tổng điểm"), full = Array.IndexOf(headers, "Điểm trên thang đầy đủ"), rating = Array.IndexOf(headers, "Xếp loại");
        Assert.Equal(result.Units.Count, rows.Count - 1);
        foreach (var (row, unit) in rows.Skip(1).Zip(result.Units))
        {
            Assert.Equal((unit.Code, unit.Name, unit.RatingName), (row[3], row[4], row[rating]));
            Assert.Equal(unit.RankWithin == 0 ? null : unit.RankWithin, (int?)Number(row[1]));
            Same(unit.Score, row[score]);
            Same(unit.ComparableScore, row[full]);
            Same(unit.Bonus, row[score - 3]);
            Same(unit.Deduction, row[score - 2]);
        }

        void Same(decimal? expected, string found)
        {
            Assert.Equal(expected is null, found.Length == 0);
            if (expected is { } value)
                Assert.True(Math.Abs(value - Number(found)!.Value) <= tolerance, $"{found} is not {value}");
        }
    }

    private static async Task<Result> Score(string plan, string folder)
    {
        var run = await Danvan.Run("score", $"rules/{plan}.json", $"datasets/{plan}", "--out", folder);
        Assert.Equal(0, run.ExitCode);
        return JsonSerializer.Deserialize<Result>(File.ReadAllBytes($"{folder}/evaluation.json"), ResultJson.Options)!;
    }

    /// <summary>The rows of a sheet from its headers on, as text by column.</summary>
    private static List<string[]> Read(string path, string name)
    {
        using var document = SpreadsheetDocument.Open(path, isEditable: false);
        var workbook = document.WorkbookPart!;
        var sheet = workbook.Workbook.Sheets!.Elements<Sheet>().Single(sheet => sheet.Name == name);
        string[] shared = [.. workbook.SharedStringTablePart?.SharedStringTable?.Elements<SharedStringItem>().Select(item => item.InnerText) ?? []];
        var rows = new List<string[]>();
        foreach (var row in ((WorksheetPart)workbook.GetPartById(sheet.Id!)).Worksheet!.Descendants<Row>())
        {
            var cells = row.Elements<Cell>().ToDictionary(cell => Column(cell.CellReference!.Value!), cell => cell.DataType?.InnerText == "s" ? shared[int.Parse(cell.InnerText, CultureInfo.InvariantCulture)] : cell.InlineString?.InnerText ?? cell.CellValue?.Text ?? "");
            rows.Add([.. Enumerable.Range(0, cells.Count == 0 ? 0 : cells.Keys.Max() + 1).Select(column => cells.GetValueOrDefault(column, ""))]);
        }
        int header = rows.FindIndex(row => row.Count(text => text.Length > 0) > 2);
        return name == "Biểu đồ" ? rows : rows[header..];
    }

    private static int Column(string reference) => reference.TakeWhile(char.IsLetter).Aggregate(0, (sum, letter) => (sum * 26) + letter - 'A' + 1) - 1;

    private static decimal? Number(string text) => text.Length == 0 ? null : decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
}
