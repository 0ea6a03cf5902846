namespace DanVan.Scoring.Files.Reading;

/// <summary>Finds fields among the headers of a table, by id, label or alias.</summary>
internal sealed class FieldHeaders(ImmutableArray<Field> fields, DiagnosticBag diagnostics)
{
    /// <summary>The columns that hold fields, in the order of the table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="isOther">True for a header that is known to be something else.</param>
    public IReadOnlyList<(int Column, Field Field)> Map(Table table, Func<int, bool> isOther)
    {
        var byName = new Dictionary<string, Field>(StringComparer.Ordinal);
        foreach (var field in fields)
            foreach (string name in field.Names)
                byName.TryAdd(TextKey.Exact(name), field);
        var found = new Dictionary<int, int>();
        for (int i = 0; i < table.Headers.Count; i++)
        {
            string header = table.Headers[i];
            if (header.Length == 0 || TableHeaders.IsNote(header) || isOther(i))
                continue;
            if (!byName.TryGetValue(TextKey.Exact(header), out var field))
                ReportUnknown(table, i);
            else if (!found.TryAdd(field.Index, i))
                diagnostics.Add(DatasetDiagnostics.DuplicateColumn.At(table.PlaceOfHeader(i), ("name", field.Id)));
        }
        return [.. found.OrderBy(pair => pair.Value).Select(pair => (pair.Value, fields[pair.Key]))];
    }

    private void ReportUnknown(Table table, int column)
    {
        string header = table.Headers[column];
        string? suggestion = Suggestion.Nearest(header, fields.Select(field => field.Id)) ?? Suggestion.Nearest(header, fields.SelectMany(field => field.Names.Skip(1)));
        diagnostics.Add(suggestion is null
            ? DatasetDiagnostics.UnknownColumn.At(table.PlaceOfHeader(column), ("name", header))
            : DatasetDiagnostics.MisspeltColumn.At(table.PlaceOfHeader(column), ("name", header), ("suggestion", suggestion)));
    }
}
