using DanVan.Scoring.Data;
using DanVan.Scoring.Results;

namespace DanVan.Scoring.Comparing;

/// <summary>Whether a unit stands in both results.</summary>
public enum UnitPresence
{
    /// <summary>In both, as one unit.</summary>
    Both,

    /// <summary>Only in the first.</summary>
    OnlyBefore,

    /// <summary>Only in the second.</summary>
    OnlyAfter,

    /// <summary>In the second as one unit that continues several of the first.</summary>
    Merged,
}

/// <summary>How a unit came out in two results.</summary>
public sealed record UnitChange
{
    /// <summary>Code in the second result, or in the only one it stands in.</summary>
    public required string Code { get; init; }

    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>Label of the group; empty if it has none.</summary>
    public required string Group { get; init; }

    /// <summary>Whether it stands in both.</summary>
    public required UnitPresence Kind { get; init; }

    /// <summary>How it came out first; null if it was not there, or is not comparable.</summary>
    public PreviousOutcome? Before { get; init; }

    /// <summary>How it came out then; null if it was not there.</summary>
    public PreviousOutcome? After { get; init; }

    /// <summary>The criteria whose points moved, the largest move first.</summary>
    public ImmutableArray<CriterionChange> Criteria { get; init; } = [];

    /// <summary>Why the rating moved, if not by the score alone: what gates and quotas did; empty if there is nothing.</summary>
    public ImmutableArray<string> RatingSteps { get; init; } = [];

    /// <summary>Second score minus first; null if one is missing.</summary>
    public decimal? ScoreMove => After?.Score - Before?.Score;

    /// <summary>Places risen in the group (more than 0) or fallen; null if one rank is missing.</summary>
    public int? RankMove => Before is { RankWithin: > 0 } before && After is { RankWithin: > 0 } after ? before.RankWithin - after.RankWithin : null;

    /// <summary>True if the rating is another.</summary>
    public bool IsRatingMoved => Kind == UnitPresence.Both && Before?.RatingName != After?.RatingName;

    /// <summary>True if anything moved.</summary>
    public bool IsMoved => Kind != UnitPresence.Both || ScoreMove is not 0 and not null || (Before?.Score is null) != (After?.Score is null) || RankMove is not 0 and not null || IsRatingMoved || !Criteria.IsEmpty;
}

/// <summary>A criterion whose points moved.</summary>
/// <param name="Id">Id.</param>
/// <param name="Title">Title.</param>
/// <param name="Before">Points first; null if there were none.</param>
/// <param name="After">Points then; null if there are none.</param>
/// <param name="Why">Why, in words; empty if the results do not tell.</param>
public sealed record CriterionChange(string Id, string Title, decimal? Before, decimal? After, string Why);

/// <summary>Compares two results: of one year before and after appraisal, or of two years.</summary>
public sealed class Comparison
{
    private readonly Language _language;

    private Comparison(Result before, Result after, Language language)
    {
        Before = before;
        After = after;
        _language = language;
        Units = [.. Changes()];
    }

    /// <summary>The first result.</summary>
    public Result Before { get; }

    /// <summary>The second result.</summary>
    public Result After { get; }

    /// <summary>The units in the ranking order of the second result, then those that are only in the first.</summary>
    public ImmutableArray<UnitChange> Units { get; }

