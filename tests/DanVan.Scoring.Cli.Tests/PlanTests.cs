using DanVan.Scoring.Diagnostics;
using DanVan.Scoring.Loading;
using DanVan.Scoring.Rules;
using DanVan.Scoring.Values;

namespace DanVan.Scoring.Cli.Tests;

/// <summary>The rule sets of the repository: they run on their datasets, pass their cases, and measure what their plans say.</summary>
public sealed class PlanTests : IDisposable
{
    private readonly Danvan _danvan = new();

    public static TheoryData<string> Plans =>
        ["ben-tre-2013", "duong-hoa-qcdc-2023", "gia-binh-2024", "quang-ngai-dan-van-kheo-2018", "tay-ninh-ldld-2023", "tay-ninh-ldld-2024"];

    /// <summary>Clauses of each plan that can be measured: bullets are b1, b2 …, paragraphs p1, p2 ….</summary>
    private static readonly Dictionary<string, (string Basis, string[] Clauses)> Measured = new(StringComparer.Ordinal)
    {
        ["gia-binh-2024"] = ("KHGB",
        [
            "II.1 b1", "II.1 b2", "II.1 b3", "II.2 b1", "II.2 b2", "II.2 b3", "II.2 b4", "II.3 b1", "II.3 b2", "II.3 b3", "II.4 p1", "II.4 p2",
            "II.5 b1", "II.5 b2", "II.5 b3", "III.1", "III.2", "III.3", "III.4", "III.5", "IV.2",
        ]),
        ["ben-tre-2013"] = ("KH5793",
        [
            "II.1 b1", "II.1 b2", "II.1 b3", "II.1 b4", "II.2 b1", "II.2 b2", "II.2 b3", "II.2 b4", "II.2 b5", "II.2 b6", "II.3 b1", "II.3 b2", "II.3 b3",
            "II.3 b4", "II.3 b5", "II.4 b1", "II.4 b2", "II.4 b3", "II.5 b1", "II.5 b2", "II.5 b3", "II.5 b4", "II.6 b1", "II.6 b2", "II.6 b3",
            "II.7 b1", "II.7 b2", "II.7 b3", "III.1", "III.2", "III.3",
        ]),
        ["quang-ngai-dan-van-kheo-2018"] = ("KH01",
        [
            "II.1", "II.2 b1", "II.2 b2", "II.2 b3", "II.2 b4", "II.2 b5", "II.3 b1", "II.3 b2", "II.4 b1", "II.4 b2", "II.4 b3", "II.4 b4",
            "II.5 b1", "II.5 b2", "II.5 b3", "II.5 b4", "III", "IV.1", "IV.3", "closing",
        ]),
        ["duong-hoa-qcdc-2023"] = ("KH62",
            ["II.1", "II.2", "II.3", "II.4", "II.5", "II.6", "II.7", "II.8", "III.2 b1", "III.2 b2", "closing"]),
        ["tay-ninh-ldld-2023"] = ("KH439",
        [
            "II.1 b1", "II.1 b2", "II.1 b3", "II.2 b1", "II.2 b2", "II.2 b3", "II.2 b4", "II.3 b1", "II.3 b2", "II.3 b3", "II.3 b4", "II.3 b5", "II.4 b1", "II.4 b2",
            "II.5 b1", "II.5 b2", "III.1", "III.2", "III.3", "III.4", "III.5", "III.6", "IV.1 b2", "IV.1 b3", "IV.1 b4", "IV.2 b1", "IV.2 b2", "IV.2 b3",
        ]),
    };

    /// <summary>Clauses that are deliberately not measured, with the reason.</summary>
    private static readonly Dictionary<string, (string Clause, string Reason)[]> Unmeasured = new(StringComparer.Ordinal)
    {
        ["gia-binh-2024"] = [("IV.1", "a duty of the ward's own office, which collects and does not report")],
        ["ben-tre-2013"] = [("III.4", "a duty of the Home Affairs department and the committee's office, which draw up the summary")],
        ["quang-ngai-dan-van-kheo-2018"] = [("IV.2", "a duty of the Home Affairs office, which follows up"), ("IV.4", "a request to the Party's board, which is not scored")],
        ["duong-hoa-qcdc-2023"] =
        [
            ("I b1", "a purpose: awareness, no figure"), ("I b2", "a motto and the double goal of the pandemic, since obsolete"), ("III.1", "a duty of the commune's own office"),
        ],
        ["tay-ninh-ldld-2023"] = [("IV.1 b1", "a duty of the provincial federation to guide, measured by what the others then do")],
    };

    public void Dispose() => _danvan.Dispose();

