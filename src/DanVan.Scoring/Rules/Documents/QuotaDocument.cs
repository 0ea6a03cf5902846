using System.ComponentModel;
using DanVan.Scoring.Json;

namespace DanVan.Scoring.Rules.Documents;

/// <summary>A quota: a ceiling on how many may hold a rating.</summary>
public sealed record QuotaDocument
{
    /// <summary>Id.</summary>
    [Description("Id, by which a rule set that extends this one can name it.")]
    public string? Id { get; init; }

    /// <summary>Title.</summary>
    [Description("What it is, for people; given as the reason. Default: made of its figures.")]
    public string? Title { get; init; }

    /// <summary>The rating.</summary>
    [Description("Id of the rating that only so many may hold.")]
    public required string Rating { get; init; }

    /// <summary>The ceiling.</summary>
    [Description("Expression of fixed values: at most this share of the base, 0 to 1, such as \"20%\".")]
    public required ExpressionText AtMost { get; init; }

    /// <summary>The base.</summary>
    [Description("The base: ids of the ratings whose holders are counted. Default: all units with a score.")]
    public IReadOnlyList<string>? Of { get; init; }

    /// <summary>The scope.</summary>
    [Description("Counted apart for each group, kind and/or parent; [] counts all units together.")]
    public required IReadOnlyList<RankingKey> Within { get; init; }

    /// <summary>Rounding.</summary>
    [Description("How share × base becomes a count: down (default), nearest (half up), up.")]
    public QuotaRounding? Rounding { get; init; }

    /// <summary>Ties at the cut.</summary>
    [Description("Units equal at the cut: keep (all of them keep the rating, default), drop (none of them does).")]
    public QuotaTies? Ties { get; init; }

    /// <summary>Where the displaced go.</summary>
    [Description("Id of the lower rating that the displaced get. Default: the next lower one.")]
    public string? DisplacedTo { get; init; }

    /// <summary>Who is exempt.</summary>
    [Description("Expression (points scope, yes/no): units that keep the rating and take no place of the quota. Default: none.")]
    public ExpressionText? Except { get; init; }

    /// <summary>Clause.</summary>
    [Description("The clause that states it.")]
    public string? Clause { get; init; }

    /// <summary>True if no source states it.</summary>
    [Description("True if no source states it.")]
    public bool? Assumed { get; init; }
}
