using System.Buffers;
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

    private static readonly SearchValues<char> NumberCharacters = SearchValues.Create("0123456789,%");

    private readonly CsvWriter _writer;
    private readonly NumberFormatInfo _numbers;

    private readonly string? _note;

    /// <summary>Starts a table with its headers.</summary>
    /// <param name="stream">Takes the bytes; left open.</param>
    /// <param name="style">How to write them.</param>
    /// <param name="headers">Headers, without that of the note.</param>
    /// <param name="note">A last column that says the same in every row, with its header; null for none.</param>
    public TableWriter(Stream stream, CsvStyle style, IReadOnlyList<string> headers, (string Header, string Text)? note = null)
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
        _note = note?.Header;
        EndRow();
        _note = note?.Text;
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

    /// <summary>A value as a dataset holds it: a number stays one, other text is neutralised like any.</summary>
    public TableWriter Value(string? value)
    {
        if (value is { Length: > 1 } && value[0] == '-' && value.AsSpan(1).IndexOfAnyExcept(NumberCharacters) < 0)
            _writer.WriteField(value);
        else
            Text(value);
        return this;
    }

    public TableWriter Number(decimal? value)
    {
        if (value is { } number)
            _writer.WriteField(WithoutZeros(number), default, _numbers);
        else
            _writer.WriteField("");
        return this;
    }

    /// <summary>The number without zeros at its end, which its text would show; dividing by a 1 with many decimals takes them off.</summary>
    private static decimal WithoutZeros(decimal number) => number.Scale == 0 ? number : number / 1.0000000000000000000000000000m;

    public void EndRow()
    {
        if (_note is not null)
            Text(_note);
        _writer.EndRecord();
    }

    public void Dispose() => _writer.Dispose();
}
