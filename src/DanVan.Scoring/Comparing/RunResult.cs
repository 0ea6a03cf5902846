using System.Collections.Immutable;
using DanVan.Scoring.Data;
using DanVan.Scoring.Diagnostics;

namespace DanVan.Scoring.Comparing;

/// <summary>What an earlier run gave, as its file holds it.</summary>
public sealed record RunResult
{
    /// <summary>Id of the rule set.</summary>
    public required string RuleSet { get; init; }

    /// <summary>Version of the rule set.</summary>
    public required string Version { get; init; }

    /// <summary>The scoring period (a year).</summary>
    public required int Period { get; init; }

    /// <summary>Language of the result.</summary>
    public required Language Language { get; init; }

    /// <summary>The full scale.</summary>
    public required decimal Scale { get; init; }

    /// <summary>Decimals shown.</summary>
    public required int Digits { get; init; }

    /// <summary>What every result repeats; null if there is nothing.</summary>
    public string? Note { get; init; }

    /// <summary>Names of the ratings by id, from the highest down.</summary>
    public required ImmutableArray<(string Id, string Name)> Ratings { get; init; }

    /// <summary>Labels of the groups by id.</summary>
    public required IReadOnlyDictionary<string, string> Groups { get; init; }

    /// <summary>Criteria with their titles and maxima, in the order of the rule set.</summary>
    public required ImmutableArray<RunCriterion> Criteria { get; init; }

    /// <summary>The units that were to be scored, in ranking order.</summary>
    public required ImmutableArray<RunUnit> Units { get; init; }

    /// <summary>The figures of all units, also of those that only count in targets.</summary>
    public required ImmutableArray<RunFigures> Figures { get; init; }
}

/// <summary>A criterion of an earlier run.</summary>
/// <param name="Id">Id.</param>
/// <param name="Title">Title.</param>
/// <param name="MaxPoints">Most points.</param>
/// <param name="IsLeaf">True if it has a manner of its own.</param>
public sealed record RunCriterion(string Id, string Title, decimal MaxPoints, bool IsLeaf);

/// <summary>A unit of an earlier run.</summary>
public sealed record RunUnit
{
    /// <summary>Code.</summary>
    public required string Code { get; init; }

    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>Id of the group; null if it has none.</summary>
    public string? Group { get; init; }

    /// <summary>Codes of its predecessors.</summary>
    public ImmutableArray<string> Predecessors { get; init; } = [];

    /// <summary>How it came out.</summary>
    public required PreviousOutcome Outcome { get; init; }

    /// <summary>How the rating came about, a line a step.</summary>
    public ImmutableArray<string> RatingSteps { get; init; } = [];

    /// <summary>Its points by criterion.</summary>
    public required IReadOnlyDictionary<string, RunPoints> Points { get; init; }
}

/// <summary>Points of a criterion in an earlier run.</summary>
/// <param name="Points">Final points; null if there are none.</param>
/// <param name="State">What the points are: value, missing, notApplicable, invalid.</param>
/// <param name="Appraised">The panel's points; null if there are none.</param>
/// <param name="Reason">Why the panel gave them, by whom; empty if there is nothing.</param>
/// <param name="Inputs">What was read, by name; empty beyond the first units of a large run.</param>
public sealed record RunPoints(decimal? Points, string State, decimal? Appraised, string Reason, IReadOnlyDictionary<string, string> Inputs);

/// <summary>The figures of a unit in an earlier run.</summary>
/// <param name="Code">Code of the unit.</param>
/// <param name="Values">Values by id of the field: number, yes or no, or text (dates as year-month-day). Blank ones are left out.</param>
/// <param name="NotApplicable">Fields marked as not applicable.</param>
public sealed record RunFigures(string Code, IReadOnlyDictionary<string, object> Values, IReadOnlySet<string> NotApplicable);
