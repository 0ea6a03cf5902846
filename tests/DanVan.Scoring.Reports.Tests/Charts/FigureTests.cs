using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using DanVan.Scoring.Diagnostics;
using DanVan.Scoring.Files.Reading;
using DanVan.Scoring.Files.Writing;
using DanVan.Scoring.Loading;
using DanVan.Scoring.Reports.Charts;
using DanVan.Scoring.Results;
using DanVan.Scoring.Rules;
using DanVan.Scoring.Scoring;

namespace DanVan.Scoring.Reports.Tests.Charts;

/// <summary>Every figure in a chart is one of the result, for all rule sets and datasets of the repository.</summary>
public sealed class FigureTests
{
    private static readonly ConcurrentDictionary<string, Lazy<Result>> Results = new(StringComparer.Ordinal);

    public static TheoryData<string> Plans => [.. Directory.EnumerateDirectories(Path.Combine(Repository(), "datasets")).Select(path =>
        Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    [Fact]
    public void Plans_AreSix() => Assert.Equal(6, Plans.Count);

    [Theory]
    [MemberData(nameof(Plans))]
    public void Ranking_ShowsEachUnitsScoreAndRating(string plan)
    {
        var result = Score(plan);
        var words = ResultWords.Of(result);
        var bars = Charts<RankingChart>(result).SelectMany(chart => chart.Bars).ToList();
        var drawn = result.RankedGroups.Select(group => result.UnitsOf(group).ToList())
            .Where(units => units.Count > 1).SelectMany(units => units).ToList();
        Assert.Equal(drawn.Count, bars.Count);
        foreach (var (bar, unit) in bars.Zip(drawn))
        {
            Assert.Equal(unit.ComparableScore, bar.Value);
            Assert.EndsWith(unit.Name, bar.Label, StringComparison.Ordinal);
            Assert.Contains(unit.RatingName, bar.ValueText + bar.Note, StringComparison.Ordinal);
            if (unit.ComparableScore is { } score)
                Assert.Contains(words.Shown(score), bar.ValueText, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Plans))]
    public void Targets_ShowWhatWasAchievedAndRequired(string plan)
    {
        var result = Score(plan);
        var words = ResultWords.Of(result);
        var rows = Charts<BulletChart>(result).SingleOrDefault()?.Rows ?? [];
        Assert.Equal(result.Targets.Select(target =>
            (target.Achieved, (decimal?)target.Required, target.Last, target.Verdict == TargetVerdict.Met)),
            rows.Select(row => (row.Value, row.Mark, row.Last, row.IsGood)));
        foreach (var (row, target) in rows.Zip(result.Targets))
        {
            Assert.Contains(target.Achieved is { } achieved ? words.Percent(achieved) : "–", row.ValueText, StringComparison.Ordinal);
            Assert.Contains(words.Percent(target.Required), row.MarkText, StringComparison.Ordinal);
            Assert.Contains(words.Verdict(target.Verdict), row.MarkText, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Theory]
    [MemberData(nameof(Plans))]
    public void Ratings_CountTheUnitsOfEachGroup(string plan)
    {
        var result = Score(plan);
        var chart = Charts<StackChart>(result).Single();
        Assert.Equal(result.RankedGroups.Count, chart.Rows.Length);
        foreach (var (row, group) in chart.Rows.Zip(result.RankedGroups))
        {
            Assert.Equal(chart.Legend.Select(key => result.CountOf(group, key.Name)), row.Counts);
            Assert.Equal(group.Count, row.Counts.Sum());
            Assert.All(chart.Legend.Zip(row.Counts).Where(part => part.Second > 0),
                part => Assert.Contains($"{part.First.Name} {part.Second} (", row.Text, StringComparison.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(Plans))]
    public void Histogram_CountsTheUnitsWithAScore(string plan)
    {
        var result = Score(plan);
        Assert.Equal(result.Scored.Count(), Charts<HistogramChart>(result).Single().Bins.Sum(bin => bin.Count));
    }

    [Theory]
    [MemberData(nameof(Plans))]
    public void HeatMap_ShowsEachUnitsShareOfEachSection(string plan)
    {
        var result = Score(plan);
        var chart = Charts<HeatMapChart>(result).Single();
        int[] sections = [.. result.RuleSet.Sections.Select(section => result.RuleSet.Nodes.IndexOf(section))];
        var rows = chart.Groups.SelectMany(group => group.Rows.IsEmpty ? [group.Mean] : group.Rows).ToList();
        Assert.Equal(result.Scored.Count(), rows.Count);
        foreach (var (row, unit) in rows.Zip(result.Scored))
        {
            Assert.EndsWith(unit.Name, row.Label, StringComparison.Ordinal);
            Assert.Equal(sections.Select(section => result.PartOf(unit, section) is var (points, max) ? points / max : (decimal?)null)
                .Append(unit.ComparableScore / result.RuleSet.Scale), row.Cells.Select(cell => cell.Share));
            Assert.All(row.Cells, cell => Assert.Equal(cell.Share is { } share
                ? decimal.Round(share * 100, 0, MidpointRounding.AwayFromZero).ToString("0", CultureInfo.InvariantCulture)
                    : "–", cell.Text));
        }
    }

    [Theory]
    [MemberData(nameof(Plans))]
    public void HeatMap_AveragesOfGroups_AreTheirPointsOverTheirMaxima(string plan)
    {
        var result = Score(plan);
        var units = result.Scored.GroupBy(result.GroupOf).ToList();
        int[] sections = [.. result.RuleSet.Sections.Select(section => result.RuleSet.Nodes.IndexOf(section))];
        foreach (var (group, members) in Charts<HeatMapChart>(result).Single().Groups.Zip(units))
        {
            foreach (var (index, section) in sections.Index())
            {
                var parts = members.Select(unit => result.PartOf(unit, section)).OfType<(decimal Points, decimal Max)>().ToList();
                Assert.Equal(parts.Count == 0 ? null : parts.Sum(part => part.Points) / parts.Sum(part => part.Max),
                    group.Mean.Cells[index].Share);
            }
            Assert.Equal(Result.AverageOf([.. members]) / result.RuleSet.Scale, group.Mean.Cells[^1].Share!.Value, 20);
        }
    }

    [Theory]
    [MemberData(nameof(Plans))]
    public void LostPoints_AreThoseOfTheCriteria(string plan)
    {
        var result = Score(plan);
        var rows = Charts<ParetoChart>(result).Single().Rows;
        var lost = result.RuleSet.Nodes.Zip(result.Criteria).Where(pair => pair.First is { Manner: not null, Role: NodeRole.Criterion }
            && pair.Second.Lost > 0)
                .ToDictionary(pair => OneSpace($"{pair.First.Id} {pair.First.Title}"), pair => pair.Second.Lost, StringComparer.Ordinal);
        Assert.Equal(lost.Values.Sum(), rows.Sum(row => row.Lost));
        var words = ResultWords.Of(result);
        Assert.All(rows.Where(row => lost.ContainsKey(OneSpace(row.Label))), row =>
        {
            Assert.Equal(lost[OneSpace(row.Label)], row.Lost);
            Assert.StartsWith(words.Shown(row.Lost), row.Text, StringComparison.Ordinal);
        });
        Assert.True(rows.Count(row => !lost.ContainsKey(OneSpace(row.Label))) <= 1);
    }

    [Theory]
    [MemberData(nameof(Plans))]
    public void Groups_HoldTheScoresOfTheirUnits(string plan)
    {
        var result = Score(plan);
        var groups = result.Scored.GroupBy(result.GroupOf).ToDictionary(group => group.Key, group =>
            group.Select(unit => unit.ComparableScore!.Value).Order().ToList(), StringComparer.Ordinal);
        if (groups.Count < 2)
            Assert.Empty(Charts<BoxChart>(result));
        else
            Assert.All(Charts<BoxChart>(result).Single().Rows, row => Assert.Contains(groups, group =>
                row.Label.StartsWith(group.Key, StringComparison.Ordinal) && group.Value.SequenceEqual(row.Values)));
    }

    [Theory]
    [MemberData(nameof(Plans))]
    public void Differences_AreScoreLessLastScore(string plan)
    {
        var result = Score(plan);
        var words = ResultWords.Of(result);
        var known = result.Scored.Where(unit => unit.Previous?.Score is not null)
            .ToDictionary(unit => unit.Name, unit => unit.ComparableScore!.Value - unit.Previous!.Score!.Value, StringComparer.Ordinal);
        var rows = Charts<DifferenceChart>(result).SingleOrDefault()?.Rows ?? [];
        Assert.Equal(known.Count, rows.Length);
        Assert.All(rows, row =>
        {
            Assert.Equal(known[row.Label], row.Difference);
            Assert.StartsWith(words.Difference(known[row.Label]), row.Text, StringComparison.Ordinal);
        });
    }

    [Theory]
    [MemberData(nameof(Plans))]
    public void Scatter_ShowsSelfScoresAgainstFinalPoints(string plan)
    {
        var result = Score(plan);
        var gaps = result.Units.Where(unit => unit.AppraisalGap is not null)
            .Select(unit => (unit.Name, unit.AppraisalGap!.Self, unit.AppraisalGap.Final));
        Assert.Equal(gaps, (Charts<ScatterChart>(result).SingleOrDefault()?.Points ?? [])
            .Select(point => (point.Label, point.Across, point.Up)));
    }

    [Fact]
    public void EveryKindOfChart_OccursInThePlans() => Assert.Equal(9, Plans.Select(plan => plan.Data)
        .SelectMany(plan => ChartBuilder.Build(Score(plan)).Charts).Select(chart => chart.GetType()).Distinct().Count());

    [Theory]
    [MemberData(nameof(Plans))]
    public void Charts_OfAResultThatWasReadBack_AreTheSame(string plan)
    {
        var result = Score(plan);
        var back = JsonSerializer.Deserialize<Result>(JsonSerializer.SerializeToUtf8Bytes(result, ResultJson.Options), ResultJson.Options)!;
        var (first, second) = (ChartBuilder.Build(result), ChartBuilder.Build(back));
        Assert.Equal(first.Absent, second.Absent);
        Assert.Equal(first.Charts.Select(Told), second.Charts.Select(Told));

        static (ChartHead, string, string) Told(Chart chart) => (chart.Head, chart.Footnote, chart.AlternativeText);
    }

    private static IEnumerable<T> Charts<T>(Result result) => ChartBuilder.Build(result).Charts.OfType<T>();

    private static Result Score(string plan) => Results.GetOrAdd(plan, _ => new Lazy<Result>(() => Read(plan))).Value;

    private static string OneSpace(string text) => string.Join(' ', text.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Scores a dataset; the second year of a plan with the result of its first as last period's.</summary>
    private static Result Read(string plan)
    {
        var findings = new DiagnosticBag();
        string rules = Path.Combine(Repository(), "rules"), data = Path.Combine(Repository(), "datasets", plan);
        var ruleSet = RuleSetLoader.Load($"{plan}.json", File.ReadAllBytes(Path.Combine(rules, $"{plan}.json")), findings,
            id => new RuleSetFile($"{id}.json", File.ReadAllBytes(Path.Combine(rules, $"{id}.json"))))!;
        if (plan != "tay-ninh-ldld-2024")
            return Score(data, null);
        string own = Path.Combine(Path.GetTempPath(), $"danvan-figures-{Guid.NewGuid():N}");
        try
        {
            Directory.CreateDirectory(own);
            foreach (string file in Directory.EnumerateFiles(data).Where(file => Path.GetFileName(file) != "previous.csv"))
                File.Copy(file, Path.Combine(own, Path.GetFileName(file)));
            return Score(own, Save(FigureTests.Score("tay-ninh-ldld-2023"), Path.Combine(own, "first")));
        }
        finally
        {
            Directory.Delete(own, recursive: true);
        }

        Result Score(string folder, string? previous)
        {
            using var reading = DatasetReader.Read(folder, ruleSet, findings, previous);
            Assert.True(reading is not null, string.Join('\n', findings.Sorted()));
            return Result.Of(ruleSet, reading.Data, findings);
        }
    }

    private static string Save(Result result, string folder)
    {
        using var output = OutputFolder.Start(folder, keepEdited: false);
        output.Write("evaluation.json", stream => EvaluationJson.Write(stream, result));
        output.Commit(new RunManifest
        {
            Program = "test",
            RuleSet = result.RuleSet.Id,
            RuleSetVersion = result.RuleSet.Version,
            Options = ImmutableSortedDictionary<string, string>.Empty,
            Inputs = [],
            Outputs = output.Hashes.ToImmutableSortedDictionary(StringComparer.Ordinal),
        });
        return folder;
    }

    private static string Repository([CallerFilePath] string caller = "")
    {
        string folder = Path.GetDirectoryName(caller)!;
        while (!File.Exists(Path.Combine(folder, "DanVan.Scoring.sln")))
            folder = Path.GetDirectoryName(folder)!;
        return folder;
    }
}
