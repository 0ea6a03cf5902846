using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace DanVan.Scoring.Files.Tests;

/// <summary>Writes small workbooks for tests: a decimal is a number cell, a text an inline text, null nothing.</summary>
internal static class TestWorkbook
{
    public static string Write(string path, string sheetName, params object?[][] rows)
    {
        using var document = SpreadsheetDocument.Create(path, SpreadsheetDocumentType.Workbook);
        var workbook = document.AddWorkbookPart();
        var part = workbook.AddNewPart<WorksheetPart>();
        var data = new SheetData();
        for (int r = 0; r < rows.Length; r++)
        {
            var row = new Row { RowIndex = (uint)r + 1 };
            for (int c = 0; c < rows[r].Length; c++)
                if (rows[r][c] is { } value)
                    row.Append(value is string text
                        ? new Cell { CellReference = $"{(char)('A' + c)}{r + 1}", DataType = CellValues.InlineString, InlineString = new InlineString(new Text(text)) }
                        : new Cell { CellReference = $"{(char)('A' + c)}{r + 1}", CellValue = new CellValue(Convert.ToDecimal(value, System.Globalization.CultureInfo.InvariantCulture)) });
            data.Append(row);
        }
        part.Worksheet = new Worksheet(data);
        workbook.Workbook = new Workbook(new Sheets(new Sheet { Name = sheetName, SheetId = 1, Id = workbook.GetIdOfPart(part) }));
        return path;
    }
}
