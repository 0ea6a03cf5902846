using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace DanVan.Scoring.Files.Reading;

/// <summary>
/// A workbook (.xlsx), read as a stream. Formulas count with the value that was stored; one without is an error, as are
/// error values.
/// </summary>
internal sealed class OpenXmlWorkbook : Workbook
{
    private const int MostColumns = 16_384;

    private readonly SpreadsheetDocument _document;
    private readonly string[] _shared;
    private readonly SheetFormat[] _formats;
    private readonly bool _startsIn1904;
    private readonly List<(string Name, WorksheetPart Part)> _sheets;
    private int _cellsLeft = MostCells;

    public OpenXmlWorkbook(Stream stream, bool withHidden = false)
    {
        Archive.Check(stream);
        _document = SpreadsheetDocument.Open(stream, isEditable: false, new OpenSettings { MaxCharactersInPart = Archive.LargestContent });
        var workbook = _document.WorkbookPart ?? throw new InvalidDataException("There is no workbook.");
        _shared = [.. ReadShared(workbook)];
        _formats = ReadFormats(workbook);
        _startsIn1904 = workbook.Workbook.WorkbookProperties?.Date1904?.Value ?? false;
        _sheets = [.. (workbook.Workbook.Sheets?.Elements<Sheet>() ?? [])
            .Where(sheet => withHidden || sheet.State is null || sheet.State.Value == SheetStateValues.Visible)
            .Select(sheet => (Name: sheet.Name?.Value ?? "", Part: sheet.Id?.Value is { } id ? workbook.GetPartById(id) as WorksheetPart : null))
            .Where(sheet => sheet.Part is not null)
            .Select(sheet => (sheet.Name, sheet.Part!))];
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> SheetNames => [.. _sheets.Select(sheet => sheet.Name)];

    /// <inheritdoc/>
    public override IEnumerable<SheetRow> Rows(int sheet, List<MergedCells>? merged = null)
    {
        using var reader = OpenXmlReader.Create(_sheets[sheet].Part);
        uint number = 0;
        int column = -1;
        var cells = new List<SheetCell>();
        bool isInside = reader.Read();
        while (isInside)
        {
            if (reader.IsStartElement && reader.ElementType == typeof(Row))
            {
                if (cells.Count > 0)
                    yield return new SheetRow(number, cells);
                string? own = reader.Attributes.FirstOrDefault(attribute => attribute.LocalName == "r").Value;
                number = own is null ? number + 1 : uint.Parse(own, NumberStyles.None, CultureInfo.InvariantCulture);
                cells = [];
                column = -1;
            }
            else if (reader.IsStartElement && reader.ElementType == typeof(Cell))
            {
                var cell = (Cell)reader.LoadCurrentElement()!;
                column = cell.CellReference?.Value is { } reference ? ColumnOf(reference) : column + 1;
                var (text, origin) = Read(cell);
                if (text.Length > 0 && column is >= 0 and < MostColumns)
                    cells.Add(new SheetCell(column, text, origin, cell.CellFormula is not null));
                if (--_cellsLeft < 0)
                    throw new WorkbookTooLargeException();
            }
            else if (merged is not null && reader.IsStartElement && reader.ElementType == typeof(MergeCell)
                && reader.Attributes.FirstOrDefault(attribute => attribute.LocalName == "ref").Value?.Split(':') is [var first, var last])
            {
                merged.Add(new MergedCells((RowOf(first), RowOf(last)), (ColumnOf(first), ColumnOf(last))));
            }
            isInside = reader.Read();
        }
        if (cells.Count > 0)
            yield return new SheetRow(number, cells);
    }

    /// <inheritdoc/>
    public override void Dispose() => _document.Dispose();

    private (string Text, CellOrigin Origin) Read(Cell cell)
    {
        string raw = cell.CellValue?.Text ?? "";
        if (raw.Length == 0 && cell.CellFormula is not null && cell.DataType?.InnerText != "str")
            return ("=" + ValueText.Cut(cell.CellFormula.Text, 60), CellOrigin.Error);
        switch (cell.DataType?.InnerText ?? "n")
        {
            case "s":
                return int.TryParse(raw, NumberStyles.None, CultureInfo.InvariantCulture, out int index) && index < _shared.Length
                    ? (_shared[index], CellOrigin.Text) : ("#" + raw, CellOrigin.Error);
            case "inlineStr":
                return (cell.InlineString is { } inline ? TextOf(inline.Elements<Text>(), inline.Elements<Run>()) : "", CellOrigin.Text);
            case "b":
                return (SheetValues.YesNo(raw is "1" or "true"), CellOrigin.Text);
            case "e":
                return (raw.Length == 0 ? "#ERROR!" : raw, CellOrigin.Error);
            case "n" when raw.Length > 0:
                return ReadNumber(raw, cell.StyleIndex?.Value is { } style && style < _formats.Length ? _formats[style] : SheetFormat.Plain);
            default:
                return (TextKey.Clean(raw), CellOrigin.Text);
        }
    }

    private (string Text, CellOrigin Origin) ReadNumber(string raw, SheetFormat format)
    {
        if (!double.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out double stored) || !double.IsFinite(stored))
            return (TextKey.Clean(raw), CellOrigin.Error);
        return format == SheetFormat.Date && DateOf(stored) is { } date ? (SheetValues.Date(date), CellOrigin.Text) : SheetValues.Number(stored, format);
    }

