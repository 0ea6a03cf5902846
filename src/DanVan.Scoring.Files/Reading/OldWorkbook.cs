using ExcelDataReader;

namespace DanVan.Scoring.Files.Reading;

/// <summary>
/// An old workbook (.xls). The package reads error cells as blank ones, which is told when one is opened.
/// </summary>
internal sealed class OldWorkbook : Workbook
{
    private readonly List<(string Name, List<SheetRow> Rows, MergedCells[] Merged)> _sheets = [];

    public OldWorkbook(Stream stream, bool withHidden)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var reader = ExcelReaderFactory.CreateBinaryReader(stream, new ExcelReaderConfiguration { LeaveOpen = true });
        int left = MostCells;
        do
        {
            if (!withHidden && !string.Equals(reader.VisibleState, "visible", StringComparison.OrdinalIgnoreCase))
                continue;
            var rows = new List<SheetRow>();
            for (uint number = 1; reader.Read(); number++)
            {
                var cells = new List<SheetCell>();
                for (int column = 0; column < reader.FieldCount; column++)
                    if (Read(reader, column) is { Text.Length: > 0 } cell)
                        cells.Add(cell);
                if ((left -= cells.Count) < 0)
                    throw new WorkbookTooLargeException();
                if (cells.Count > 0)
                    rows.Add(new SheetRow(number, cells));
            }
            _sheets.Add((reader.Name ?? "", rows, [.. (reader.MergeCells ?? []).Select(range => new MergedCells(
                ((uint)range.FromRow + 1, (uint)range.ToRow + 1), (range.FromColumn, range.ToColumn)))]));
        }
        while (reader.NextResult());
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> SheetNames => [.. _sheets.Select(sheet => sheet.Name)];

    /// <inheritdoc/>
    public override IEnumerable<SheetRow> Rows(int sheet, List<MergedCells>? merged = null)
    {
        merged?.AddRange(_sheets[sheet].Merged);
        return _sheets[sheet].Rows;
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        // All is read when the workbook is opened.
    }

    private static SheetCell Read(IExcelDataReader reader, int column)
    {
        var (text, origin) = reader.GetValue(column) switch
        {
            null => ("", CellOrigin.Text),
            double number => SheetValues.Number(number, SheetValues.FormatOf(reader.GetNumberFormatString(column) ?? "")),
            int number => SheetValues.Number(number, SheetValues.FormatOf(reader.GetNumberFormatString(column) ?? "")),
            DateTime date => (SheetValues.Date(date), CellOrigin.Text),
            bool answer => (SheetValues.YesNo(answer), CellOrigin.Text),
            var other => (TextKey.Clean(Convert.ToString(other, CultureInfo.InvariantCulture) ?? ""), CellOrigin.Text),
        };
        return new SheetCell(column, text, origin, MayBeFormula: origin == CellOrigin.Number);
    }
}
