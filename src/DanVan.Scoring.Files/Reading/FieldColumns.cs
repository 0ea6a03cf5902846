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
    private readonly List<(int Index, Field Field, CellParser Parser)> _columns =
        [.. fields.Select(found => (found.Column, found.Field, new CellParser(found.Field, diagnostics)))];

    /// <summary>Index of each column in the table, with its field.</summary>
    public IEnumerable<(int Index, Field Field)> All => _columns.Select(column => (column.Index, column.Field));

    /// <summary>First pass; false if it cannot be told how a column writes numbers, which is then reported.</summary>
    public bool Recognise()
    {
        int errorsBefore = diagnostics.ErrorCount;
        Walk(_columns.Where(column => column.Parser.NeedsLook).ToList(), () => 0, (column, text, _) => column.Parser.Look(text, table.OriginOf(column.Index), () => table.PlaceOf(column.Index)));
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
        var cells = _columns.ToDictionary(column => column.Index, column => cellsOf(column.Field));
        Walk(_columns, findRow, (column, text, row) => column.Parser.Parse(text, table.OriginOf(column.Index), cells[column.Index], row, () => table.PlaceOf(column.Index)));
    }

    private delegate void CellAction((int Index, Field Field, CellParser Parser) column, ReadOnlySpan<char> text, int row);

    private void Walk(List<(int Index, Field Field, CellParser Parser)> columns, Func<int> findRow, CellAction action)
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
