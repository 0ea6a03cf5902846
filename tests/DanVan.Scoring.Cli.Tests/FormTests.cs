using System.Globalization;
using DanVan.Scoring.Data;
using DanVan.Scoring.Diagnostics;
using DanVan.Scoring.Files.Reading;
using DanVan.Scoring.Loading;
using DanVan.Scoring.Rules;
using DanVan.Scoring.Values;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace DanVan.Scoring.Cli.Tests;

/// <summary>Forms go out, are filled in, come back and are scored.</summary>
public sealed class FormTests : IDisposable
{
    private const string Rules = "rules/gia-binh-2024.json", Data = "datasets/gia-binh-2024";
    private readonly Danvan _danvan = new();

    public void Dispose() => _danvan.Dispose();

    [Theory]
    [MemberData(nameof(PlanTests.Plans), MemberType = typeof(PlanTests))]
    public async Task FormsFilledInFromADataset_GiveItsResult(string plan)
    {
        string rules = $"rules/{plan}.json", data = $"datasets/{plan}";
        Assert.Equal(0, (await Danvan.Run("template", rules, "--each", data, "--out", "forms")).ExitCode);
        var reading = Read(rules, data);
        foreach (var unit in reading.Data.Units)
        {
            string path = $"forms/{unit.Code}.xlsx";
            if (reading.Data.PlaceOf(reading.RuleSet.Fields.First(field => field.From is null).Index, unit.Index) is null)
                File.Delete(path);
            else
                Fill(path, reading.RuleSet, reading.Data, unit);
        }
        var collected = await Danvan.Run("collect", "forms", "--rules", rules, "--out", "dataset", "--units", data);
        Assert.True(collected.ExitCode == 0, collected.Error);
        Assert.DoesNotMatch("FM502[6-9]", collected.Error);
        foreach (string name in new[] { "appraisal.csv", "exemptions.csv" })
            if (File.Exists($"{data}/{name}"))
                File.Copy($"{data}/{name}", $"dataset/{name}");
        var scored = await Danvan.Run("score", rules, "dataset", "--out", "out");
        Assert.True(scored.ExitCode == 0, scored.Error);
        Assert.Equal(File.ReadAllText($"{data}/expected/ranking.csv"), File.ReadAllText("out/ranking.csv"));
        Assert.Equal(File.ReadAllText($"{data}/expected/targets.csv"), File.ReadAllText("out/targets.csv"));
    }

