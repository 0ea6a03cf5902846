using DanVan.Scoring.Diagnostics;
using DanVan.Scoring.Expressions;

namespace DanVan.Scoring.Rules;

/// <summary>A condition that changes a rating, never the points.</summary>
/// <param name="Id">Id; null if the file does not give one.</param>
/// <param name="Title">What it is, for people.</param>
/// <param name="When">When it takes effect (points scope).</param>
/// <param name="Effect">What it does.</param>
/// <param name="At">For a cap, the highest rating left.</param>
/// <param name="Clause">The clause that states it.</param>
/// <param name="IsAssumed">True if no source states it.</param>
/// <param name="Place">Where it stands in the file.</param>
public sealed record Gate(string? Id, string Title, Expression When, GateEffect Effect, RatingBand? At, string? Clause, bool IsAssumed, Place Place);

/// <summary>What a gate does.</summary>
public enum GateEffect
{
    /// <summary>The rating is at most <c>at</c>.</summary>
    Cap,

    /// <summary>One rating lower.</summary>
    DropOne,

    /// <summary>The lowest rating.</summary>
    Lowest,

    /// <summary>The unit is not rated.</summary>
    NotRateable,
}
