using System.ComponentModel;
using DanVan.Scoring.Json;

namespace DanVan.Scoring.Rules.Documents;

/// <summary>A target.</summary>
public sealed record TargetDocument
{
    /// <summary>Id.</summary>
    [Description("Id.")]
    public required string Id { get; init; }

    /// <summary>Title.</summary>
    [Description("What is to be reached, for people. Default: the id.")]
    public string? Title { get; init; }

    /// <summary>Clause.</summary>
    [Description("The clause that sets it.")]
    public string? Clause { get; init; }

    /// <summary>Which units count.</summary>
    [Description("Expression (outcomes scope, yes/no): which units count. Default: all.")]
    public ExpressionText? Among { get; init; }

    /// <summary>Share of units.</summary>
    [Description("Expression (outcomes scope, yes/no): the target is measured as the share of units for which it holds.")]
    public ExpressionText? Share { get; init; }

    /// <summary>Pooled numerator.</summary>
    [Description("Expression (outcomes scope, number): numerator; summed over the units. Goes with whole.")]
    public ExpressionText? Part { get; init; }

    /// <summary>Pooled denominator.</summary>
    [Description("Expression (outcomes scope, number): denominator; summed over the units. Goes with part.")]
    public ExpressionText? Whole { get; init; }

    /// <summary>Floor, inclusive.</summary>
    [Description("Expression of fixed values: the share to be reached, inclusive, such as \"60%\" or a parameter.")]
    public ExpressionText? AtLeast { get; init; }

    /// <summary>Ceiling, inclusive.</summary>
    [Description("Expression of fixed values: the share not to be passed, inclusive.")]
    public ExpressionText? AtMost { get; init; }

    /// <summary>True for a target to strive for.</summary>
    [Description("True for a target to strive for (chỉ tiêu phấn đấu).")]
    public bool? Stretch { get; init; }

    /// <summary>What units without figures do.</summary>
    [Description("Units without the figures: notMet (default; they stay in the denominator and count as not met) or leftOut.")]
    public TargetMissingRule? Missing { get; init; }
}
