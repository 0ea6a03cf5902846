using System.Collections.Immutable;
using DanVan.Scoring.Data;

namespace DanVan.Scoring.Engine;

/// <summary>How the computed points of a criterion came about for one unit.</summary>
public sealed record Trace
{
    /// <summary>The arithmetic, a line a step, with the unit's values in place of names.</summary>
    public required ImmutableArray<string> Steps { get; init; }

    /// <summary>What was read.</summary>
    public required ImmutableArray<TraceInput> Inputs { get; init; }

    /// <summary>The points that the last step gives, rounded to nine decimals and without sign; null if there are none.</summary>
    public required decimal? Result { get; init; }
}

/// <summary>Something that was read.</summary>
public sealed record TraceInput
{
    /// <summary>The name in the expression.</summary>
    public required string Name { get; init; }

    /// <summary>What it is, for people.</summary>
    public required string Label { get; init; }

    /// <summary>What was found.</summary>
    public required CellState State { get; init; }

    /// <summary>The value in words; "missing" and the like if there is none.</summary>
    public required string Value { get; init; }

    /// <summary>Where it stands, in words; the clause for a parameter; null if there is no such place.</summary>
    public string? Source { get; init; }

    /// <summary>The value before the appraisal replaced it, with who and why, in words; null if it was not replaced.</summary>
    public string? Correction { get; init; }
}
