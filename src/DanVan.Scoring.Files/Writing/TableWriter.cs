using System.Globalization;
using CsvHelper;

namespace DanVan.Scoring.Files.Writing;

/// <summary>How result tables are written.</summary>
public enum CsvStyle
{
    /// <summary>For Vietnamese Excel: UTF-8 with byte order mark, <c>;</c>, decimal comma.</summary>
    Office,

    /// <summary>For programs: UTF-8 without byte order mark, <c>,</c>, decimal point.</summary>
    Plain,
}

/// <summary>Writes one table. Numbers keep all their digits; text that a spreadsheet would take for a formula is neutralised.</summary>
internal sealed class TableWriter : IDisposable
{
    private const string FormulaStarts = "=+-@\t\r＝＋－＠";

    private readonly CsvWriter _writer;
    private readonly NumberFormatInfo _numbers;

    public TableWriter(Stream stream, CsvStyle style, IReadOnlyList<string> headers)
    {
        bool isOffice = style == CsvStyle.Office;
        _numbers = new NumberFormatInfo { NumberDecimalSeparator = isOffice ? "," : ".", NumberGroupSeparator = "", NegativeSign = "-" };
        _writer = CsvWriter.Create(stream, new CsvWriterOptions
        {
            Separator = isOffice ? ';' : ',',
            WriteByteOrderMark = isOffice,
            NewLine = "\r\n",
            FormatProvider = _numbers,
        }, leaveOpen: true);
        foreach (string header in headers)
            Text(header);
        EndRow();
    }

    public TableWriter Text(string? text)
    {
        string cell = text ?? "";
        string start = cell.TrimStart(' ', '\u00A0', '\u3000');
        if (start.Length > 0 && FormulaStarts.Contains(start[0], StringComparison.Ordinal))
            cell = "'" + cell;
        _writer.WriteField(cell);
        return this;
    }

    public TableWriter Number(decimal? value)
    {
        if (value is { } number)
            _writer.WriteField(number, "0.############################", _numbers);
        else
            _writer.WriteField("");
        return this;
    }

    public void EndRow() => _writer.EndRecord();

    public void Dispose() => _writer.Dispose();
}
