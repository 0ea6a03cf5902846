using DanVan.Scoring.Files.Reading;

namespace DanVan.Scoring.Files.Forms;

/// <summary>The records of a form under one header.</summary>
internal sealed class FormTable
{
    private readonly Dictionary<int, Field> _columns = [];
    private readonly HashSet<string> _ordinals = new(StringComparer.Ordinal);
    private readonly List<IReadOnlyDictionary<Field, FormCell>> _records = [];

    /// <summary>Opens the table of a header.</summary>
    /// <param name="table">What it holds; null if the rule set does not have it, so that nothing is read.</param>
    /// <param name="sheet">The sheet.</param>
    /// <param name="header">The row of the header.</param>
    public FormTable(RecordTable? table, Place sheet, SheetRow header)
    {
        Table = table;
        Header = FormCell.Of(sheet, header, FormLayout.FirstRecordColumn).Place;
        foreach (var cell in header.Cells)
            if (cell.Column >= FormLayout.FirstRecordColumn && FieldOf(cell.Text) is { } field && !_columns.ContainsValue(field))
                _columns[cell.Column] = field;
    }

    /// <summary>What it holds; null if the rule set does not have it.</summary>
    public RecordTable? Table { get; }

    /// <summary>Where its header stands.</summary>
    public Place Header { get; }

    /// <summary>The cells of each record by column.</summary>
    public IReadOnlyList<IReadOnlyDictionary<Field, FormCell>> Records => _records;

    /// <summary>The columns that are read.</summary>
    public IEnumerable<int> Columns => _columns.Keys;

    /// <summary>True if a column is read.</summary>
    public bool Reads(int column) => _columns.ContainsKey(column);

    /// <summary>True if a row below the header begins with an ordinal that no row above has.</summary>
    public bool TakeOrdinal(SheetRow row) =>
        row.TextAt(FormLayout.OrdinalColumn) is var text
            && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int ordinal)
        && (ordinal is > 0 and <= FormLayout.RecordRows || ordinal == row.Number - Header.Line) && _ordinals.Add(text);

    /// <summary>Takes a row in as a record, unless its cells are blank.</summary>
    public void Take(Place sheet, SheetRow row)
    {
        if (row.Cells.Any(cell => Reads(cell.Column)))
            _records.Add(_columns.ToDictionary(column => column.Value, column => FormCell.Of(sheet, row, column.Key)));
    }

    private Field? FieldOf(string header) =>
        Table?.Columns.FirstOrDefault(field => field.Names.Any(name => TextKey.Exact(name) == TextKey.Exact(header)));
}
