using DanVan.Scoring.Diagnostics;
using DanVan.Scoring.Expressions;

namespace DanVan.Scoring.Rules;

/// <summary>
/// A figure that a plan sets for a population of units: a share of units, or pooled figures (sum over sum), to be at
/// least or at most a share. Both sides are compared after rounding to nine decimals; the edge itself meets it.
/// </summary>
public sealed record Target
{
    /// <summary>Id.</summary>
    public required string Id { get; init; }

    /// <summary>What is to be reached, for people.</summary>
    public required string Title { get; init; }

    /// <summary>The clause that sets it; null if the file does not say.</summary>
    public string? Clause { get; init; }

    /// <summary>Where it stands in the file.</summary>
    public required Place Place { get; init; }

    /// <summary>Which units count; null for all.</summary>
    public Expression? Among { get; init; }

    /// <summary>What is counted, for a share of units; null for pooled figures.</summary>
    public Expression? Share { get; init; }

    /// <summary>Numerator of pooled figures; null for a share of units.</summary>
    public Expression? Part { get; init; }

    /// <summary>Denominator of pooled figures; null for a share of units.</summary>
    public Expression? Whole { get; init; }

    /// <summary>The share required.</summary>
    public required decimal Required { get; init; }

    /// <summary>True if <see cref="Required"/> must not be passed; false if it is to be reached.</summary>
    public bool IsCeiling { get; init; }

    /// <summary>True for a target to strive for (chỉ tiêu phấn đấu).</summary>
    public bool IsStretch { get; init; }

    /// <summary>What units without the figures do.</summary>
    public TargetMissingRule Missing { get; init; }

    /// <summary>What it reads.</summary>
    public IEnumerable<Expression> Expressions => new[] { Among, Share, Part, Whole }.OfType<Expression>();
}

/// <summary>What units without figures do to a target.</summary>
public enum TargetMissingRule
{
    /// <summary>They stay in the denominator and do not count in the numerator.</summary>
    NotMet,

    /// <summary>They are left out of both.</summary>
    LeftOut,
}
