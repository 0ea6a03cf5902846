using CsvHelper;

namespace DanVan.Scoring.Files.Reading;

/// <summary>Checks the structure of a CSV file: as many cells in each row as there are headers, quotation marks closed, cells of bearable length.</summary>
internal sealed class CsvStructure(CsvText text, int linesAbove, DiagnosticBag diagnostics, CancellationToken cancellation)
{
    private readonly Findings _all = new(diagnostics);

    private long HeaderLine => linesAbove + 1;

    /// <summary>What a part of the file showed, or all of it.</summary>
    private sealed class Findings(DiagnosticBag whole)
    {
        public DiagnosticBag Diagnostics { get; } = new(whole);

        public SortedSet<int> UnnamedWithText { get; } = [];

        public List<Diagnostic> Totals { get; } = [];

        public List<Diagnostic> Overhanging { get; } = [];

        public long OverhangingCount { get; set; }

        public long RowCount { get; set; }

        public List<CsvMalformedRecord> Malformed { get; } = [];
    }

    /// <summary>Cuts the file into parts and checks them.</summary>
    /// <param name="partSize">About how long a part is to be, in bytes.</param>
    /// <param name="mayBeEmpty">True if a table without rows is fine.</param>
    /// <param name="open">Opens the table, once its parts are known.</param>
    /// <returns>Count of data rows.</returns>
    public long Check(int partSize, bool mayBeEmpty, Func<CsvTable> open)
    {
        if (text.Headers.Count == 1)
        {
            diagnostics.Add(DatasetDiagnostics.OneColumn.At(new Place { File = text.File.Name, Line = HeaderLine }, ("found", TextKey.Clean(text.Headers[0]))));
            return 0;
        }
        try
        {
            text.Cut(partSize);
        }
        catch (CsvFormatException e)
        {
            if (!ReportOpenQuote())
                diagnostics.Add(DatasetDiagnostics.CellTooLong.At(new Place { File = text.File.Name, Line = e.LineNumber > 0 ? e.LineNumber + linesAbove : null },
                    ("length", (long)CsvText.LargestRecord), ("limit", (long)Table.LargestCell)));
            return 0;
        }
        var table = open();
        PartWork.Run<Findings>(table.PartCount, () => part => CheckPart(table, part), Take);
        foreach (int column in _all.UnnamedWithText)
            diagnostics.Add(DatasetDiagnostics.UnknownColumn.At(new Place { File = text.File.Name, Line = HeaderLine },
                ("name", new LocalText($"(cột thứ {column + 1}, không có tiêu đề)", $"(column {column + 1}, without header)"))));
        ReportOverhanging();
        if (_all.Malformed.Count > 0)
            ReportOpenQuote();
        else if (_all.RowCount == 0 && !mayBeEmpty)
            diagnostics.Add(DatasetDiagnostics.HeaderOnly.At(new Place { File = text.File.Name }));
        return _all.RowCount;
    }

    private Findings CheckPart(CsvTable whole, int part)
    {
        cancellation.ThrowIfCancellationRequested();
        var findings = new Findings(diagnostics);
        using var table = whole.OpenPart(part);
        (table.Totals, table.Malformed) = (findings.Totals, findings.Malformed);
        while (table.Read())
        {
            findings.RowCount++;
            CheckWidth(table, findings);
            CheckBreaks(table, findings);
            for (int i = 0; i < table.Headers.Count; i++)
                if (table.Headers[i].Length == 0 && !table.IsBlank(i))
                    findings.UnnamedWithText.Add(i);
            for (int i = 0; i < table.Width; i++)
                if (table.Cell(i).Length is > Table.LargestCell and var length)
                    findings.Diagnostics.Add(DatasetDiagnostics.CellTooLong.At(table.Place with { ColumnName = i < table.Headers.Count ? table.Headers[i] : null },
                        ("length", length), ("limit", Table.LargestCell)));
        }
        return findings;
    }

