using System.Text;
using System.Text.RegularExpressions;

namespace DanVan.Scoring.Cli.Tests;

/// <summary>Every recipe of the cookbook runs as its page shows, and gives what is stored beside it.</summary>
public sealed partial class CookbookTests : IDisposable
{
    private static readonly string Folder = Path.Combine(Danvan.Repository, "docs", "cookbook");
    private readonly Danvan _danvan = new();

    public static TheoryData<string> Recipes => [.. Directory.EnumerateDirectories(Folder).Select(Path.GetFileName).OfType<string>().Order(StringComparer.Ordinal)];

    public void Dispose() => _danvan.Dispose();

    [Theory]
    [MemberData(nameof(Recipes))]
    public async Task Recipe_GivesWhatItShows(string recipe)
    {
        Danvan.Copy(Path.Combine(Folder, recipe), Path.Combine(_danvan.Folder, "docs", "cookbook", recipe));
        var output = new StringBuilder();
        var commands = Command().Matches(File.ReadAllText(Path.Combine(Folder, recipe, "README.md"))).Select(match => match.Groups[1].Value.Trim()).ToList();
        Assert.NotEmpty(commands);
        foreach (string command in commands)
        {
            var run = await Danvan.Run(command.Split(' ', StringSplitOptions.RemoveEmptyEntries));
            Assert.True(run.ExitCode == 0, $"{command}\n{run.Error}{run.Output}");
            string text = Regex.Replace(run.Output + run.Error, "(?m)[ \t\r]+$", "");
            output.Append($"$ danvan {command}\n\n{text}\n");
        }
        Check(recipe, "output.txt", Encoding.UTF8.GetBytes(output.ToString()));
        foreach (string file in new[] { "ranking.csv", "targets.csv" }.Where(file => File.Exists(Path.Combine("out", file))))
            Check(recipe, file, File.ReadAllBytes(Path.Combine("out", file)));
    }

    [Fact]
    public void Cookbook_HasAPageForEveryTask()
    {
        string index = File.ReadAllText(Path.Combine(Folder, "README.md"));
        Assert.All(Recipes.Select(row => row.Data), recipe => Assert.Contains($"]({recipe}/README.md)", index, StringComparison.Ordinal));
        Assert.Equal(9, Recipes.Count);
    }

    private static void Check(string recipe, string file, byte[] content)
    {
        string path = Path.Combine(Folder, recipe, "expected", file);
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, content);
        }
        Assert.Equal(Encoding.UTF8.GetString(File.ReadAllBytes(path)), Encoding.UTF8.GetString(content));
    }

    [GeneratedRegex(@"^\s*dotnet run --project src/DanVan\.Scoring\.Cli -c Release -- (.*)$", RegexOptions.Multiline)]
    private static partial Regex Command();
}
