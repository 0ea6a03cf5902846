using DocumentFormat.OpenXml.Packaging;
using ExcelDataReader.Exceptions;

namespace DanVan.Scoring.Files.Reading;

/// <summary>A cell of a worksheet.</summary>
/// <param name="Column">0-based column.</param>
/// <param name="Text">Its text, cleaned: a number with a decimal point, a percentage with its sign, a date as year-month-day.</param>
/// <param name="Origin">What it was in the file.</param>
/// <param name="MayBeFormula">True if a formula gave it, or if the file does not tell.</param>
internal readonly record struct SheetCell(int Column, string Text, CellOrigin Origin, bool MayBeFormula = false);

/// <summary>A row of a worksheet that holds any text.</summary>
/// <param name="Number">Its 1-based number.</param>
/// <param name="Cells">Its cells that are not blank, from left to right.</param>
internal readonly record struct SheetRow(uint Number, IReadOnlyList<SheetCell> Cells)
{
    /// <summary>The text of a cell; empty if it holds none.</summary>
    public string TextAt(int column) => Cells.FirstOrDefault(cell => cell.Column == column).Text ?? "";
}

/// <summary>Cells of a worksheet that are merged into one.</summary>
/// <param name="Rows">1-based numbers of the first and the last row.</param>
/// <param name="Columns">0-based first and last column.</param>
internal readonly record struct MergedCells((uint First, uint Last) Rows, (int First, int Last) Columns);

/// <summary>A workbook: its sheets, row by row. Sizes are checked before anything is unpacked.</summary>
internal abstract class Workbook : IDisposable
{
    /// <summary>Most cells that are read of all sheets together.</summary>
    public const int MostCells = 20_000_000;

    private static readonly LocalText TooLarge = new("nội dung quá lớn.", "its content is too large.");

    /// <summary>Names of the sheets: of the visible ones, or of all if they were asked for.</summary>
    public abstract IReadOnlyList<string> SheetNames { get; }

    /// <summary>The rows of a sheet that hold any text, in the order of the file.</summary>
    /// <param name="sheet">0-based index of the sheet.</param>
    /// <param name="merged">Takes the merged cells, which are known when all rows are read; null if nobody asks.</param>
    public abstract IEnumerable<SheetRow> Rows(int sheet, List<MergedCells>? merged = null);

    /// <inheritdoc/>
    public abstract void Dispose();

    /// <summary>Opens a workbook that other programs may hold open, and does some work with it; what is damaged is reported.</summary>
    /// <param name="path">The file; its content tells whether it is .xlsx or .xls.</param>
    /// <param name="shownName">The file as shown in messages.</param>
    /// <param name="diagnostics">Takes the findings.</param>
    /// <param name="read">The work; the workbook is closed behind it.</param>
    /// <param name="withHidden">True if hidden sheets are to be read too.</param>
    /// <returns>What the work gave; null if the file is damaged.</returns>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static T? Read<T>(string path, string shownName, DiagnosticBag diagnostics, Func<Workbook, T?> read, bool withHidden = false)
        where T : class
    {
        using var stream = TextFile.Open(path);
        var place = new Place { File = shownName };
        try
        {
            using Workbook workbook = IsOld(stream) ? new OldWorkbook(stream, withHidden) : new OpenXmlWorkbook(stream, withHidden);
            if (workbook is OldWorkbook)
                diagnostics.Add(DatasetDiagnostics.OldWorkbook.At(place));
            return read(workbook);
        }
        catch (Exception e) when (IsDamage(e))
        {
            diagnostics.Add(DatasetDiagnostics.NotWorkbook.At(place, ("fault", e switch
            {
                WorkbookTooLargeException => TooLarge,
                InvalidPasswordException => new LocalText("tệp có mật khẩu.", "it is protected by a password."),
                _ => new LocalText("tệp hỏng hoặc không phải .xlsx.", "it is damaged or not .xlsx."),
            })));
            return null;
        }
    }

    /// <summary>Old workbooks, and new ones with a password, are compound files.</summary>
    private static bool IsOld(FileStream stream)
    {
        Span<byte> start = stackalloc byte[4];
        int length = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        stream.Position = 0;
        return length == 4 && start.SequenceEqual((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]);
    }

    /// <summary>True for what damaged files make the packages throw.</summary>
    private static bool IsDamage(Exception e) => e is InvalidDataException or OpenXmlPackageException or FileFormatException or System.Xml.XmlException
        or ArgumentException or KeyNotFoundException or FormatException or InvalidOperationException or NullReferenceException or OverflowException
        or NotSupportedException or UriFormatException or IndexOutOfRangeException or InvalidCastException or ExcelReaderException or EndOfStreamException;
}

/// <summary>A workbook that asks for more than a table can need.</summary>
internal sealed class WorkbookTooLargeException : InvalidOperationException;
