namespace DanVan.Scoring.Files.Reading;

/// <summary>
/// The cells of the table of results, a row a unit. First the rows are found: whose they are, and how the columns write
/// numbers. Then the cells are read part by part, as often as they are needed.
/// </summary>
internal sealed class ResultCells(
    Table table, FieldColumns columns, DatasetBuilder builder, DiagnosticBag diagnostics, IProgress<decimal>? progress,
    CancellationToken cancellation) : ICellSource
{
    private readonly int[][] _units = new int[table.PartCount][];
    private readonly bool[] _hasCells = new bool[builder.UnitCount];

    /// <inheritdoc/>
    public int Parts => table.PartCount;

    /// <inheritdoc/>
    public bool HasCells(int unit) => _hasCells[unit];

    /// <summary>Finds the rows; false if it cannot be told how a column writes numbers, which is then reported.</summary>
    public bool Find()
    {
        int part = 0;
        PartWork.Run<FoundRows>(Parts, () => FindIn, found => Take(part++, found), progress);
        return columns.Decide();
    }

    /// <inheritdoc/>
    public IEnumerable<CellBlock> Read(int part, IReadOnlySet<int>? fields, DiagnosticBag diagnostics)
    {
        using var rows = table.OpenPart(part);
        using var about = diagnostics.About(() => builder.KnownCode(rows.Text(columns.CodeColumn)));
        var block = new CellBlock(builder.RuleSet.Fields, fields);
        var read = columns.Of(rows, diagnostics, isDecided: true);
        read.SetCells(field => block.Columns[field.Index]);
        for (int row = 0; rows.Read(); row++)
        {
            int unit = _units[part][row];
            if (unit < 0)
                continue;
            read.Parse(block.Add(unit));
            if (!block.IsFull)
                continue;
            cancellation.ThrowIfCancellationRequested();
            yield return block;
            block.Clear();
        }
        if (block.Count > 0)
            yield return block;
    }

    /// <summary>A row: its unit (-1 if there is no such unit), its place, whether it says anything.</summary>
    private readonly record struct FoundRow(int Unit, long Line, long Row, bool HasCells);

    /// <summary>The rows of a part, and what they show of the columns.</summary>
    private sealed record FoundRows(FieldColumns Columns, DiagnosticBag Diagnostics)
    {
        public List<FoundRow> Rows { get; } = [];

        public List<(string Code, Place Place)> Inexact { get; } = [];
    }

    private FoundRows FindIn(int part)
    {
        using var rows = table.OpenPart(part);
        var findings = new DiagnosticBag(diagnostics);
        var found = new FoundRows(columns.Of(rows, findings, isDecided: false), findings);
        while (rows.Read())
        {
            if ((rows.Row & 0xFFF) == 0)
                cancellation.ThrowIfCancellationRequested();
            string code = rows.Text(columns.CodeColumn);
            int unit = builder.IndexOf(code);
            if (code.Length == 0)
                findings.Add(rows.BlankCell(columns.CodeColumn));
            else if (unit < 0 || builder.KnownCode(code) != code)
                found.Inexact.Add((code, rows.PlaceOf(columns.CodeColumn)));
            found.Columns.Look();
            found.Rows.Add(new FoundRow(unit, rows.Line, rows.Row, unit >= 0 && found.Columns.IsFilled()));
        }
        return found;
    }

    private void Take(int part, FoundRows found)
    {
        diagnostics.Take(found.Diagnostics);
        columns.Take(found.Columns);
        foreach (var (code, place) in found.Inexact)
            builder.FindUnit(code, place);
        int[] units = new int[found.Rows.Count];
        foreach (var (index, (unit, line, row, hasCells)) in found.Rows.Index())
        {
            bool isFirst = unit >= 0 && builder.NameRow(unit, table.FileName, line, row);
            units[index] = isFirst ? unit : -1;
            if (isFirst)
                _hasCells[unit] = hasCells;
        }
        _units[part] = units;
    }
}
