using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Workbook = DocumentFormat.OpenXml.Spreadsheet.Workbook;

namespace DanVan.Scoring.Files.Workbooks;

/// <summary>A workbook while it is written, sheet after sheet; the same content gives the same bytes.</summary>
internal sealed class BookWriter
{
    /// <summary>Name of the hidden sheet of a form with the lists that its cells choose from, a column a list.</summary>
    public const string ListSheet = "danvan";

    private readonly WorkbookPart _part;
    private readonly BookLooks _looks;
    private readonly Sheets _sheets = new();
    private readonly DefinedNames _names = new();
    private readonly List<(string Name, IReadOnlyList<string> Items)> _lists = [];
    private SheetWriter? _open;

    private BookWriter(WorkbookPart part, BookLooks looks) => (_part, _looks) = (part, looks);

    /// <summary>Writes a workbook.</summary>
    /// <param name="stream">Takes the bytes; left open.</param>
    /// <param name="looks">The looks of its cells.</param>
    /// <param name="fill">Adds the sheets.</param>
    public static void Write(Stream stream, BookLooks looks, Action<BookWriter> fill)
    {
        using var package = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(package, SpreadsheetDocumentType.Workbook))
        {
            var part = document.AddWorkbookPart();
            document.ChangeIdOfPart(part, "rIdWorkbook");
            part.AddNewPart<WorkbookStylesPart>("rIdStyles").Stylesheet = looks.Create();
            var book = new BookWriter(part, looks);
            fill(book);
            book.Close();
        }
        StablePackage.Write(package, stream);
    }

    /// <summary>Ends the sheet so far and starts one.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="widths">Widths of its columns, in characters; 0 for a hidden one. A form has one more before them.</param>
    /// <param name="headerRow">Row of the headers, which stays in sight and is repeated on every page; 0 for none.</param>
    /// <param name="frozenColumns">Columns that stay in sight.</param>
    public SheetWriter Add(string name, IReadOnlyList<double> widths, uint headerRow = 0, int frozenColumns = 0)
    {
        CloseSheet();
        _open = new SheetWriter(AddPart(name), _looks, name, _looks.IsLocked ? [4, .. widths] : [.. widths], headerRow);
        _open.Open(frozenColumns);
        return _open;
    }

    /// <summary>True if there is a sheet of this name.</summary>
    public bool Has(string name) => _sheets.Elements<Sheet>().Any(sheet => sheet.Name == name);

    /// <summary>Where a list of the form stands; it is added if its name is new.</summary>
    public string ListOf(string name, IEnumerable<string> items)
    {
        int index = _lists.FindIndex(list => list.Name == name);
        if (index < 0)
        {
            index = _lists.Count;
            _lists.Add((name, [.. items]));
        }
        string column = CellAddress.Letters(index);
        return $"{ListSheet}!${column}$1:${column}${_lists[index].Items.Count}";
    }

    private WorksheetPart AddPart(string name)
    {
        uint number = (uint)_sheets.ChildElements.Count + 1;
        _sheets.Append(new Sheet { Name = name, SheetId = number, Id = $"rId{number}" });
        return _part.AddNewPart<WorksheetPart>($"rId{number}");
    }

    private void CloseSheet()
    {
        if (_open is null)
            return;
        _open.Close();
        Define("_xlnm._FilterDatabase", _open.FilterRange, isHidden: true);
        Define("_xlnm.Print_Titles", _open.PrintTitles);
    }

    private void Define(string name, string? range, bool? isHidden = null)
    {
        if (range is not null)
            _names.Append(new DefinedName(range) { Name = name, LocalSheetId = (uint)_sheets.ChildElements.Count - 1, Hidden = isHidden });
    }

    private void Close()
    {
        CloseSheet();
        var workbook = _part.Workbook = new Workbook();
        if (_looks.IsLocked)
        {
            int rows = _lists.Select(list => list.Items.Count).DefaultIfEmpty().Max();
            AddPart(ListSheet).Worksheet = new Worksheet(new SheetData(Enumerable.Range(0, rows).Select(ListRow)));
            _sheets.Elements<Sheet>().Last().State = SheetStateValues.Hidden;
            workbook.Append(new WorkbookProtection { LockStructure = true });
        }
        workbook.Append(new BookViews(new WorkbookView()), _sheets);
        if (_names.HasChildren)
            workbook.Append(_names);
        if (_looks.IsLocked)
            workbook.Append(new CalculationProperties { FullCalculationOnLoad = true });
    }

    private Row ListRow(int row) => new(_lists.Index().Where(list => row < list.Item.Items.Count).Select(list => new Cell
    {
        CellReference = CellAddress.Of(list.Index, row + 1),
        DataType = CellValues.InlineString,
        InlineString = new InlineString(new Text(list.Item.Items[row])),
    }))
    { RowIndex = (uint)row + 1 };
}
