using System.Globalization;

namespace DanVan.Scoring.Cli.Tests;

/// <summary>Last year beside this year, and two results compared.</summary>
public sealed class CompareTests : IDisposable
{
    private const string Rules = "rules/tay-ninh-ldld-2023.json", Data = "datasets/tay-ninh-ldld-2023";
    private const string NextRules = "rules/tay-ninh-ldld-2024.json", NextData = "datasets/tay-ninh-ldld-2024";
    private readonly Danvan _danvan = new();

    public void Dispose() => _danvan.Dispose();

    [Fact]
    public async Task Score_WithLastYearsResult_ShowsItBeside()
    {
        await ScoreBoth();
        var rows = Table("next/ranking.csv");
        Assert.All(rows, row => Assert.NotEqual("", row["Điểm kỳ trước"]));
        foreach (var row in rows)
        {
            decimal now = Number(row["Điểm trên thang đầy đủ"]), last = Number(Table("first/ranking.csv").Single(other => other["Mã đơn vị"] == row["Mã đơn vị"])["Điểm trên thang đầy đủ"]);
            Assert.Equal(now - last, Number(row["Tăng giảm điểm"]));
        }
        Assert.Contains("last-period.svg", Directory.GetFiles("next/charts").Select(Path.GetFileName));
        var explained = await Danvan.Run("explain", NextRules, NextData, "--unit", "LD-HT", "--previous", "first", "--lang", "en");
        Assert.Contains("last period: 93.96, Tốt, rank 3 in group; score change +0.43", explained.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PreviousFields_FromLastYearsResult_AreThoseOfItsResults()
    {
        await ScoreBoth();
        string before = Table($"{Data}/results.csv").Single(row => row["code"] == "LD-HT")["staffTotal"];
        Assert.NotEqual("", before);
        _danvan.Write("rules/probe.json", """
            { "id": "probe", "version": "1", "period": 2024, "language": "en", "title": "Probe", "unitKinds": { "districtFederation": "D" }, "groups": { "districts": "G" },
              "fields": { "staffTotal": { "label": "Staff", "type": "count" } },
              "sections": [ { "id": "A", "title": "A", "maxPoints": 100, "criteria": [ { "id": "A.1", "title": "A.1", "maxPoints": 100, "manner": { "type": "perItem", "count": "previous.staffTotal", "pointsEach": 1 } } ] } ],
              "total": { "scale": 100, "notApplicable": "rescale", "missing": "zero" }, "ratings": [ { "id": "r", "name": "R" } ] }
            """);
        _danvan.Write("probe/units.csv", "code;name;kind;group\nLD-HT;X;districtFederation;districts\n");
        _danvan.Write("probe/results.csv", "code;staffTotal\nLD-HT;1\n");
        Assert.Equal(2, (await Danvan.Run("score", "rules/probe.json", "probe", "--out", "probed", "--previous", "nothing-here")).ExitCode);
        Assert.Equal(0, (await Danvan.Run("score", "rules/probe.json", "probe", "--out", "probed", "--previous", "first")).ExitCode);
        Assert.Equal(before, Table("probed/ranking.csv").Single()["Score"]);
    }

    [Fact]
    public async Task TargetsOfTheLastPeriod_StandBesideThoseOfThisYear()
    {
        await ScoreBoth();
        var first = System.Text.Json.JsonSerializer.Deserialize<Results.Result>(File.ReadAllBytes("first/evaluation.json"), Results.ResultJson.Options)!;
        var second = System.Text.Json.JsonSerializer.Deserialize<Results.Result>(File.ReadAllBytes("next/evaluation.json"), Results.ResultJson.Options)!;
        var shared = second.Targets.Join(first.Targets, target => target.Id, target => target.Id, (now, then) => (now.Last, then.Achieved)).ToList();
        Assert.NotEmpty(shared);
        Assert.All(shared, pair => Assert.Equal(pair.Achieved, pair.Last));
        Assert.Contains(">Năm 2023</text>", File.ReadAllText("next/charts/targets.svg"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Compare_BeforeAndAfterAppraisal_SaysWhatMovedAndWhy()
    {
        await Danvan.Run("score", Rules, Data, "--out", "after");
        File.Delete($"{Data}/appraisal.csv");
        await Danvan.Run("score", Rules, Data, "--out", "before");
        var result = await Danvan.Run("compare", "before", "after", "--out", "moved", "--lang", "en");
        Assert.Equal(0, result.ExitCode);
        Assert.Contains("C.7  3 → 1.5  (appraised: Hai cuộc giám sát trùng nội dung", result.Output, StringComparison.Ordinal);
        Assert.Contains("B.5  1 → 2  (violationsHandled: 1 → 2)", result.Output, StringComparison.Ordinal);
        Assert.Equal(["charts/comparison.png", "charts/comparison.svg", "comparison-criteria.csv", "comparison.csv", "run.json"],
            Directory.GetFiles("moved", "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath("moved", path).Replace('\\', '/')).Order(StringComparer.Ordinal));
        foreach (var row in Table("moved/comparison.csv"))
            Assert.Equal(Number(row["Điểm sau"]) - Number(row["Điểm trước"]), Number(row["Tăng giảm điểm"]));
        foreach (var row in Table("moved/comparison-criteria.csv"))
            Assert.NotEqual("", row["Vì sao"]);
        Assert.Contains("0 rose, 0 fell", (await Danvan.Run("compare", "after", "after", "--lang", "en")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Compare_TwoYears_WithMergedUnits_ShowsThemAsNotComparable()
    {
        await Danvan.Run("score", Rules, Data, "--out", "first");
        string units = File.ReadAllText($"{NextData}/units.csv");
        string[] lines = units.Split('\n');
        File.WriteAllText($"{NextData}/units.csv", string.Join('\n', lines.Where(line => !line.StartsWith("LD-GD;", StringComparison.Ordinal))
            .Select(line => line.StartsWith("LD-HT;", StringComparison.Ordinal) ? line.TrimEnd('\r') + "LD-GD" : line.Replace(";LD-GD;", ";LD-HT;", StringComparison.Ordinal))));
        foreach (string name in new[] { "results.csv", "appraisal.csv", "exemptions.csv" })
            File.WriteAllLines($"{NextData}/{name}", File.ReadAllLines($"{NextData}/{name}").Where(line => !line.StartsWith("LD-GD;", StringComparison.Ordinal)));
        File.Delete($"{NextData}/previous.csv");
        var scored = await Danvan.Run("score", NextRules, NextData, "--out", "next", "--previous", "first", "--lang", "en");
        Assert.True(scored.ExitCode == 0, scored.Error);
        Assert.Equal("không so sánh được (sáp nhập, chia tách)", Table("next/ranking.csv").Single(row => row["Mã đơn vị"] == "LD-HT")["Xếp loại kỳ trước"]);
        var compared = await Danvan.Run("compare", "first", "next", "--lang", "en");
        Assert.Contains("not comparable: merged or split", compared.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ResultThatCannotBeTrusted_IsRefused()
    {
        await Danvan.Run("score", Rules, Data, "--out", "first");
        File.AppendAllText("first/evaluation.json", " ");
        var changed = await Danvan.Run("compare", "first", "first", "--lang", "en");
        Assert.Equal((1, true), (changed.ExitCode, changed.Error.Contains("first/evaluation.json: error SC4012", StringComparison.Ordinal)));
        await Danvan.Run("score", Rules, Data, "--out", "part", "--only", "ranking");
        var partial = await Danvan.Run("compare", "part", "part", "--lang", "en");
        Assert.Equal((1, true), (partial.ExitCode, partial.Error.Contains("SC4011", StringComparison.Ordinal)));
        Assert.Equal(2, (await Danvan.Run("compare", "part", "nowhere")).ExitCode);
        File.Copy("first/evaluation.json", "x.json");
        await Danvan.Run("score", Rules, Data, "--out", "good");
        var two = await Danvan.Run("check", NextRules, NextData, "--previous", "good", "--lang", "en");
        Assert.Contains("SC4013", two.Output + two.Error, StringComparison.Ordinal);
        File.Delete($"{Data}/previous.csv");
        var same = await Danvan.Run("check", Rules, Data, "--previous", "good", "--lang", "en");
        Assert.Contains("warning SC4014: The result taken as last period's is of 2023", same.Output + same.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gaps_AreFinalMinusSelf_AndShownEverywhere()
    {
        var result = await Danvan.Run("score", Rules, Data, "--out", "out", "--lang", "en");
        Assert.Contains("Against self", result.Output, StringComparison.Ordinal);
        var gaps = Table("out/gaps.csv");
        Assert.Equal(351, gaps.Count);
        foreach (var row in gaps.Where(row => row["Điểm chính thức"].Length > 0))
            Assert.Equal(Number(row["Điểm chính thức"]) - Number(row["Tự chấm"]), Number(row["Chênh lệch"]));
        var ranking = Table("out/ranking.csv");
        foreach (var unit in ranking.Where(row => row["Chênh lệch"].Length > 0))
            Assert.Equal(gaps.Where(row => row["Mã đơn vị"] == unit["Mã đơn vị"] && row["Chênh lệch"].Length > 0).Sum(row => Number(row["Chênh lệch"])), Number(unit["Chênh lệch"]));
        var explained = await Danvan.Run("explain", Rules, Data, "--unit", "LD-CT", "--criterion", "C.7", "--lang", "en");
        Assert.Contains("self: 2.5; gap −1.00", explained.Output, StringComparison.Ordinal);
        Assert.Contains("decided by: appraised = 1.5", explained.Output, StringComparison.Ordinal);
    }

    private static async Task ScoreBoth()
    {
        await Danvan.Run("score", Rules, Data, "--out", "first");
        File.Delete($"{NextData}/previous.csv");
        Assert.Equal(0, (await Danvan.Run("score", NextRules, NextData, "--out", "next", "--previous", "first")).ExitCode);
    }

    private static List<Dictionary<string, string>> Table(string path)
    {
        string[] lines = File.ReadAllLines(path);
        string[] headers = lines[0].TrimStart('\uFEFF').Split(';');
        return [.. lines.Skip(1).Select(Cells).Select(cells => headers.Index().ToDictionary(header => header.Item, header => cells.ElementAtOrDefault(header.Index) ?? ""))];
    }

    private static string[] Cells(string line) =>
        [.. System.Text.RegularExpressions.Regex.Matches(line, "(?:^|;)(?:\"((?:[^\"]|\"\")*)\"|([^;]*))").Select(match => match.Groups[1].Success ? match.Groups[1].Value : match.Groups[2].Value)];

    private static decimal Number(string text) => text.Length == 0 ? 0 : decimal.Parse(text, new CultureInfo("vi-VN"));
}