    [Theory]
    [MemberData(nameof(PlanTests.Plans), MemberType = typeof(PlanTests))]
    public async Task Forms_AreValidWorkbooks_AndTheSameBytesTwice(string plan)
    {
        await Danvan.Run("template", $"rules/{plan}.json", "--out", "a/form.xlsx");
        await Danvan.Run("template", $"rules/{plan}.json", "--out", "b/form.xlsx");
        foreach (string path in Directory.GetFiles("a"))
        {
            Assert.Equal(File.ReadAllBytes(path), File.ReadAllBytes(path.Replace("a" + Path.DirectorySeparatorChar, "b" + Path.DirectorySeparatorChar, StringComparison.Ordinal)));
            using var document = SpreadsheetDocument.Open(path, isEditable: false);
            Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2013).Validate(document).Select(error => $"{error.Path?.XPath}: {error.Description}"));
        }
    }

    [Fact]
    public async Task Form_LetsCellsTakeOnlyWhatTheFieldsAllow()
    {
        await Danvan.Run("template", "rules/tay-ninh-ldld-2024.json", "--kind", "districtFederation", "--out", "form.xlsx");
        using var document = SpreadsheetDocument.Open("form.xlsx", isEditable: false);
        var rules = document.WorkbookPart!.WorksheetParts.SelectMany(sheet => sheet.Worksheet!.Descendants<DocumentFormat.OpenXml.Spreadsheet.DataValidation>()).ToList();
        string Formula(string error) => Assert.Single(rules, rule => rule.Error?.Value?.StartsWith(error, StringComparison.Ordinal) == true).Formula1!.Text;
        Assert.Matches(@"AND\(ISNUMBER\((E\d+)\),\1>=0,\1<=1\)", Formula("Tỷ lệ phần trăm, ví dụ 95%. Không lớn hơn: 100%"));
        Assert.Matches(@"(E\d+)=INT\(\1\),\1>=0,\1<=7\)", Formula("Số nguyên, từ 0 trở lên. Không lớn hơn: Số văn bản về dân vận được nêu tên (7)"));
        Assert.Matches(@"OR\(NOT\(ISNUMBER\((\$E\$\d+)\)\),(E\d+)<=\1\)", Formula("Số nguyên, từ 0 trở lên. Không lớn hơn: Tổng số cán bộ"));
    }

    [Fact]
    public async Task Collect_NamesWhatIsWrong_AndKeepsTheOthers()
    {
        await Forms();
        Change("GB-CA", form => form.Set("field:staffBriefed", 999m));
        Change("GB-QS", form => form.Set("field:staffTotal", "hai mươi"));
        Change("GB-TH1", form => form.Set("criterion:A.1", 99m));
        File.Copy("forms/GB-TH2.xlsx", "forms/GB-TH2 (sửa).xlsx");
        File.Delete("forms/GB-TYT.xlsx");
        Change("GB-MN1", form => form.Set("unit:code", "GB-MN9"));
        File.WriteAllText("forms/báo cáo.docx", "x");
        File.WriteAllText("forms/hỏng.xlsx", "x");
        File.WriteAllText("forms/~$GB-TCKT.xlsx", "khóa");
        var result = await Danvan.Run("collect", "forms", "--rules", Rules, "--out", "dataset", "--units", Data, "--deadline", "29/10/2024", "--lang", "en");
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("GB-CA.xlsx, sheet 'Số liệu', cell E", result.Error, StringComparison.Ordinal);
        Assert.Contains("GB-QS.xlsx, sheet 'Số liệu', cell E", result.Error, StringComparison.Ordinal);
        Assert.Contains("\"hai mươi\" is not a number", result.Error, StringComparison.Ordinal);
        var receipts = File.ReadAllLines("dataset/receipts.csv").Skip(1).Select(line => line.Split(';')).ToDictionary(cells => cells[2].Length > 0 ? cells[2] : cells[0], cells => cells[3]);
        Assert.Equal("có lỗi, nhận muộn", receipts["GB-CA.xlsx"]);
        Assert.Equal("có lỗi, nhận muộn", receipts["GB-QS.xlsx"]);
        Assert.Equal("có lỗi, nhận muộn", receipts["GB-TH1.xlsx"]);
        Assert.Equal("không dùng được", receipts["GB-TH2.xlsx"]);
        Assert.Equal("không dùng được", receipts["GB-TH2 (sửa).xlsx"]);
        Assert.Equal("không dùng được", receipts["GB-MN1.xlsx"]);
        Assert.Equal("không dùng được", receipts["báo cáo.docx"]);
        Assert.Equal("không dùng được", receipts["hỏng.xlsx"]);
        Assert.Equal("chưa gửi", receipts["GB-TYT"]);
        Assert.Equal("chưa gửi", receipts["GB-MN1"]);
        Assert.Equal("nhận muộn", receipts["GB-TCKT.xlsx"]);
        string[] codes = [.. File.ReadAllLines("dataset/results.csv").Skip(1).Select(line => line.Split(';')[0])];
        Assert.Equal(["GB", "GB-CA", "GB-DCXD", "GB-QS", "GB-TCKT", "GB-TH1", "GB-THCS", "GB-TPHT", "GB-VHXH", "GB-VPTK"], codes);
        var scored = await Danvan.Run("score", Rules, "dataset", "--out", "out", "--lang", "en");
        Assert.Contains("\"hai mươi\" is not a number", scored.Error, StringComparison.Ordinal); // what could not be read is not lost on the way
    }

    [Theory]
    [InlineData("xlsx")]
    [InlineData("xls")]
    public async Task Collect_OfAFormSavedByAnotherProgram_FindsNothingNew(string format)
    {
        await Forms();
        Change("GB-CA", form => form.Set("criterion:A.1", 1.5m));
        Soffice.Convert("forms/GB-CA.xlsx", format, "saved");
        Directory.CreateDirectory("one");
        File.Copy($"saved/GB-CA.{format}", $"one/GB-CA.{format}");
        var saved = await Danvan.Run("collect", "one", "--rules", Rules, "--out", "a", "--lang", "en");
        Assert.True(saved.ExitCode == 0, saved.Error);
        Assert.DoesNotMatch("FM50", saved.Error);
        Directory.CreateDirectory("other");
        File.Copy("forms/GB-CA.xlsx", "other/GB-CA.xlsx");
        await Danvan.Run("collect", "other", "--rules", Rules, "--out", "b");
        foreach (string name in new[] { "results.csv", "selfscores.csv" })
            Assert.Equal(File.ReadAllText($"b/{name}"), File.ReadAllText($"a/{name}"));
    }

    [Fact]
    public async Task Collect_FindsTheUnitOfACodeThatLostItsZeros()
    {
        File.WriteAllText($"{Data}/units.csv", File.ReadAllText($"{Data}/units.csv").Replace("GB-CA;", "00025;", StringComparison.Ordinal));
        await Danvan.Run("template", Rules, "--kind", "section", "--out", "forms/a.xlsx");
        using (var form = new FormFiller("forms/a.xlsx"))
        {
            form.Set("unit:code", 25m);
            form.Set("field:staffTotal", 12m);
        }
        var run = await Danvan.Run("collect", "forms", "--rules", Rules, "--out", "dataset", "--units", Data, "--lang", "en");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("Code '25' is taken for '00025'", run.Error, StringComparison.Ordinal);
        Assert.StartsWith("00025;", File.ReadAllLines("dataset/results.csv")[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Collect_TellsWhichFormsNobodyFilledIn()
    {
        await Danvan.Run("template", Rules, "--each", Data, "--out", "forms");
        var run = await Danvan.Run("collect", "forms", "--rules", Rules, "--out", "dataset", "--units", Data, "--lang", "en");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("GB-CA.xlsx: warning FM5025: The form of unit 'GB-CA' is blank", run.Error, StringComparison.Ordinal);
        Assert.Contains("0 received, 0 faulty, 13 blank, 0 not used, 0 missing; 0 late.", run.Output, StringComparison.Ordinal);
        Assert.Contains("GB-CA.xlsx;để trống;", File.ReadAllText("dataset/receipts.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Collect_WithoutAList_TakesTheUnitsFromTheForms()
    {
        await Forms();
        Assert.Equal(0, (await Danvan.Run("collect", "forms", "--rules", Rules, "--out", "dataset")).ExitCode);
        Assert.Equal(14, File.ReadAllLines("dataset/units.csv").Length);
        Assert.Equal(0, (await Danvan.Run("collect", "forms", "--rules", Rules, "--out", "dataset")).ExitCode); // and again
    }

    [Fact]
    public async Task Collect_TakesAFormThatCameLater_AndKeepsWhatPeopleAdded()
    {
        await Forms();
        File.Move("forms/GB-CA.xlsx", "late.xlsx");
        await Danvan.Run("collect", "forms", "--rules", Rules, "--out", "dataset", "--units", Data);
        File.WriteAllText("dataset/appraisal.csv", "code;item;value;reason\n");
        File.Move("late.xlsx", "forms/GB-CA.xlsx");
        Assert.Equal(0, (await Danvan.Run("collect", "forms", "--rules", Rules, "--out", "dataset", "--units", Data)).ExitCode);
        Assert.Contains("GB-CA;", File.ReadAllText("dataset/results.csv"), StringComparison.Ordinal);
        Assert.Equal("code;item;value;reason\n", File.ReadAllText("dataset/appraisal.csv"));
    }

    [Fact]
    public async Task Collect_NeverOverwritesAnEditedFile()
    {
        await Forms();
        await Danvan.Run("collect", "forms", "--rules", Rules, "--out", "dataset", "--units", Data);
        File.AppendAllText("dataset/results.csv", "GB-XX;1\n");
        string before = File.ReadAllText("dataset/results.csv");
        var result = await Danvan.Run("collect", "forms", "--rules", Rules, "--out", "dataset", "--units", Data, "--lang", "en");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("results.csv' was not written by this program, or was changed", result.Error, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllText("dataset/results.csv"));
        Assert.Equal(2, (await Danvan.Run("collect", "forms", "--rules", Rules, "--out", Data)).ExitCode);
    }

    [Fact]
    public async Task Collect_RefusesFormsOfOtherRules_AndTellsWhatAFormLacks()
    {
        await Forms();
        Assert.Equal(1, (await Danvan.Run("collect", "forms", "--rules", "rules/ben-tre-2013.json", "--out", "other")).ExitCode);
        Change("GB-CA", form => form.RemoveRow("field:staffTotal"));
        File.WriteAllText(Rules, File.ReadAllText(Rules).Replace("\"version\": \"1.0.0\"", "\"version\": \"1.0.1\"", StringComparison.Ordinal));
        var result = await Danvan.Run("collect", "forms", "--rules", Rules, "--out", "dataset", "--units", Data, "--lang", "en");
        Assert.Contains("made from version 1.0.0 of the rule set; it is 1.0.1 now", result.Error, StringComparison.Ordinal);
        Assert.Contains("GB-CA.xlsx: warning FM5021: The form has no row for: Tổng số cán bộ, công chức", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Template_NeverOverwrites_AndKnowsItsKinds()
    {
        await Danvan.Run("template", Rules, "--kind", "ward", "--out", "form.xlsx");
        Assert.Equal(2, (await Danvan.Run("template", Rules, "--kind", "ward", "--out", "form.xlsx")).ExitCode);
        Assert.Equal(2, (await Danvan.Run("template", Rules, "--out", "form.docx")).ExitCode);
        var unknown = await Danvan.Run("template", Rules, "--kind", "wards", "--out", "x.xlsx", "--lang", "en");
        Assert.Equal((2, true), (unknown.ExitCode, unknown.Error.Contains("Kinds: ward, section, publicUnit", StringComparison.Ordinal)));
        Assert.Equal(2, (await Danvan.Run("collect", "nowhere", "--rules", Rules, "--out", "x")).ExitCode);
        Directory.CreateDirectory("empty");
        Assert.Equal(2, (await Danvan.Run("collect", "empty", "--rules", Rules, "--out", "x")).ExitCode);
        Assert.Equal(2, (await Danvan.Run("collect", "empty", "--rules", Rules, "--out", "x", "--deadline", "soon")).ExitCode);
    }

    /// <summary>The forms of the sample's units, filled in and dated the day behind the deadline.</summary>
    private static async Task Forms()
    {
        await Danvan.Run("template", Rules, "--each", Data, "--out", "forms");
        var reading = Read(Rules, Data);
        foreach (var unit in reading.Data.Units)
        {
            Fill($"forms/{unit.Code}.xlsx", reading.RuleSet, reading.Data, unit);
            Change(unit.Code, form => form.Set("unit:date", new DateOnly(2024, 10, 30)));
        }
    }

    private static void Change(string code, Action<FormFiller> change)
    {
        using var form = new FormFiller($"forms/{code}.xlsx");
        change(form);
    }

    private static (RuleSet RuleSet, Dataset Data) Read(string rules, string data)
    {
        var diagnostics = new DiagnosticBag();
        var ruleSet = RuleSetLoader.Load(Path.GetFileName(rules), File.ReadAllBytes(rules), diagnostics, id => new RuleSetFile(id + ".json", File.ReadAllBytes($"rules/{id}.json")))!;
        return (ruleSet, DatasetReader.Read(data, ruleSet, diagnostics)!.Data);
    }

    /// <summary>Fills in what the dataset holds of a unit.</summary>
    private static void Fill(string path, RuleSet ruleSet, Dataset data, Unit unit)
    {
        using var form = new FormFiller(path);
        var keys = form.Keys.ToHashSet(StringComparer.Ordinal);
        foreach (var field in ruleSet.Fields.Where(field => field.From is null && data.CorrectionOf(field.Index, unit.Index) is null))
            if (keys.Contains("field:" + field.Id)) // a form asks only for what counts for its kind of unit
                form.Set("field:" + field.Id, Typed(data.Fields[field.Index], unit.Index));
        foreach (var correction in ruleSet.Fields.Select(field => data.CorrectionOf(field.Index, unit.Index)).OfType<Correction>())
            form.Set("field:" + ruleSet.Fields[correction.Field].Id, correction.OldValue);
        foreach (var leaf in ruleSet.Leaves)
            if (data.SelfScores.Find(leaf.Index, unit.Index) is { } own)
            {
                form.Set("criterion:" + leaf.Id, own.Points);
                form.Set("criterion:" + leaf.Id, own.Evidence.Length == 0 ? null : own.Evidence, "F");
            }
        foreach (var table in ruleSet.Tables)
        {
            var source = File.ReadAllLines($"datasets/{ruleSet.Id}/{table.Id}.csv").Skip(1).Select(line => line.Split(';')).Where(cells => cells[0].Trim('\uFEFF') == unit.Code);
            form.SetRecords(table.Id, [.. source.Select(cells => cells.Skip(1).Select((cell, i) => RecordCell(table.Columns[i], cell)).ToList())]);
        }
    }

    private static object? RecordCell(Field column, string cell) => cell.Length == 0 ? null
        : column.Kind == Expressions.ValueKind.Number ? decimal.Parse(cell, new CultureInfo("vi-VN"))
        : column.Values.FirstOrDefault(value => value.Id == cell)?.Label ?? cell;

    private static object? Typed(Column column, int unit) => column.States[unit] switch
    {
        CellState.NotApplicable => "Không áp dụng",
        CellState.Value => column.Field.Type == FieldType.Choice ? column.Field.Values.Single(value => value.Id == (string)column[unit]!).Label : column[unit],
        _ => null,
    };
}