    /// <summary>Compares two results.</summary>
    /// <param name="before">The first.</param>
    /// <param name="after">The second.</param>
    /// <param name="language">Language of the reasons; null for that of the second result.</param>
    public static Comparison Of(Result before, Result after, Language? language = null)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return new Comparison(before, after, language ?? after.Language);
    }

    private IEnumerable<UnitChange> Changes()
    {
        var earlier = Before.Units.ToDictionary(unit => unit.Code, StringComparer.Ordinal);
        var used = new HashSet<string>(StringComparer.Ordinal);
        var claims = After.Units.SelectMany(unit => unit.Predecessors.Append(unit.Code).Distinct(StringComparer.Ordinal)).CountBy(code => code, StringComparer.Ordinal)
            .ToDictionary(StringComparer.Ordinal);
        foreach (var unit in After.Units)
        {
            var sources = unit.Predecessors.Append(unit.Code).Distinct(StringComparer.Ordinal).Where(earlier.ContainsKey).ToList();
            used.UnionWith(sources);
            bool isWhole = sources.Count == 1 && claims[sources[0]] == 1;
            yield return sources.Count == 0 ? Single(After, unit, UnitPresence.OnlyAfter)
                : isWhole ? Both(earlier[sources[0]], unit)
                : Single(After, unit, UnitPresence.Merged);
        }
        foreach (var unit in Before.Units.Where(unit => !used.Contains(unit.Code)))
            yield return Single(Before, unit, UnitPresence.OnlyBefore);
    }

    private static UnitChange Single(Result run, ResultUnit unit, UnitPresence kind) => new()
    {
        Code = unit.Code,
        Name = unit.Name,
        Group = run.GroupOf(unit),
        Kind = kind,
        Before = kind == UnitPresence.OnlyBefore ? unit.Outcome : null,
        After = kind == UnitPresence.OnlyBefore ? null : unit.Outcome,
    };

    private UnitChange Both(ResultUnit before, ResultUnit after) => new()
    {
        Code = after.Code,
        Name = after.Name,
        Group = After.GroupOf(after),
        Kind = UnitPresence.Both,
        Before = before.Outcome,
        After = after.Outcome,
        Criteria = [.. CriteriaOf(before, after).OrderByDescending(change => Math.Abs((change.After ?? 0) - (change.Before ?? 0))).ThenBy(change => change.Id, StringComparer.Ordinal)],
        // The first step is the band of the score and the last the rating itself; what stands between changed it.
        RatingSteps = before.Outcome.RatingName == after.Outcome.RatingName ? [] : [.. Between(before).Select(step => $"{Text("trước", "before")}: {step}"), .. Between(after).Select(step => $"{Text("sau", "after")}: {step}")],
    };

    private static IEnumerable<string> Between(ResultUnit unit) => unit.RatingSteps.Length <= 2 ? [] : unit.RatingSteps[1..^1];

    private IEnumerable<CriterionChange> CriteriaOf(ResultUnit before, ResultUnit after)
    {
        var earlier = Before.RuleSet.Nodes.ToDictionary(criterion => criterion.Id, StringComparer.Ordinal);
        var (pointsNow, pointsThen) = (after.Nodes.ToDictionary(node => node.Id, StringComparer.Ordinal), before.Nodes.ToDictionary(node => node.Id, StringComparer.Ordinal));
        foreach (var criterion in After.RuleSet.Nodes.Where(IsLeaf))
        {
            var now = pointsNow.GetValueOrDefault(criterion.Id);
            var then = pointsThen.GetValueOrDefault(criterion.Id);
            if (now?.Final != then?.Final || now?.State != then?.State)
                yield return new CriterionChange(criterion.Id, criterion.Title, then?.Final, now?.Final, Why(earlier.GetValueOrDefault(criterion.Id), criterion, then, now));
        }
        foreach (var criterion in Before.RuleSet.Nodes.Where(criterion => IsLeaf(criterion) && After.RuleSet.Nodes.All(other => !IsLeaf(other) || other.Id != criterion.Id)))
            if (pointsThen.GetValueOrDefault(criterion.Id) is { Final: not null } gone)
                yield return new CriterionChange(criterion.Id, criterion.Title, gone.Final, null, Text("tiêu chí không còn", "the criterion is gone"));
    }

    private static bool IsLeaf(ResultCriterion criterion) => criterion.Manner is not null;

    private string Why(ResultCriterion? before, ResultCriterion after, ResultNode? then, ResultNode? now)
    {
        var reasons = new List<string>();
        if (before is null)
            reasons.Add(Text("tiêu chí mới", "a new criterion"));
        else if (before.MaxPoints != after.MaxPoints)
            reasons.Add(Text($"điểm tối đa {Number(before.MaxPoints)} → {Number(after.MaxPoints)}", $"max points {Number(before.MaxPoints)} → {Number(after.MaxPoints)}"));
        if (now?.Appraised is not null && now.Appraised != then?.Appraised)
            reasons.Add(Text($"thẩm định: {now.Grounds}", $"appraised: {now.Grounds}"));
        else if (then?.Appraised is not null && now?.Appraised is null)
            reasons.Add(Text("không còn điểm thẩm định", "no longer appraised"));
        foreach (var input in now?.Inputs ?? [])
            if (then?.Inputs.FirstOrDefault(other => other.Name == input.Name) is { } old && old.Value != input.Value)
                reasons.Add($"{input.Name}: {old.Value} → {input.Value}");
        if (now?.State != then?.State)
            reasons.Add($"{State(then)} → {State(now)}");
        return string.Join("; ", reasons);
    }

    private string State(ResultNode? points) => points?.State switch
    {
        null => Text("không có", "none"),
        CellState.Value => Text("có điểm", "points"),
        CellState.Missing => Text("thiếu số liệu", "missing"),
        CellState.NotApplicable => Text("không áp dụng", "not applicable"),
        _ => Text("số liệu có lỗi", "invalid"),
    };

    private string Number(decimal value) => ValueText.Number(value, _language);

    private string Text(string vi, string en) => _language == Language.Vietnamese ? vi : en;
}
