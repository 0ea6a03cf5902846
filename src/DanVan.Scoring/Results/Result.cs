using System.Text.Json.Serialization;
using DanVan.Scoring.Data;
using DanVan.Scoring.Diagnostics;
using DanVan.Scoring.Rules;
using DanVan.Scoring.Scoring;

namespace DanVan.Scoring.Results;

/// <summary>
/// What came of a rule set and a dataset: the one object that tables, console, charts, documents and pages read, and that
/// <c>evaluation.json</c> holds. It comes of scoring or is read back from the file; both give the same, and nothing that
/// shows it computes a figure again. Of a result that was just scored, units are made when they are asked for.
/// </summary>
public sealed record Result
{
    /// <summary>Version of the format; raised when a reader of the old one would misunderstand the new one.</summary>
    public const int CurrentFormat = 1;

    /// <summary>Most units whose arithmetic is kept; of the others <c>danvan explain</c> shows it.</summary>
    public const int TracedUnits = 5_000;

    /// <summary>Version of the format.</summary>
    public int Format { get; init; } = CurrentFormat;

    /// <summary>A line that everything repeats, such as that the data are synthetic; null if there is none.</summary>
    public string? Note { get; init; }

    /// <summary>The rules that shaped it.</summary>
    public required ResultRules RuleSet { get; init; }

    /// <summary>Of how many units, in ranking order, the arithmetic is kept.</summary>
    public int Traced { get; init; }

    /// <summary>The units that the rules score, in ranking order.</summary>
    public IReadOnlyList<ResultUnit> Units { get; init; } = [];

    /// <summary>The sections and criteria over all units with a score, in the order of the rule set.</summary>
    public IReadOnlyList<ResultSummary> Criteria { get => Maker?.Criteria ?? field; init; } = [];

    /// <summary>The figures of all units, which the next period compares with.</summary>
    public IReadOnlyList<ResultFigures> Figures { get; init; } = [];

    /// <summary>The targets, in the order of the rule set.</summary>
    public ImmutableArray<ResultTarget> Targets { get; init; } = [];

    /// <summary>The period of the result that units are compared with; null if it was not a result, or there is none.</summary>
    public int? PreviousPeriod { get; init; }

    /// <summary>Who sent a form and when; empty if the dataset was not collected from forms.</summary>
    public ImmutableArray<UnitReceipt> Receipts { get; init; } = [];

    /// <summary>Codes and names of the units that targets name but the rules do not score.</summary>
    public IReadOnlyList<Choice> OtherUnits { get => Maker?.OtherUnits ?? field; init; } = [];

    /// <summary>The findings.</summary>
    public IReadOnlyList<ResultFinding> Diagnostics { get => Maker?.Findings ?? field; init; } = [];

    /// <summary>What units that the rules do not score gave themselves.</summary>
    public ImmutableArray<SelfAssessment> OtherSelfAssessments { get; init; } = [];

    /// <summary>What units gave themselves, by code of the unit, then in the order of the rule set.</summary>
    [JsonIgnore]
    public IReadOnlyList<SelfAssessment> SelfAssessments => field ??= Maker?.SelfAssessments ?? [.. Units.SelectMany(SelfAssessmentsOf).Concat(OtherSelfAssessments)
        .OrderBy(own => own.Code, StringComparer.Ordinal)];

    /// <summary>For how many criteria of units with a score the panel gave points.</summary>
    [JsonIgnore]
    public int Appraised => Maker?.Appraised ?? Scored.Sum(unit => unit.Nodes.Count(node => node.Appraised is not null));

    /// <summary>True if it is known how any unit came out in the last period.</summary>
    [JsonIgnore]
    public bool HasPrevious => Maker?.HasPrevious ?? Units.Any(unit => unit.Previous is not null);

    /// <summary>The groups of the ranking, each in one piece of it.</summary>
    [JsonIgnore]
    public IReadOnlyList<ResultGroup> RankedGroups => field ??= Maker?.Groups
        ?? ResultGroup.Of(Units.Count, rank => Units[rank].Group, rank => RatingOf(Units[rank]), RuleSet);

    internal ResultMaker? Maker { get; init; }

    /// <summary>Language of everything in it.</summary>
    [JsonIgnore]
    public Language Language => RuleSet.Language == "vi" ? Language.Vietnamese : Language.English;

