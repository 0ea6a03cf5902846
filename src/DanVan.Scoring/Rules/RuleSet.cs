using DanVan.Scoring.Diagnostics;
using DanVan.Scoring.Expressions;

namespace DanVan.Scoring.Rules;

/// <summary>A checked rule set: the only form that is ever evaluated. Immutable; safe to share between threads.</summary>
public sealed record RuleSet
{
    /// <summary>Largest maximum of a node, and largest scale: sums of billionths then fit 64 bits.</summary>
    internal const decimal MostPoints = 1_000_000;

    /// <summary>The file it was read from, as the user named it.</summary>
    public required string File { get; init; }

    /// <summary>Id.</summary>
    public required string Id { get; init; }

    /// <summary>Version of the file.</summary>
    public required string Version { get; init; }

    /// <summary>The scoring period: a calendar year.</summary>
    public required int Period { get; init; }

    /// <summary>Language of the result files.</summary>
    public required Language Language { get; init; }

    /// <summary>Title.</summary>
    public required string Title { get; init; }

    /// <summary>Who issued the plan or decision; null if the file does not say.</summary>
    public string? Issuer { get; init; }

    /// <summary>Who receives the report; null if the file does not say.</summary>
    public string? Recipient { get; init; }

    /// <summary>First day on which the rules hold; null if the file does not say.</summary>
    public DateOnly? EffectiveFrom { get; init; }

    /// <summary>Id of the rule set it replaces; null if there is none.</summary>
    public string? Replaces { get; init; }

    /// <summary>Id of the rule set that this one is written as changes over; null if it stands alone.</summary>
    public string? Extends { get; init; }

    /// <summary>Legal documents: short name and full title.</summary>
    public required ImmutableArray<Choice> Basis { get; init; }

    /// <summary>Named figures, in the order of the file.</summary>
    public required ImmutableArray<Parameter> Parameters { get; init; }

    /// <summary>Kinds of units.</summary>
    public required ImmutableArray<Choice> UnitKinds { get; init; }

    /// <summary>Groups of units.</summary>
    public required ImmutableArray<Choice> Groups { get; init; }

    /// <summary>Which units are scored; null for all.</summary>
    public Expression? ScoredUnits { get; init; }

    /// <summary>The columns of a dataset, in the order of the file.</summary>
    public required ImmutableArray<Field> Fields { get; init; }

    /// <summary>Tables of records.</summary>
    public ImmutableArray<RecordTable> Tables { get; init; } = [];

    /// <summary>
    /// All sections, criteria, bonuses and deductions. A parent stands before its children; bonuses and deductions stand
    /// behind the sections. <see cref="ScoreNode.Index"/> is the position here.
    /// </summary>
    public required ImmutableArray<ScoreNode> Nodes { get; init; }

    /// <summary>How the total is made.</summary>
    public required TotalRule Total { get; init; }

    /// <summary>Ratings from the highest down.</summary>
    public required ImmutableArray<RatingBand> Ratings { get; init; }

    /// <summary>Gates in the order in which they are applied.</summary>
    public required ImmutableArray<Gate> Gates { get; init; }

    /// <summary>Quotas in the order in which they are applied.</summary>
    public ImmutableArray<Quota> Quotas { get; init; } = [];

    /// <summary>How units are ranked.</summary>
    public required RankingRule Ranking { get; init; }

    /// <summary>Targets, in the order of the file.</summary>
    public required ImmutableArray<Target> Targets { get; init; }

    /// <summary>What no source states and is assumed, in the file's words.</summary>
    public required ImmutableArray<string> Assumptions { get; init; }

    /// <summary>Every expression that bears on points, ratings, ranks or targets.</summary>
    public IEnumerable<Expression> Expressions => new[] { ScoredUnits }
        .Concat(Nodes.Select(node => node.AppliesTo))
        .Concat(Leaves.SelectMany(leaf => leaf.Manner!.Expressions))
        .Concat(Gates.Select(gate => gate.When))
        .Concat(Quotas.Select(quota => quota.Except))
        .Concat(Ranking.TieBreak)
        .Concat(Targets.SelectMany(target => target.Expressions))
        .OfType<Expression>();

    /// <summary>A node and those above it, upwards.</summary>
    internal IEnumerable<ScoreNode> PathOf(ScoreNode node)
    {
        for (ScoreNode? at = node; at is not null; at = at.Parent < 0 ? null : Nodes[at.Parent])
            yield return at;
    }

    /// <summary>Indexes of the fields that must be there to evaluate expressions: those that they read, and those that set limits to these.</summary>
    internal IReadOnlySet<int> FieldsNeeded(IEnumerable<Expression> expressions) => WithLimits(expressions.SelectMany(expression => expression.FieldsRead));

    /// <summary>Indexes of fields, of those that set limits to them, and so on.</summary>
    internal IReadOnlySet<int> WithLimits(IEnumerable<int> fields)
    {
        var all = new HashSet<int>();
        var open = new Stack<int>(fields);
        while (open.TryPop(out int field))
            if (all.Add(field))
                foreach (int read in Fields[field].Limits.SelectMany(limit => limit.FieldsRead))
                    open.Push(read);
        return all;
    }

    /// <summary>The sections.</summary>
    public IEnumerable<ScoreNode> Sections => Nodes.Where(node => node.Role == NodeRole.Section);

    /// <summary>The nodes that have a manner.</summary>
    public IEnumerable<ScoreNode> Leaves => Nodes.Where(node => node.Manner is not null);
}

/// <summary>An id with what it means.</summary>
/// <param name="Id">Id.</param>
/// <param name="Label">What it means, for people.</param>
public sealed record Choice(string Id, string Label);

/// <summary>A named figure of a rule set.</summary>
public sealed record Parameter
{
    /// <summary>Name.</summary>
    public required string Id { get; init; }

    /// <summary>The value: <see cref="decimal"/> (60 % is 0.6), <see cref="DateOnly"/>, <see cref="bool"/> or <see cref="string"/>.</summary>
    public required object Value { get; init; }

    /// <summary>True if the number was written with a percent sign.</summary>
    public bool IsPercent { get; init; }

    /// <summary>True for a date written without year, such as <c>09-30</c>: it falls in the year of the period.</summary>
    public bool IsYearly { get; init; }

    /// <summary>For a deadline: true if the day itself is on time, false if the day before is the last; null if not said.</summary>
    public bool? Inclusive { get; init; }

    /// <summary>What it is; null if the file does not say.</summary>
    public string? Label { get; init; }

    /// <summary>The clause that states it; null if the file does not say.</summary>
    public string? Clause { get; init; }

    /// <summary>True if no source states it.</summary>
    public bool IsAssumed { get; init; }

    /// <summary>The last day on time; null if this is not a deadline.</summary>
    public DateOnly? LastDayOnTime => Value is DateOnly day && Inclusive is { } inclusive ? (inclusive ? day : day.AddDays(-1)) : null;
}

/// <summary>A rating (xếp loại).</summary>
/// <param name="Index">0 is the highest.</param>
/// <param name="Id">Id.</param>
/// <param name="Name">Name, for people.</param>
/// <param name="From">Lower edge, inclusive, on the scale; null for the lowest.</param>
/// <param name="Clause">The clause that states it.</param>
/// <param name="IsAssumed">True if no source states the edge.</param>
/// <param name="Place">Where it stands in the file.</param>
public sealed record RatingBand(int Index, string Id, string Name, decimal? From, string? Clause, bool IsAssumed, Place Place);
