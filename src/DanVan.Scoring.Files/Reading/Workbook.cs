using System.Globalization;
using System.IO.Compression;
using DanVan.Scoring.Data;
using DanVan.Scoring.Diagnostics;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace DanVan.Scoring.Files.Reading;

/// <summary>A cell of a worksheet.</summary>
/// <param name="Text">Its text, cleaned; a number as written with a decimal point.</param>
/// <param name="Number">Its number, if it holds one.</param>
internal readonly record struct SheetCell(string Text, decimal? Number);

/// <summary>A worksheet: rows with their 1-based number, cells by 0-based column.</summary>
internal sealed record Sheet(string Name, IReadOnlyList<(uint Row, IReadOnlyDictionary<int, SheetCell> Cells)> Rows);

/// <summary>Reads small workbooks (.xlsx) such as tables of criteria.</summary>
internal static class Workbook
{
    private const long LargestPart = 64 * 1024 * 1024;
    private const int MostRows = 20_000;

    /// <summary>The visible sheets; null if the file is no workbook, which is then reported.</summary>
    public static IReadOnlyList<Sheet>? Read(string path, string shownName, DiagnosticBag diagnostics)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using (var zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true))
                if (zip.Entries.Sum(entry => entry.Length) > LargestPart)
                    return Fail(new LocalText("quá lớn.", "it is too large."));
            stream.Position = 0;
            using var document = SpreadsheetDocument.Open(stream, isEditable: false, new OpenSettings { MaxCharactersInPart = LargestPart });
            if (document.WorkbookPart is not { } workbook)
                return Fail(new LocalText("không có trang tính.", "it has no sheets."));
            string[] shared = [.. workbook.SharedStringTablePart?.SharedStringTable.Elements<SharedStringItem>().Select(item => item.InnerText) ?? []];
            return [.. (workbook.Workbook.Sheets?.Elements<DocumentFormat.OpenXml.Spreadsheet.Sheet>() ?? [])
                .Where(sheet => sheet.State is null || sheet.State.Value == SheetStateValues.Visible)
                .Select(sheet => workbook.GetPartById(sheet.Id!.Value!) is WorksheetPart part ? new Sheet(sheet.Name?.Value ?? "", Rows(part, shared)) : null)
                .OfType<Sheet>()];
        }
        catch (Exception e) when (e is InvalidDataException or OpenXmlPackageException or FileFormatException or System.Xml.XmlException or ArgumentException or KeyNotFoundException or FormatException)
        {
            return Fail(new LocalText("tệp hỏng hoặc không phải .xlsx.", "it is damaged or not .xlsx."));
        }

        IReadOnlyList<Sheet>? Fail(LocalText fault)
        {
            diagnostics.Add(DatasetDiagnostics.NotWorkbook.At(new Place { File = shownName }, ("fault", fault)));
            return null;
        }
    }

    private static List<(uint, IReadOnlyDictionary<int, SheetCell>)> Rows(WorksheetPart part, string[] shared)
    {
        var rows = new List<(uint, IReadOnlyDictionary<int, SheetCell>)>();
        uint number = 0;
        foreach (var row in part.Worksheet.Descendants<Row>().Take(MostRows))
        {
            number = row.RowIndex?.Value ?? number + 1;
            var cells = new Dictionary<int, SheetCell>();
            int column = -1;
            foreach (var cell in row.Elements<Cell>())
            {
                column = cell.CellReference?.Value is { } reference ? ColumnOf(reference) : column + 1;
                var read = Read(cell, shared);
                if (read.Text.Length > 0)
                    cells[column] = read;
            }
            if (cells.Count > 0)
                rows.Add((number, cells));
        }
        return rows;
    }

    private static SheetCell Read(Cell cell, string[] shared)
    {
        string raw = cell.CellValue?.Text ?? "";
        string type = cell.DataType?.InnerText ?? "n";
        if (type == "s")
            return new SheetCell(int.TryParse(raw, CultureInfo.InvariantCulture, out int index) && index >= 0 && index < shared.Length ? TextKey.Clean(shared[index]) : "", null);
        if (type is "inlineStr")
            return new SheetCell(TextKey.Clean(cell.InlineString?.InnerText ?? ""), null);
        if (type == "n" && decimal.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number))
        {
            number = decimal.Round(number, 9, MidpointRounding.AwayFromZero); // 0.1 + 0.2 as Excel stores it
            return new SheetCell(number.ToString("0.#########", CultureInfo.InvariantCulture), number);
        }
        return new SheetCell(TextKey.Clean(raw), null);
    }

    private static int ColumnOf(string reference)
    {
        int column = 0;
        foreach (char c in reference.TakeWhile(char.IsAsciiLetter))
            column = Math.Min((column * 26) + (char.ToUpperInvariant(c) - 'A' + 1), 20_000);
        return column - 1;
    }
}
