using System.Buffers;
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

/// <summary>
/// Writes one table. Numbers have at most nine decimals; text that a spreadsheet would take for a formula is neutralised.
/// </summary>
internal sealed class TableWriter : IDisposable
{
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
        : this(stream, style, note?.Header, isStart: true)
    {
        foreach (string header in headers)
            Text(header);
        EndRow();
        _note = note?.Text;
    }

    private TableWriter(Stream stream, CsvStyle style, string? note, bool isStart)
    {
        bool isOffice = style == CsvStyle.Office;
        _note = note;
        _numbers = new NumberFormatInfo { NumberDecimalSeparator = isOffice ? "," : ".", NumberGroupSeparator = "", NegativeSign = "-" };
        _writer = CsvWriter.Create(stream, new CsvWriterOptions
        {
            Separator = isOffice ? ';' : ',',
            WriteByteOrderMark = isOffice && isStart,
            NewLine = "\r\n",
            FormatProvider = _numbers,
        }, leaveOpen: true);
    }

    /// <summary>Headers in one language.</summary>
    /// <param name="language">The language.</param>
    /// <param name="names">Each in Vietnamese and English, with a bar between.</param>
    public static string[] Headers(Language language, params string[] names) =>
        [.. names.Select(name => name.Split('|')[language == Language.Vietnamese ? 0 : 1])];

    /// <summary>The column that repeats the note of a result; null if it has none.</summary>
    public static (string Header, string Text)? NoteOf(Result result) =>
        result.Note is { } note ? (Headers(result.Language, "Ghi chú về số liệu|Note on the data")[0], note) : null;

    /// <summary>Goes on with a table: its rows only.</summary>
    /// <param name="stream">Takes the bytes; left open.</param>
    /// <param name="style">How to write them.</param>
    /// <param name="note">The text of the last column that says the same in every row; null for none.</param>
    public static TableWriter Rows(Stream stream, CsvStyle style, string? note) => new(stream, style, note, isStart: false);

    public TableWriter Text(string? text)
    {
        _writer.WriteField(FormulaText.Guard(text ?? ""));
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

    /// <summary>A number to nine decimals, half away from zero, without zeros at the end of its decimals; blank for null.</summary>
    public TableWriter Number(decimal? value)
    {
        Span<char> text = stackalloc char[40];
        int length = 0;
        if (value is { } number && (number = Rounding.Points(number)).TryFormat(text, out length, default, _numbers) && number.Scale > 0)
        {
            length = text[..length].TrimEnd('0').Length;
            if (text[length - 1] == _numbers.NumberDecimalSeparator[0])
                length--;
        }
        _writer.WriteField((ReadOnlySpan<char>)text[..length]);
        return this;
    }

    public void EndRow()
    {
        if (_note is not null)
            Text(_note);
        _writer.EndRecord();
    }

    public void Dispose() => _writer.Dispose();
}
