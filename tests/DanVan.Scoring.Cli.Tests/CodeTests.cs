using System.Reflection;
using System.Text.RegularExpressions;

namespace DanVan.Scoring.Cli.Tests;

/// <summary>Rules that the code keeps.</summary>
public sealed class CodeTests
{
    private static readonly string Source = Path.Combine(Danvan.Repository, "src");

    [Theory]
    [InlineData("DanVan.Scoring")]
    [InlineData("DanVan.Scoring.Files")]
    [InlineData("DanVan.Scoring.Reports")]
    [InlineData("danvan")]
    public void Types_AreSealedStaticOrAbstract(string assembly)
    {
        var types = Assembly.Load(assembly).GetTypes().Where(type => type.IsClass && type.Namespace?.StartsWith("DanVan", StringComparison.Ordinal) == true
            && !type.Name.Contains('<', StringComparison.Ordinal) && !Attribute.IsDefined(type, typeof(System.Runtime.CompilerServices.CompilerGeneratedAttribute))).ToList();
        Assert.NotEmpty(types);
        Assert.DoesNotContain(types, type => !type.IsSealed && !type.IsAbstract);
    }

    [Theory]
    [InlineData(@"\bDateTime(Offset)?\.(Utc)?(Now|Today)\b", "TimeProvider, and only to print when something ran")]
    [InlineData(@"\bConsole\.(Write|Out|Error|In)", "a Terminal that is handed in")]
    [InlineData(@"CultureInfo\.Current|CurrentCulture\b", "CultureInfo.InvariantCulture, or ValueText for people")]
    [InlineData(@"\bdouble\b", "decimal")]
    public void Core_DoesNotUse(string pattern, string replacement)
    {
        foreach (string path in Directory.EnumerateFiles(Path.Combine(Source, "DanVan.Scoring"), "*.cs", SearchOption.AllDirectories).Where(path => !IsBuilt(path)))
            foreach (var (i, line) in File.ReadLines(path).Index())
                Assert.False(Regex.IsMatch(line.Split("//")[0], pattern), $"{path}({i + 1}): use {replacement}");
    }

    [Theory]
    [InlineData("DanVan.Scoring", "")]
    [InlineData("DanVan.Scoring.Files", "DanVan.Scoring")]
    [InlineData("DanVan.Scoring.Reports", "DanVan.Scoring, DanVan.Scoring.Files")]
    [InlineData("DanVan.Scoring.Cli", "DanVan.Scoring, DanVan.Scoring.Files, DanVan.Scoring.Reports")]
    public void Projects_ReferOneWay(string project, string references)
    {
        string text = File.ReadAllText(Path.Combine(Source, project, project + ".csproj"));
        var found = Regex.Matches(text, @"ProjectReference Include=""[^""]*/([^/""]+)\.csproj""").Select(match => match.Groups[1].Value);
        Assert.Equal(references, string.Join(", ", found));
    }

    private static bool IsBuilt(string path) => path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal);
}
