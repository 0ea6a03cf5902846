using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Drawing.Spreadsheet;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Column = DocumentFormat.OpenXml.Spreadsheet.Column;

namespace DanVan.Scoring.Files.Workbooks;

/// <summary>A worksheet while it is written to its part, row by row, cell after cell. Columns are 0-based, rows 1-based.</summary>
/// <param name="part">Its part.</param>
/// <param name="looks">The looks of its cells.</param>
/// <param name="name">Its name.</param>
/// <param name="widths">Widths of its columns.</param>
/// <param name="headerRow">Row of the headers; 0 for none.</param>
internal sealed class SheetWriter(WorksheetPart part, BookLooks looks, string name, double[] widths, uint headerRow)
{
    private const string DrawingId = "rIdDrawing";
    private const uint MostFrozenRows = 6;

    // Sheets of forms have always come without a byte order mark, others with one: the same content gives the same bytes.
    private readonly OpenXmlWriter _writer = OpenXmlWriter.Create(part, new UTF8Encoding(encoderShouldEmitUTF8Identifier: !looks.IsLocked));
    private readonly List<MergeCell> _merged = [];
    private readonly List<DataValidation> _rules = [];
    private readonly List<ConditionalFormatting> _marks = [];
    private Row? _row;
    private double? _height;
    private int _lines;
    private int _column;

    /// <summary>Number of the current row.</summary>
    public uint RowNumber { get; private set; }

    /// <summary>Rows that start a page in print, 0-based.</summary>
    public List<uint> Pages { get; } = [];

    /// <summary>The drawing upon it.</summary>
    public DrawingsPart Drawing
    {
        get
        {
            if (part.DrawingsPart is null)
                part.AddNewPart<DrawingsPart>(DrawingId).WorksheetDrawing = new WorksheetDrawing();
            return part.DrawingsPart!;
        }
    }

    /// <summary>The rows that every page repeats, as a name of the workbook; null if there are none.</summary>
    public string? PrintTitles => headerRow == 0 ? null : $"{SheetAddress.Prefix(name)}${headerRow}:${headerRow}";

    /// <summary>The cells that the filter covers, as a name of the workbook; null if there is none.</summary>
    public string? FilterRange => headerRow == 0 || looks.IsLocked ? null : SheetAddress.Range(name, 0, headerRow, RowNumber, LastColumn);

    private int FirstColumn => looks.IsLocked ? 1 : 0;

    private int LastColumn => widths.Length - 1;

    /// <summary>Starts the sheet.</summary>
    public void Open(int frozenColumns)
    {
        _writer.WriteStartElement(new Worksheet());
        _writer.WriteElement(new SheetProperties(new PageSetupProperties { FitToPage = true }));
        _writer.WriteElement(new SheetViews(View(frozenColumns)));
        _writer.WriteElement(new SheetFormatProperties { DefaultRowHeight = 15 });
        _writer.WriteElement(new Columns(widths.Select((width, index) => new Column
        {
            Min = (uint)index + 1,
            Max = (uint)index + 1,
            Width = width,
            Hidden = looks.IsLocked ? width == 0 || index == 0 : null,
            CustomWidth = true,
        })));
        _writer.WriteStartElement(new SheetData());
    }

    /// <summary>Starts the next row.</summary>
    /// <param name="key">What the row of a form is, for the program; null for nothing.</param>
    /// <param name="height">Its height in points; null to fit its texts: programs do not agree on doing it by themselves.</param>
    public SheetWriter StartRow(string? key = null, double? height = null)
    {
        EndRow();
        _row = new Row { RowIndex = ++RowNumber };
        if (key is not null)
            To(0).Text(key, looks.Cells[0]);
        (_height, _lines, _column) = (height, 1, FirstColumn);
        return this;
    }

    /// <summary>Passes over a row.</summary>
    public void SkipRow()
    {
        EndRow();
        RowNumber++;
    }

    /// <summary>Starts the row of the headers and writes them.</summary>
    public void Headers(IEnumerable<string?> texts, string? key = null)
    {
        EndRow();
        RowNumber = headerRow - 1;
        StartRow(key);
        foreach (string? text in texts)
            Text(text, CellLook.Header);
    }

    /// <summary>Goes to a column of the current row.</summary>
    public SheetWriter To(int column)
    {
        _column = column;
        return this;
    }

    /// <summary>The address of a cell of the current row.</summary>
    public string At(int column) => CellAddress.Of(column, RowNumber);

    /// <summary>A text; nothing but its look if there is none. It is never taken for a formula.</summary>
    public SheetWriter Text(string? text, CellLook? look = null) => Text(text, look ?? CellLook.Body, widths[_column]);

    /// <summary>A text in one cell made of all up to the last column.</summary>
    public void Wide(string? text, CellLook look)
    {
        _merged.Add(new MergeCell { Reference = $"{At(_column)}:{At(LastColumn)}" });
        Text(text, look, widths[_column..].Sum());
        while (_column < widths.Length)
            Text(null, look);
    }

