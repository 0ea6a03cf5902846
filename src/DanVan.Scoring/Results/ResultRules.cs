using System.Text.Json.Serialization;
using DanVan.Scoring.Rules;

namespace DanVan.Scoring.Results;

/// <summary>The rules as far as results show them.</summary>
public sealed record ResultRules
{
    /// <summary>Id.</summary>
    public required string Id { get; init; }

    /// <summary>Version.</summary>
    public required string Version { get; init; }

    /// <summary>The scoring period (a year).</summary>
    public required int Period { get; init; }

    /// <summary>Language: <c>vi</c> or <c>en</c>.</summary>
    public required string Language { get; init; }

    /// <summary>Title.</summary>
    public required string Title { get; init; }

    /// <summary>Who issued the plan; null if the rule set does not say.</summary>
    public string? Issuer { get; init; }

    /// <summary>Who gets the report; null if the rule set does not say.</summary>
    public string? Recipient { get; init; }

    /// <summary>The full scale.</summary>
    public required decimal Scale { get; init; }

    /// <summary>Decimals shown.</summary>
    public required int Digits { get; init; }

    /// <summary>What criteria that do not apply do to the total.</summary>
    public required NotApplicableRule NotApplicable { get; init; }

    /// <summary>The documents it rests on.</summary>
    public ImmutableArray<Choice> Basis { get; init; } = [];

    /// <summary>Kinds of units.</summary>
    public ImmutableArray<Choice> UnitKinds { get; init; } = [];

    /// <summary>Groups.</summary>
    public ImmutableArray<Choice> Groups { get; init; } = [];

    /// <summary>Ratings, from the highest down.</summary>
    public ImmutableArray<ResultRating> Ratings { get; init; } = [];

    /// <summary>Sections, criteria, bonuses and deductions.</summary>
    public ImmutableArray<ResultCriterion> Nodes { get; init; } = [];

    /// <summary>What is assumed.</summary>
    public ImmutableArray<string> Assumptions { get; init; } = [];

    internal string GroupName(string? group) => group is null ? "" : Groups.FirstOrDefault(candidate => candidate.Id == group)?.Label ?? group;

    internal static ResultRules Of(RuleSet ruleSet, Language language) => new()
    {
        Id = ruleSet.Id,
        Version = ruleSet.Version,
        Period = ruleSet.Period,
        Language = language == Values.Language.Vietnamese ? "vi" : "en",
        Title = ruleSet.Title,
        Issuer = ruleSet.Issuer,
        Recipient = ruleSet.Recipient,
        Scale = ruleSet.Total.Scale,
        Digits = ruleSet.Total.Digits,
        NotApplicable = ruleSet.Total.NotApplicable,
        Basis = ruleSet.Basis,
        UnitKinds = ruleSet.UnitKinds,
        Groups = ruleSet.Groups,
        Ratings = [.. ruleSet.Ratings.Select(band => new ResultRating(band.Id, band.Name, band.From))],
        Nodes = [.. ruleSet.Nodes.Select(node => new ResultCriterion
        {
            Id = node.Id,
            Title = node.Title,
            Clause = node.Clause,
            Role = node.Role,
            Parent = node.Parent < 0 ? null : ruleSet.Nodes[node.Parent].Id,
            MaxPoints = node.MaxPoints,
            BeyondScale = node.GoesBeyondScale,
            Assumed = node.IsAssumed,
            Manner = node.Manner?.Type,
        })],
        Assumptions = ruleSet.Assumptions,
    };

    /// <summary>The sections: what the scale is made of.</summary>
    [JsonIgnore]
    public IEnumerable<ResultCriterion> Sections => Nodes.Where(node => node is { Parent: null, Role: NodeRole.Section or NodeRole.Criterion });
}

/// <summary>A rating.</summary>
/// <param name="Id">Id.</param>
/// <param name="Name">Name.</param>
/// <param name="From">Lower edge, inclusive; null for the lowest.</param>
public sealed record ResultRating(string Id, string Name, decimal? From = null);

/// <summary>A section, criterion, bonus or deduction.</summary>
public sealed record ResultCriterion
{
    /// <summary>Id.</summary>
    public required string Id { get; init; }

    /// <summary>Title.</summary>
    public required string Title { get; init; }

    /// <summary>The clause that asks for it; null if the rule set does not say.</summary>
    public string? Clause { get; init; }

    /// <summary>What it is.</summary>
    public required NodeRole Role { get; init; }

    /// <summary>Id of what it is a part of; null at the top.</summary>
    public string? Parent { get; init; }

    /// <summary>Most points; of a deduction, the most that is taken off.</summary>
    public required decimal MaxPoints { get; init; }

    /// <summary>True for a bonus that may lift the total above the scale.</summary>
    public bool BeyondScale { get; init; }

    /// <summary>True if no source states its points.</summary>
    public bool Assumed { get; init; }

    /// <summary>The manner in which points come about; null for a node with parts.</summary>
    public string? Manner { get; init; }

    /// <summary>-1 for a deduction, whose points are given without sign, else 1.</summary>
    [JsonIgnore]
    public decimal Sign => Role == NodeRole.Deduction ? -1 : 1;
}
