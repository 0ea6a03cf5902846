using DanVan.Scoring.Diagnostics;
using DanVan.Scoring.Expressions;

namespace DanVan.Scoring.Rules;

/// <summary>A column of a dataset.</summary>
public sealed record Field
{
    /// <summary>0-based position in the rule set.</summary>
    public required int Index { get; init; }

    /// <summary>Name in expressions and header in files.</summary>
    public required string Id { get; init; }

    /// <summary>What it is; also accepted as header.</summary>
    public required string Label { get; init; }

    /// <summary>Type of its values.</summary>
    public required FieldType Type { get; init; }

    /// <summary>Other headers under which files may hold it.</summary>
    public ImmutableArray<string> Aliases { get; init; } = [];

    /// <summary>Its id, label and aliases: whatever may stand as header.</summary>
    public IEnumerable<string> Names => Aliases.Prepend(Label).Prepend(Id);

    /// <summary>What becomes of last period's figures of units that were merged.</summary>
    public MergeRule OnMerge { get; init; }

    /// <summary>Where it comes from if it is counted or summed from records; null if it has a column in the results.</summary>
    public RecordSource? From { get; init; }

    /// <summary>Where it stands in the file.</summary>
    public Place? Place { get; init; }

    /// <summary>Unit of measure; null if the file does not say.</summary>
    public string? Unit { get; init; }

    /// <summary>How to fill it in; null if the file does not say.</summary>
    public string? Help { get; init; }

    /// <summary>The clause it comes from; null if the file does not say.</summary>
    public string? Clause { get; init; }

    /// <summary>Smallest value allowed, inclusive; null for none.</summary>
    public Expression? AtLeast { get; init; }

    /// <summary>Largest value allowed, inclusive; null for none.</summary>
    public Expression? AtMost { get; init; }

    /// <summary>The limits that are set.</summary>
    internal IEnumerable<Expression> Limits => new[] { AtLeast, AtMost }.OfType<Expression>();

    /// <summary>The values of a choice; empty for other types.</summary>
    public ImmutableArray<Choice> Values { get; init; } = [];

    /// <summary>Type of its values in expressions.</summary>
    public ValueKind Kind => Type switch
    {
        FieldType.Count or FieldType.Number or FieldType.Percent => ValueKind.Number,
        FieldType.YesNo => ValueKind.YesNo,
        FieldType.Date => ValueKind.Date,
        _ => ValueKind.Text,
    };
}

/// <summary>Type of a field.</summary>
public enum FieldType
{
    /// <summary>A whole number, 0 or more.</summary>
    Count,

    /// <summary>Any number.</summary>
    Number,

    /// <summary>A percentage, kept as a share (60 % is 0.6).</summary>
    Percent,

    /// <summary>Yes or no (có, không).</summary>
    YesNo,

    /// <summary>A date.</summary>
    Date,

    /// <summary>Free text.</summary>
    Text,

    /// <summary>One of <c>values</c>.</summary>
    Choice,
}

/// <summary>What becomes of last period's figures of units that were merged.</summary>
public enum MergeRule
{
    /// <summary>There is no figure to compare with.</summary>
    NotComparable,

    /// <summary>The figures are added.</summary>
    Sum,
}
