using DanVan.Scoring.Diagnostics;
using DanVan.Scoring.Expressions;

namespace DanVan.Scoring.Rules;

/// <summary>What a node of the score tree is.</summary>
public enum NodeRole
{
    /// <summary>A section (nội dung).</summary>
    Section,

    /// <summary>A criterion or sub-criterion (tiêu chí, tiêu chí thành phần).</summary>
    Criterion,

    /// <summary>A bonus (điểm thưởng) or a part of one.</summary>
    Bonus,

    /// <summary>A deduction (điểm trừ) or a part of one; its points are 0 or less.</summary>
    Deduction,
}

/// <summary>A section, criterion, bonus or deduction. Points live on leaves; the others are the sum of their children, at most their maximum.</summary>
public sealed record ScoreNode
{
    /// <summary>Position in <see cref="RuleSet.Nodes"/>.</summary>
    public required int Index { get; init; }

    /// <summary>Id; unique among all nodes.</summary>
    public required string Id { get; init; }

    /// <summary>Title.</summary>
    public required string Title { get; init; }

    /// <summary>The clause that asks for it; null if the file does not say.</summary>
    public string? Clause { get; init; }

    /// <summary>Most points; of a deduction, the most that is taken off. Above 0.</summary>
    public required decimal MaxPoints { get; init; }

    /// <summary>True if no source states its points.</summary>
    public bool IsAssumed { get; init; }

    /// <summary>What it is.</summary>
    public required NodeRole Role { get; init; }

    /// <summary>Index of the parent; -1 at the top.</summary>
    public required int Parent { get; init; }

    /// <summary>0 at the top.</summary>
    public required int Depth { get; init; }

    /// <summary>Indexes of the children; empty for a leaf.</summary>
    public ImmutableArray<int> Children { get; init; } = [];

    /// <summary>True for a bonus that may lift the total above the scale.</summary>
    public bool GoesBeyondScale { get; init; }

    /// <summary>Where it stands in the file.</summary>
    public required Place Place { get; init; }

    /// <summary>Which units it applies to; null for all.</summary>
    public Expression? AppliesTo { get; init; }

    /// <summary>How points come about; null unless it is a leaf.</summary>
    public Manner? Manner { get; init; }
}
