using System.ComponentModel;
using DanVan.Scoring.Json;

namespace DanVan.Scoring.Rules.Documents;

/// <summary>A section.</summary>
public sealed record SectionDocument
{
    /// <summary>Id.</summary>
    [Description("Id, such as A or II.1.")]
    public required string Id { get; init; }

    /// <summary>Title.</summary>
    [Description("Title.")]
    public required string Title { get; init; }

    /// <summary>Clause.</summary>
    [Description("The clause it comes from.")]
    public string? Clause { get; init; }

    /// <summary>Most points.</summary>
    [Description("Most points (điểm tối đa).")]
    public required decimal MaxPoints { get; init; }

    /// <summary>True if no source states the points of the section and its criteria.</summary>
    [Description("True if no source states the points of this section and its criteria.")]
    public bool? Assumed { get; init; }

    /// <summary>Criteria.</summary>
    [Description("The criteria.")]
    public required IReadOnlyList<CriterionDocument> Criteria { get; init; }
}

/// <summary>A criterion or sub-criterion.</summary>
public sealed record CriterionDocument
{
    /// <summary>Id.</summary>
    [Description("Id, such as A.1.")]
    public required string Id { get; init; }

    /// <summary>Title.</summary>
    [Description("Title.")]
    public required string Title { get; init; }

    /// <summary>Clause.</summary>
    [Description("The clause that asks for it.")]
    public string? Clause { get; init; }

    /// <summary>Most points.</summary>
    [Description("Most points (điểm tối đa); of a deduction, the most that is taken off.")]
    public required decimal MaxPoints { get; init; }

    /// <summary>True if no source states its points.</summary>
    [Description("True if no source states its points.")]
    public bool? Assumed { get; init; }

    /// <summary>For a bonus: whether it may lift the total above the scale.</summary>
    [Description("For a bonus: true if its points may lift the total above the scale. Default: total.beyondScale.")]
    public bool? BeyondScale { get; init; }

    /// <summary>What the source says of the scoring.</summary>
    [Description("What the source says of how points are given (cách chấm), in its words.")]
    public string? Note { get; init; }

    /// <summary>Which units it applies to.</summary>
    [Description("Expression (fields scope, yes/no): which units it applies to; for the others it is not applicable. Default: all.")]
    public ExpressionText? AppliesTo { get; init; }

    /// <summary>How points come about.</summary>
    [Description("How points come about (cách chấm); leaves only.")]
    public MannerDocument? Manner { get; init; }

    /// <summary>Sub-criteria.</summary>
    [Description("Sub-criteria (tiêu chí thành phần), in place of a manner.")]
    public IReadOnlyList<CriterionDocument>? Criteria { get; init; }
}
