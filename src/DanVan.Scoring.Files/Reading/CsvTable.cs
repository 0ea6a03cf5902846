using System.Buffers;
using CsvHelper;

namespace DanVan.Scoring.Files.Reading;

/// <summary>How a CSV file is cut up to be read.</summary>
/// <param name="PartSize">About how long the parts are that can be read at the same time, in bytes.</param>
/// <param name="MostInMemory">A larger file in UTF-8 is left on disk and read part by part, in bytes.</param>
internal sealed record CsvCut(int PartSize = 1 << 20, long MostInMemory = 64 << 20);

/// <summary>A CSV file with a header, whose structure has been checked. Rows without any text are passed over, and totals, which are told.</summary>
internal sealed class CsvTable : Table
{
    public static readonly char[] Delimiters = [';', ',', '\t'];

    private readonly CsvText _text;
    private readonly int _linesAbove;
    private readonly int _firstPart;
    private readonly int _endPart;
    private readonly bool _isPart;
    private int _part;
    private CsvReader? _reader;
    private byte[]? _rented;
    private char[] _chars = new char[256];

    private CsvTable(CsvText text, int linesAbove)
        : base(text.File.Name, text.Headers.Select(header => TextKey.Clean(FormulaText.Unguard(header))))
    {
        _text = text;
        _linesAbove = linesAbove;
        _endPart = text.Parts.Count;
        _part = -1;
    }

    private CsvTable(CsvTable whole, int part)
        : base(whole)
    {
        (_text, _linesAbove) = (whole._text, whole._linesAbove);
        (_firstPart, _endPart, _part, _isPart) = (part, part + 1, part - 1, true);
    }

    /// <inheritdoc/>
    public override long HeaderLine => _linesAbove + 1;

    /// <inheritdoc/>
    public override long Line => _linesAbove + _text.Parts[_part].LinesBefore + _reader!.LineNumber;

    /// <inheritdoc/>
    public override int PartCount => _text.Parts.Count;

    /// <inheritdoc/>
    protected override SourceInfo OwnInfo => new()
    {
        File = FileName,
        Sha256 = _text.File.Sha256,
        Encoding = _text.File.Encoding,
        Delimiter = Shown(_text.Delimiter),
        Rows = RowCount,
    };

    /// <summary>The delimiter.</summary>
    public char Delimiter => _text.Delimiter;

    /// <summary>How many cells the current row has.</summary>
    public int Width => _reader!.FieldCount;

    /// <summary>The current row as it stands in the file.</summary>
    public ReadOnlySpan<byte> RawRow => _reader!.RawRecord;

    /// <summary>Takes the rows that are passed over as totals, if it is there.</summary>
    public List<Diagnostic>? Totals { get; set; }

    /// <summary>Takes the rows that are malformed, if it is there.</summary>
    public List<CsvMalformedRecord>? Malformed { get; set; }

    /// <summary>Opens a table and checks its structure; null if it is faulty, which is then reported.</summary>
    /// <param name="path">The file.</param>
    /// <param name="shownName">The file as shown in messages.</param>
    /// <param name="knownHeaders">Headers that the table may have, to tell delimiters apart.</param>
    /// <param name="diagnostics">Takes the findings.</param>
    /// <param name="mayBeEmpty">True if a table without rows is fine.</param>
    /// <param name="cut">How it is cut up; null for the usual way.</param>
    /// <param name="cancellation">Stops checking between parts.</param>
    public static CsvTable? Open(
        string path, string shownName, KnownHeaders knownHeaders, DiagnosticBag diagnostics, bool mayBeEmpty = false, CsvCut? cut = null, CancellationToken cancellation = default)
    {
        cut ??= new CsvCut();
        if (TextFile.ReadOrLeave(path, shownName, diagnostics, cut.MostInMemory) is not { } whole)
            return null;
        var (file, linesAbove) = CsvTitles.CutOff(whole, Delimiters, knownHeaders, diagnostics);
        if (FindDelimiter(file, linesAbove + 1, knownHeaders, diagnostics) is { } delimiter)
        {
            int errorsBefore = diagnostics.ErrorCount;
            var text = new CsvText(file, delimiter);
            var rowCount = new CsvStructure(text, linesAbove, diagnostics, cancellation).Check(cut.PartSize, mayBeEmpty, () => new CsvTable(text, linesAbove));
            if (diagnostics.ErrorCount == errorsBefore)
                return new CsvTable(text, linesAbove) { RowCount = rowCount };
        }
        whole.OnDisk?.Dispose();
        return null;
    }

    /// <inheritdoc/>
    public override CsvTable OpenPart(int part) => new(this, part);

