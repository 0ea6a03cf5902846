using DanVan.Scoring.Data;
using DanVan.Scoring.Diagnostics;
using DanVan.Scoring.Rules;

namespace DanVan.Scoring.Files.Reading;

/// <summary>Finds the fields of a rule set among the headers of a table, by id or label.</summary>
internal sealed class FieldHeaders(RuleSet ruleSet, DiagnosticBag diagnostics)
{
    public IEnumerable<(int Column, Field Field)> Map(CsvTable table, int codeColumn, bool reportUnused)
    {
        var byName = new Dictionary<string, Field>(StringComparer.Ordinal);
        foreach (var field in ruleSet.Fields)
        {
            byName.TryAdd(TextKey.Exact(field.Id), field);
            byName.TryAdd(TextKey.Exact(field.Label), field);
        }
        var names = TableHeaders.All(["name", "kind", "group", "parent"]).Select(TextKey.Exact).ToHashSet(StringComparer.Ordinal);
        var found = new Dictionary<int, int>();
        for (int i = 0; i < table.Headers.Count; i++)
        {
            string header = table.Headers[i];
            if (i == codeColumn || header.Length == 0 || TableHeaders.IsNote(header))
                continue;
            if (byName.TryGetValue(TextKey.Exact(header), out var field))
            {
                if (!found.TryAdd(field.Index, i))
                    diagnostics.Add(DatasetDiagnostics.DuplicateColumn.At(PlaceOf(table, i), ("name", field.Id)));
            }
            else if (!names.Contains(TextKey.Exact(header)))
            {
                ReportUnknown(table, i);
            }
        }
        if (reportUnused)
            ReportFieldsWithoutColumn(table, found.Keys);
        return found.OrderBy(pair => pair.Value).Select(pair => (pair.Value, ruleSet.Fields[pair.Key]));
    }

    private void ReportUnknown(CsvTable table, int column)
    {
        string header = table.Headers[column];
        string? suggestion = Suggestion.Nearest(header, ruleSet.Fields.Select(field => field.Id)) ?? Suggestion.Nearest(header, ruleSet.Fields.Select(field => field.Label));
        diagnostics.Add(suggestion is null
            ? DatasetDiagnostics.UnknownColumn.At(PlaceOf(table, column), ("name", header))
            : DatasetDiagnostics.MisspeltColumn.At(PlaceOf(table, column), ("name", header), ("suggestion", suggestion)));
    }

    /// <summary>A field that nothing reads may well have no column.</summary>
    private void ReportFieldsWithoutColumn(CsvTable table, ICollection<int> found)
    {
        var read = ruleSet.Expressions.SelectMany(expression => expression.FieldsRead).ToHashSet();
        foreach (var field in ruleSet.Fields)
            if (read.Contains(field.Index) && !found.Contains(field.Index))
                diagnostics.Add(DatasetDiagnostics.FieldWithoutColumn.At(new Place { File = table.FileName, Line = 1 }, ("name", field.Id), ("label", field.Label)));
    }

    private static Place PlaceOf(CsvTable table, int column) => new() { File = table.FileName, Line = 1, ColumnName = table.Headers[column] };
}
