using System.Globalization;
using DanVan.Scoring.Values;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Column = DocumentFormat.OpenXml.Spreadsheet.Column;

namespace DanVan.Scoring.Files.Forms;

/// <summary>A worksheet of a form while it is written, row by row. Locked but for its input cells; column A is hidden.</summary>
/// <param name="name">Name of the sheet.</param>
/// <param name="widths">Widths of the columns from B on, in characters; 0 for a hidden one.</param>
internal sealed class FormSheet(string name, params double[] widths)
{
    private const int LongestPrompt = 255;
    private const int LongestPromptTitle = 32;
    private const uint MostFrozenRows = 6;

    private readonly SheetData _data = new();
    private readonly List<string> _merged = [];
    private readonly List<DataValidation> _validations = [];
    private readonly List<(int Column, string Text, FormStyle Style)> _texts = [];
    private Row _row = new();
    private int _mergedFrom = int.MaxValue;
    private bool _isFitted = true;
    private uint _headerRow;

    /// <summary>Name of the sheet.</summary>
    public string Name { get; } = name;

    /// <summary>Number of the current row.</summary>
    public uint RowNumber { get; private set; }

    private int LastColumn => widths.Length;

    /// <summary>Starts a row.</summary>
    /// <param name="key">What the row is, for the program; null for nothing.</param>
    /// <param name="height">Its height in points; null to fit its text.</param>
    public FormSheet StartRow(string? key = null, double? height = null)
    {
        FitRow();
        RowNumber++;
        _row = new Row { RowIndex = RowNumber };
        (_mergedFrom, _isFitted) = (int.MaxValue, height is not null);
        _texts.Clear();
        if (height is { } points)
            (_row.Height, _row.CustomHeight) = (points, true);
        _data.Append(_row);
        return key is null ? this : Text(FormLayout.KeyColumn, key, FormStyle.Plain);
    }

    /// <summary>Passes over rows.</summary>
    public void SkipRow() => RowNumber++;

    /// <summary>A text; nothing but its look if there is none.</summary>
    public FormSheet Text(int column, string? text, FormStyle style)
    {
        var cell = new Cell { CellReference = Reference(column), StyleIndex = (uint)style };
        if (!string.IsNullOrEmpty(text))
        {
            if (column != FormLayout.KeyColumn)
                _texts.Add((column, text, style));
            cell.DataType = CellValues.InlineString;
            cell.InlineString = new InlineString(new Text(text) { Space = SpaceProcessingModeValues.Preserve });
        }
        _row.Append(cell);
        return this;
    }

    /// <summary>A number; nothing but its look if there is none.</summary>
    public FormSheet Number(int column, decimal? number, FormStyle style)
    {
        _row.Append(new Cell { CellReference = Reference(column), StyleIndex = (uint)style, CellValue = number is { } value ? new CellValue(value) : null });
        return this;
    }

    /// <summary>A formula.</summary>
    public FormSheet Formula(int column, string formula, FormStyle style)
    {
        _row.Append(new Cell { CellReference = Reference(column), StyleIndex = (uint)style, CellFormula = new CellFormula(formula), CellValue = new CellValue(0m) });
        return this;
    }

    /// <summary>Joins the cells of the current row from a column to the last.</summary>
    public FormSheet Merge(int from, FormStyle style)
    {
        _mergedFrom = from;
        for (int column = from + 1; column <= LastColumn; column++)
            Text(column, null, style);
        _merged.Add($"{Reference(from)}:{Reference(LastColumn)}");
        return this;
    }

    /// <summary>Repeats the current row on every page.</summary>
    public void RepeatRow() => _headerRow = RowNumber;

    /// <summary>Lets a cell of the current row, and as many below, take only what a formula allows.</summary>
    public void Allow(int column, string formula, string title, string prompt, string error, int rows = 1) =>
        Validate(column, rows, DataValidationValues.Custom, formula, title, prompt, error);

    /// <summary>Lets a cell of the current row, and as many below, take only a value of a list.</summary>
    public void AllowList(int column, string range, string title, string prompt, string error, int rows = 1) =>
        Validate(column, rows, DataValidationValues.List, range, title, prompt, error);

