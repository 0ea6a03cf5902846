using System.Globalization;
using DanVan.Scoring.Reports.Office;
using DanVan.Scoring.Values;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Column = DocumentFormat.OpenXml.Spreadsheet.Column;

namespace DanVan.Scoring.Reports.Xlsx;

/// <summary>A worksheet that is written row by row to its part. Columns are 0-based, rows 1-based.</summary>
internal sealed class BookSheet : IDisposable
{
    private readonly OpenXmlWriter _writer;
    private readonly IReadOnlyList<double> _widths;
    private readonly uint _headerRow;
    private readonly List<ConditionalFormatting> _formats = [];
    private Row? _row;
    private int _lines = 1;
    private bool _isFilterable;

    /// <summary>Starts a sheet.</summary>
    /// <param name="part">Its part.</param>
    /// <param name="name">Its name.</param>
    /// <param name="widths">Widths of the columns, in characters.</param>
    /// <param name="headerRow">Row of the headers, which stays in sight and is repeated on every page; 0 for none.</param>
    /// <param name="frozenColumns">Columns that stay in sight.</param>
    public BookSheet(WorksheetPart part, string name, IReadOnlyList<double> widths, uint headerRow, int frozenColumns = 0)
    {
        Name = name;
        _widths = widths;
        _headerRow = headerRow;
        _writer = OpenXmlWriter.Create(part);
        _writer.WriteStartElement(new Worksheet());
        _writer.WriteElement(new SheetProperties(new PageSetupProperties { FitToPage = true }));
        _writer.WriteElement(new SheetViews(View(frozenColumns)));
        _writer.WriteElement(new SheetFormatProperties { DefaultRowHeight = 15 });
        _writer.WriteElement(new Columns(widths.Select((width, index) => new Column { Min = (uint)index + 1, Max = (uint)index + 1, Width = width, CustomWidth = true })));
        _writer.WriteStartElement(new SheetData());
    }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>Number of the current row.</summary>
    public uint RowNumber { get; private set; }

