using System.Text.RegularExpressions;

namespace DanVan.Scoring.Files.Reading;

/// <summary>
/// A table in a workbook. The sheet and the row that hold the headers are found: titles may stand above, totals and
/// signatures below, names of groups between. Rows that are no data are reported, each with why.
/// </summary>
internal sealed partial class SheetTable : Table
{
    private const int MostRowsAboveHeader = 60;

    private readonly string _sha256;
    private readonly Header _header;
    private readonly int[] _columns;
    private readonly Dictionary<int, int> _positions;
    private readonly SheetCell[] _cells;
    private readonly List<SheetRow> _rows = [];

    /// <summary>Where the headers stand: a sheet, its last header row, and the header of each column by column.</summary>
    private sealed record Header(int Sheet, string SheetName, uint Row, SortedDictionary<int, string> Columns, int Known);

    private SheetTable(string fileName, string sha256, Header header)
        : base(fileName, header.Columns.Values)
    {
        _sha256 = sha256;
        _header = header;
        _columns = [.. header.Columns.Keys];
        _positions = _columns.Index().ToDictionary(pair => pair.Item, pair => pair.Index);
        _cells = new SheetCell[Headers.Count];
    }

    /// <inheritdoc/>
    public override long HeaderLine => _header.Row;

    /// <inheritdoc/>
    public override long Line => _rows[(int)Row - 1].Number;

    /// <inheritdoc/>
    public override Place Place => base.Place with { Sheet = _header.SheetName };

    /// <inheritdoc/>
    public override Place PlaceIn(Place row, int column) => base.PlaceIn(row, column) with { Cell = CellAddress.Of(_columns[column], row.Line!.Value) };

    /// <inheritdoc/>
    public override Place PlaceOfHeader(int column) => base.PlaceOfHeader(column) with { Sheet = _header.SheetName, Cell = CellAddress.Of(_columns[column], HeaderLine) };

    /// <inheritdoc/>
    protected override SourceInfo OwnInfo => new() { File = FileName, Sha256 = _sha256, Sheet = _header.SheetName, HeaderRow = _header.Row, Rows = RowCount };

    /// <summary>Opens the table of a workbook; null if there is none, which is then reported.</summary>
    /// <param name="path">The file.</param>
    /// <param name="shownName">The file as shown in messages.</param>
    /// <param name="knownHeaders">Headers that the table may have.</param>
    /// <param name="diagnostics">Takes the findings.</param>
    /// <param name="mayBeEmpty">True if a table without rows is fine.</param>
    /// <param name="cancellation">Stops reading between rows.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="OperationCanceledException">Reading was stopped.</exception>
    public static SheetTable? Open(string path, string shownName, KnownHeaders knownHeaders, DiagnosticBag diagnostics, bool mayBeEmpty, CancellationToken cancellation)
    {
        int errorsBefore = diagnostics.ErrorCount;
        string sha256 = TextFile.HashOf(path);
        var table = Workbook.Read(path, shownName, diagnostics, workbook =>
        {
            if (FindHeader(workbook, shownName, knownHeaders, diagnostics) is not { } header)
                return null;
            var found = new SheetTable(shownName, sha256, header);
            found.TakeRows(workbook.Rows(header.Sheet), diagnostics, mayBeEmpty, cancellation);
            return found;
        });
        return diagnostics.ErrorCount == errorsBefore ? table : null;
    }

    /// <inheritdoc/>
    public override bool Read()
    {
        if (Row == _rows.Count)
            return false;
        Row++;
        Take(_rows[(int)Row - 1]);
        return true;
    }

    /// <inheritdoc/>
    public override void Rewind() => Row = 0;

    /// <inheritdoc/>
    public override ReadOnlySpan<char> Chars(int column) => _cells[column].Text;

    /// <inheritdoc/>
    public override Table OpenPart(int part)
    {
        Rewind();
        return this;
    }

    /// <inheritdoc/>
    public override CellOrigin OriginOf(int column) => _cells[column].Origin;

    /// <inheritdoc/>
    public override string Text(int column) => column < 0 ? "" : _cells[column].Text ?? "";

    /// <inheritdoc/>
    public override void Dispose()
    {
        // The rows are in memory.
    }

