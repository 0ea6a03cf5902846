using DanVan.Scoring.Diagnostics;
using DanVan.Scoring.Expressions;

namespace DanVan.Scoring.Rules;

/// <summary>
/// A quota (tỷ lệ khống chế): a ceiling on how many may hold a rating. It changes ratings, never points or ranks. Not to
/// be confused with a target that asks for at least so many: that is a floor and changes nothing.
/// </summary>
public sealed record Quota
{
    /// <summary>Id; null if the file does not give one.</summary>
    public string? Id { get; init; }

    /// <summary>What it is, for people.</summary>
    public required string Title { get; init; }

    /// <summary>The rating that only so many may hold.</summary>
    public required RatingBand Rating { get; init; }

    /// <summary>Share of the base, 0 to 1.</summary>
    public required decimal AtMost { get; init; }

    /// <summary>Ratings whose holders are the base; empty for all units with a score.</summary>
    public ImmutableArray<RatingBand> Of { get; init; } = [];

    /// <summary>Counted apart for units that differ in one of these; empty for all together.</summary>
    public ImmutableArray<RankingKey> Within { get; init; } = [];

    /// <summary>How share × base becomes a count.</summary>
    public QuotaRounding Rounding { get; init; }

    /// <summary>What happens to units that are equal at the cut.</summary>
    public QuotaTies Ties { get; init; }

    /// <summary>The rating that the displaced get.</summary>
    public required RatingBand DisplacedTo { get; init; }

    /// <summary>Units that keep the rating and take no place; null for none.</summary>
    public Expression? Except { get; init; }

    /// <summary>The clause that states it; null if the file does not say.</summary>
    public string? Clause { get; init; }

    /// <summary>True if no source states it.</summary>
    public bool IsAssumed { get; init; }

    /// <summary>Where it stands in the file.</summary>
    public required Place Place { get; init; }

    /// <summary>How many of so many may hold the rating.</summary>
    /// <param name="baseCount">Units in the base.</param>
    public int LimitOf(int baseCount)
    {
        decimal exact = Values.Rounding.ForComparison(AtMost * baseCount);
        return (int)(Rounding switch
        {
            QuotaRounding.Down => Math.Floor(exact),
            QuotaRounding.Up => Math.Ceiling(exact),
            _ => Math.Floor(exact + 0.5m),
        });
    }
}

/// <summary>How a share of a count becomes a count.</summary>
public enum QuotaRounding
{
    /// <summary>Down.</summary>
    Down,

    /// <summary>To the nearest, half up.</summary>
    Nearest,

    /// <summary>Up.</summary>
    Up,
}

/// <summary>What happens to units that are equal at the cut.</summary>
public enum QuotaTies
{
    /// <summary>All of them keep the rating, even if the quota is passed by that.</summary>
    Keep,

    /// <summary>None of them keeps it, even if the quota is not filled.</summary>
    Drop,
}