    [Theory]
    [MemberData(nameof(Plans))]
    public async Task Score_GivesTheStoredResult(string plan)
    {
        var run = await Danvan.Run("score", $"rules/{plan}.json", $"datasets/{plan}", "--out", "out");
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Contains("giả định", run.Output, StringComparison.Ordinal);
        foreach (string file in new[] { "ranking.csv", "targets.csv" })
        {
            string stored = Path.Combine(Danvan.Repository, "datasets", plan, "expected", file);
            if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
                File.Copy(Path.Combine("out", file), stored, overwrite: true);
            Assert.Equal(File.ReadAllBytes(stored), File.ReadAllBytes(Path.Combine("out", file)));
        }
    }

    [Theory]
    [MemberData(nameof(Plans))]
    public async Task Check_HasNothingToSayOfTheRules(string plan)
    {
        var run = await Danvan.Run("check", $"rules/{plan}.json", "--lang", "en");
        Assert.Equal((0, "0 errors, 0 warnings, 0 hints."), (run.ExitCode, run.Output.Trim()));
    }

    [Theory]
    [MemberData(nameof(Plans))]
    public async Task Explain_ShowsHowTheScoreCameAbout(string plan)
    {
        await Danvan.Run("score", $"rules/{plan}.json", $"datasets/{plan}", "--out", "out", "--only", "evaluation");
        using var json = System.Text.Json.JsonDocument.Parse(File.ReadAllBytes("out/evaluation.json"));
        foreach (var unit in json.RootElement.GetProperty("units").EnumerateArray().Where(unit => unit.TryGetProperty("score", out _)).Take(4))
        {
            var run = await Danvan.Run("explain", $"rules/{plan}.json", $"datasets/{plan}", "--unit", unit.GetProperty("code").GetString()!, "--lang", "en");
            Assert.Equal(0, run.ExitCode);
            string score = ValueText.Number(Rounding.Points(unit.GetProperty("score").GetDecimal()), Language.English);
            Assert.Contains(run.Output.Split('\n'), line => line.StartsWith($"score: {score}", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Explain_NamesTheCellsOfLastPeriodAndTheRowsOfARegister()
    {
        var last = await Danvan.Run("explain", "rules/gia-binh-2024.json", "datasets/gia-binh-2024", "--unit", "GB", "--criterion", "B.8", "--lang", "en");
        Assert.Contains("previous.reformIndex = 87.95", last.Output, StringComparison.Ordinal);
        Assert.Contains("previous.csv row 1 (line 2), column 'reformIndex'", last.Output, StringComparison.Ordinal);
        var register = await Danvan.Run("explain", "rules/quang-ngai-dan-van-kheo-2018.json", "datasets/quang-ngai-dan-van-kheo-2018", "--unit", "X05", "--criterion", "II.4", "--lang", "en");
        Assert.Contains("models.csv: 8 records (rows 192, 193, 194, 195, 196, 197, 199, 200)", register.Output, StringComparison.Ordinal);
        Assert.Contains("3 × 55 ÷ 430 (highest of 23 units)", register.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RulesTest_PassesForAll()
    {
        var run = await Danvan.Run("rules", "test", "--lang", "en");
        Assert.True(run.ExitCode == 0, run.Output);
        Assert.Equal(Plans.Count, run.Output.Split('\n').Count(line => line.EndsWith(" 0 not met", StringComparison.Ordinal)));
    }

    [Fact]
    public void EveryClause_IsMeasured_OrLeftOutForAReason()
    {
        foreach (var (plan, (basis, clauses)) in Measured)
        {
            var rules = Load(plan);
            var cited = rules.Leaves.Select(leaf => leaf.Clause).Concat(rules.Targets.Select(target => target.Clause)).Concat(rules.Gates.Select(gate => gate.Clause))
                .OfType<string>().Where(clause => clause.StartsWith(basis + " ", StringComparison.Ordinal))
                .SelectMany(clause => clause[(basis.Length + 1)..].Split(", ")).ToHashSet(StringComparer.Ordinal);
            Assert.All(clauses, clause => Assert.True(cited.Contains(clause), $"{plan} does not measure {clause}"));
            foreach (var (clause, reason) in Unmeasured[plan])
            {
                Assert.DoesNotContain(clause, cited);
                Assert.NotEmpty(reason);
            }
            Assert.All(cited, clause => Assert.True(clauses.Any(known => known == clause || known.StartsWith(clause + " ", StringComparison.Ordinal)), $"{plan} cites {clause}, which is not on the list"));
        }
    }

    [Theory]
    [InlineData("gia-binh-2024", "reportDeadline", "2024-10-29")] // "trước ngày 30/10/2024"
    [InlineData("ben-tre-2013", "planDeadline", "2013-12-31")] // "trước ngày 01 tháng 01 năm 2014"
    [InlineData("quang-ngai-dan-van-kheo-2018", "reportDeadline", "2020-09-29")] // "trước ngày 30/9 hàng năm"
    [InlineData("tay-ninh-ldld-2023", "reportDeadline", "2023-11-01")] // "chậm nhất ngày 01/11/2023"
    [InlineData("tay-ninh-ldld-2023", "dossierDeadline", "2023-11-01")] // "ngày 01/11/2023"
    public void Deadlines_EndOnTheDayThePlanSays(string plan, string parameter, string lastDay)
    {
        var deadline = Load(plan).Parameters.Single(candidate => candidate.Id == parameter);
        Assert.Equal(DateOnly.Parse(lastDay, System.Globalization.CultureInfo.InvariantCulture), deadline.LastDayOnTime);
        Assert.False(deadline.IsAssumed);
        Assert.NotNull(deadline.Clause);
    }

    [Theory]
    [InlineData("gia-binh-2024", "III.1 100%|III.4 100%|III.5 100%")]
    [InlineData("ben-tre-2013", "")]
    [InlineData("quang-ngai-dan-van-kheo-2018", "")]
    [InlineData("duong-hoa-qcdc-2023", "")]
    [InlineData("tay-ninh-ldld-2023", "III.1 100%|III.2 100%|III.3 100%|III.4 100%|III.5 60%|III.6a 60%|III.6b 90%")]
    [InlineData("tay-ninh-ldld-2024", "III.1 100%|III.2 100%|III.3 100%|III.4 100%|III.5 65%|III.6a 60%|III.6b 90%")]
    public void Targets_AreThoseOfThePlan(string plan, string targets) => Assert.Equal(targets,
        string.Join('|', Load(plan).Targets.Select(target => $"{target.Id} {ValueText.Percent(target.Required, Language.English)}")));

    [Theory]
    [MemberData(nameof(Plans))]
    public void Points_ThatNoPlanStates_AreMarkedAsAssumed(string plan)
    {
        var rules = Load(plan);
        Assert.All(rules.Nodes, node => Assert.True(node.IsAssumed, $"{plan} {node.Id}"));
        Assert.All(rules.Ratings, rating => Assert.True(rating.IsAssumed));
        Assert.All(rules.Gates, gate => Assert.True(gate.IsAssumed));
        Assert.NotEmpty(rules.Assumptions);
        Assert.NotNull(rules.Recipient);
        Assert.NotNull(rules.Issuer);
        Assert.True(rules.UnitKinds.Length >= 2);
    }

    [Fact]
    public async Task RulesDiff_OfTheTwoYears_ReadsLikeAMemo()
    {
        var run = await Danvan.Run("rules", "diff", "rules/tay-ninh-ldld-2023.json", "rules/tay-ninh-ldld-2024.json", "--lang", "vi");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("  - Bỏ B.3 \"Kế hoạch đào tạo, bồi dưỡng chuẩn hóa cán bộ\" (4 điểm;", run.Output, StringComparison.Ordinal);
        Assert.Contains("      điểm tối đa: từ 5 điểm thành 6 điểm", run.Output, StringComparison.Ordinal);
        Assert.Contains("      yêu cầu: từ ≥ 60% thành ≥ 65%", run.Output, StringComparison.Ordinal);
        Assert.Contains("mức cao nhất còn lại: từ Khá thành Trung bình", run.Output, StringComparison.Ordinal);
        Assert.Contains("giá trị: từ chậm nhất ngày 01/11/2023 thành chậm nhất ngày 30/10/2024", run.Output, StringComparison.Ordinal);
        Assert.EndsWith("Tổng cộng: 4 mục thêm, 2 mục bỏ, 9 mục sửa.", run.Output.TrimEnd(), StringComparison.Ordinal);
        Assert.DoesNotContain(run.Output.Split('\n'), line => line.Contains("F.3", StringComparison.Ordinal)); // the deadline moved, not the manner
    }

    [Fact]
    public async Task RulesDiff_AsJson_HoldsEveryChangeInBothLanguages()
    {
        var run = await Danvan.Run("rules", "diff", "rules/tay-ninh-ldld-2023.json", "rules/tay-ninh-ldld-2024.json", "--format", "json");
        using var json = System.Text.Json.JsonDocument.Parse(run.Output);
        var changes = json.RootElement.GetProperty("changes").EnumerateArray().ToList();
        Assert.Contains(changes, change => change.GetProperty("id").GetString() == "B.2" && change.GetProperty("key").GetString() == "maxPoints"
            && change.GetProperty("old").GetProperty("en").GetString() == "5 points" && change.GetProperty("new").GetProperty("vi").GetString() == "6 điểm");
        var same = await Danvan.Run("rules", "diff", "rules/gia-binh-2024.json", "rules/gia-binh-2024.json", "--lang", "en");
        Assert.Contains("Nothing differs.", same.Output, StringComparison.Ordinal);
    }

    private static RuleSet Load(string plan)
    {
        var diagnostics = new DiagnosticBag();
        var rules = RuleSetLoader.Load(plan, File.ReadAllBytes($"rules/{plan}.json"), diagnostics, id => new RuleSetFile(id, File.ReadAllBytes($"rules/{id}.json")));
        Assert.True(rules is not null, string.Join('\n', diagnostics.Sorted()));
        return rules;
    }
}
