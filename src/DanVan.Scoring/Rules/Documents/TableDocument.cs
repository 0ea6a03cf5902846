using System.ComponentModel;
using DanVan.Scoring.Json;

namespace DanVan.Scoring.Rules.Documents;

/// <summary>A table of records.</summary>
public sealed record TableDocument
{
    /// <summary>What it is.</summary>
    [Description("What the table is, for people, such as a register of models.")]
    public required string Label { get; init; }

    /// <summary>The columns.</summary>
    [Description("The columns of the table, beside code; in a file named after the table, such as models.csv. They know no other fields.")]
    public required IReadOnlyDictionary<string, FieldDocument> Columns { get; init; }
}

/// <summary>Where a field comes from, if not from a column of the results.</summary>
public sealed record RecordSourceDocument
{
    /// <summary>The table.</summary>
    [Description("Id of the table whose records of the unit are counted or summed.")]
    public required string Table { get; init; }

    /// <summary>Which records.</summary>
    [Description("Expression over the table's columns (yes/no): which records count, such as \"status = 'effective' and year = period\". Default: all of the unit.")]
    public ExpressionText? Where { get; init; }

    /// <summary>What is summed.</summary>
    [Description("Expression over the table's columns (number): what is summed. Default: 1, so that records are counted.")]
    public ExpressionText? Sum { get; init; }
}
