using System.Globalization;
using DanVan.Scoring.Values;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace DanVan.Scoring.Files.Tests;

/// <summary>A percentage, stored as a share and shown by its format.</summary>
internal sealed record PercentCell(decimal Share);

/// <summary>A formula with the value that was stored; without one it was never computed.</summary>
internal sealed record FormulaCell(string Formula, decimal? Value);

/// <summary>A cell merged with those below it, so many rows in all.</summary>
internal sealed record MergedCell(object Value, int Rows);

/// <summary>An error value.</summary>
internal sealed record ErrorValueCell(string Code);

/// <summary>
/// Writes small workbooks for tests: a number is a number cell, a text an inline text, a date a number with a date
/// format, null nothing.
/// </summary>
internal static class TestWorkbook
{
    /// <summary>A sheet whose name begins with it is written as a hidden one, without it.</summary>
    public const char HiddenMark = '~';

    public static string Write(string path, string sheetName, params object?[][] rows) => WriteSheets(path, (sheetName, rows));

    public static string WriteSheets(string path, params (string Name, object?[][] Rows)[] sheets)
    {
        using var document = SpreadsheetDocument.Create(path, SpreadsheetDocumentType.Workbook);
        var workbook = document.AddWorkbookPart();
        workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = new Stylesheet(
            new Fonts(new Font()), new Fills(new Fill()), new Borders(new Border()), new CellStyleFormats(new CellFormat()),
            new CellFormats(new CellFormat(), new CellFormat { NumberFormatId = 14, ApplyNumberFormat = true }, new CellFormat { NumberFormatId = 10, ApplyNumberFormat = true }));
        var list = new Sheets();
        foreach (var (name, rows) in sheets)
        {
            var part = workbook.AddNewPart<WorksheetPart>();
            var data = new SheetData();
            for (int r = 0; r < rows.Length; r++)
            {
                var row = new Row { RowIndex = (uint)r + 1 };
                for (int c = 0; c < rows[r].Length; c++)
                    if (rows[r][c] is { } value)
                        row.Append(Cell(value, CellAddress.Of(c, r + 1)));
                data.Append(row);
            }
            part.Worksheet = new Worksheet(data);
            var merged = rows.SelectMany((row, r) => row.SelectMany((value, c) => value is MergedCell { Rows: var count }
                ? new[] { new MergeCell { Reference = $"{CellAddress.Of(c, r + 1)}:{CellAddress.Of(c, r + count)}" } } : [])).ToList();
            if (merged.Count > 0)
                part.Worksheet.Append(new MergeCells(merged));
            list.Append(new Sheet
            {
                Name = name.TrimStart(HiddenMark),
                SheetId = (uint)list.Count() + 1,
                Id = workbook.GetIdOfPart(part),
                State = name.StartsWith(HiddenMark) ? SheetStateValues.Hidden : null,
            });
        }
        workbook.Workbook = new Workbook(list);
        return path;
    }

    private static Cell Cell(object value, string reference)
    {
        if (value is MergedCell { Value: var inner })
            return Cell(inner, reference);
        var cell = value switch
        {
            string text => new Cell { DataType = CellValues.InlineString, InlineString = new InlineString(new Text(text)) },
            DateOnly date => new Cell { StyleIndex = 1, CellValue = new CellValue((decimal)date.ToDateTime(TimeOnly.MinValue).ToOADate()) },
            PercentCell percent => new Cell { StyleIndex = 2, CellValue = new CellValue(percent.Share) },
            bool answer => new Cell { DataType = CellValues.Boolean, CellValue = new CellValue(answer) },
            FormulaCell formula => new Cell { CellFormula = new CellFormula(formula.Formula), CellValue = formula.Value is { } stored ? new CellValue(stored) : null },
            ErrorValueCell error => new Cell { DataType = CellValues.Error, CellValue = new CellValue(error.Code) },
            _ => new Cell { CellValue = new CellValue(Convert.ToDecimal(value, CultureInfo.InvariantCulture)) },
        };
        cell.CellReference = reference;
        return cell;
    }
}
