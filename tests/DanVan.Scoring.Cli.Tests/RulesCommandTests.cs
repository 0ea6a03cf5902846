using System.Text.RegularExpressions;

namespace DanVan.Scoring.Cli.Tests;

/// <summary>Starting, testing and comparing rule sets from the command line.</summary>
public sealed class RulesCommandTests : IDisposable
{
    private readonly Danvan _danvan = new();

    public void Dispose() => _danvan.Dispose();

    [Fact]
    public async Task New_FromLastYear_IsAFileThatLoadsAndDiffers()
    {
        var run = await Danvan.Run("rules", "new", "--from", "tay-ninh-ldld-2024", "--period", "2025", "--lang", "en");
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Contains("danvan rules diff rules/tay-ninh-ldld-2024.json rules/tay-ninh-ldld-2025.json", run.Output.Replace('\\', '/'), StringComparison.Ordinal);
        var check = await Danvan.Run("check", "rules/tay-ninh-ldld-2025.json", "--lang", "en");
        Assert.Equal((0, "0 errors, 0 warnings, 0 hints."), (check.ExitCode, check.Output.Trim()));
        var diff = await Danvan.Run("rules", "diff", "rules/tay-ninh-ldld-2024.json", "rules/tay-ninh-ldld-2025.json", "--lang", "en");
        Assert.Contains("Scoring period: from 2024 to 2025", diff.Output, StringComparison.Ordinal);
        Assert.Contains("value: from at the latest 2024-11-01 to at the latest 2025-11-01", diff.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rules new", "--from")]
    [InlineData("rules new --from tay-ninh-ldld-2023", "--period")]
    [InlineData("rules new --from tay-ninh-ldld-2023 --period 23", "--period")]
    [InlineData("rules new --from tay-ninh-ldld-2023 --period 2023", "already")]
    [InlineData("rules new --from tay-ninh-ldld-2023 --period 2024", "not overwritten")]
    [InlineData("rules new --from tay-ninh-ldld-203 --period 2025", "tay-ninh-ldld-2023")]
    [InlineData("rules new --from tay-ninh-ldld-2023 --period 2026 --out datasets/x.json", "beside")]
    [InlineData("rules new --from-table none.xlsx --period 2025 --id x", "none.xlsx")]
    [InlineData("rules new --from-table none.xlsx --period 2025 --id ../x", "cannot serve as an id")]
    [InlineData("rules test datasets", "There are no cases in folder 'datasets'")]
    [InlineData("rules new --from-table README.xlsx --from x --period 2025", "Exactly one")]
    [InlineData("rules diff rules/gia-binh-2024.json rules/gia-binh-2025.json", "gia-binh-2024.json")]
    [InlineData("rules diff rules/gia-binh-2024.json rules/gia-binh-2024.json --format xml", "xml")]
    [InlineData("rules test rules/ruleset.schema.json", "")]
    public async Task WrongUse_GivesOneSentence(string line, string sentence)
    {
        var run = await Danvan.Run([.. line.Split(' '), "--lang", "en"]);
        Assert.True(run.ExitCode is 1 or 2);
        Assert.Contains(sentence, run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Test_FailingCase_ShowsExpectedGotAndWhy()
    {
        string path = "rules/tay-ninh-ldld-2023.cases.csv";
        File.WriteAllText(path, Regex.Replace(File.ReadAllText(path), "(?m);4,5;(.*)A\\.2 = 6 × 30 ÷ 40 = 4,5", ";5,5;$1A.2 = 6 × 30 ÷ 40 = 4,5"));
        string text = File.ReadAllText(path);
        Assert.Contains("5,5", text, StringComparison.Ordinal);
        var run = await Danvan.Run("rules", "test", "rules/tay-ninh-ldld-2023.json", "--lang", "vi");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("A.2 mong đợi 5,5, tính được 4,5", run.Output, StringComparison.Ordinal);
        Assert.Contains("lý do của ca: A.2 = 6 × 30 ÷ 40 = 4,5", run.Output, StringComparison.Ordinal);
        Assert.Contains("staffBriefed = 30", run.Output, StringComparison.Ordinal); // the cell
        Assert.Contains("6 × min(1; 30 ÷ 40) = 4,5", run.Output, StringComparison.Ordinal); // the arithmetic
        Assert.Contains("tay-ninh-ldld-2023: 16 ca, 35 kết quả mong đợi: 34 đúng, 1 sai", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Test_WithoutExpectations_IsNoPass()
    {
        _danvan.Write("rules/gia-binh-2024.cases.csv", "case;staffTotal\nmột;3\n");
        var run = await Danvan.Run("rules", "test", "rules/gia-binh-2024.cases.csv", "--lang", "en");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("checks nothing", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Score_OfAnExtension_NamesBothFilesInRunJson()
    {
        await Danvan.Run("score", "rules/tay-ninh-ldld-2024.json", "datasets/tay-ninh-ldld-2024", "--out", "out", "--only", "ranking");
        string run = File.ReadAllText("out/run.json");
        Assert.Contains("tay-ninh-ldld-2024.json", run, StringComparison.Ordinal);
        Assert.Contains("tay-ninh-ldld-2023.json", run, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_NamesQuotasAndManners_InWords()
    {
        var run = await Danvan.Run("rules", "show", "rules/ben-tre-2013.json", "--lang", "en");
        Assert.Contains("quota: Vượt tỷ lệ 20% xếp loại Xuất sắc trong khối: Xuất sắc ≤ 20% → Tốt (assumed)", run.Output, StringComparison.Ordinal);
        Assert.Contains("(stepTable) by a step table:", run.Output, StringComparison.Ordinal);
        Assert.Contains("(survey) survey: Người dân (weight 60): mean of \"Tỷ lệ người dân hài lòng\"", run.Output, StringComparison.Ordinal);
    }
}