    /// <summary>The row, or pair of rows, with the most known headers among the first rows of all sheets.</summary>
    private static Header? FindHeader(Workbook workbook, string shownName, KnownHeaders knownHeaders, DiagnosticBag diagnostics)
    {
        var found = new List<Header>();
        for (int sheet = 0; sheet < workbook.SheetNames.Count; sheet++)
        {
            Header? best = null;
            SortedDictionary<int, string>? above = null;
            foreach (var row in workbook.Rows(sheet).Take(MostRowsAboveHeader))
            {
                var texts = new SortedDictionary<int, string>();
                foreach (var cell in row.Cells)
                    if (cell.Origin == CellOrigin.Text)
                        texts[cell.Column] = cell.Text;
                foreach (var candidate in above is null ? [texts] : new[] { texts, Joined(above, texts) })
                {
                    int known = candidate.Values.Distinct(StringComparer.Ordinal).Count(knownHeaders.Contains);
                    if (known > (best?.Known ?? 0))
                        best = new Header(sheet, workbook.SheetNames[sheet], row.Number, candidate, known);
                }
                above = texts;
            }
            if (best is not null)
                found.Add(best);
        }
        int most = found.Count == 0 ? 0 : found.Max(header => header.Known);
        var fitting = found.Where(header => header.Known == most).ToList();
        if (fitting.Count == 1)
            return fitting[0];
        foreach (var cell in fitting.Count > 0 ? [] : Enumerable.Range(0, workbook.SheetNames.Count).SelectMany(sheet => workbook.Rows(sheet).Take(MostRowsAboveHeader)).SelectMany(row => row.Cells))
        {
            if (cell.Origin != CellOrigin.Text || LegacyText.FindCode(cell.Text) is not { } legacy)
                continue;
            diagnostics.Add(DatasetDiagnostics.LegacyText.At(new Place { File = shownName }, ("code", legacy.Code), ("found", cell.Text), ("meaning", legacy.Meaning)));
            return null;
        }
        diagnostics.Add(fitting.Count == 0
            ? DatasetDiagnostics.NoHeader.At(new Place { File = shownName }, ("sheets", workbook.SheetNames), ("allowed", knownHeaders.Names))
            : DatasetDiagnostics.TwoSheets.At(new Place { File = shownName }, ("sheets", fitting.Select(header => header.SheetName).ToList())));
        return null;

        // A known header counts over an unknown one (the title of a group of columns), the lower row over the upper.
        SortedDictionary<int, string> Joined(SortedDictionary<int, string> upper, SortedDictionary<int, string> lower)
        {
            var joined = new SortedDictionary<int, string>(upper);
            foreach (var (column, text) in lower)
                if (!joined.TryGetValue(column, out string? other) || knownHeaders.Contains(text) || !knownHeaders.Contains(other))
                    joined[column] = text;
            return joined;
        }
    }

    /// <summary>Fills the cells of a row that stand under a header; false if there are none.</summary>
    private bool Take(SheetRow row)
    {
        Array.Clear(_cells);
        bool any = false;
        foreach (var cell in row.Cells)
        {
            if (!_positions.TryGetValue(cell.Column, out int position))
                continue;
            _cells[position] = cell;
            any = true;
        }
        return any;
    }

    /// <summary>Keeps the rows that are data, and reports the others.</summary>
    private void TakeRows(IEnumerable<SheetRow> rows, DiagnosticBag diagnostics, bool mayBeEmpty, CancellationToken cancellation)
    {
        bool isBelowHeader = false;
        bool isNext = true;
        foreach (var row in rows)
        {
            cancellation.ThrowIfCancellationRequested();
            if (!isBelowHeader)
            {
                isBelowHeader = row.Number == _header.Row;
                continue;
            }
            var place = new Place { File = FileName, Sheet = _header.SheetName, Line = row.Number };
            if ((Take(row) ? WhyNoData(row, isNext) : new LocalText("không có ô nào dưới một tiêu đề", "no cell stands under a header")) is { } why)
            {
                diagnostics.Add(DatasetDiagnostics.RowNotUsed.At(place, ("found", ValueText.Cut(string.Join(" | ", row.Cells.Select(cell => cell.Text)), 80)), ("why", why)));
            }
            else
            {
                CheckCells(row, place, diagnostics);
                _rows.Add(row);
            }
            isNext = false;
        }
        RowCount = _rows.Count;
        if (RowCount == 0 && !mayBeEmpty)
            diagnostics.Add(DatasetDiagnostics.HeaderOnly.At(HeaderPlace));
    }

    private void CheckCells(SheetRow row, Place place, DiagnosticBag diagnostics)
    {
        foreach (var cell in row.Cells)
        {
            if (!_positions.ContainsKey(cell.Column))
                diagnostics.Add(DatasetDiagnostics.CellWithoutHeader.At(place with { Cell = CellAddress.Of(cell.Column, row.Number) }, ("found", ValueText.Cut(cell.Text, 60))));
            if (cell.Text.Length > LargestCell)
                diagnostics.Add(DatasetDiagnostics.CellTooLong.At(place, ("length", cell.Text.Length), ("limit", LargestCell)));
        }
    }

    /// <summary>Why the row is no data: a total, numbers of columns, the name of a group, a signature; null if it is data.</summary>
    private LocalText? WhyNoData(SheetRow row, bool isNextToHeader)
    {
        if (isNextToHeader && IsNumbering(row.Cells))
            return new LocalText("dòng đánh số cột", "it numbers the columns");
        string code = CodeColumn < 0 ? "" : Text(CodeColumn);
        if (code.Length > 0 && !IsTotal(code))
            return null;
        if (row.Cells.Any(cell => IsTotal(cell.Text)))
            return TotalRow;
        bool isHeading = row.Cells.Count == 1 || (CodeColumn >= 0 && row.Cells.Count == 2
            && row.Cells.All(cell => cell.Origin == CellOrigin.Text) && !int.TryParse(row.Cells[0].Text, CultureInfo.InvariantCulture, out _));
        return isHeading ? new LocalText("tên khối, tiêu đề hoặc chữ ký: không có mã", "the name of a group, a heading or a signature: it has no code") : null;
    }

    /// <summary>True for (1) (2) (3), for 1 2 3, and for A B 1 2 3.</summary>
    private static bool IsNumbering(IReadOnlyList<SheetCell> cells)
    {
        int next = 1;
        bool any = false;
        foreach (var cell in cells)
        {
            var match = ColumnNumber().Match(cell.Text);
            if (!match.Success)
                return false;
            if (match.Groups["number"] is not { Success: true } number)
                continue;
            if (int.Parse(number.ValueSpan, CultureInfo.InvariantCulture) != next++)
                return false;
            any = true;
        }
        return any && cells.Count >= 3;
    }

    [GeneratedRegex(@"^\(?(?:(?<number>\d{1,3})|[A-ZĐ])\)?(?:\s*=.*)?$")]
    private static partial Regex ColumnNumber();
}
