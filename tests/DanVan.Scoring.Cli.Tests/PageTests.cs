using System.Text.Json;
using System.Text.RegularExpressions;
using DanVan.Scoring.Results;

namespace DanVan.Scoring.Cli.Tests;

/// <summary>index.html: opens from disk, works by keyboard, asks nothing of the network, and shows the figures of the evaluation.</summary>
public sealed partial class PageTests : IDisposable
{
    private readonly Danvan _danvan = new();

    public void Dispose() => _danvan.Dispose();

    [Theory]
    [MemberData(nameof(PlanTests.Plans), MemberType = typeof(PlanTests))]
    public async Task Figures_AreThoseOfTheEvaluation_InTheSameBytesTwice(string plan)
    {
        var result = await Score(plan, "a");
        await Score(plan, "b");
        string page = File.ReadAllText("a/index.html");
        Assert.Equal(page, File.ReadAllText("b/index.html"));
        var words = ResultWords.Of(result);
        var rows = RankingRow().Matches(page[page.IndexOf("id=\"ranking\"", StringComparison.Ordinal)..]).ToList();
        Assert.Equal(result.Units.Count, rows.Count);
        foreach (var (row, unit) in rows.Zip(result.Units))
            Assert.Equal(($"{(unit.RankWithin > 0 ? unit.RankWithin : "–")}", unit.ComparableScore is { } score ? words.Shown(score) : "–"), (row.Groups["rank"].Value, row.Groups["score"].Value));
        using var data = JsonDocument.Parse(Data().Match(page).Groups[1].Value);
        foreach (var (card, unit) in data.RootElement.GetProperty("cards").EnumerateArray().Zip(result.Units))
            Assert.Equal(unit.Nodes.Select(node => node.Final is { } final ? words.Shown(final) : ""), card.GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("f").GetString()));
    }

    [Fact]
    public async Task Page_Sorts_Filters_AndOpensAUnitByKeyboard_WithoutAnyRequest()
    {
        var result = await Score("tay-ninh-ldld-2024", "out");
        await using var page = await ChromiumPage.Open("out/index.html");
        const string first = "document.querySelector('#ranking tbody tr:not([hidden]) .soft').textContent";
        Assert.Equal(result.Units[0].Code, await page.Evaluate(first));

        await page.Evaluate("document.querySelectorAll('#ranking th button')[3].focus()");
        await page.Press("Enter", 13, "\r");
        Assert.Equal("ascending", await page.Evaluate("document.querySelectorAll('#ranking th')[3].getAttribute('aria-sort')"));
        Assert.Equal(result.Scored.MinBy(unit => unit.ComparableScore)!.Code, await page.Evaluate(first));
        await page.Press("Enter", 13, "\r");
        Assert.Equal(result.Scored.MaxBy(unit => unit.ComparableScore)!.Code, await page.Evaluate(first));

        await page.Evaluate("(input => { input.value = 'hoa thanh'; input.dispatchEvent(new Event('input')); })(document.getElementById('filter-text'))");
        Assert.Equal("Hiện 1/14 đơn vị.", await page.Evaluate("document.getElementById('count').textContent"));
        Assert.Equal("LD-HT", await page.Evaluate(first));

        await page.Evaluate("document.querySelector('#ranking tbody tr:not([hidden]) button.open').focus()");
        await page.Press("Enter", 13, "\r");
        Assert.Equal("true Liên đoàn Lao động thị xã Hòa Thành (LD-HT)", await page.Evaluate("document.getElementById('card').open + ' ' + document.querySelector('#card h2').textContent"));
        Assert.Equal($"{result.RuleSet.Nodes.Length}", await page.Evaluate("document.querySelectorAll('#card tbody tr').length"));
        await page.Press("Escape", 27);
        Assert.Equal("false", await page.Evaluate("document.getElementById('card').open"));

        Assert.Empty(page.Complaints);
        Assert.Empty(page.Requests);
    }

    [Fact]
    public async Task HostileText_IsShownAsText_EverywhereItGoes()
    {
        string[] names = ["<script>window.hit=1</script>", "=HYPERLINK(\"x\")", "]]> & \"' </script><img src=x onerror=window.hit=1>", "\u202Engược\u202C", new string('x', 10_000), "a\u0007b\uFFFFc"];
        string units = "code;name;kind;group\n", results = "code;a\n";
        foreach (var (i, name) in names.Index())
        {
            units += $"U{i};\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\";k;\n";
            results += $"U{i};{i + 1}\n";
        }
        _danvan.Write("data/units.csv", units);
        _danvan.Write("data/results.csv", results);
        _danvan.Write("data/note.txt", "<b onmouseover=window.hit=1>ghi chú</b> ]]>");
        _danvan.Write("hostile.json", """
            { "id": "hostile", "version": "1", "period": 2024, "language": "vi", "title": "</title><script>window.hit=1</script>", "unitKinds": { "k": "<i>K</i>" },
              "fields": { "a": { "label": "</script>A", "type": "count" } },
              "sections": [ { "id": "S", "title": "<u>S</u>", "maxPoints": 10, "criteria": [ { "id": "S.1", "title": "=1+1", "maxPoints": 10, "manner": { "type": "perItem", "count": "a", "pointsEach": 1 } } ] } ],
              "total": { "scale": 10, "notApplicable": "rescale", "missing": "zero" }, "ratings": [ { "id": "t", "name": "\"Tốt\"", "from": 5 }, { "id": "y", "name": "<Yếu>" } ], "ranking": { "within": [] } }
            """);
        var run = await Danvan.Run("score", "hostile.json", "data", "--out", "out", "--lang", "en");
        Assert.True(run.ExitCode == 0, run.Error);
        using (var workbook = DocumentFormat.OpenXml.Packaging.SpreadsheetDocument.Open("out/ranking.xlsx", isEditable: false))
        {
            Assert.Empty(new DocumentFormat.OpenXml.Validation.OpenXmlValidator().Validate(workbook).Select(error => error.Description));
            var cells = workbook.WorkbookPart!.WorksheetParts.SelectMany(sheet => sheet.Worksheet!.Descendants<DocumentFormat.OpenXml.Spreadsheet.Cell>()).ToList();
            Assert.Contains(cells, cell => cell.InlineString?.InnerText == names[1] && cell.CellFormula is null);
            Assert.DoesNotContain(cells, cell => cell.CellFormula?.Text.Contains("HYPERLINK", StringComparison.Ordinal) == true);
        }
        using (var report = DocumentFormat.OpenXml.Packaging.WordprocessingDocument.Open("out/report.docx", isEditable: false))
        {
            Assert.Empty(new DocumentFormat.OpenXml.Validation.OpenXmlValidator().Validate(report).Select(error => error.Description));
            string text = report.MainDocumentPart!.Document.Body!.InnerText;
            Assert.All(names[..3], name => Assert.Contains(name, text, StringComparison.Ordinal));
        }
        string html = File.ReadAllText("out/index.html");
        Assert.Equal(2, html.Split("<script").Length - 1); // the data and the program
        Assert.DoesNotContain("<img", html, StringComparison.Ordinal);
        await using var page = await ChromiumPage.Open("out/index.html");
        await page.Evaluate("document.querySelectorAll('#ranking button.open')[1].click()");
        Assert.Equal("undefined", await page.Evaluate("window.hit"));
        Assert.Equal("1", await page.Evaluate($"[...document.querySelectorAll('#ranking tbody button.open')].filter(button => button.textContent === {JsonSerializer.Serialize(names[0])}).length"));
        Assert.Empty(page.Complaints);
    }

    private static async Task<Result> Score(string plan, string folder)
    {
        var run = await Danvan.Run("score", $"rules/{plan}.json", $"datasets/{plan}", "--out", folder);
        Assert.Equal(0, run.ExitCode);
        return JsonSerializer.Deserialize<Result>(File.ReadAllBytes($"{folder}/evaluation.json"), ResultJson.Options)!;
    }

    [GeneratedRegex("<tr data-order=\"\\d+\".*?<td class=\"n\" data-key=\"\\d*\">(?<rank>[^<]*)</td>.*?<td class=\"n\" data-key=\"[^\"]*\">(?<score>[^<]*)</td>")]
    private static partial Regex RankingRow();

    [GeneratedRegex("id=\"data\">(.*?)</script>")]
    private static partial Regex Data();
}
