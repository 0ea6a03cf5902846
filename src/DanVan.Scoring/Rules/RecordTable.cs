using DanVan.Scoring.Expressions;

namespace DanVan.Scoring.Rules;

/// <summary>A table of records of units, such as a register of models: any count of rows a unit.</summary>
/// <param name="Index">Position in <see cref="RuleSet.Tables"/>.</param>
/// <param name="Id">Id; the file is named after it.</param>
/// <param name="Label">What it is, for people.</param>
/// <param name="Columns">The columns; <see cref="Field.Index"/> is the position here.</param>
public sealed record RecordTable(int Index, string Id, string Label, ImmutableArray<Field> Columns);

/// <summary>How a field comes from the records of a unit: counted, or summed. A unit without records has 0.</summary>
/// <param name="Table">The table.</param>
/// <param name="Where">Which records count; null for all.</param>
/// <param name="Sum">What is summed; null to count.</param>
public sealed record RecordSource(RecordTable Table, Expression? Where, Expression? Sum);
