using System.Globalization;
using System.Text;
using DanVan.Scoring.Diagnostics;
using DanVan.Scoring.Files.Reading;
using DanVan.Scoring.Files.Writing;
using DanVan.Scoring.Loading;
using DanVan.Scoring.Results;

namespace DanVan.Scoring.Files.Tests.Reading;

/// <summary>The same data in other clothes give the same bytes in ranking.csv, scorecards.csv and targets.csv.</summary>
public sealed class DressTests
{
    private static readonly Sample Plain = new Sample().Rule("\"label\": \"Tỷ lệ hài lòng\",", "\"label\": \"Tỷ lệ hài lòng\", \"aliases\": [\"Mức độ hài lòng (%)\"],");

    public static TheoryData<string> Dresses =>
    [
        "comma", "point", "tab", "bom", "utf16", "nfd", "labels", "shuffledRows", "shuffledColumns", "isoDates", "crlf", "sep", "thousands", "yesWords", "spaces", "notes", "windows1258", "tonePlaces", "aliases", "titles", "total",
    ];

    /// <summary>Rows of a workbook that hold the same results.</summary>
    public static IReadOnlyDictionary<string, object?[][]> Sheets => new Dictionary<string, object?[][]>(StringComparer.Ordinal)
    {
        ["numbers"] = Sample.TypedCells,
        ["text"] = Sample.TextCells(Plain.Results),
        ["titles"] = [["ỦY BAN NHÂN DÂN TỈNH"], [], [null, null, "KẾT QUẢ NĂM 2023"], [null, "(ban hành kèm theo công văn số 1)"], .. Sample.TypedCells],
        ["ordinals"] = [.. Sample.TypedCells.Select((row, i) => (object?[])[i == 0 ? "TT" : i, .. row])],
        ["groups"] = [["TT", .. Sample.TypedCells[0]], ["I", null, "Khối một"], [1, .. Sample.TypedCells[1]], [2, .. Sample.TypedCells[2]], ["II", null, "Khối hai"], ["1", .. Sample.TypedCells[3]]],
        ["total"] = [.. Sample.TypedCells, ["Tổng cộng", 30, 29], [], [null, null, null, "Người lập biểu"]],
        ["columnNumbers"] = [Sample.TypedCells[0], ["A", "(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)", "(9)"], .. Sample.TypedCells[1..]],
        ["twoHeaderRows"] = [
            ["Mã đơn vị", "Cán bộ", null, "Có kế hoạch", "Ngày báo cáo", "Kinh phí", "Tỷ lệ hài lòng", "Mức", "Số vụ việc", "Ý kiến"],
            [null, "Tổng số người", "Số người đã học tập"],
            .. Sample.TypedCells[1..]],
        ["shuffled"] = [.. Sample.TypedCells.Select(row => (object?[])[.. new object?[10].Select((_, i) => 9 - i < row.Length ? row[9 - i] : null)])],
    };

    public static TheoryData<string> SheetNames => [.. Sheets.Keys];

    [Theory]
    [MemberData(nameof(SheetNames))]
    public void SameData_InAWorkbook_GivesTheSameBytes(string dress)
    {
        byte[] expected = Score(folder => Write(folder, Plain.Results, Plain.Units, Encoding.UTF8.GetBytes));
        Assert.Equal(expected, Score(folder =>
        {
            TestWorkbook.Write(Path.Combine(folder, "results.xlsx"), "Kết quả", Sheets[dress]);
            TestWorkbook.Write(Path.Combine(folder, "units.xlsx"), "Danh sách", Sample.TextCells(Plain.Units));
        }));
    }

    [Fact]
    public void SameData_InAnOldWorkbook_GivesTheSameBytes()
    {
        byte[] expected = Score(folder => Write(folder, Plain.Results, Plain.Units, Encoding.UTF8.GetBytes));
        Assert.Equal(expected, Score(folder =>
        {
            File.Copy(Sample.OldWorkbook, Path.Combine(folder, "results.xls"));
            File.WriteAllText(Path.Combine(folder, "units.csv"), Plain.Units);
        }));
    }

    [Theory]
    [MemberData(nameof(Dresses))]
    public void SameData_InAnotherDress_GivesTheSameBytes(string dress)
    {
        byte[] expected = Score(Plain.Results, Plain.Units, Encoding.UTF8.GetBytes);
        var (results, units, encode) = Dress(dress);
        Assert.NotEqual(Plain.Results + "|" + Convert.ToHexString(Encoding.UTF8.GetBytes(Plain.Results)), results + "|" + Convert.ToHexString(encode(results)));
        Assert.Equal(expected, Score(results, units, encode));
    }

