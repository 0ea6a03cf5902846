using System.Buffers;
using DanVan.Scoring.Data;
using DanVan.Scoring.Diagnostics;
using DanVan.Scoring.Rules;

namespace DanVan.Scoring.Files.Reading;

/// <summary>
/// The columns of a table that hold fields. They are read in two passes: the first recognises how each column writes
/// numbers, the second fills in the cells.
/// </summary>
internal sealed class FieldColumns(
    Table table, int codeColumn, IEnumerable<(int Column, Field Field)> fields, DiagnosticBag diagnostics, CancellationToken cancellation)
{
    private readonly List<FieldColumn> _columns =
        [.. fields.Select(found => new FieldColumn(found.Column, found.Field, new CellParser(found.Field, diagnostics), () => table.PlaceOf(found.Column)))];

    /// <summary>Index of each column in the table, with its field.</summary>
    public IEnumerable<(int Index, Field Field)> All => _columns.Select(column => (column.Index, column.Field));

    /// <summary>First pass; false if it cannot be told how a column writes numbers, which is then reported.</summary>
    public bool Recognise()
    {
        int errorsBefore = diagnostics.ErrorCount;
        Walk(_columns.Where(column => column.Parser.NeedsLook).ToList(), () => 0, (column, text, _) => column.Parser.Look(text, table.OriginOf(column.Index), column.Place));
        foreach (var column in _columns)
        {
            column.Parser.Decide(_columns.Select(other => other.Parser.Style));
            table.Recognise(column.Index, new RecognisedColumn
            {
                Header = table.Headers[column.Index],
                Field = column.Field.Id,
                DecimalSign = column.Parser.Style.DecimalSign?.ToString(),
                DecimalSignFromOtherColumns = column.Parser.Style.IsFromOtherColumns,
            });
        }
        return diagnostics.ErrorCount == errorsBefore;
    }

    /// <summary>Second pass.</summary>
    /// <param name="findRow">Position in the columns that the current row fills; -1 to pass over it.</param>
    /// <param name="cellsOf">The column that a field fills.</param>
    public void Fill(Func<int> findRow, Func<Field, Column> cellsOf)
    {
        using var about = diagnostics.About(() => table.Text(codeColumn));
        foreach (var column in _columns)
            column.Cells = cellsOf(column.Field);
        Walk(_columns, findRow, (column, text, row) => column.Parser.Parse(text, table.OriginOf(column.Index), column.Cells!, row, column.Place));
    }

    private delegate void CellAction(FieldColumn column, ReadOnlySpan<char> text, int row);

    /// <summary>A column of the table: which field it holds, who reads it, where its current cell stands, which cells it fills.</summary>
    private sealed record FieldColumn(int Index, Field Field, CellParser Parser, Func<Place> Place)
    {
        public Column? Cells { get; set; }
    }

    private void Walk(List<FieldColumn> columns, Func<int> findRow, CellAction action)
    {
        char[] buffer = ArrayPool<char>.Shared.Rent(Table.LargestCell + 1);
        table.Rewind();
        while (table.Read())
        {
            if ((table.Row & 0xFFF) == 0)
                cancellation.ThrowIfCancellationRequested();
            int row = findRow();
            if (row < 0)
                continue;
            foreach (var column in columns)
                action(column, buffer.AsSpan(0, table.CopyTo(column.Index, buffer)), row);
        }
        ArrayPool<char>.Shared.Return(buffer);
    }
}
