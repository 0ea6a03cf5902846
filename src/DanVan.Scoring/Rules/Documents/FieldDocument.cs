using System.ComponentModel;
using DanVan.Scoring.Json;

namespace DanVan.Scoring.Rules.Documents;

/// <summary>A named figure.</summary>
public sealed record ParameterDocument
{
    /// <summary>The value.</summary>
    [Description("A number, \"60%\", a date \"2023-11-01\" (or \"11-01\": month and day of every year, in the year of the period), a text, true or false.")]
    public required LiteralText Value { get; init; }

    /// <summary>For a deadline: whether the day itself is on time.</summary>
    [Description("For a deadline: true if the day itself is still on time (chậm nhất ngày), false if the day before is the last (trước ngày).")]
    public bool? Inclusive { get; init; }

    /// <summary>What it is.</summary>
    [Description("What it is, for people.")]
    public string? Label { get; init; }

    /// <summary>The clause that states it.</summary>
    [Description("The clause that states it: a name from basis, then the place, such as \"KH439 III.5\".")]
    public string? Clause { get; init; }

    /// <summary>True if no source states it.</summary>
    [Description("True if no source states the value.")]
    public bool? Assumed { get; init; }
}

/// <summary>A column of the dataset.</summary>
public sealed record FieldDocument
{
    /// <summary>What it is; also accepted as the column's header.</summary>
    [Description("What it is, for people; also accepted as the header of the column.")]
    public required string Label { get; init; }

    /// <summary>Type of its values.</summary>
    [Description("Type: count (whole number, 0 or more), number, percent, yesNo, date, text, choice.")]
    public required FieldType Type { get; init; }

    /// <summary>Unit of measure.</summary>
    [Description("Unit of measure, for people.")]
    public string? Unit { get; init; }

    /// <summary>Other headers of the column.</summary>
    [Description("Other headers under which files may hold the column.")]
    public IReadOnlyList<string>? Aliases { get; init; }

    /// <summary>What becomes of last period's figures when units were merged.</summary>
    [Description("When a unit continues several units of the last period: sum (count and number: their figures are added), or notComparable (default: there is no figure to compare with).")]
    public MergeRule? OnMerge { get; init; }

    /// <summary>How to fill it in.</summary>
    [Description("How to fill it in.")]
    public string? Help { get; init; }

    /// <summary>The clause it comes from.</summary>
    [Description("The clause it comes from.")]
    public string? Clause { get; init; }

    /// <summary>Smallest value, inclusive.</summary>
    [Description("Expression (fields scope): smallest value allowed, inclusive; of the field's own type.")]
    public ExpressionText? AtLeast { get; init; }

    /// <summary>Largest value, inclusive.</summary>
    [Description("Expression (fields scope): largest value allowed, inclusive; a number, or another field such as the total.")]
    public ExpressionText? AtMost { get; init; }

    /// <summary>Where it comes from.</summary>
    [Description("For count, number and percent: counted or summed from the records of a table. The results then have no column for it.")]
    public RecordSourceDocument? From { get; init; }

    /// <summary>For a choice: id to label.</summary>
    [Description("For type choice: the values, id to label.")]
    public IReadOnlyDictionary<string, string>? Values { get; init; }
}