    private DateTime? DateOf(double serial)
    {
        double days = _startsIn1904 ? serial + 1462 : serial;
        return days is >= 1 and < 2_958_466 ? DateTime.FromOADate(days < 60 ? days + 1 : days) : null;
    }

    private static IEnumerable<string> ReadShared(WorkbookPart workbook)
    {
        if (workbook.SharedStringTablePart is not { } part)
            yield break;
        int left = MostCells;
        using var reader = OpenXmlReader.Create(part);
        while (reader.Read())
        {
            if (reader.ElementType != typeof(SharedStringItem) || !reader.IsStartElement)
                continue;
            if (--left < 0)
                throw new WorkbookTooLargeException();
            var item = (SharedStringItem)reader.LoadCurrentElement()!;
            yield return TextOf(item.Elements<Text>(), item.Elements<Run>());
        }
    }

    /// <summary>The text of a string, without readings of its characters.</summary>
    private static string TextOf(IEnumerable<Text> texts, IEnumerable<Run> runs) =>
        TextKey.Clean(string.Concat(texts.Select(text => text.Text).Concat(runs.Select(run => run.Text?.Text))));

    private static SheetFormat[] ReadFormats(WorkbookPart workbook)
    {
        var styles = workbook.WorkbookStylesPart?.Stylesheet;
        var custom = styles?.NumberingFormats?.Elements<NumberingFormat>().Where(format => format.NumberFormatId is not null)
            .GroupBy(format => format.NumberFormatId!.Value).ToDictionary(group => group.Key, group => SheetValues.FormatOf(group.First().FormatCode?.Value ?? "")) ?? [];
        return [.. (styles?.CellFormats?.Elements<CellFormat>() ?? []).Select(format => format.NumberFormatId?.Value ?? 0)
            .Select(id => custom.TryGetValue(id, out var own) ? own
                : id is 9 or 10 ? SheetFormat.Percent
                : id is (>= 14 and <= 17) or 22 ? SheetFormat.Date : SheetFormat.Plain)];
    }

    private static uint RowOf(string reference) => uint.TryParse(
        reference.AsSpan().TrimStart("ABCDEFGHIJKLMNOPQRSTUVWXYZ"), NumberStyles.None, CultureInfo.InvariantCulture, out uint row) ? row : 0;

    private static int ColumnOf(string reference)
    {
        int column = 0;
        foreach (char c in reference.TakeWhile(char.IsAsciiLetter))
            column = Math.Min((column * 26) + (char.ToUpperInvariant(c) - 'A' + 1), 10 * MostColumns);
        return column - 1;
    }
}
