using System.Text;
using CsvHelper;
using DanVan.Scoring.Data;
using DanVan.Scoring.Diagnostics;

namespace DanVan.Scoring.Files.Reading;

/// <summary>A CSV file with a header, whose structure has been checked. Rows without any text are passed over, and totals, which are told.</summary>
internal sealed class CsvTable : Table
{
    private const int LargestRecord = 64 * 1024 * 1024;
    private static readonly char[] Delimiters = [';', ',', '\t'];

    private readonly TextFile _file;
    private readonly int _linesAbove;
    private readonly int _codeColumn;
    private readonly SortedSet<int> _unnamedWithText = [];
    private CsvReader _reader;
    private List<Diagnostic>? _totals;

    private CsvTable(TextFile file, int linesAbove, char delimiter, CsvReader reader)
    {
        _file = file;
        _linesAbove = linesAbove;
        Delimiter = delimiter;
        _reader = reader;
        Headers = [.. reader.Headers.Select(TextKey.Clean)];
        _codeColumn = Array.FindIndex([.. Headers], text => TableHeaders.Is(text, "code"));
    }

    /// <inheritdoc/>
    public override string FileName => _file.Name;

    /// <summary>The delimiter.</summary>
    public char Delimiter { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Headers { get; }

    /// <inheritdoc/>
    public override long HeaderLine => _linesAbove + 1;

    /// <inheritdoc/>
    public override long Line => _reader.LineNumber + _linesAbove;

    /// <inheritdoc/>
    protected override SourceInfo OwnInfo => new()
    {
        File = FileName,
        Sha256 = _file.Sha256,
        Encoding = _file.Encoding,
        Delimiter = Delimiter == '\t' ? "tab" : Delimiter.ToString(),
        Rows = RowCount,
    };

    /// <summary>Opens a table and checks its structure; null if it is faulty, which is then reported.</summary>
    /// <param name="path">The file.</param>
    /// <param name="shownName">The file as shown in messages.</param>
    /// <param name="knownHeaders">Headers that the table may have, to tell delimiters apart.</param>
    /// <param name="diagnostics">Takes the findings.</param>
    /// <param name="mayBeEmpty">True if a table without rows is fine.</param>
    public static CsvTable? Open(string path, string shownName, KnownHeaders knownHeaders, DiagnosticBag diagnostics, bool mayBeEmpty = false)
    {
        if (TextFile.Read(path, shownName, diagnostics) is not { } whole)
            return null;
        var (file, linesAbove) = CsvTitles.CutOff(whole, Delimiters, knownHeaders, diagnostics);
        if (FindDelimiter(file, linesAbove + 1, knownHeaders, diagnostics) is not { } delimiter)
            return null;
        int errorsBefore = diagnostics.ErrorCount;
        CsvTable? table = null;
        try
        {
            table = new CsvTable(file, linesAbove, delimiter, NewReader(file, delimiter, null));
            table.CheckStructure(diagnostics, mayBeEmpty);
        }
        catch (CsvFormatException e)
        {
            diagnostics.Add(DatasetDiagnostics.CellTooLong.At(new Place { File = shownName, Line = e.LineNumber > 0 ? e.LineNumber + linesAbove : null },
                ("length", (long)LargestRecord), ("limit", (long)LargestCell)));
        }
        if (diagnostics.ErrorCount == errorsBefore)
            return table;
        table?.Dispose();
        return null;
    }

    /// <inheritdoc/>
    public override bool Read()
    {
        while (_reader.Read())
        {
            Row++;
            if (IsTotalRow())
                _totals?.Add(DatasetDiagnostics.RowNotUsed.At(Place, ("found", Encoding.UTF8.GetString(_reader.RawRecord).Trim([.. Delimiters, ' ', '\r', '\n'])), ("why", TotalRow)));
            else if (!IsBlankRow())
                return true;
        }
        return false;
    }

    /// <inheritdoc/>
    public override void Rewind()
    {
        _reader.Dispose();
        _reader = NewReader(_file, Delimiter, null);
        Row = 0;
    }

    /// <inheritdoc/>
    public override int CopyTo(int column, Span<char> buffer) => Encoding.UTF8.GetChars(_reader.GetSpan(column), buffer);

    /// <inheritdoc/>
    public override string Text(int column) => column < 0 ? "" : TextKey.Clean(Encoding.UTF8.GetString(_reader.GetSpan(column)));

    /// <inheritdoc/>
    public override void Dispose() => _reader.Dispose();

    private static CsvReader NewReader(TextFile file, char delimiter, List<CsvMalformedRecord>? malformed, bool allowLineBreaks = true)
    {
        var reader = CsvReader.Create(file.Utf8, new CsvReaderOptions
        {
            Separator = delimiter,
            TrackLineNumbers = true,
            MalformedData = CsvMalformedDataHandling.Recover,
            FieldCountMismatch = CsvFieldCountHandling.Allow,
            AllowLineBreaksInQuotes = allowLineBreaks,
            OnMalformedRecord = malformed is null ? null : malformed.Add,
            MaxRecordSize = LargestRecord,
        });
        reader.ReadHeader();
        return reader;
    }

    private void CheckStructure(DiagnosticBag diagnostics, bool mayBeEmpty)
    {
        if (Headers.Count == 1)
        {
            diagnostics.Add(DatasetDiagnostics.OneColumn.At(new Place { File = FileName, Line = HeaderLine }, ("found", Headers[0])));
            return;
        }
        var malformed = new List<CsvMalformedRecord>();
        _reader.Dispose();
        _reader = NewReader(_file, Delimiter, malformed);
        var overhanging = new List<Diagnostic>();
        _totals = [];
        while (Read())
        {
            RowCount++;
            CheckWidth(diagnostics, overhanging);
            for (int i = 0; i < Headers.Count; i++)
                if (Headers[i].Length == 0 && !_reader.GetSpan(i).Trim(" \t\u00A0"u8).IsEmpty)
                    _unnamedWithText.Add(i);
            for (int i = 0; i < _reader.FieldCount; i++)
                if (_reader.GetSpan(i).Length is > LargestCell and var length)
                    diagnostics.Add(DatasetDiagnostics.CellTooLong.At(Place with { ColumnName = i < Headers.Count ? Headers[i] : null },
                        ("length", length), ("limit", LargestCell)));
        }
        diagnostics.AddRange(_totals);
        _totals = null;
        foreach (int column in _unnamedWithText)
            diagnostics.Add(DatasetDiagnostics.UnknownColumn.At(new Place { File = FileName, Line = HeaderLine },
                ("name", new LocalText($"(cột thứ {column + 1}, không có tiêu đề)", $"(column {column + 1}, without header)"))));
        if (overhanging.Count < RowCount)
            diagnostics.AddRange(overhanging);
        if (malformed.Any(record => record.Reason == CsvMalformedReason.UnterminatedQuote))
            ReportOpenQuote(diagnostics);
        else if (RowCount == 0 && !mayBeEmpty)
            diagnostics.Add(DatasetDiagnostics.HeaderOnly.At(new Place { File = FileName }));
        Rewind();
    }

    /// <summary>
    /// A row has as many cells as the header. A delimiter at the end of every row is let pass; at the end of some rows
    /// only, it may stand for a cell that was put in by mistake and shifted the others.
    /// </summary>
    private void CheckWidth(DiagnosticBag diagnostics, List<Diagnostic> overhanging)
    {
        int found = _reader.FieldCount;
        if (found == Headers.Count)
            return;
        string raw = Encoding.UTF8.GetString(_reader.RawRecord[..Math.Min(_reader.RawRecord.Length, 4096)]);
        char other = Delimiters.FirstOrDefault(candidate => candidate != Delimiter && raw.Count(c => c == candidate) == Headers.Count - 1);
        var fault = DatasetDiagnostics.ColumnCount.At(Place, ("found", found), ("expected", Headers.Count),
            ("other", other == 0 ? null : Shown(other)), ("delimiter", Shown(Delimiter)));
        if (found != Headers.Count + 1 || !_reader.GetSpan(Headers.Count).Trim((byte)' ').IsEmpty)
            diagnostics.Add(fault);
        else if (overhanging.Count < DiagnosticBag.MostPerCode || RowCount == overhanging.Count + 1)
            overhanging.Add(fault);
    }

    /// <summary>An open quotation mark swallows the rest of the file: read again by lines to find where it starts.</summary>
    private void ReportOpenQuote(DiagnosticBag diagnostics)
    {
        var malformed = new List<CsvMalformedRecord>();
        using var lines = NewReader(_file, Delimiter, malformed, allowLineBreaks: false);
        while (lines.Read())
        {
        }
        long line = malformed.Count > 0 ? malformed[0].LineNumber : 1;
        diagnostics.Add(DatasetDiagnostics.UnclosedQuote.At(new Place { File = FileName, Line = line + _linesAbove }));
    }

    private bool IsTotalRow()
    {
        if (_codeColumn < 0 || _codeColumn >= _reader.FieldCount)
            return false;
        var code = _reader.GetSpan(_codeColumn).Trim(" \t\u00A0"u8);
        if (!code.IsEmpty)
            return (code[0] | 0x20) is 't' or 'c' && IsTotal(Text(_codeColumn));
        for (int i = 0; i < _reader.FieldCount; i++)
            if (IsTotal(Text(i)))
                return true;
        return false;
    }

    private bool IsBlankRow()
    {
        for (int i = 0; i < _reader.FieldCount; i++)
            if (!_reader.GetSpan(i).Trim(" \t\u00A0"u8).IsEmpty)
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
            .Select(delimiter =>
            {
                using var reader = NewReader(file, delimiter, null);
                return (Delimiter: delimiter, Known: reader.Headers.Count(header => knownHeaders.Contains(header)), reader.Headers.Count);
            })
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

    private static string Shown(char delimiter) => delimiter == '\t' ? "tab" : delimiter.ToString();
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