    /// <summary>The rows that every page repeats, as a name of the workbook; null if there are none.</summary>
    public string? PrintTitles => _headerRow == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"'{Name}'!${_headerRow}:${_headerRow}");

    /// <summary>The cells that the filter covers, as a name of the workbook; null if there is none.</summary>
    public string? FilterRange => _isFilterable ? $"'{Name}'!{Range(absolute: true)}" : null;

    /// <summary>Starts the next row.</summary>
    public BookSheet StartRow()
    {
        EndRow();
        _row = new Row { RowIndex = ++RowNumber };
        return this;
    }

    /// <summary>Passes over rows.</summary>
    public void SkipTo(uint row)
    {
        EndRow();
        RowNumber = row - 1;
    }

    /// <summary>A text; nothing but its look if there is none. It is never taken for a formula.</summary>
    public BookSheet Text(int column, string? text, BookStyle style)
    {
        var cell = NewCell(column, style);
        if (OfficeText.Clean(text) is { Length: > 0 } clean)
        {
            if (style is BookStyle.Header or BookStyle.Text or BookStyle.BoldText or BookStyle.Centre)
                _lines = Math.Max(_lines, TextFit.Lines(clean, (decimal)_widths[column], style is BookStyle.Header or BookStyle.BoldText));
            cell.DataType = CellValues.InlineString;
            cell.InlineString = new InlineString(new Text(clean) { Space = SpaceProcessingModeValues.Preserve });
        }
        return this;
    }

    /// <summary>A number; nothing but its look if there is none.</summary>
    public BookSheet Number(int column, decimal? number, BookStyle style)
    {
        var cell = NewCell(column, style);
        if (number is { } value)
            cell.CellValue = new CellValue(OfficeText.Number(value));
        return this;
    }

    /// <summary>A formula with the value it has.</summary>
    public BookSheet Formula(int column, string formula, decimal value, BookStyle style)
    {
        var cell = NewCell(column, style);
        cell.CellFormula = new CellFormula(formula);
        cell.CellValue = new CellValue(OfficeText.Number(value));
        return this;
    }

    /// <summary>Headers in the current row, from the first column on.</summary>
    public void Headers(IEnumerable<string> texts)
    {
        foreach (var (index, text) in texts.Index())
            Text(index, text, BookStyle.Header);
        _isFilterable = true;
    }

    /// <summary>Colours cells of a column, below the header, that hold one of the names.</summary>
    public void ColorBy(int column, IReadOnlyList<string> names, uint lastRow)
    {
        if (lastRow <= _headerRow)
            return;
        string range = $"{CellAddress.Of(column, _headerRow + 1)}:{CellAddress.Of(column, lastRow)}";
        var format = new ConditionalFormatting { SequenceOfReferences = new ListValue<StringValue> { InnerText = range } };
        foreach (var (index, name) in names.Index())
            format.Append(new ConditionalFormattingRule(new Formula($"\"{OfficeText.Clean(name).Replace("\"", "\"\"", StringComparison.Ordinal)}\""))
            {
                Type = ConditionalFormatValues.CellIs,
                Operator = ConditionalFormattingOperatorValues.Equal,
                FormatId = (uint)index,
                Priority = index + 1,
            });
        _formats.Add(format);
    }

    /// <summary>Ends the sheet.</summary>
    /// <param name="drawing">Relationship of its drawing; null if there is none.</param>
    /// <param name="pages">Rows that start a page in print.</param>
    public void Close(string? drawing = null, IReadOnlyList<int>? pages = null)
    {
        EndRow();
        _writer.WriteEndElement();
        if (_isFilterable)
            _writer.WriteElement(new AutoFilter { Reference = Range(absolute: false) });
        foreach (var format in _formats)
            _writer.WriteElement(format);
        _writer.WriteElement(new PageMargins { Left = 0.5, Right = 0.4, Top = 0.6, Bottom = 0.6, Header = 0.3, Footer = 0.3 });
        _writer.WriteElement(new PageSetup { PaperSize = 9, Orientation = OrientationValues.Landscape, FitToWidth = 1, FitToHeight = 0 });
        _writer.WriteElement(new HeaderFooter(new OddFooter("&C&P / &N")));
        if (pages is { Count: > 0 })
            _writer.WriteElement(new RowBreaks(pages.Select(row => new Break { Id = (uint)row, Max = 16383, ManualPageBreak = true })) { Count = (uint)pages.Count, ManualBreakCount = (uint)pages.Count });
        if (drawing is not null)
            _writer.WriteElement(new Drawing { Id = drawing });
        _writer.WriteEndElement();
        _writer.Close();
    }

    public void Dispose() => _writer.Dispose();

    private string Range(bool absolute)
    {
        uint last = Math.Max(RowNumber, _headerRow);
        string letters = CellAddress.Letters(_widths.Count - 1);
        return absolute ? string.Create(CultureInfo.InvariantCulture, $"$A${_headerRow}:${letters}${last}") : string.Create(CultureInfo.InvariantCulture, $"A{_headerRow}:{letters}{last}");
    }

    private Cell NewCell(int column, BookStyle style)
    {
        var cell = new Cell { CellReference = CellAddress.Of(column, RowNumber), StyleIndex = (uint)style };
        _row!.Append(cell);
        return cell;
    }

    private void EndRow()
    {
        if (_row is not null)
        {
            (_row.Height, _row.CustomHeight) = ((double)TextFit.RowHeight(_lines), true);
            _writer.WriteElement(_row);
        }
        (_row, _lines) = (null, 1);
    }

    private SheetView View(int frozenColumns)
    {
        var view = new SheetView { WorkbookViewId = 0, ShowGridLines = false };
        if (_headerRow == 0)
            return view;
        var pane = new Pane { VerticalSplit = _headerRow, TopLeftCell = CellAddress.Of(frozenColumns, _headerRow + 1), ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen };
        if (frozenColumns > 0)
            (pane.HorizontalSplit, pane.ActivePane) = (frozenColumns, PaneValues.BottomRight);
        view.Append(pane);
        return view;
    }
}
