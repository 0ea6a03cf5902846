using System.Text.Json;

namespace DanVan.Scoring.Cli.Tests;

public sealed class CheckTests
{
    private const string Rules = "rules/tay-ninh-ldld-2024.json";
    private const string Data = "datasets/tay-ninh-ldld-2024";

    /// <summary>LD-HT gets two faulty cells, LD-TB one, and one row an unknown code.</summary>
    private static void Spoil(Danvan danvan)
    {
        string path = Path.Combine(danvan.Folder, Data, "results.csv");
        string text = File.ReadAllText(path);
        foreach (var (old, replacement) in new[] { ("LD-HT;7;19;19;có", "LD-HT;bảy;19;190;có"), ("LD-TB;5;18;18;", "LD-TB;5;18;-18;"), ("LD-TC;", "LD-XX;") })
        {
            Assert.Contains(old, text, StringComparison.Ordinal);
            text = text.Replace(old, replacement, StringComparison.Ordinal);
        }
        File.WriteAllText(path, text);
    }

    [Fact]
    public async Task Text_ListsTheWorstUnitFirst_WithItsNameAndCounts()
    {
        using var danvan = new Danvan();
        Spoil(danvan);
        var run = await Danvan.Run("check", Rules, Data, "--lang", "en");
        Assert.Equal(1, run.ExitCode);
        string[] lines = run.Output.ReplaceLineEndings("\n").Split('\n');
        string[] heads = [.. lines.Where(line => line.EndsWith("errors", StringComparison.Ordinal) || line.EndsWith("error", StringComparison.Ordinal))];
        Assert.Equal(["LD-HT Liên đoàn Lao động thị xã Hòa Thành: 2 errors", "LD-TB Liên đoàn Lao động thị xã Trảng Bàng: 1 error", "LD-XX: 1 error"], heads);
        int first = Array.IndexOf(lines, heads[0]);
        Assert.Equal(0, first);
        Assert.StartsWith("  results.csv row 3 (line 4), column 'docsDone': error DS3031", lines[first + 1], StringComparison.Ordinal);
        Assert.Contains(lines, line => line.Trim().StartsWith("DS3042", StringComparison.Ordinal));
        Assert.Equal("4 errors, 3 warnings, 0 hints.", lines[^2]);
    }

    [Fact]
    public async Task ManyUnits_AreCutWithACountOfTheRest()
    {
        using var danvan = new Danvan();
        string units = "code;name;kind;group\n", results = "code;a\n";
        for (int i = 0; i < 30; i++)
        {
            units += $"U{i:00};Đơn vị {i};k;\n";
            results += $"U{i:00};{string.Join(' ', Enumerable.Repeat("x", i + 1))}\n";
        }
        danvan.Write("many/units.csv", units);
        danvan.Write("many/results.csv", results);
        danvan.Write("many.json", """
            { "id": "many", "version": "1", "period": 2024, "language": "vi", "title": "Nhiều", "basis": { "KH": "KH" }, "unitKinds": { "k": "Loại" },
              "fields": { "a": { "label": "A", "type": "count" } },
              "sections": [ { "id": "S", "title": "S", "maxPoints": 10, "clause": "KH", "criteria": [ { "id": "S.1", "title": "S1", "maxPoints": 10, "manner": { "type": "allOrNothing", "met": "a > 0" } } ] } ],
              "total": { "scale": 10, "notApplicable": "rescale", "missing": "zero" },
              "ratings": [ { "id": "t", "name": "Tốt", "from": 5, "clause": "KH" }, { "id": "y", "name": "Yếu" } ], "ranking": { "within": [] } }
            """);
        var run = await Danvan.Run("check", "many.json", "many", "--lang", "en");
        Assert.Contains("… and 10 more units: 10 errors. See all of them with --format csv.", run.Output, StringComparison.Ordinal);
        var table = await Danvan.Run("check", "many.json", "many", "--lang", "en", "--format", "csv");
        Assert.Equal(30, table.Output.Split('\n').Count(line => line.StartsWith("error;DS3031;", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Json_CountsByKindAndUnit()
    {
        using var danvan = new Danvan();
        Spoil(danvan);
        var run = await Danvan.Run("check", Rules, Data, "--format", "json");
        using var json = JsonDocument.Parse(run.Output);
        var root = json.RootElement;
        Assert.Equal((1, 4, 3), (run.ExitCode, root.GetProperty("errors").GetInt32(), root.GetProperty("warnings").GetInt32()));
        Assert.Equal(["LD-HT", "LD-TB", "LD-XX"], root.GetProperty("units").EnumerateArray().Take(3).Select(unit => unit.GetProperty("code").GetString()));
        Assert.Equal(4, root.GetProperty("kinds").EnumerateArray().Where(kind => kind.GetProperty("severity").GetString() == "error").Sum(kind => kind.GetProperty("count").GetInt32()));
        Assert.Equal(7, root.GetProperty("diagnostics").GetArrayLength());
    }

    [Fact]
    public async Task WithoutFindings_TheTableIsItsHeaderOnly()
    {
        using var danvan = new Danvan();
        var run = await Danvan.Run("check", Rules, "--format", "csv", "--lang", "vi");
        Assert.Equal((0, "\uFEFFMức độ;Mã;Tệp;Trang tính;Dòng;Hàng;Cột;Ô;Mã đơn vị;Nội dung;Cách xử lý"), (run.ExitCode, run.Output.TrimEnd()));
    }

    [Fact]
    public async Task UnknownFormat_IsWrongUsage()
    {
        using var danvan = new Danvan();
        var run = await Danvan.Run("check", Rules, "--format", "xml", "--lang", "en");
        Assert.Equal((2, "--format takes 'text', 'csv' or 'json', not 'xml'."), (run.ExitCode, run.Error.Trim()));
    }

    [Fact]
    public async Task FigureTenTimesLastYears_IsAHint_OnlyHere()
    {
        using var danvan = new Danvan();
        string path = Path.Combine(danvan.Folder, Data, "results.csv");
        string text = File.ReadAllText(path);
        Assert.Contains("LD-TB;5;18;18;", text, StringComparison.Ordinal);
        File.WriteAllText(path, text.Replace("LD-TB;5;18;18;", "LD-TB;5;1800;1800;", StringComparison.Ordinal));
        danvan.Write(Path.Combine(Data, "previous.csv"), "code;staffTotal\nLD-TB;18\n");
        var check = await Danvan.Run("check", Rules, Data, "--lang", "en");
        Assert.Contains("row 4 (line 5), column 'staffTotal': hint DS3092: 1800 is ten times or more of the last period's 18.", check.Output, StringComparison.Ordinal);
        var score = await Danvan.Run("score", Rules, Data, "--out", "out", "--lang", "en");
        Assert.DoesNotContain("DS3092", score.Error, StringComparison.Ordinal);
    }
}
