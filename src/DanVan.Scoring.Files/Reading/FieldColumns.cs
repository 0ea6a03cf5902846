namespace DanVan.Scoring.Files.Reading;

/// <summary>
/// The columns of a table that hold fields. They are read in two passes: the first recognises how each column writes
/// numbers, the second fills in the cells.
/// </summary>
internal sealed class FieldColumns(
    Table table, int codeColumn, IEnumerable<(int Column, Field Field)> fields, char? asked, DiagnosticBag diagnostics,
    CancellationToken cancellation)
{
    private List<FieldColumn> _columns =
        [.. fields.Select(found => new FieldColumn(found.Column, found.Field, new CellParser(found.Field, diagnostics), () => table.PlaceOf(found.Column)))];

    /// <summary>The column with the units' codes; -1 if there is none.</summary>
    public int CodeColumn => codeColumn;

    /// <summary>Index of each column in the table, with its field.</summary>
    public IEnumerable<(int Index, Field Field)> All => _columns.Select(column => (column.Index, column.Field));

    /// <summary>First pass over all rows; false if it cannot be told how a column writes numbers, which is then reported.</summary>
    public bool Recognise()
    {
        table.Rewind();
        while (NextRow())
            Look();
        return Decide();
    }

    /// <summary>Second pass over all rows.</summary>
    /// <param name="cellsOf">The column that a field fills, a cell a row; it takes the header as its name.</param>
    public void Fill(Func<Field, Column> cellsOf)
    {
        using var about = diagnostics.About(() => table.Text(codeColumn));
        SetCells(cellsOf);
        foreach (var column in _columns)
            DatasetBuilder.NameColumn(column.Cells!, table.Headers[column.Index]);
        table.Rewind();
        for (int row = 0; NextRow(); row++)
            Parse(row);
    }

    /// <summary>The same columns of a part of the table, to be looked at, or to be read as it was decided.</summary>
    /// <param name="part">The part.</param>
    /// <param name="findings">Takes the findings.</param>
    /// <param name="isDecided">True if <see cref="Decide"/> was called.</param>
    public FieldColumns Of(Table part, DiagnosticBag findings, bool isDecided) => new(part, codeColumn, [], asked, findings, cancellation)
    {
        _columns = _columns.ConvertAll(column => new FieldColumn(column.Index, column.Field,
            new CellParser(column.Field, findings, isDecided ? column.Parser.Style : null), () => part.PlaceOf(column.Index))),
    };

    /// <summary>First pass: looks at the cells of the current row.</summary>
    public void Look()
    {
        foreach (var column in _columns)
            if (column.Parser.IsNumber && (table.MayHoldSign(column.Index) || column.Parser.NeedsWholeNumbers))
                column.Parser.Look(table.Chars(column.Index), table.OriginOf(column.Index), column.Place);
    }

    /// <summary>Takes over what was seen in rows further down.</summary>
    public void Take(FieldColumns later)
    {
        foreach (var (column, other) in _columns.Zip(later._columns))
            column.Parser.Take(other.Parser);
    }

    /// <summary>Between the passes: decides how each column writes numbers; false if that cannot be told, which is then reported.</summary>
    public bool Decide()
    {
        int errorsBefore = diagnostics.ErrorCount;
        foreach (var column in _columns)
        {
            column.Parser.Decide(_columns.Select(other => other.Parser.Style), new SignEvidence(asked, table.SignOfSeparator));
            table.Recognise(column.Index, column.Field.Id, column.Parser.Style);
        }
        return diagnostics.ErrorCount == errorsBefore;
    }

    /// <summary>True if a cell of the current row is not blank.</summary>
    public bool IsFilled()
    {
        foreach (var column in _columns)
            if (!table.Chars(column.Index).IsWhiteSpace())
                return true;
        return false;
    }

    /// <summary>Says which columns the cells fill; a field without one is passed over.</summary>
    public void SetCells(Func<Field, Column?> cellsOf)
    {
        foreach (var column in _columns)
            column.Cells = cellsOf(column.Field);
        _columns.RemoveAll(column => column.Cells is null);
    }

    /// <summary>Second pass: fills in the cells of the current row.</summary>
    /// <param name="row">Position in the columns that it fills.</param>
    public void Parse(int row)
    {
        foreach (var column in _columns)
            if (!column.Parser.IsNumber || !table.TryReadNumber(column.Index, column.Parser.Style.DecimalSign, out decimal number) || !column.Parser.TryTake(number, column.Cells!, row))
                column.Parser.Parse(table.Chars(column.Index), table.OriginOf(column.Index), column.Cells!, row, column.Place);
    }

    /// <summary>A column of the table: which field it holds, who reads it, where its current cell stands, which cells it fills.</summary>
    private sealed record FieldColumn(int Index, Field Field, CellParser Parser, Func<Place> Place)
    {
        public Column? Cells { get; set; }
    }

    private bool NextRow()
    {
        if ((table.Row & 0xFFF) == 0)
            cancellation.ThrowIfCancellationRequested();
        return table.Read();
    }
}
