using DanVan.Scoring.Diagnostics;

namespace DanVan.Scoring.Data;

/// <summary>Whoever gets a score, or counts in a target.</summary>
public sealed record Unit
{
    /// <summary>0-based position in the dataset; units are sorted by code (ordinal).</summary>
    public required int Index { get; init; }

    /// <summary>Stable code; unique.</summary>
    public required string Code { get; init; }

    /// <summary>Full name.</summary>
    public required string Name { get; init; }

    /// <summary>Id of the kind of unit.</summary>
    public required string Kind { get; init; }

    /// <summary>Id of the group; null if it has none.</summary>
    public string? Group { get; init; }

    /// <summary>Code of the parent unit; null if it has none.</summary>
    public string? Parent { get; init; }

    /// <summary>Codes of the units of before that it continues, if it was merged or renamed; empty if it is as it was.</summary>
    public ImmutableArray<string> Predecessors { get; init; } = [];

    /// <summary>Where the unit stands in the list of units.</summary>
    public required Place Place { get; init; }
}