    /// <summary>Writes the sheet.</summary>
    public void WriteTo(WorksheetPart part)
    {
        FitRow();
        var columns = new Columns(new Column { Min = 1, Max = 1, Width = 4, Hidden = true, CustomWidth = true });
        foreach (var (index, width) in widths.Index())
            columns.Append(new Column { Min = (uint)index + 2, Max = (uint)index + 2, Width = width, Hidden = width == 0, CustomWidth = true });
        var sheet = new Worksheet(
            new SheetProperties(new PageSetupProperties { FitToPage = true }),
            new SheetViews(View()),
            new SheetFormatProperties { DefaultRowHeight = 15 },
            columns, _data,
            new SheetProtection { Sheet = true, Objects = true, Scenarios = true, FormatColumns = false, FormatRows = false });
        if (_merged.Count > 0)
            sheet.Append(new MergeCells(_merged.Select(range => new MergeCell { Reference = range })) { Count = (uint)_merged.Count });
        if (_validations.Count > 0)
            sheet.Append(new DataValidations(_validations) { Count = (uint)_validations.Count });
        sheet.Append(
            new PageMargins { Left = 0.5, Right = 0.4, Top = 0.6, Bottom = 0.6, Header = 0.3, Footer = 0.3 },
            new PageSetup { PaperSize = 9, Orientation = OrientationValues.Landscape, FitToWidth = 1, FitToHeight = 0 },
            new HeaderFooter(new OddFooter("&C&P / &N")));
        part.Worksheet = sheet;
    }

    /// <summary>The rows that every page repeats, as a name of the workbook; null if there are none.</summary>
    public string? PrintTitles => _headerRow == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"'{Name.Replace("'", "''", StringComparison.Ordinal)}'!${_headerRow}:${_headerRow}");

    /// <summary>The address of a cell of the current row.</summary>
    public string Reference(int column) => CellAddress.Of(column, RowNumber);

    /// <summary>Gives the current row the height that its texts need: programs do not agree on doing it by themselves.</summary>
    private void FitRow()
    {
        if (_isFitted)
            return;
        int lines = _texts.Select(cell => TextFit.Lines(cell.Text, (decimal)(cell.Column >= _mergedFrom ? widths[(_mergedFrom - 1)..].Sum() : widths[cell.Column - 1]),
            cell.Style is FormStyle.Header or FormStyle.Section or FormStyle.Title)).DefaultIfEmpty(1).Max();
        (_row.Height, _row.CustomHeight, _isFitted) = ((double)TextFit.RowHeight(lines), true, true);
    }

    /// <summary>A header near the top stays in sight.</summary>
    private SheetView View()
    {
        var view = new SheetView { WorkbookViewId = 0, ShowGridLines = false };
        if (_headerRow is > 0 and <= MostFrozenRows)
            view.Append(new Pane { VerticalSplit = _headerRow, TopLeftCell = string.Create(CultureInfo.InvariantCulture, $"B{_headerRow + 1}"), ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen });
        return view;
    }

    private void Validate(int column, int rows, DataValidationValues type, string formula, string title, string prompt, string error)
    {
        string range = rows == 1 ? Reference(column) : string.Create(CultureInfo.InvariantCulture, $"{Reference(column)}:{CellAddress.Of(column, RowNumber + rows - 1)}");
        _validations.Add(new DataValidation(new Formula1(formula))
        {
            Type = type,
            AllowBlank = true,
            ShowInputMessage = true,
            ShowErrorMessage = true,
            ErrorStyle = DataValidationErrorStyleValues.Stop,
            PromptTitle = Cut(title, LongestPromptTitle),
            Prompt = Cut(prompt, LongestPrompt),
            ErrorTitle = Cut(title, LongestPromptTitle),
            Error = Cut(error, LongestPrompt),
            SequenceOfReferences = new ListValue<StringValue> { InnerText = range },
        });
    }

    private static string Cut(string text, int longest) => text.Length <= longest ? text : text[..(longest - 1)] + "…";
}
