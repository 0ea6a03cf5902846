using System.Text.RegularExpressions;
using DanVan.Scoring.Diagnostics;
using DanVan.Scoring.Loading;

namespace DanVan.Scoring.Cli.Tests;

/// <summary>What the repository shows to its readers is true.</summary>
public sealed partial class RepositoryTests : IDisposable
{
    private readonly Danvan _danvan = new();

    public static TheoryData<string> Readmes => [.. Directory.EnumerateFiles(Danvan.Repository, "*.md").Concat(Directory.EnumerateFiles(Path.Combine(Danvan.Repository, "docs"), "*.md", SearchOption.AllDirectories))
        .Concat(Directory.EnumerateFiles(Path.Combine(Danvan.Repository, "datasets"), "*.md", SearchOption.AllDirectories)).Select(path => Path.GetRelativePath(Danvan.Repository, path)).Order(StringComparer.Ordinal)];

    public void Dispose() => _danvan.Dispose();

    [Fact]
    public void Schema_IsInStepWithTheTypes() =>
        Assert.Equal(File.ReadAllText(Path.Combine(Danvan.Repository, "rules/ruleset.schema.json")).Replace("\r\n", "\n", StringComparison.Ordinal), RuleSetSchema.Generate());

    [Fact]
    public async Task RulesSchema_PrintsIt() => Assert.Equal(RuleSetSchema.Generate(), (await Danvan.Run("rules", "schema")).Output);

    [Fact]
    public void RuleSets_AreNamedAsTheirFilesAndLoadWithoutErrors()
    {
        var files = Directory.EnumerateFiles("rules", "*.json").Where(path => !path.EndsWith(".schema.json", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(files);
        foreach (string path in files)
        {
            var diagnostics = new DiagnosticBag();
            var ruleSet = RuleSetLoader.Load(path, File.ReadAllBytes(path), diagnostics, id => new RuleSetFile(id, File.ReadAllBytes($"rules/{id}.json")));
            Assert.True(ruleSet is not null, string.Join('\n', diagnostics.Sorted()));
            Assert.Equal(Path.GetFileNameWithoutExtension(path), ruleSet.Id);
            Assert.All(ruleSet.Nodes.Where(node => node.Manner is not null), node => Assert.NotNull(node.Clause));
            Assert.All(ruleSet.Targets, target => Assert.NotNull(target.Clause));
        }
    }

    [Fact]
    public async Task Rules_ListAndShow_SayWhatThereIs()
    {
        var list = await Danvan.Run("rules", "list");
        Assert.Equal(0, list.ExitCode);
        Assert.Contains("tay-ninh-ldld-2023 1.0.0 (2023)", list.Output, StringComparison.Ordinal);
        var show = await Danvan.Run("rules", "show", "rules/tay-ninh-ldld-2023.json", "--lang", "en");
        Assert.Equal(0, show.ExitCode);
        Assert.Contains("(timeliness) \"Ngày gửi báo cáo\" by \"Hạn gửi báo cáo\" (2023-11-01): full points; up to 5 days late: 1.5 points", show.Output, StringComparison.Ordinal);
        Assert.Contains("[KH439 III.5]", show.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("vi", "Cách dùng:")]
    [InlineData("en", "Usage:")]
    public async Task Help_OfEveryCommand_SpeaksTheLanguage(string language, string word)
    {
        foreach (string command in new[] { "", "score", "check", "explain", "template", "collect", "compare", "report", "card", "rules", "rules list", "rules show", "rules new", "rules diff", "rules test", "rules schema" })
        {
            var run = await Danvan.Run([.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help", "--lang", language]);
            Assert.Equal(0, run.ExitCode);
            Assert.Contains(word, run.Output, StringComparison.Ordinal);
            Assert.DoesNotContain(run.Output.Split('\n'), line => line.TrimEnd().Length > 120);
        }
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("docs/huong-dan.md")]
    public async Task CommandsOfTheDocuments_Run(string document)
    {
        var commands = Command().Matches(File.ReadAllText(Path.Combine(Danvan.Repository, document))).Select(match => match.Groups[1].Value.Trim()).ToList();
        Assert.True(commands.Count >= 5, $"{document} shows fewer commands than expected");
        foreach (string command in commands)
        {
            var run = await Danvan.Run(command.Split(' ', StringSplitOptions.RemoveEmptyEntries));
            Assert.True(run.ExitCode == 0, $"{command}\n{run.Error}");
        }
    }

    [Fact]
    public void JsonSamples_OfTheDocuments_AreRuleSetsOrPartsOfThem()
    {
        string whole = File.ReadAllText(Path.Combine(Danvan.Repository, "README.md"));
        var samples = JsonSample().Matches(whole).Select(match => match.Groups[1].Value).ToList();
        Assert.NotEmpty(samples);
        foreach (string sample in samples)
        {
            var diagnostics = new DiagnosticBag();
            Assert.True(RuleSetLoader.Load("README.md", System.Text.Encoding.UTF8.GetBytes(sample), diagnostics) is not null, string.Join('\n', diagnostics.Sorted()));
        }
    }

    [Theory]
    [MemberData(nameof(Readmes))]
    public void Links_OfTheDocuments_LeadToFiles(string document)
    {
        string path = Path.Combine(Danvan.Repository, document);
        foreach (Match match in Link().Matches(File.ReadAllText(path)))
        {
            string target = match.Groups[1].Value.Split('#')[0];
            if (target.Length > 0 && !target.Contains("://", StringComparison.Ordinal))
                Assert.True(Path.Exists(Path.Combine(Path.GetDirectoryName(path)!, target)), $"{document} links to {target}, which is not there");
        }
    }

    [GeneratedRegex(@"^\s*dotnet run --project src/DanVan\.Scoring\.Cli -c Release -- (.*)$", RegexOptions.Multiline)]
    private static partial Regex Command();

    [GeneratedRegex(@"```json\r?\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex JsonSample();

    [GeneratedRegex(@"\]\(([^)]+)\)")]
    private static partial Regex Link();
}
