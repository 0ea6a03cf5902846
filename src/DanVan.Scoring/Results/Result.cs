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
    public IReadOnlyList<SelfAssessment> SelfAssessments => Maker?.SelfAssessments ?? [.. Units.SelectMany(SelfAssessmentsOf).Concat(OtherSelfAssessments)
        .OrderBy(own => own.Code, StringComparer.Ordinal)];

    /// <summary>True if it is known how any unit came out in the last period.</summary>
    [JsonIgnore]
    public bool HasPrevious => Maker?.HasPrevious ?? Units.Any(unit => unit.Previous is not null);

    /// <summary>The groups of the ranking, each in one piece of it.</summary>
    [JsonIgnore]
    public IReadOnlyList<ResultGroup> RankedGroups => Maker?.Groups
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

/// <summary>The rules as far as results show them.</summary>
public sealed record ResultRules
{
    /// <summary>Id.</summary>
    public required string Id { get; init; }

    /// <summary>Version.</summary>
    public required string Version { get; init; }

    /// <summary>The scoring period (a year).</summary>
    public required int Period { get; init; }

    /// <summary>Language: <c>vi</c> or <c>en</c>.</summary>
    public required string Language { get; init; }

    /// <summary>Title.</summary>
    public required string Title { get; init; }

    /// <summary>Who issued the plan; null if the rule set does not say.</summary>
    public string? Issuer { get; init; }

    /// <summary>Who gets the report; null if the rule set does not say.</summary>
    public string? Recipient { get; init; }

    /// <summary>The full scale.</summary>
    public required decimal Scale { get; init; }

    /// <summary>Decimals shown.</summary>
    public required int Digits { get; init; }

    /// <summary>What criteria that do not apply do to the total.</summary>
    public required NotApplicableRule NotApplicable { get; init; }

    /// <summary>The documents it rests on.</summary>
    public ImmutableArray<Choice> Basis { get; init; } = [];

    /// <summary>Kinds of units.</summary>
    public ImmutableArray<Choice> UnitKinds { get; init; } = [];

    /// <summary>Groups.</summary>
    public ImmutableArray<Choice> Groups { get; init; } = [];

    /// <summary>Ratings, from the highest down.</summary>
    public ImmutableArray<ResultRating> Ratings { get; init; } = [];

    /// <summary>Sections, criteria, bonuses and deductions.</summary>
    public ImmutableArray<ResultCriterion> Nodes { get; init; } = [];

    /// <summary>What is assumed.</summary>
    public ImmutableArray<string> Assumptions { get; init; } = [];

    internal string GroupName(string? group) => group is null ? "" : Groups.FirstOrDefault(candidate => candidate.Id == group)?.Label ?? group;

    internal static ResultRules Of(RuleSet ruleSet, Language language) => new()
    {
        Id = ruleSet.Id,
        Version = ruleSet.Version,
        Period = ruleSet.Period,
        Language = language == Values.Language.Vietnamese ? "vi" : "en",
        Title = ruleSet.Title,
        Issuer = ruleSet.Issuer,
        Recipient = ruleSet.Recipient,
        Scale = ruleSet.Total.Scale,
        Digits = ruleSet.Total.Digits,
        NotApplicable = ruleSet.Total.NotApplicable,
        Basis = ruleSet.Basis,
        UnitKinds = ruleSet.UnitKinds,
        Groups = ruleSet.Groups,
        Ratings = [.. ruleSet.Ratings.Select(band => new ResultRating(band.Id, band.Name, band.From))],
        Nodes = [.. ruleSet.Nodes.Select(node => new ResultCriterion
        {
            Id = node.Id,
            Title = node.Title,
            Clause = node.Clause,
            Role = node.Role,
            Parent = node.Parent < 0 ? null : ruleSet.Nodes[node.Parent].Id,
            MaxPoints = node.MaxPoints,
            BeyondScale = node.GoesBeyondScale,
            Assumed = node.IsAssumed,
            Manner = node.Manner?.Type,
        })],
        Assumptions = ruleSet.Assumptions,
    };

    /// <summary>The sections: what the scale is made of.</summary>
    [JsonIgnore]
    public IEnumerable<ResultCriterion> Sections => Nodes.Where(node => node is { Parent: null, Role: NodeRole.Section or NodeRole.Criterion });
}

/// <summary>A rating.</summary>
/// <param name="Id">Id.</param>
/// <param name="Name">Name.</param>
/// <param name="From">Lower edge, inclusive; null for the lowest.</param>
public sealed record ResultRating(string Id, string Name, decimal? From = null);

/// <summary>A section, criterion, bonus or deduction.</summary>
public sealed record ResultCriterion
{
    /// <summary>Id.</summary>
    public required string Id { get; init; }

    /// <summary>Title.</summary>
    public required string Title { get; init; }

    /// <summary>The clause that asks for it; null if the rule set does not say.</summary>
    public string? Clause { get; init; }