    /// <summary>Scores, rates, ranks and assesses.</summary>
    /// <param name="ruleSet">The rules.</param>
    /// <param name="data">The data, built for these rules.</param>
    /// <param name="diagnostics">Takes the findings, and holds those to be shown.</param>
    /// <param name="keepsCriteria">
    /// False to keep points of sections and totals only, which is what rankings and targets take; units then have no nodes.
    /// </param>
    /// <param name="progress">Told which share of the units is scored, 0 to 1; null if nobody asks.</param>
    /// <param name="cancellation">Stops the work between blocks of units.</param>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static Result Of(
        RuleSet ruleSet, Dataset data, DiagnosticBag diagnostics, bool keepsCriteria = true, IProgress<decimal>? progress = null,
        CancellationToken cancellation = default) => Of(Evaluation.Of(ruleSet, data, diagnostics, keepsCriteria, progress, cancellation), diagnostics);

    internal static Result Of(Evaluation evaluation, DiagnosticBag findings, Language? language = null) =>
        new ResultMaker(evaluation, findings, language ?? evaluation.RuleSet.Language).Make();

    /// <summary>The same result with its words in another language, as far as it can still be had: not of one that was read back.</summary>
    public Result In(Language language) => Maker is null || language == Language ? this : Maker.In(language);

    /// <summary>A unit by its code, also one that only counts in targets (not of a result that was read back); null if there is none.</summary>
    public ResultUnit? Find(string code) => Maker is { } maker ? maker.Find(code) : Units.FirstOrDefault(unit => unit.Code == code);

    /// <summary>Final points of a unit; null where they do not apply, or are not kept.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="node">Position of the section or criterion in the rule set.</param>
    public decimal? PointsOf(ResultUnit unit, int node)
    {
        ArgumentNullException.ThrowIfNull(unit);
        return Maker is { } maker ? maker.PointsOf(unit.Index, node)
            : unit.Nodes.IsEmpty || unit.Nodes[node] is { State: CellState.NotApplicable, Counts: false } ? null : unit.Nodes[node].Points;
    }

    /// <summary>Final points of a unit and the most that it can get there; null where they are no value, or are not kept.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="node">Position of the section or criterion in the rule set.</param>
    public (decimal Points, decimal Max)? PartOf(ResultUnit unit, int node)
    {
        ArgumentNullException.ThrowIfNull(unit);
        return Maker is { } maker ? maker.PartOf(unit.Index, node)
            : !unit.Nodes.IsEmpty && unit.Nodes[node] is { State: CellState.Value, ApplicableMax: > 0 } part ? (part.Points, part.ApplicableMax) : null;
    }

    /// <summary>Label of a unit's kind.</summary>
    public string KindOf(ResultUnit unit)
    {
        ArgumentNullException.ThrowIfNull(unit);
        return RuleSet.UnitKinds.FirstOrDefault(kind => kind.Id == unit.Kind)?.Label ?? unit.Kind;
    }

    /// <summary>Label of a unit's group; empty if it has none.</summary>
    public string GroupOf(ResultUnit unit)
    {
        ArgumentNullException.ThrowIfNull(unit);
        return RuleSet.GroupName(unit.Group);
    }

    /// <summary>The units of a group, in ranking order.</summary>
    public IEnumerable<ResultUnit> UnitsOf(ResultGroup group)
    {
        ArgumentNullException.ThrowIfNull(group);
        return Enumerable.Range(group.First, group.Count).Select(rank => Units[rank]);
    }

    /// <summary>How many units of a group have a rating, or what stands in place of one.</summary>
    public int CountOf(ResultGroup group, string outcome) => UnitsOf(group).Count(unit => unit.RatingName == outcome);

    /// <summary>Position of a unit's rating, 0 for the highest; -1 if it has none.</summary>
    public int RatingOf(ResultUnit unit)
    {
        ArgumentNullException.ThrowIfNull(unit);
        int rating = RuleSet.Ratings.Length - 1;
        while (rating >= 0 && RuleSet.Ratings[rating].Id != unit.Rating)
            rating--;
        return rating;
    }

    /// <summary>Names of the ratings, from the highest down, and of what stands in place of one.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Outcomes =>
        [.. RuleSet.Ratings.Select(rating => rating.Name), .. Units.Where(unit => unit.Rating is null).Select(unit => unit.RatingName).Distinct()];

    /// <summary>The average score of units that all have one, on the full scale; exact.</summary>
    public static decimal AverageOf(IReadOnlyCollection<ResultUnit> units)
    {
        ArgumentNullException.ThrowIfNull(units);
        return units.Sum(unit => unit.ComparableScore!.Value) / units.Count;
    }

    private IEnumerable<SelfAssessment> SelfAssessmentsOf(ResultUnit unit) => RuleSet.Nodes.Zip(unit.Nodes).Where(node => node.Second.Self is not null)
        .Select(node => new SelfAssessment(unit.Code, unit.Name, node.First.Id, node.First.Sign * node.Second.Self!.Value, node.Second.Source!.Value,
            node.Second.Final, node.Second.Appraised is null ? "" : node.Second.Grounds, node.Second.Evidence ?? ""));

    /// <summary>The units with a score, in ranking order.</summary>
    [JsonIgnore]
    public IEnumerable<ResultUnit> Scored => Units.Where(unit => unit.HasScore);
}
