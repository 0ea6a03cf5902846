using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace DanVan.Scoring.Cli.Tests;

/// <summary>Fills in a form as a spreadsheet program would: numbers and dates as numbers, the rest as shared strings.</summary>
internal sealed class FormFiller : IDisposable
{
    private readonly SpreadsheetDocument _document;
    private readonly SharedStringTablePart _strings;

    public FormFiller(string path)
    {
        _document = SpreadsheetDocument.Open(path, isEditable: true);
        var workbook = _document.WorkbookPart!;
        _strings = workbook.SharedStringTablePart ?? workbook.AddNewPart<SharedStringTablePart>();
        _strings.SharedStringTable ??= new SharedStringTable();
    }

    /// <summary>Keys of the rows that can be filled in.</summary>
    public IReadOnlyList<string> Keys => [.. Rows().Select(KeyOf).OfType<string>()];

    /// <summary>Fills in the value of a row.</summary>
    public void Set(string key, object? value, string column = "E") => Put(Rows().Single(row => KeyOf(row) == key), column, value);

    /// <summary>Fills in the records of a table.</summary>
    public void SetRecords(string table, IReadOnlyList<IReadOnlyList<object?>> records)
    {
        var header = Rows().Single(row => KeyOf(row) == "records:" + table);
        var rows = header.Parent!.Elements<Row>().Where(row => row.RowIndex! > header.RowIndex!.Value).ToList();
        for (int i = 0; i < records.Count; i++)
            for (int c = 0; c < records[i].Count; c++)
                Put(rows[i], ((char)('C' + c)).ToString(), records[i][c]);
    }

    /// <summary>Takes a row out, as somebody with the password of the sheet might.</summary>
    public void RemoveRow(string key) => Rows().Single(row => KeyOf(row) == key).Remove();

    public void Dispose() => _document.Dispose();

    private IEnumerable<Row> Rows() => _document.WorkbookPart!.WorksheetParts.SelectMany(part => part.Worksheet.Descendants<Row>());

    private static string? KeyOf(Row row) =>
        row.Elements<Cell>().FirstOrDefault() is { } cell && cell.CellReference!.Value!.StartsWith('A') && cell.InlineString?.InnerText is { } key && key.Contains(':', StringComparison.Ordinal) ? key : null;

    private void Put(Row row, string column, object? value)
    {
        if (value is null)
            return;
        string reference = column + row.RowIndex!.Value.ToString(CultureInfo.InvariantCulture);
        var cell = row.Elements<Cell>().Single(candidate => candidate.CellReference == reference);
        cell.InlineString = null;
        cell.DataType = null;
        switch (value)
        {
            case decimal number:
                cell.CellValue = new CellValue(number);
                break;
            case DateOnly date:
                cell.CellValue = new CellValue((decimal)date.ToDateTime(TimeOnly.MinValue).ToOADate());
                break;
            default:
                string text = value is bool answer ? (answer ? "Có" : "Không") : (string)value;
                _strings.SharedStringTable.Append(new SharedStringItem(new Text(text) { Space = SpaceProcessingModeValues.Preserve }));
                cell.DataType = CellValues.SharedString;
                cell.CellValue = new CellValue(_strings.SharedStringTable.Count() - 1);
                break;
        }
    }
}