    /// <summary>A number; nothing but its look if there is none.</summary>
    public SheetWriter Number(decimal? number, CellLook look)
    {
        NewCell(look).CellValue = number is { } value ? new CellValue(value) : null;
        return this;
    }

    /// <summary>A formula with the value it has.</summary>
    public SheetWriter Formula(string formula, decimal value, CellLook look)
    {
        var cell = NewCell(look);
        (cell.CellFormula, cell.CellValue) = (new CellFormula(formula), new CellValue(value));
        return this;
    }

    /// <summary>Lets cells of a column take only what a rule allows.</summary>
    /// <param name="column">The column.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="rows">How many cells, from the current row on.</param>
    public void Allow(int column, CellRule rule, int rows = 1) =>
        _rules.Add(rule.On(rows == 1 ? At(column) : $"{At(column)}:{CellAddress.Of(column, RowNumber + rows - 1)}"));

    /// <summary>Gives cells of a column, from below the header to the current row, the mark of the name that they hold.</summary>
    public void ColorBy(int column, IEnumerable<string> names)
    {
        if (RowNumber > headerRow)
            _marks.Add(new ConditionalFormatting(names.Select((text, index) =>
                new ConditionalFormattingRule(new Formula($"\"{OfficeText.Clean(text).Replace("\"", "\"\"", StringComparison.Ordinal)}\""))
                {
                    Type = ConditionalFormatValues.CellIs,
                    Operator = ConditionalFormattingOperatorValues.Equal,
                    FormatId = (uint)index,
                    Priority = index + 1,
                }))
            { SequenceOfReferences = new ListValue<StringValue> { InnerText = $"{CellAddress.Of(column, headerRow + 1)}:{At(column)}" } });
    }

    /// <summary>Ends the sheet.</summary>
    public void Close()
    {
        EndRow();
        _writer.WriteEndElement();
        foreach (var element in Foot())
            _writer.WriteElement(element);
        _writer.WriteEndElement();
        _writer.Close();
    }

    private IEnumerable<OpenXmlElement> Foot()
    {
        if (looks.IsLocked)
            yield return new SheetProtection { Sheet = true, Objects = true, Scenarios = true, FormatColumns = false, FormatRows = false };
        else if (headerRow > 0)
            yield return new AutoFilter { Reference = $"{CellAddress.Of(0, headerRow)}:{At(LastColumn)}" };
        if (_merged.Count > 0)
            yield return BookLooks.Counted<MergeCells>(_merged);
        foreach (var mark in _marks)
            yield return mark;
        if (_rules.Count > 0)
            yield return BookLooks.Counted<DataValidations>(_rules);
        yield return new PageMargins { Left = 0.5, Right = 0.4, Top = 0.6, Bottom = 0.6, Header = 0.3, Footer = 0.3 };
        yield return new PageSetup { PaperSize = 9, Orientation = OrientationValues.Landscape, FitToWidth = 1, FitToHeight = 0 };
        yield return new HeaderFooter(new OddFooter("&C&P / &N"));
        if (Pages.Count > 0)
            yield return new RowBreaks(Pages.Select(row => new Break { Id = row, Max = 16383, ManualPageBreak = true }))
            { Count = (uint)Pages.Count, ManualBreakCount = (uint)Pages.Count };
        if (part.DrawingsPart is not null)
            yield return new Drawing { Id = DrawingId };
    }

    private SheetWriter Text(string? text, CellLook look, double width)
    {
        var cell = NewCell(look);
        if (OfficeText.Clean(text) is { Length: > 0 } clean)
        {
            if (look.Wraps)
                _lines = Math.Max(_lines, TextFit.Lines(clean, (decimal)width, look.Font == CellFont.Bold));
            cell.DataType = CellValues.InlineString;
            cell.InlineString = new InlineString(new Text(clean) { Space = SpaceProcessingModeValues.Preserve });
        }
        return this;
    }

    private Cell NewCell(CellLook look) =>
        _row!.AppendChild(new Cell { CellReference = At(_column++), StyleIndex = (uint)looks.Cells.IndexOf(look) });

    private void EndRow()
    {
        if (_row is null)
            return;
        (_row.Height, _row.CustomHeight) = (_height ?? (double)TextFit.RowHeight(_lines), true);
        _writer.WriteElement(_row);
        _row = null;
    }

    /// <summary>A header near the top stays in sight.</summary>
    private SheetView View(int frozenColumns)
    {
        var view = new SheetView { WorkbookViewId = 0, ShowGridLines = false };
        if (headerRow is > 0 and <= MostFrozenRows)
            view.Append(new Pane
            {
                HorizontalSplit = frozenColumns > 0 ? frozenColumns : null,
                VerticalSplit = headerRow,
                TopLeftCell = CellAddress.Of(FirstColumn + frozenColumns, headerRow + 1),
                ActivePane = frozenColumns > 0 ? PaneValues.BottomRight : PaneValues.BottomLeft,
                State = PaneStateValues.Frozen,
            });
        return view;
    }
}
