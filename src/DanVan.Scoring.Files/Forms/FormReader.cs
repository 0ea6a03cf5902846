using DanVan.Scoring.Data;
using DanVan.Scoring.Diagnostics;
using DanVan.Scoring.Files.Reading;

namespace DanVan.Scoring.Files.Forms;

/// <summary>Reads a filled form. Rows are known by the keys in their hidden column, wherever they stand.</summary>
internal static class FormReader
{
    /// <summary>Reads a file; null if it is no form, which is then reported.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file cannot be read.</exception>
    public static FilledForm? Read(string path, string shownName, DiagnosticBag diagnostics)
    {
        string sha256 = TextFile.HashOf(path);
        return Workbook.Read(path, shownName, diagnostics, workbook =>
        {
            var (unit, fields, criteria) = (NewMap<FormCell>(), NewMap<FormCell>(), NewMap<(FormCell, FormCell)>());
            var records = new List<(string, IReadOnlyDictionary<string, FormCell>)>();
            string[]? form = null;
            for (int sheet = 0; sheet < workbook.SheetNames.Count; sheet++)
            {
                string name = workbook.SheetNames[sheet];
                (string Table, Dictionary<int, string> Headers)? table = null;
                foreach (var row in workbook.Rows(sheet))
                {
                    string key = CellAt(row, FormLayout.KeyColumn, name).Text;
                    if (key.StartsWith(FormLayout.FormKey, StringComparison.Ordinal))
                        form = key.Split(FormLayout.KeySeparator);
                    else if (After(key, FormLayout.UnitPrefix) is { } item)
                        unit.TryAdd(item, CellAt(row, FormLayout.ValueColumn, name));
                    else if (After(key, FormLayout.FieldPrefix) is { } field)
                        fields.TryAdd(field, CellAt(row, FormLayout.ValueColumn, name));
                    else if (After(key, FormLayout.CriterionPrefix) is { } criterion)
                        criteria.TryAdd(criterion, (CellAt(row, FormLayout.ValueColumn, name), CellAt(row, FormLayout.EvidenceColumn, name)));
                    else if (After(key, FormLayout.RecordsPrefix) is { } id)
                        table = (id, row.Cells.Where(cell => cell.Column >= FormLayout.FirstRecordColumn).ToDictionary(cell => cell.Column, cell => cell.Text));
                    else if (table is { } open && row.Cells.Any(cell => open.Headers.ContainsKey(cell.Column)))
                        records.Add((open.Table, open.Headers.ToDictionary(header => header.Value, header => CellAt(row, header.Key, name), StringComparer.Ordinal)));
                }
            }
            if (form is not [_, FormLayout.Version, _, _, _, _])
            {
                diagnostics.Add(FormDiagnostics.NotForm.At(new Place { File = shownName }, ("sheets", workbook.SheetNames)));
                return null;
            }
            return new FilledForm
            {
                File = shownName,
                Sha256 = sha256,
                Written = DateOnly.FromDateTime(File.GetLastWriteTime(path)),
                RuleSet = form[2],
                RuleSetVersion = form[3],
                Kind = form[5],
                Unit = unit,
                Fields = fields,
                Criteria = criteria,
                Records = records,
            };

            FormCell CellAt(SheetRow row, int column, string sheetName)
            {
                var found = row.Cells.FirstOrDefault(cell => cell.Column == column);
                var place = new Place { File = shownName, Line = row.Number, Sheet = sheetName, Cell = CellAddress.Of(column, row.Number) };
                return found.Text is null ? new FormCell("", CellOrigin.Text, place) : new FormCell(found.Text, found.Origin, place);
            }
        });
    }

    private static Dictionary<string, T> NewMap<T>() => new(StringComparer.Ordinal);

    private static string? After(string key, string prefix) => key.StartsWith(prefix, StringComparison.Ordinal) ? key[prefix.Length..] : null;
}