    /// <inheritdoc/>
    public override bool Read()
    {
        while (_reader is not null || OpenNextPart())
        {
            while (_reader!.Read())
            {
                Row++;
                if (IsTotalRow())
                    Totals?.Add(DatasetDiagnostics.RowNotUsed.At(Place, ("found", Encoding.UTF8.GetString(_reader.RawRecord).Trim([.. Delimiters, ' ', '\r', '\n'])), ("why", TotalRow)));
                else if (!IsBlankRow())
                    return true;
            }
            CloseReader();
        }
        return false;
    }

    /// <inheritdoc/>
    public override void Rewind()
    {
        CloseReader();
        (_part, Row) = (_firstPart - 1, 0);
    }

    /// <inheritdoc/>
    public override ReadOnlySpan<char> Chars(int column)
    {
        var text = _reader!.GetSpan(column);
        if (_chars.Length < text.Length)
            _chars = new char[text.Length * 2];
        var chars = _chars.AsSpan(0, Encoding.UTF8.GetChars(text, _chars));
        return chars.Contains('\'') ? FormulaText.Unguard(chars.ToString()) : chars;
    }

    /// <inheritdoc/>
    public override bool MayHoldSign(int column) => Cell(column).IndexOfAny(",.eE"u8) >= 0;

    /// <inheritdoc/>
    /// <remarks>A file that parts its columns at commas writes decimals with a point.</remarks>
    public override char? SignOfSeparator => Delimiter == ',' ? '.' : null;

    /// <inheritdoc/>
    public override bool TryReadNumber(int column, char? decimalSign, out decimal value) => NumberText.TryParsePlain(Cell(column), decimalSign, out value);

    /// <inheritdoc/>
    public override string Text(int column) =>
        column < 0 || _reader is null ? "" : TextKey.Clean(FormulaText.Unguard(Encoding.UTF8.GetString(_reader.GetSpan(column))));

    /// <summary>The bytes of a cell.</summary>
    public ReadOnlySpan<byte> Cell(int column) => _reader!.GetSpan(column);

    /// <summary>True if a cell of the current row holds nothing but blanks.</summary>
    public bool IsBlank(int column) => Cell(column).Trim(" \t\u00A0"u8).IsEmpty;

    /// <inheritdoc/>
    public override void Dispose()
    {
        CloseReader();
        if (!_isPart)
            _text.Dispose();
    }

    /// <summary>A delimiter in words.</summary>
    public static string Shown(char delimiter) => delimiter == '\t' ? "tab" : delimiter.ToString();

    private bool OpenNextPart()
    {
        if (_part + 1 >= _endPart)
            return false;
        _part++;
        _reader = _text.Open(_text.Parts[_part], Malformed, out _rented);
        Row = _text.Parts[_part].RowsBefore;
        return true;
    }

    private void CloseReader()
    {
        _reader?.Dispose();
        _reader = null;
        if (_rented is not null)
            ArrayPool<byte>.Shared.Return(_rented);
        _rented = null;
    }

    private bool IsTotalRow()
    {
        if (CodeColumn < 0 || CodeColumn >= Width)
            return false;
        var code = Cell(CodeColumn).Trim(" \t\u00A0"u8);
        if (!code.IsEmpty)
            return (code[0] | 0x20) is 't' or 'c' && IsTotal(Text(CodeColumn));
        for (int i = 0; i < Width; i++)
            if (IsTotal(Text(i)))
                return true;
        return false;
    }

    private bool IsBlankRow()
    {
        for (int i = 0; i < Width; i++)
            if (!IsBlank(i))
                return false;
        return true;
    }

    /// <summary>The delimiter under which most headers are known; with none known, the most frequent one.</summary>
    private static char? FindDelimiter(TextFile file, int headerLine, KnownHeaders knownHeaders, DiagnosticBag diagnostics)
    {
        var text = file.Utf8.Span;
        if (text.StartsWith("sep="u8) && text.Length > 4 && Delimiters.Contains((char)text[4]))
            return (char)text[4];
        var best = Delimiters
            .Select(delimiter => (Delimiter: delimiter, new CsvText(file, delimiter).Headers))
            .Select(found => (found.Delimiter, Known: found.Headers.Count(knownHeaders.Contains), found.Headers.Count))
            .OrderByDescending(found => found.Known)
            .ThenByDescending(found => found.Count)
            .ToList();
        if (best[0].Count > 1 && best[1].Known == best[0].Known && best[1].Count == best[0].Count)
        {
            diagnostics.Add(DatasetDiagnostics.MixedDelimiters.At(new Place { File = file.Name, Line = headerLine },
                ("first", Shown(best[0].Delimiter)), ("second", Shown(best[1].Delimiter))));
            return null;
        }
        return best[0].Delimiter;
    }
}

/// <summary>Trimming of UTF-8 bytes.</summary>
internal static class Utf8Spans
{
    public static ReadOnlySpan<byte> Trim(this ReadOnlySpan<byte> text, ReadOnlySpan<byte> any)
    {
        int start = text.IndexOfAnyExcept(any);
        return start < 0 ? [] : text[start..(text.LastIndexOfAnyExcept(any) + 1)];
    }
}
