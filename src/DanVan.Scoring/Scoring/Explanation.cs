using System.Collections.Immutable;
using DanVan.Scoring.Data;
using DanVan.Scoring.Rules;
using DanVan.Scoring.Scoring.Kernels;
using DanVan.Scoring.Values;

namespace DanVan.Scoring.Scoring;

/// <summary>How the score and rating of one unit came about.</summary>
public sealed record Explanation
{
    /// <summary>The unit.</summary>
    public required Unit Unit { get; init; }

    /// <summary>Whether it has a score, and if not, why.</summary>
    public required ScoreState State { get; init; }

    /// <summary>Every node of the score tree, in its order.</summary>
    public required ImmutableArray<NodeExplanation> Nodes { get; init; }

    /// <summary>How the total is made of the points, a line a step; empty without a score.</summary>
    public required ImmutableArray<string> TotalSteps { get; init; }

    /// <summary>The band the score falls in and the gates with their reason, a line each; empty without a score.</summary>
    public required ImmutableArray<string> RatingSteps { get; init; }
}

/// <summary>How the points of one node came about.</summary>
public sealed record NodeExplanation
{
    /// <summary>The node.</summary>
    public required ScoreNode Node { get; init; }

    /// <summary>Final points; of a deduction 0 or less.</summary>
    public required decimal Points { get; init; }

    /// <summary>What the final points are.</summary>
    public required CellState State { get; init; }

    /// <summary>The most the unit can get here.</summary>
    public required decimal ApplicableMax { get; init; }

    /// <summary>Which figure decided; of a node with parts only whether it is full points.</summary>
    public FigureSource Source { get; init; }

    /// <summary>Computed points; null if there are none.</summary>
    public decimal? Computed { get; init; }

    /// <summary>The unit's own points; null if there are none.</summary>
    public SelfPoints? Self { get; init; }

    /// <summary>The panel's points; null if there are none.</summary>
    public AppraisedPoints? Appraised { get; init; }

    /// <summary>The exemption; null if there is none.</summary>
    public Exemption? Exemption { get; init; }

    /// <summary>The arithmetic of the computed points; null for a node with parts, or one that does not apply.</summary>
    public NodeTrace? Trace { get; init; }
}

/// <summary>How the computed points of a criterion came about for one unit.</summary>
/// <param name="Steps">The arithmetic, a line a step, with the unit's values in place of names.</param>
/// <param name="Inputs">What was read.</param>
/// <param name="Result">The points, without sign; null if there are none.</param>
public sealed record NodeTrace(ImmutableArray<string> Steps, ImmutableArray<InputRead> Inputs, decimal? Result);
