using DanVan.Scoring.Files.Reading;
using DanVan.Scoring.Files.Workbooks;

namespace DanVan.Scoring.Files.Forms;

/// <summary>Goes through the sheets of a form: every cell is an entry, a text of the form itself, or a finding.</summary>
/// <param name="ruleSet">The rules.</param>
/// <param name="outline">The form as the program writes it; null if that is not known, so that only entries are read.</param>
/// <param name="isOtherVersion">True if the form was made from another version of the rule set.</param>
/// <param name="diagnostics">Takes the findings.</param>
internal sealed class FormScan(RuleSet ruleSet, FormOutline? outline, bool isOtherVersion, DiagnosticBag diagnostics)
{
    private const string KindKey = FormLayout.UnitPrefix + "kind";

    private readonly FormStrays? _strays = outline is null ? null : new FormStrays(outline, isOtherVersion, diagnostics);
    private readonly FormEntries _keys = new("");
    private readonly List<FormTable> _tables = [];

    /// <summary>What identifies the unit, by item.</summary>
    public FormEntries Unit { get; } = new(FormLayout.UnitPrefix);

    /// <summary>Figures by id of the field.</summary>
    public FormEntries Fields { get; } = new(FormLayout.FieldPrefix);

    /// <summary>The unit's own points by id of the criterion.</summary>
    public FormEntries Points { get; } = new(FormLayout.CriterionPrefix);

    /// <summary>Evidence by id of the criterion.</summary>
    public FormEntries Evidence { get; } = new(FormLayout.CriterionPrefix);

    /// <summary>Records: table, and the cells of a row by column.</summary>
    public IReadOnlyList<(RecordTable Table, IReadOnlyDictionary<Field, FormCell> Cells)> Records =>
        [.. _tables.SelectMany(table => table.Records.Select(record => (table.Table!, record)))];

    /// <summary>Reads a sheet. The one with the lists comes first: it says which figures are last period's.</summary>
    public void Read(Place sheet, IReadOnlyList<SheetRow> rows, IReadOnlyList<MergedCells> merged)
    {
        if (sheet.Sheet == BookWriter.ListSheet)
        {
            _strays?.LookAtLists(sheet, rows);
            return;
        }
        bool showsPrevious = rows.Any(row =>
            row.TextAt(FormLayout.PreviousColumn) == FormLayout.Previous.In(ruleSet.Language));
        FormTable? open = null;
        var read = new List<(uint Row, int Column)>();
        foreach (var row in rows)
        {
            string key = row.TextAt(FormLayout.KeyColumn);
            if (key.StartsWith(FormLayout.FormKey, StringComparison.Ordinal))
                Take(FormLayout.FormKey, row, (_keys, FormLayout.KeyColumn));
            else if (After(key, FormLayout.UnitPrefix) is { } item && FormLayout.UnitItems.Any(known => known.Id == item))
                Take(item, row, (Unit, FormLayout.ValueColumn));
            else if (After(key, FormLayout.FieldPrefix) is { } field)
                Take(field, row, (Fields, FormLayout.ValueColumn));
            else if (After(key, FormLayout.CriterionPrefix) is { } criterion)
                Take(criterion, row, (Points, FormLayout.ValueColumn), (Evidence, FormLayout.EvidenceColumn));
            else if (After(key, FormLayout.RecordsPrefix) is { } table)
                Open(table, row);
            else if (open is not null && key.Length == 0 && outline?.IsOfForm(row) != true)
                TakeRecord(open, row);
            else
                _strays?.Look(sheet, row, "", showsPrevious, _ => false);

            void Take(string id, SheetRow row, params ReadOnlySpan<(FormEntries Into, int Column)> entries)
            {
                read.Add((row.Number, entries[0].Column));
                foreach (var (into, column) in entries)
                    into.Add(id, FormCell.Of(sheet, row, column));
                int last = key == KindKey ? FormLayout.KeyColumn : entries[^1].Column; // nobody fills in the kind
                _strays?.Look(sheet, row, key, showsPrevious,
                    column => column == FormLayout.KeyColumn || (column >= FormLayout.ValueColumn && column <= last));
            }
        }
        LookAtMerged(sheet, merged, read);

        void Open(string id, SheetRow row)
        {
            _tables.Add(open = new FormTable(ruleSet.Tables.FirstOrDefault(table => table.Id == id), sheet, row));
            _strays?.Look(sheet, row, "", showsPrevious, column => column == FormLayout.KeyColumn || open.Reads(column));
        }

        void TakeRecord(FormTable table, SheetRow row)
        {
            table.Take(sheet, row);
            read.AddRange(table.Columns.Select(column => (row.Number, column)));
            bool hasOrdinal = table.TakeOrdinal(row);
            _strays?.Look(sheet, row, "", showsPrevious,
                column => table.Reads(column) || (hasOrdinal && column == FormLayout.OrdinalColumn));
        }
    }

    /// <summary>Reports what stands more than once with different contents.</summary>
    /// <returns>True if it cannot be told which figures hold.</returns>
    public bool IsAmbiguous()
    {
        if (outline is null)
            return false;
        int errorsBefore = diagnostics.ErrorCount;
        foreach (var entries in new[] { _keys, Unit, Fields, Points, Evidence })
            foreach (var (key, first, other) in entries.Conflicts)
                Report(LabelOf(entries.Prefix + key) ?? key, other.Place, other.Text, first.Place, first.Text);
        foreach (var tables in _tables.Where(table => table.Records.Count > 0).GroupBy(table => table.Table!))
            foreach (var other in tables.Skip(1))
                Report(tables.Key.Label, other.Header, Count(other), tables.First().Header, Count(tables.First()));
        return diagnostics.ErrorCount > errorsBefore || _strays!.HasMovedLabels;

        static LocalText Count(FormTable table) => new($"{table.Records.Count} bản ghi", $"{table.Records.Count} records");
    }

    /// <summary>Reports cells of several rows that are one on the screen, while the figure in it is that of the first row.</summary>
    private void LookAtMerged(Place sheet, IReadOnlyList<MergedCells> merged, List<(uint Row, int Column)> read)
    {
        foreach (var range in outline is null ? [] : merged)
            if (read.Where(cell => IsIn(cell.Row, range.Rows) && IsIn(cell.Column, range.Columns)).DistinctBy(cell => cell.Row).Skip(1).Any())
                diagnostics.Add(FormDiagnostics.EntriesMerged.At(
                    sheet with { Line = range.Rows.First, Cell = CellAddress.Of(range.Columns.First, range.Rows.First) },
                    ("last", CellAddress.Of(range.Columns.Last, range.Rows.Last))));

        static bool IsIn<T>(T value, (T First, T Last) range) where T : IComparable<T> =>
            value.CompareTo(range.First) >= 0 && value.CompareTo(range.Last) <= 0;
    }

    private void Report(string name, Place place, object found, Place first, object other) =>
        diagnostics.Add(FormDiagnostics.EntryRepeated.At(place, ("name", name), ("found", found), ("first", other)) with
        {
            Related = first,
        });

    private string? LabelOf(string key) => outline?.RowOf(key) is { } row ? row.TextAt(FormLayout.LabelColumn) : null;

    public static string? After(string key, string prefix) =>
        key.StartsWith(prefix, StringComparison.Ordinal) ? key[prefix.Length..] : null;
}