    /// <summary>What it is.</summary>
    public required NodeRole Role { get; init; }

    /// <summary>Id of what it is a part of; null at the top.</summary>
    public string? Parent { get; init; }

    /// <summary>Most points; of a deduction, the most that is taken off.</summary>
    public required decimal MaxPoints { get; init; }

    /// <summary>True for a bonus that may lift the total above the scale.</summary>
    public bool BeyondScale { get; init; }

    /// <summary>True if no source states its points.</summary>
    public bool Assumed { get; init; }

    /// <summary>The manner in which points come about; null for a node with parts.</summary>
    public string? Manner { get; init; }

    /// <summary>-1 for a deduction, whose points are given without sign, else 1.</summary>
    [JsonIgnore]
    public decimal Sign => Role == NodeRole.Deduction ? -1 : 1;
}

/// <summary>A section or criterion over all units with a score to which it applies and that have points for it.</summary>
/// <param name="Id">Id.</param>
/// <param name="Units">How many units these are.</param>
/// <param name="Points">Sum of their points.</param>
/// <param name="MaxPoints">Sum of their maxima.</param>
/// <param name="Full">How many have all points.</param>
public sealed record ResultSummary(string Id, int Units, decimal Points, decimal MaxPoints, int Full)
{
    /// <summary>Points ÷ maxima; null if there are none.</summary>
    [JsonIgnore]
    public decimal? Share => MaxPoints == 0 ? null : Points / MaxPoints;

    /// <summary>What is missing to the maxima.</summary>
    [JsonIgnore]
    public decimal Lost => MaxPoints - Points;
}

/// <summary>What came of a target.</summary>
public sealed record ResultTarget
{
    /// <summary>Id.</summary>
    public required string Id { get; init; }

    /// <summary>Title.</summary>
    public required string Title { get; init; }

    /// <summary>The clause that states it; null if the rule set does not say.</summary>
    public string? Clause { get; init; }

    /// <summary>True if it is to be striven for.</summary>
    public bool Stretch { get; init; }

    /// <summary>True if it is a ceiling.</summary>
    public bool Ceiling { get; init; }

    /// <summary>Share required.</summary>
    public required decimal Required { get; init; }

    /// <summary>Units for which it holds, or the sum of parts.</summary>
    public required decimal Numerator { get; init; }

    /// <summary>Units that count, or the sum of wholes.</summary>
    public required decimal Denominator { get; init; }

    /// <summary>Numerator ÷ denominator; null if the denominator is 0.</summary>
    public decimal? Achieved { get; init; }

    /// <summary>Share reached in the last period; null if that is not known.</summary>
    public decimal? Last { get; init; }

    /// <summary>Whether it was reached.</summary>
    public required TargetVerdict Verdict { get; init; }

    /// <summary>Units that it is about.</summary>
    public int Population { get; init; }

    /// <summary>Codes of the units that do not hold to it.</summary>
    public IReadOnlyList<string> FailingUnits { get; init; } = [];

    /// <summary>Codes of the units without figures.</summary>
    public IReadOnlyList<string> UnitsWithoutFigures { get; init; } = [];
}

/// <summary>A finding, in the language of the result.</summary>
public sealed record ResultFinding
{
    /// <summary>Its code.</summary>
    public required string Code { get; init; }

    /// <summary>How much it weighs.</summary>
    public required Severity Severity { get; init; }

    /// <summary>Where it is.</summary>
    public required string Place { get; init; }

    /// <summary>Code of the unit; null if it is not about one unit.</summary>
    public string? Unit { get; init; }

    /// <summary>What is wrong.</summary>
    public required string Message { get; init; }

    /// <summary>What to do; null if there is nothing to add.</summary>
    public string? Hint { get; init; }
}

/// <summary>A group in the ranking.</summary>
/// <param name="Name">Its label; empty for units without group.</param>
/// <param name="First">Position in the ranking of its first unit.</param>
public sealed record ResultGroup(string Name, int First)
{
    private int[] _ratings = [];

    /// <summary>How many units it has.</summary>
    public int Count { get; private set; }

    /// <summary>How many of them have each rating, the highest first; last, how many have none.</summary>
    public IReadOnlyList<int> Ratings => _ratings;

    internal static List<ResultGroup> Of(int units, Func<int, string?> groupAt, Func<int, int> ratingAt, ResultRules rules)
    {
        var groups = new List<ResultGroup>();
        string? last = null;
        for (int rank = 0; rank < units; rank++)
        {
            string? id = groupAt(rank);
            if (rank == 0 || id != last)
                groups.Add(new ResultGroup(rules.GroupName(id), rank) { _ratings = new int[rules.Ratings.Length + 1] });
            last = id;
            groups[^1].Count++;
            groups[^1]._ratings[ratingAt(rank) is >= 0 and var rating ? rating : rules.Ratings.Length]++;
        }
        return groups;
    }
}