    private void Take(Findings part)
    {
        diagnostics.Take(part.Diagnostics);
        diagnostics.AddRange(part.Totals);
        _all.UnnamedWithText.UnionWith(part.UnnamedWithText);
        _all.Overhanging.AddRange(part.Overhanging.Take(DiagnosticBag.MostPerCode - _all.Overhanging.Count));
        _all.OverhangingCount += part.OverhangingCount;
        _all.RowCount += part.RowCount;
        _all.Malformed.AddRange(part.Malformed.Where(record => record.Reason == CsvMalformedReason.UnterminatedQuote));
    }

    /// <summary>
    /// A row has as many cells as the header. A delimiter at the end of every row is let pass; at the end of some rows
    /// only, it may stand for a cell that was put in by mistake and shifted the others.
    /// </summary>
    private static void CheckWidth(CsvTable table, Findings findings)
    {
        int found = table.Width, expected = table.Headers.Count;
        if (found == expected)
            return;
        bool isOverhanging = found == expected + 1 && table.Cell(expected).Trim((byte)' ').IsEmpty;
        if (isOverhanging && findings.OverhangingCount++ >= DiagnosticBag.MostPerCode)
            return;
        string raw = Encoding.UTF8.GetString(table.RawRow[..Math.Min(table.RawRow.Length, 4096)]);
        char other = CsvTable.Delimiters.FirstOrDefault(candidate => candidate != table.Delimiter && raw.Count(c => c == candidate) == expected - 1);
        var fault = DatasetDiagnostics.ColumnCount.At(table.Place, ("found", found), ("expected", expected),
            ("other", other == 0 ? null : CsvTable.Shown(other)), ("delimiter", CsvTable.Shown(table.Delimiter)));
        if (isOverhanging)
            findings.Overhanging.Add(fault);
        else
            findings.Diagnostics.Add(fault);
    }

    /// <summary>
    /// A cell may hold line breaks and the separator. But a quotation mark opened in one row and closed in another makes such
    /// a cell too, of all that stands between: it is always told, and an error if its last line looks like the start of a row.
    /// </summary>
    private static void CheckBreaks(CsvTable table, Findings findings)
    {
        if (table.RawRow.TrimEnd("\r\n"u8).IndexOf((byte)'\n') < 0)
            return;
        long line = table.Line;
        for (int i = 0; i < table.Width; i++)
        {
            var cell = table.Cell(i);
            int breaks = cell.Count((byte)'\n');
            if (breaks > 0 && cell.Contains((byte)table.Delimiter))
            {
                string[] pieces = Encoding.UTF8.GetString(cell[(cell.LastIndexOf((byte)'\n') + 1)..]).Split(table.Delimiter);
                bool isRow = i > 0 && pieces.Length == i + 1 && table.CodeColumn >= 0 && table.CodeColumn < i
                    && TextKey.Clean(pieces[table.CodeColumn]) is { Length: > 0 } code && !code.Contains(' ', StringComparison.Ordinal);
                string found = Encoding.UTF8.GetString(cell[..Math.Min(cell.Length, 200)]);
                findings.Diagnostics.Add((isRow ? DatasetDiagnostics.SwallowedRow : DatasetDiagnostics.BreakInCell).At(
                    table.Place with { Line = line, ColumnName = i < table.Headers.Count ? table.Headers[i] : null },
                    ("first", line), ("last", line + breaks), ("found", ValueText.Cut(found, 80)),
                    ("delimiter", CsvTable.Shown(table.Delimiter))));
            }
            line += breaks;
        }
    }

    private void ReportOverhanging()
    {
        if (_all.OverhangingCount == _all.RowCount)
            return;
        diagnostics.AddRange(_all.Overhanging);
        for (long left = _all.OverhangingCount - _all.Overhanging.Count; left > 0; left--)
            diagnostics.Count(DatasetDiagnostics.ColumnCount);
    }

    /// <summary>An open quotation mark swallows the rest of the file: read again by lines to find where it starts; false if there is none.</summary>
    private bool ReportOpenQuote()
    {
        var malformed = new List<CsvMalformedRecord>();
        using var lines = text.OpenWhole(malformed, allowLineBreaks: false);
        while (malformed.Count == 0 && lines.Read())
        {
        }
        if (malformed.Count > 0)
            diagnostics.Add(DatasetDiagnostics.UnclosedQuote.At(new Place { File = text.File.Name, Line = malformed[0].LineNumber + linesAbove }));
        return malformed.Count > 0;
    }
}
