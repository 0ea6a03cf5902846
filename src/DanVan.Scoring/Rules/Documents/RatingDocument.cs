using System.ComponentModel;
using DanVan.Scoring.Json;

namespace DanVan.Scoring.Rules.Documents;

/// <summary>A rating.</summary>
public sealed record RatingDocument
{
    /// <summary>Id.</summary>
    [Description("Id, used in expressions and files.")]
    public required string Id { get; init; }

    /// <summary>Name.</summary>
    [Description("Name, for people.")]
    public required string Name { get; init; }

    /// <summary>Lower edge, inclusive.</summary>
    [Description("Lower edge, inclusive, on the scale; the last rating has none.")]
    public decimal? From { get; init; }

    /// <summary>Clause.</summary>
    [Description("The clause that states it.")]
    public string? Clause { get; init; }

    /// <summary>True if no source states the edge.</summary>
    [Description("True if no source states the edge.")]
    public bool? Assumed { get; init; }
}

/// <summary>A gate.</summary>
public sealed record GateDocument
{
    /// <summary>Id.</summary>
    [Description("Id, by which a rule set that extends this one can name it.")]
    public string? Id { get; init; }

    /// <summary>Title.</summary>
    [Description("What it is, for people; given as the reason. Default: the text of when.")]
    public string? Title { get; init; }

    /// <summary>Condition.</summary>
    [Description("Expression (points scope, yes/no): when it takes effect.")]
    public required ExpressionText When { get; init; }

    /// <summary>Effect.</summary>
    [Description("Effect: cap (at most the rating in at), dropOne, lowest, notRateable.")]
    public required GateEffect Effect { get; init; }

    /// <summary>For a cap: id of the highest rating left.</summary>
    [Description("For cap: id of the highest rating left.")]
    public string? At { get; init; }

    /// <summary>Clause.</summary>
    [Description("The clause that states it.")]
    public string? Clause { get; init; }

    /// <summary>True if no source states it.</summary>
    [Description("True if no source states it.")]
    public bool? Assumed { get; init; }
}
