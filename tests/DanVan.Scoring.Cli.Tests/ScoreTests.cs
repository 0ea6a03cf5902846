using System.Text.Json;
using System.Text.RegularExpressions;

namespace DanVan.Scoring.Cli.Tests;

/// <summary>The main job on the rule set and dataset of the repository.</summary>
public sealed partial class ScoreTests : IDisposable
{
    private const string Rules = "rules/tay-ninh-ldld-2023.json";
    private const string Data = "datasets/tay-ninh-ldld-2023";

    private static readonly string[] Charts =
    [
        "appraisal-gap", "groups", "lost-points", "ranking-districts", "ranking-sectors", "ratings", "scores", "sections", "targets",
    ];

    private static readonly string[] Written =
    [
        "diagnostics.csv", "evaluation.json", "gaps.csv", "index.html", "ranking.csv", "ranking.xlsx", "report.docx", "run.json",
        "scorecards.csv", "targets.csv",
    ];

    private readonly Danvan _danvan = new();

    public void Dispose() => _danvan.Dispose();

    [Fact]
    public async Task Score_TheFederation_WritesEveryFileAndASummary()
    {
        var run = await Danvan.Run("score", Rules, Data, "--out", "out", "--lang", "vi");
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(Written, Files("out").Where(file => !file.StartsWith("charts/", StringComparison.Ordinal)));
        foreach (string ending in new[] { ".png", ".svg" })
            Assert.Equal(Charts, ChartFiles.In("out").Keys.Where(file => Path.GetExtension(file) == ending)
                .Select(file => PartNumber().Replace(Path.GetFileNameWithoutExtension(file), "")).Distinct());
        Assert.Contains("Số liệu giả định", run.Output, StringComparison.Ordinal);
        Assert.Contains("III.6b", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b", run.Output + run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Score_Twice_GivesTheSameBytes()
    {
        await Danvan.Run("score", Rules, Data, "--out", "one", "--no-timestamp");
        await Danvan.Run("score", Rules, Data, "--out", "two", "--no-timestamp", "--lang", "vi");
        await Danvan.Run("score", Rules, Data, "--out", "three");
        foreach (string file in Files("one"))
        {
            Assert.Equal(Bytes("one", file), Bytes("two", file));
            if (file != "run.json")
                Assert.Equal(Bytes("one", file), Bytes("three", file));
        }
    }

    [Fact]
    public async Task Score_OfNumbersWithZerosAtTheirEnd_GivesTheSameBytes()
    {
        await Danvan.Run("score", Rules, Data, "--out", "one");
        string own = $"{Data}/selfscores.csv", appraisal = $"{Data}/appraisal.csv";
        File.WriteAllText(own, string.Join('\n', File.ReadAllLines(own).Select((line, i) => i == 0 ? line : WithZeros(line.Split(';'), 2))));
        File.WriteAllText(appraisal, string.Join('\n', File.ReadAllLines(appraisal).Select((line, i) => i == 0 ? line : WithZeros(line.Split(';'), 2))));
        await Danvan.Run("score", Rules, Data, "--out", "two");
        foreach (string file in Files("one").Where(file => file != "run.json"))
            Assert.Equal(Bytes("one", file), Bytes("two", file));

        static string WithZeros(string[] cells, int at)
        {
            cells[at] += cells[at].Contains(',', StringComparison.Ordinal) ? "00" : ",00";
            return string.Join(';', cells);
        }
    }

    [Fact]
    public async Task Score_WithADecimalSign_TellsItInTheManifestAndOnTheScreen()
    {
        File.WriteAllText("rules/points.json", """
            { "id": "points", "version": "1", "period": 2024, "language": "vi", "title": "Điểm", "unitKinds": { "x": "X" },
              "fields": { "index": { "label": "Chỉ số", "type": "number" } },
              "sections": [ { "id": "A", "title": "A", "maxPoints": 10, "assumed": true, "criteria": [ { "id": "A.1", "title": "A.1", "maxPoints": 10,
                "manner": { "type": "formula", "points": "index / 1000" } } ] } ],
              "total": { "scale": 10, "notApplicable": "rescale", "missing": "zero" },
              "ratings": [ { "id": "tot", "name": "Tốt", "from": 5 }, { "id": "yeu", "name": "Yếu" } ], "assumptions": [ "Ví dụ" ] }
            """);
        _danvan.Write("datasets/points/units.csv", "code;name;kind\nA1;Một;x\nA2;Hai;x\n");
        _danvan.Write("datasets/points/results.csv", "code;index\nA1;7.981\nA2;9.002\n");
        Assert.Equal(1, (await Danvan.Run("score", "rules/points.json", "datasets/points", "--out", "out")).ExitCode);
        Assert.Equal(2, (await Danvan.Run("score", "rules/points.json", "datasets/points", "--out", "out", "--decimal", ",")).ExitCode);
        var run = await Danvan.Run("score", "rules/points.json", "datasets/points", "--out", "out", "--decimal", "comma", "--lang", "en");
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Contains("decimal sign ',': ',' in index as --decimal says", run.Output, StringComparison.Ordinal);
        Assert.Contains(";A1;Một;X;7,981;", File.ReadAllText("out/ranking.csv"), StringComparison.Ordinal); // 7981 ÷ 1000
        string manifest = File.ReadAllText("out/run.json");
        Assert.Contains("\"decimal\": \"comma\"", manifest, StringComparison.Ordinal);
        Assert.Contains("\"decimalSignFrom\": \"option\"", manifest, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Score_TheFederation_ExercisesTheHardCases()
    {
        await Danvan.Run("score", Rules, Data, "--out", "out", "--csv", "plain");
        string ranking = File.ReadAllText("out/ranking.csv");
        Assert.Contains("LD-DMC", Line(ranking, "Chưa xếp loại"), StringComparison.Ordinal); // a gate waits for a blank cell
        Assert.Contains("LD-TC", Line(ranking, "Không đủ điều kiện xếp loại"), StringComparison.Ordinal); // no dossier
        Assert.Contains("Tốt,Khá,Để xảy ra điểm nóng", Line(ranking, "LD-TBI"), StringComparison.Ordinal); // capped
        Assert.Contains(",4,6,LD-TB,", ranking, StringComparison.Ordinal); // tied with
        Assert.Contains(",4,6,LD-GD,", ranking, StringComparison.Ordinal);
        string cards = File.ReadAllText("out/scorecards.csv");
        Assert.Contains(",1.5,2.5,,1.5,-1,3,đã chấm", Line(cards, "LD-CT,Liên đoàn Lao động huyện Châu Thành,F.3,"), StringComparison.Ordinal);
        Assert.Contains("không áp dụng", Line(cards, "LD-BC,Liên đoàn Lao động huyện Bến Cầu,D.3,"), StringComparison.Ordinal);
        Assert.Contains("thiếu số liệu", Line(cards, "LD-BC,Liên đoàn Lao động huyện Bến Cầu,C.3,"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Score_AllSevenTargets_AreAssessed()
    {
        await Danvan.Run("score", Rules, Data, "--out", "out");
        using var json = JsonDocument.Parse(File.ReadAllBytes("out/evaluation.json"));
        var targets = json.RootElement.GetProperty("targets").EnumerateArray().ToDictionary(target => target.GetProperty("id").GetString()!, target => target);
        Assert.Equal(["III.1", "III.2", "III.3", "III.4", "III.5", "III.6a", "III.6b"], targets.Keys);
        Assert.Equal((36m, 52m, "met"), (targets["III.5"].GetProperty("numerator").GetDecimal(), targets["III.5"].GetProperty("denominator").GetDecimal(), targets["III.5"].GetProperty("verdict").GetString()));
        Assert.Equal(["LD-BC", "LD-TBI"], targets["III.6b"].GetProperty("failingUnits").EnumerateArray().Select(code => code.GetString()));
        Assert.Equal(["LD-DMC", "LD-TC"], targets["III.6b"].GetProperty("unitsWithoutFigures").EnumerateArray().Select(code => code.GetString()));
    }

    [Fact]
    public async Task Score_Only_WritesWhatWasAskedFor()
    {
        Assert.Equal(0, (await Danvan.Run("score", Rules, Data, "--out", "out", "--only", "ranking, targets")).ExitCode);
        Assert.Equal(["ranking.csv", "run.json", "targets.csv"], Files("out"));
    }

    [Fact]
    public async Task Score_AfterAnEdit_RefusesOrKeepsTheEdited()
    {
        await Danvan.Run("score", Rules, Data, "--out", "out");
        File.AppendAllText("out/ranking.csv", "my remark");
        var refused = await Danvan.Run("score", Rules, Data, "--out", "out", "--lang", "en");
        Assert.Equal((2, ""), (refused.ExitCode, refused.Output));
        Assert.Contains("ranking.csv", refused.Error, StringComparison.Ordinal);
        Assert.Equal(0, (await Danvan.Run("score", Rules, Data, "--out", "out", "--keep-edited")).ExitCode);
        Assert.EndsWith("my remark", File.ReadAllText("out.edited-1/ranking.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Score_FaultyCell_LeavesThatUnitOutAndScoresTheRest()
    {
        string path = $"{Data}/results.csv";
        File.WriteAllText(path, File.ReadAllText(path).Replace("LD-TN;6;34;34;", "LD-TN;6;34;ba tư;", StringComparison.Ordinal));
        var run = await Danvan.Run("score", Rules, Data, "--out", "out", "--csv", "plain", "--lang", "en");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("results.csv row 2 (line 3), column 'staffBriefed': error DS3031: \"ba tư\" is not a number.", run.Error, StringComparison.Ordinal);
        Assert.Contains("Không chấm điểm", Line(File.ReadAllText("out/ranking.csv"), ",LD-TN,"), StringComparison.Ordinal);
        Assert.Contains(",1,1,LD-TINH,", File.ReadAllText("out/ranking.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Explain_EveryUnit_AddsUpToItsScore_WithClauseAndCells()
    {
        await Danvan.Run("score", Rules, Data, "--out", "out");
        using var json = JsonDocument.Parse(File.ReadAllBytes("out/evaluation.json"));
        var units = json.RootElement.GetProperty("units").EnumerateArray().ToList();
        Assert.Equal(14, units.Count);
        foreach (var unit in units)
        {
            string code = unit.GetProperty("code").GetString()!;
            var run = await Danvan.Run("explain", Rules, Data, "--unit", code, "--lang", "en");
            Assert.Equal(0, run.ExitCode);
            ExplanationText.AssertAddsUp(run.Output, unit.GetProperty("score").GetDecimal());
        }
    }

    [Fact]
    public async Task Explain_OneCriterion_ShowsOnlyThat()
    {
        var run = await Danvan.Run("explain", Rules, Data, "--unit", "LD-CT", "--criterion", "F.3", "--lang", "vi");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("04/11/2023, hạn cuối 01/11/2023: chậm 3 ngày = 1,5", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("F.4", run.Output, StringComparison.Ordinal);
    }

    private static string Line(string text, string part) => text.Split('\n').First(line => line.Contains(part, StringComparison.Ordinal));

    private static IEnumerable<string> Files(string folder) => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(folder, path).Replace('\\', '/')).Order(StringComparer.Ordinal);

    private static byte[] Bytes(string folder, string file) => File.ReadAllBytes(Path.Combine(folder, file));

    [GeneratedRegex(@"-\d+$")]
    private static partial Regex PartNumber();
}
