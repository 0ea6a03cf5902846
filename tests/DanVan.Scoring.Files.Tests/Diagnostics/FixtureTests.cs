using DanVan.Scoring.Diagnostics;
using DanVan.Scoring.Values;

namespace DanVan.Scoring.Files.Tests.Diagnostics;

public sealed class FixtureTests
{
    private static readonly IReadOnlyList<DiagnosticDescriptor> Descriptors =
        [.. RuleSetDiagnostics.All, .. ExpressionDiagnostics.All, .. DatasetDiagnostics.All, .. ScoringDiagnostics.All, .. FormDiagnostics.All];

    public static TheoryData<string> Codes => [.. Fixtures.All.Select(fixture => fixture.Code)];

    [Fact]
    public void GoodSample_HasNoFindings()
    {
        var (_, _, evaluation, diagnostics) = new Sample().Run();
        Assert.Empty(diagnostics.Sorted());
        Assert.Equal([2, 1], new[] { evaluation!.Outcomes.RankWithin(1), evaluation.Outcomes.RankWithin(0) });
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Fault_IsReportedWithItsCodeAtItsPlaceInBothLanguages(string code)
    {
        var (_, run, place) = Fixtures.All.Single(fixture => fixture.Code == code);
        var all = run();
        var found = all.FirstOrDefault(diagnostic => diagnostic.Code == code);
        Assert.True(found is not null, $"{code} was not reported, but: {string.Join('\n', all)}");
        if (place.Split(" at ", 2) is [var jsonFile, var text])
        {
            Assert.Equal(jsonFile, found.Place.File);
            Assert.StartsWith(text, found.Place.Excerpt!.Text[found.Place.Excerpt.Start..], StringComparison.Ordinal);
            Assert.True(found.Place is { Line: > 0, Column: > 0 });
        }
        else
        {
            string file = found.Place.File.StartsWith(Path.GetTempPath(), StringComparison.Ordinal) ? "*" : found.Place.File;
            Assert.Equal(place, $"{file}:{found.Place.Line}:{found.Place.ColumnName ?? found.Place.Column?.ToString(System.Globalization.CultureInfo.InvariantCulture)}");
        }
        string vi = found.Describe(Language.Vietnamese), en = found.Describe(Language.English);
        Assert.NotEqual(vi, en);
        Assert.DoesNotMatch(@"\{[a-zA-Z]+\}", vi + en);
        Assert.Equal(found.Descriptor.HintVi.Length > 0, found.Descriptor.HintEn.Length > 0);
    }

    [Fact]
    public void EveryCode_HasAFixture_AndIsUnique()
    {
        Assert.Equal(Descriptors.Count, Descriptors.Select(descriptor => descriptor.Code).Distinct().Count());
        Assert.True(Descriptors.Count > 80);
        Assert.Equal(Descriptors.Select(descriptor => descriptor.Code).Order(), Fixtures.All.Select(fixture => fixture.Code).Order());
    }

    [Fact]
    public void EveryDescriptor_IsListedInItsArea()
    {
        var declared = new[] { typeof(RuleSetDiagnostics), typeof(ExpressionDiagnostics), typeof(DatasetDiagnostics), typeof(ScoringDiagnostics), typeof(FormDiagnostics) }
            .SelectMany(area => area.GetFields()).Select(field => field.GetValue(null)).OfType<DiagnosticDescriptor>().Select(descriptor => descriptor.Code);
        Assert.Equal(declared.Order(), Descriptors.Select(descriptor => descriptor.Code).Order());
    }

    [Fact]
    public void Texts_OfBothLanguages_NameTheSameValues()
    {
        foreach (var descriptor in Descriptors)
        {
            Assert.Equal(Placeholders(descriptor.MessageEn), Placeholders(descriptor.MessageVi));
            Assert.Equal(Placeholders(descriptor.HintEn), Placeholders(descriptor.HintVi));
        }
    }

    [Fact]
    public void FullTexts_AreAsRecorded()
    {
        var lines = Fixtures.All.Select(fixture =>
        {
            var found = fixture.Run().First(diagnostic => diagnostic.Code == fixture.Code);
            string Line(Language language) => found.Describe(language).Replace(found.Place.File.StartsWith(Path.GetTempPath(), StringComparison.Ordinal) ? found.Place.File : "\0", "FOLDER", StringComparison.Ordinal);
            return Line(Language.English) + "\n" + Line(Language.Vietnamese);
        });
        Snapshot.Check("Diagnostics/texts.txt", string.Join("\n\n", lines) + "\n");
    }

    [Fact]
    public void DiagnosticsPage_ListsEveryCodeWithCauseAndCure()
    {
        var page = new System.Text.StringBuilder("""
            # Diagnostics

            Every finding of `danvan`, with its cause and what to do about it. Messages come in Vietnamese and English
            (`--lang vi|en`); words in braces stand for values of your files. Errors end with exit code 1; warnings and
            hints do not. This page is made from the texts in the program and kept in step by a test.


            """.Replace("\r", "", StringComparison.Ordinal));
        foreach (var (title, area) in new[] { ("Rule sets", RuleSetDiagnostics.All), ("Expressions", ExpressionDiagnostics.All), ("Datasets", DatasetDiagnostics.All), ("Scoring", ScoringDiagnostics.All), ("Forms", FormDiagnostics.All) })
        {
            page.Append($"## {title}\n\n| code | weight | cause | cure |\n|---|---|---|---|\n");
            foreach (var descriptor in area)
                page.Append($"| {descriptor.Code} | {descriptor.Severity.ToString().ToLowerInvariant()} | {Cell(descriptor.MessageEn)}<br>{Cell(descriptor.MessageVi)} | {Cell(descriptor.HintEn)}<br>{Cell(descriptor.HintVi)} |\n");
            page.Append('\n');
        }
        Snapshot.Check("../../docs/diagnostics.md", page.ToString().TrimEnd('\n') + "\n");

        static string Cell(string text) => text.Replace(" | ", " ", StringComparison.Ordinal).Replace("|", "\\|", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);
    }

    private static IEnumerable<string> Placeholders(string template) =>
        System.Text.RegularExpressions.Regex.Matches(template, @"\{[a-zA-Z]+\}").Select(match => match.Value).Distinct().Order(StringComparer.Ordinal);
}
