using System.Text.Json;
using DanVan.Scoring.Results;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;

namespace DanVan.Scoring.Cli.Tests;

/// <summary>report.docx of every plan: a valid document whose figures are those of the evaluation.</summary>
public sealed class ReportTests : IDisposable
{
    private readonly Danvan _danvan = new();

    public void Dispose() => _danvan.Dispose();

    [Theory]
    [MemberData(nameof(PlanTests.Plans), MemberType = typeof(PlanTests))]
    public async Task Report_IsValid_AndTheSameBytesTwice(string plan)
    {
        await Score(plan, "a");
        await Score(plan, "b");
        Assert.Equal(File.ReadAllBytes("a/report.docx"), File.ReadAllBytes("b/report.docx"));
        using var document = WordprocessingDocument.Open("a/report.docx", isEditable: false);
        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2013).Validate(document).Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}"));
        Assert.All(document.MainDocumentPart!.ChartParts, chart =>
        {
            using var data = SpreadsheetDocument.Open(chart.EmbeddedPackagePart!.GetStream(), isEditable: false);
            Assert.Empty(new OpenXmlValidator().Validate(data));
        });
    }

    [Theory]
    [MemberData(nameof(PlanTests.Plans), MemberType = typeof(PlanTests))]
    public async Task Report_WritesAgainWhatScoreWrote_ByteForByte(string plan)
    {
        await Score(plan, "out");
        string[] files = [.. Directory.EnumerateFiles("out", "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
        var before = files.Where(file => !file.EndsWith("run.json", StringComparison.Ordinal)).ToDictionary(file => file, File.ReadAllBytes, StringComparer.Ordinal);
        foreach (string file in before.Keys.Where(file => !file.EndsWith(".json", StringComparison.Ordinal) && !file.EndsWith("diagnostics.csv", StringComparison.Ordinal)))
            File.Delete(file);
        Assert.Equal(0, (await Danvan.Run("report", "out", "--only", "ranking,scorecards,gaps,targets,xlsx,html,docx,svg,png", "--no-timestamp")).ExitCode);
        Assert.Equal(files, Directory.EnumerateFiles("out", "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal));
        Assert.All(before, file => Assert.Equal(file.Value, File.ReadAllBytes(file.Key)));
    }

    [Fact]
    public async Task Report_OfWhatEvaluationJsonDoesNotHold_SaysWhichRunToRepeat()
    {
        await Score("gia-binh-2024", "out");
        var (exitCode, _, error) = await Danvan.Run("report", "out", "--only", "diagnostics");
        Assert.Equal(2, exitCode);
        Assert.Contains("danvan score gia-binh-2024.json DATA --out out", error, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(PlanTests.Plans), MemberType = typeof(PlanTests))]
    public async Task Figures_AreThoseOfTheEvaluation(string plan)
    {
        var result = await Score(plan, "out");
        var words = ResultWords.Of(result);
        using var document = WordprocessingDocument.Open("out/report.docx", isEditable: false);
        var body = document.MainDocumentPart!.Document.Body!;
        var tables = body.Elements<Table>().Select(table => table.Elements<TableRow>().Select(row => row.Elements<TableCell>().Select(cell => cell.InnerText).ToArray()).ToList()).ToList();
        var ranking = tables.Single(table => table[0].Length > 5 && table[0][0] == "Hạng" && table[0][1] == "Mã");
        Assert.Equal(result.Units.Select(unit => unit.Code), ranking.Skip(1).Select(row => row[1]));
        foreach (var (row, unit) in ranking.Skip(1).Zip(result.Units))
        {
            Assert.Equal(unit.ComparableScore is { } score ? words.Shown(score) : "–", row[^3]);
            Assert.Equal((unit.RatingName, unit.RankWithin > 0 ? $"{unit.RankWithin}" : "–"), (row[^2], row[0]));
        }
        var cards = tables.Where(table => table[0].Length == 9 && table[0][1] == "Tiêu chí").ToList();
        Assert.Equal(result.Units.Count, cards.Count);
        foreach (var (card, unit) in cards.Zip(result.Units))
            Assert.Equal(unit.Nodes.Select(node => node.Final is { } final ? words.Shown(final) : "–"), card.Skip(1).Select(row => row[6]));
        var targets = tables.Where(table => table[0].Length == 6 && table[0][1] == "Chỉ tiêu").SelectMany(table => table.Skip(1));
        Assert.Equal(result.Targets.Select(target => words.Verdict(target.Verdict)), targets.Select(row => row[5]));
        foreach (var (row, group) in tables.First(table => table[0][0] == "Khối" && table[0][^1] == "Cộng").Skip(1).Zip(result.Units.Select(result.GroupOf).Distinct()))
        {
            var units = result.Units.Where(unit => result.GroupOf(unit) == group).ToList();
            Assert.Equal($"{units.Count}", row[^1]);
            Assert.Equal(result.RuleSet.Ratings.Select(rating => $"{units.Count(unit => unit.Rating == rating.Id)}"), row[1..(result.RuleSet.Ratings.Length + 1)]);
        }
        foreach (string[] row in tables.Single(table => table[0].Length == 6 && table[0][1] == "Nội dung").Skip(1))
        {
            var section = result.Criteria.Single(summary => summary.Id == row[0]);
            Assert.Equal((words.Shown(section.Points / section.Units), words.Percent(section.Share!.Value)), (row[3], row[5]));
        }
        decimal average = result.Scored.Sum(unit => unit.ComparableScore!.Value) / result.Scored.Count();
        Assert.Contains($"Điểm bình quân của {result.Scored.Count()} đơn vị được chấm là {words.Shown(average)} trên thang {words.Exact(result.RuleSet.Scale)}", body.InnerText, StringComparison.Ordinal);
        var weakest = result.Criteria.Join(result.RuleSet.Nodes, summary => summary.Id, node => node.Id, (summary, node) => (summary, node))
            .Where(pair => pair.node is { Manner: not null, Role: Rules.NodeRole.Criterion }).MaxBy(pair => pair.summary.Lost);
        Assert.Contains($"{weakest.summary.Id} {weakest.node.Title} (mất {words.Shown(weakest.summary.Lost)} điểm", body.InnerText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Report_OpensInLibreOffice_WithItsHeadings()
    {
        await Score("tay-ninh-ldld-2024", "out");
        Directory.CreateDirectory("pdf");
        Assert.True(new FileInfo(Soffice.Convert("out/report.docx", "pdf", "pdf")).Length > 50_000);
        using var document = WordprocessingDocument.Open("out/report.docx", isEditable: false);
        var main = document.MainDocumentPart!;
        string[] headings = [.. main.Document.Body!.Elements<Paragraph>().Where(paragraph => paragraph.ParagraphProperties?.ParagraphStyleId?.Val == "Heading1").Select(paragraph => paragraph.InnerText)];
        Assert.Equal(["I. TÌNH HÌNH TRIỂN KHAI", "II. KẾT QUẢ CHUNG", "III. KẾT QUẢ THEO KHỐI", "IV. KẾT QUẢ THEO NỘI DUNG", "V. KẾT QUẢ THỰC HIỆN CHỈ TIÊU", "VI. KẾT QUẢ THẨM ĐỊNH", "VII. ĐỀ NGHỊ",
            "PHỤ LỤC 1. Bảng xếp hạng đầy đủ", "PHỤ LỤC 2. Phiếu điểm của các đơn vị", "PHỤ LỤC 3. Căn cứ, bộ tiêu chí và giả định"], headings);
        Assert.All(main.Document.Body.Elements<Table>().Where(table => table.InnerText.Contains("Hạng", StringComparison.Ordinal)), table => Assert.NotNull(table.Elements<TableRow>().First().TableRowProperties?.GetFirstChild<TableHeader>()));
        Assert.Contains(" TOC \\o \"1-2\" \\h \\z \\u ", main.Document.Body.Descendants<FieldCode>().Select(code => code.Text));
    }

    [Fact]
    public async Task Report_RendersAgain_WithDatePlaceAndOwnSentences_AndKeepsTheRest()
    {
        await Score("gia-binh-2024", "out");
        byte[] ranking = File.ReadAllBytes("out/ranking.csv"), workbook = File.ReadAllBytes("out/ranking.xlsx");
        _danvan.Write("own.txt", "# của phòng\noverall.scores = Bình quân {average} điểm.\n");
        var run = await Danvan.Run("report", "out", "--only", "docx", "--date", "5/2/2024", "--place", "Gia Bình", "--sentences", "own.txt", "--lang", "en");
        Assert.True(run.ExitCode == 0, run.Error);
        string text = TextOf("out/report.docx");
        Assert.Contains("Gia Bình, ngày 05 tháng 02 năm 2024", text, StringComparison.Ordinal);
        Assert.Matches(@"Bình quân \d+,\d\d điểm\.", text);
        Assert.Equal(ranking, File.ReadAllBytes("out/ranking.csv"));
        Assert.Equal(workbook, File.ReadAllBytes("out/ranking.xlsx"));
        Assert.Equal(0, (await Danvan.Run("report", "out")).ExitCode);
        Assert.Equal(0, (await Danvan.Run("score", "rules/gia-binh-2024.json", "datasets/gia-binh-2024", "--out", "out")).ExitCode);
    }

    [Fact]
    public async Task Rollout_SaysWhoSentTheFormLateOrNotAtAll()
    {
        Danvan.Copy("datasets/gia-binh-2024", "data");
        _danvan.Write("data/receipts.csv", "Mã đơn vị;Tên đơn vị;Tệp;Tình trạng;Ngày gửi;Ngày lấy từ;Số ngày muộn;Số lỗi;Nội dung\n"
            + "GB-CA;Công an phường;a.xlsx;đã nhận;28/10/2024;biểu;;0;\nGB-TYT;Trạm Y tế phường;b.xlsx;nhận muộn;02/11/2024;biểu;4;0;\nGB-QS;Ban Chỉ huy Quân sự phường;;chưa gửi;;;;0;\n");
        Assert.Equal(0, (await Danvan.Run("score", "rules/gia-binh-2024.json", "data", "--out", "out")).ExitCode);
        Assert.Contains("1 đơn vị gửi đúng hạn, 1 đơn vị gửi muộn, 1 đơn vị chưa gửi", TextOf("out/report.docx"), StringComparison.Ordinal);
        Assert.Contains("Trạm Y tế phườngnhận muộn02/11/20244", TextOf("out/report.docx"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Report_NeverOverwritesAnEditedDocument()
    {
        await Score("gia-binh-2024", "out");
        File.AppendAllText("out/report.docx", "x");
        var refused = await Danvan.Run("report", "out", "--lang", "en");
        Assert.Equal((2, true), (refused.ExitCode, refused.Error.StartsWith("File 'report.docx' in 'out' was changed or added.", StringComparison.Ordinal)));
        Assert.Equal(0, (await Danvan.Run("report", "out", "--keep-edited")).ExitCode);
        Assert.EndsWith("x", File.ReadAllText("out.edited-1/report.docx"), StringComparison.Ordinal);
        Assert.NotEmpty(TextOf("out/report.docx"));
    }

    [Theory]
    [InlineData("overall.skores = x", "own.txt(1): error: there is no key 'overall.skores'; did you mean 'overall.scores'?")]
    [InlineData("\noverall.ratings = {rating}", "own.txt(2): error: sentence 'overall.ratings' has no figure {rating}; it has: {ratings}")]
    public async Task FaultySentences_AreNamedWithTheirLine(string sentences, string message)
    {
        await Score("gia-binh-2024", "out");
        _danvan.Write("own.txt", sentences);
        var run = await Danvan.Run("report", "out", "--sentences", "own.txt", "--lang", "en");
        Assert.Equal((1, message), (run.ExitCode, run.Error.Trim()));
    }

    [Fact]
    public async Task Template_OfTheOffice_StandsAboveTheReport()
    {
        await Score("gia-binh-2024", "out");
        using (var office = WordprocessingDocument.Create("office.docx", DocumentFormat.OpenXml.WordprocessingDocumentType.Document))
            office.AddMainDocumentPart().Document = new Document(new Body(new Paragraph(new Run(new Text("PHÒNG NỘI VỤ"))), new SectionProperties(new PageSize { Width = 11906, Height = 16838 })));
        var run = await Danvan.Run("report", "out", "--only", "docx", "--template", "office.docx");
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.StartsWith("PHÒNG NỘI VỤBÁO CÁO", TextOf("out/report.docx"), StringComparison.Ordinal);
        using var document = WordprocessingDocument.Open("out/report.docx", isEditable: false);
        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2013).Validate(document).Select(error => $"{error.Path?.XPath}: {error.Description}"));
        _danvan.Write("none.docx", "no document");
        var refused = await Danvan.Run("report", "out", "--template", "none.docx", "--lang", "en");
        Assert.Equal((1, true), (refused.ExitCode, refused.Error.StartsWith("'none.docx' is no .docx that can be read.", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Card_HoldsEveryCriterionOfTheUnit()
    {
        var result = await Score("tay-ninh-ldld-2023", "out");
        var unit = result.Units.Single(unit => unit.Code == "LD-TC");
        Assert.Equal(0, (await Danvan.Run("card", "out", "--unit", "LD-TC", "--out", "card.docx")).ExitCode);
        using (var document = WordprocessingDocument.Open("card.docx", isEditable: false))
        {
            var rows = document.MainDocumentPart!.Document.Body!.Elements<Table>().Last().Elements<TableRow>().Skip(1).Select(row => row.Elements<TableCell>().Select(cell => cell.InnerText).ToArray()).ToList();
            Assert.Equal(unit.Nodes.Length, rows.Count);
            var words = ResultWords.Of(result);
            Assert.Equal(unit.Nodes.Select(node => node.Final is { } final ? words.Shown(final) : "–"), rows.Select(row => row[5]));
            Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2013).Validate(document));
        }
        Assert.Equal(2, (await Danvan.Run("card", "out", "--unit", "LD-TC", "--out", "card.docx")).ExitCode);
        var unknown = await Danvan.Run("card", "out", "--unit", "LD-TCC", "--out", "other.docx", "--lang", "en");
        Assert.Equal((2, "There is no unit 'LD-TCC'. Did you mean 'LD-TC'?"), (unknown.ExitCode, unknown.Error.Trim()));
    }

    private static string TextOf(string path)
    {
        using var document = WordprocessingDocument.Open(path, isEditable: false);
        return document.MainDocumentPart!.Document.Body!.InnerText;
    }

    private static async Task<Result> Score(string plan, string folder)
    {
        var run = await Danvan.Run("score", $"rules/{plan}.json", $"datasets/{plan}", "--out", folder);
        Assert.Equal(0, run.ExitCode);
        return JsonSerializer.Deserialize<Result>(File.ReadAllBytes($"{folder}/evaluation.json"), ResultJson.Options)!;
    }
}