    [Theory]
    [InlineData("vi-VN")]
    [InlineData("en-US")]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    public void SameData_UnderAnotherCulture_GivesTheSameBytes(string culture)
    {
        byte[] expected = Score(Plain.Results, Plain.Units, Encoding.UTF8.GetBytes);
        var before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal(expected, Score(Plain.Results, Plain.Units, Encoding.UTF8.GetBytes));
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = before;
        }
    }

    private static (string Results, string Units, Func<string, byte[]> Encode) Dress(string dress)
    {
        string results = Plain.Results, units = Plain.Units;
        Func<string, byte[]> encode = Encoding.UTF8.GetBytes;
        string[] rows = results.TrimEnd('\n').Split('\n');
        switch (dress)
        {
            case "comma": // with decimal commas in quotes
                results = results.Replace("12,5", "\"12,5\"", StringComparison.Ordinal).Replace(';', ',');
                units = units.Replace(';', ',');
                break;
            case "point":
                results = results.Replace("12,5", "12.5", StringComparison.Ordinal).Replace(';', ',');
                break;
            case "tab":
                results = results.Replace(';', '\t');
                break;
            case "bom":
                encode = text => [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)];
                break;
            case "utf16":
                encode = text => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text)];
                break;
            case "nfd":
                results = results.Normalize(NormalizationForm.FormD);
                units = units.Normalize(NormalizationForm.FormD);
                break;
            case "labels":
                results = results.Replace("code;staff;briefed;planIssued;reportDate;spending;satisfied;level;events;comment",
                    "Mã đơn vị;TỔNG SỐ NGƯỜI;Số người  đã học tập ;Có kế hoạch;Ngày báo cáo;Kinh phí;Tỷ lệ hài lòng;Mức;Số vụ việc;Ý kiến", StringComparison.Ordinal);
                units = units.Replace("code;name;kind;group;parent", "Mã;Tên đơn vị;Loại đơn vị;Khối;Trực thuộc", StringComparison.Ordinal)
                    .Replace("office", "Cơ quan", StringComparison.Ordinal).Replace("g1", "khối một", StringComparison.Ordinal);
                break;
            case "shuffledRows":
                results = string.Join('\n', [rows[0], rows[3], rows[1], rows[2]]) + "\n";
                units = string.Join('\n', units.TrimEnd('\n').Split('\n') is var u ? [u[0], u[3], u[2], u[1]] : []) + "\n";
                break;
            case "shuffledColumns":
                results = string.Join('\n', rows.Select(row => string.Join(';', row.Split(';').Reverse()))) + "\n";
                break;
            case "isoDates":
                results = results.Replace("30/10/2023", "2023-10-30", StringComparison.Ordinal).Replace("02/11/2023", "2-11-2023", StringComparison.Ordinal);
                break;
            case "crlf":
                results = "\r\n" + results.Replace("\n", "\r\n\r\n", StringComparison.Ordinal);
                break;
            case "sep":
                results = "sep=;\n" + results;
                break;
            case "thousands":
                results = results.Replace(";120;", ";120,000;", StringComparison.Ordinal).Replace("12,5", "12,50", StringComparison.Ordinal);
                break;
            case "yesWords":
                results = results.Replace(";có;", ";X;", StringComparison.Ordinal).Replace(";không;", ";Chưa;", StringComparison.Ordinal);
                break;
            case "spaces":
                results = results.Replace(";95%;", "; 95 % ;", StringComparison.Ordinal).Replace(";12,5;", ";\u00A012,5 ;", StringComparison.Ordinal).Replace("U1;", "U1\u00A0;", StringComparison.Ordinal);
                break;
            case "notes":
                results = string.Join('\n', rows.Select((row, i) => i == 0 ? "TT;" + row + ";Ghi chú" : $"{i};{row};abc")) + "\n";
                break;
            case "windows1258":
                encode = LegacyTextTests.Windows1258;
                break;
            case "tonePlaces":
                results = results.Replace("spending", "KINH PHI\u0301", StringComparison.Ordinal).Replace("satisfied", "Tỷ lệ haì lòng", StringComparison.Ordinal);
                break;
            case "aliases":
                results = results.Replace("satisfied", "Mức độ hài lòng (%)", StringComparison.Ordinal);
                break;
            case "titles":
                results = "ỦY BAN NHÂN DÂN TỈNH;;;;;;;;;\n;;;;;;;;;\n\"KẾT QUẢ; NĂM 2023\";;;;;;;;;\n\n" + results;
                units = "Danh sách đơn vị\n" + units;
                break;
            case "total":
                results += "Tổng cộng:;30;29;;;132,5;;;;\n;CỘNG;;;;;;;;\n";
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(dress));
        }
        return (results, units, encode);
    }

    private static byte[] Score(string results, string units, Func<string, byte[]> encode) => Score(folder => Write(folder, results, units, encode));

    private static void Write(string folder, string results, string units, Func<string, byte[]> encode)
    {
        File.WriteAllBytes(Path.Combine(folder, "results.csv"), encode(results));
        File.WriteAllBytes(Path.Combine(folder, "units.csv"), encode(units));
    }

    private static byte[] Score(Action<string> write)
    {
        using var folder = new TemporaryFolder();
        write(folder.Path);
        var diagnostics = new DiagnosticBag();
        var ruleSet = RuleSetLoader.Load("rules.json", Encoding.UTF8.GetBytes(Plain.Rules), diagnostics)!;
        var reading = DatasetReader.Read(folder.Path, ruleSet, diagnostics);
        Assert.True(reading is not null && !diagnostics.HasErrors, string.Join('\n', diagnostics.Sorted()));
        var evaluation = Result.Of(ruleSet, reading.Data, diagnostics);
        using var stream = new MemoryStream();
        var tables = new ResultTables(evaluation, CsvStyle.Office);
        tables.WriteRanking(stream);
        tables.WriteScorecards(stream);
        tables.WriteTargets(stream);
        return stream.ToArray();
    }
}
