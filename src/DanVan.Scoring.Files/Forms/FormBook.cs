using System.Globalization;
using DanVan.Scoring.Results;
using DanVan.Scoring.Values;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Workbook = DocumentFormat.OpenXml.Spreadsheet.Workbook;

namespace DanVan.Scoring.Files.Forms;

/// <summary>Packs the sheets of a form into a workbook; the same sheets give the same bytes.</summary>
internal static class FormBook
{
    public static void Write(Stream stream, IReadOnlyList<FormSheet> sheets, IReadOnlyList<IReadOnlyList<string>> lists)
    {
        using var package = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(package, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            document.ChangeIdOfPart(workbook, "rIdWorkbook");
            workbook.AddNewPart<WorkbookStylesPart>("rIdStyles").Stylesheet = FormStyles.Create();
            var list = new Sheets();
            var names = new DefinedNames();
            foreach (var (index, sheet) in sheets.Index())
            {
                sheet.WriteTo(Add(workbook, list, sheet.Name, index));
                if (sheet.PrintTitles is { } titles)
                    names.Append(new DefinedName(titles) { Name = "_xlnm.Print_Titles", LocalSheetId = (uint)index });
            }
            Add(workbook, list, FormLists.SheetName, sheets.Count).Worksheet = new Worksheet(Rows(lists));
            list.Elements<Sheet>().Last().State = SheetStateValues.Hidden;
            workbook.Workbook = new Workbook(new WorkbookProtection { LockStructure = true }, new BookViews(new WorkbookView()), list, names,
                new CalculationProperties { FullCalculationOnLoad = true });
            if (!names.HasChildren)
                names.Remove();
        }
        StablePackage.Write(package, stream);
    }

    private static WorksheetPart Add(WorkbookPart workbook, Sheets list, string name, int index)
    {
        string id = string.Create(CultureInfo.InvariantCulture, $"rId{index + 1}");
        list.Append(new Sheet { Name = name, SheetId = (uint)index + 1, Id = id });
        return workbook.AddNewPart<WorksheetPart>(id);
    }

    private static SheetData Rows(IReadOnlyList<IReadOnlyList<string>> columns)
    {
        var data = new SheetData();
        for (int row = 0; row < columns.Select(column => column.Count).DefaultIfEmpty().Max(); row++)
        {
            var cells = new Row { RowIndex = (uint)row + 1 };
            foreach (var (index, column) in columns.Index())
                if (row < column.Count)
                    cells.Append(new Cell
                    {
                        CellReference = CellAddress.Of(index, row + 1),
                        DataType = CellValues.InlineString,
                        InlineString = new InlineString(new Text(column[row])),
                    });
            data.Append(cells);
        }
        return data;
    }
}
