namespace DanVan.Scoring.Files.Reading;

/// <summary>What a cell was in its file.</summary>
internal enum CellOrigin
{
    /// <summary>Text, as in every cell of a CSV file: how it writes numbers must be recognised.</summary>
    Text,

    /// <summary>A number that a workbook stores as one; its text is written with a decimal point.</summary>
    Number,

    /// <summary>An error value of a workbook, or a formula that was never computed.</summary>
    Error,
}

/// <summary>A table with a header, whose structure has been checked; read row by row, as often as needed.</summary>
internal abstract class Table : IDisposable
{
    /// <summary>A longer cell is refused, in characters.</summary>
    public const int LargestCell = 32_767;

    /// <summary>Why a row is no data: it adds up others.</summary>
    protected static readonly LocalText TotalRow = new("dòng tổng cộng", "a total");

    private static readonly string[] TotalWords = ["cong", "tong", "tongcong", "tongdiem", "tongso"];
    private readonly SortedDictionary<int, RecognisedColumn> _recognised = [];

    /// <param name="fileName">The file as shown in messages.</param>
    /// <param name="headers">The headers, cleaned.</param>
    protected Table(string fileName, IEnumerable<string> headers)
    {
        (FileName, Headers) = (fileName, [.. headers]);
        CodeColumn = Headers.ToList().FindIndex(header => TableHeaders.Is(header, "code"));
    }

    /// <summary>A part of a table.</summary>
    protected Table(Table whole) => (FileName, Headers, CodeColumn) = (whole.FileName, whole.Headers, whole.CodeColumn);

    /// <summary>The file as shown in messages.</summary>
    public string FileName { get; }

    /// <summary>The headers, cleaned.</summary>
    public IReadOnlyList<string> Headers { get; }

    /// <summary>The column of codes of units; -1 if there is none.</summary>
    public int CodeColumn { get; }

    /// <summary>1-based line of the header.</summary>
    public virtual long HeaderLine => 1;

    /// <summary>Count of data rows.</summary>
    public long RowCount { get; protected set; }

    /// <summary>1-based number of the current data row.</summary>
    public long Row { get; protected set; }

    /// <summary>1-based line on which the current row starts; the row number of a worksheet.</summary>
    public abstract long Line { get; }

    /// <summary>The file and what was recognised in it.</summary>
    public SourceInfo Info => OwnInfo with { Columns = [.. _recognised.Values] };

    /// <summary>The file and what was recognised in it, without columns.</summary>
    protected abstract SourceInfo OwnInfo { get; }

    /// <summary>Keeps what a column was taken for, to be told.</summary>
    /// <param name="column">The column.</param>
    /// <param name="field">What it was taken for.</param>
    /// <param name="style">How it writes numbers; null if it holds none.</param>
    public void Recognise(int column, string field, NumberStyle? style = null) => _recognised[column] = new RecognisedColumn
    {
        Header = Headers[column],
        Field = field,
        DecimalSign = style?.DecimalSign?.ToString(),
        DecimalSignFrom = style?.ToldBy,
    };

    /// <summary>The current row's place.</summary>
    public virtual Place Place => new() { File = FileName, Row = Row, Line = Line };

    /// <summary>The place of the header of a column.</summary>
    public virtual Place PlaceOfHeader(int column) => HeaderPlace with { ColumnName = Headers[column] };

    /// <summary>The place of the headers.</summary>
    public Place HeaderPlace => new() { File = FileName, Line = HeaderLine };

    /// <summary>The place of a cell of the current row.</summary>
    public Place PlaceOf(int column) => PlaceIn(Place, column);

    /// <summary>The place of a cell of a row.</summary>
    /// <param name="row">The row's place.</param>
    /// <param name="column">The column.</param>
    public virtual Place PlaceIn(Place row, int column) => row with { ColumnName = Headers[column] };

    /// <summary>The finding that a cell of the current row is blank.</summary>
    public Diagnostic BlankCell(int column) => DatasetDiagnostics.BlankCell.At(PlaceOf(column), ("name", Headers[column]));

    /// <summary>The finding that a column is missing.</summary>
    /// <param name="name">The column.</param>
    /// <param name="allowed">How it may be spelt.</param>
    public Diagnostic MissingColumn(string name, IEnumerable<string> allowed) => DatasetDiagnostics.MissingColumn.At(HeaderPlace,
        ("name", name), ("suggestion", Suggestion.Nearest(name, Headers)), ("allowed", allowed));

    /// <summary>The unit of the current row; null if there is none, which is then reported.</summary>
    /// <param name="codeColumn">The column with the code.</param>
    /// <param name="builder">Knows the units.</param>
    /// <param name="diagnostics">Takes the findings.</param>
    public int? FindUnit(int codeColumn, DatasetBuilder builder, DiagnosticBag diagnostics)
    {
        string code = Text(codeColumn);
        if (code.Length > 0)
            return builder.FindUnit(code, PlaceOf(codeColumn));
        diagnostics.Add(BlankCell(codeColumn));
        return null;
    }

    /// <summary>Moves to the next row that holds data.</summary>
    public abstract bool Read();

    /// <summary>How many parts the rows come in, which can be read at the same time.</summary>
    public virtual int PartCount => 1;

    /// <summary>Opens a part, before its first row. It may be this table itself; disposing of it does not close this table.</summary>
    /// <param name="part">0-based index of the part.</param>
    public abstract Table OpenPart(int part);

    /// <summary>Goes back before the first row.</summary>
    public abstract void Rewind();

    /// <summary>The text of a cell of the current row as written; good until the next one is asked for.</summary>
    public abstract ReadOnlySpan<char> Chars(int column);

    /// <summary>The decimal sign that goes with how the columns are parted; null if that tells nothing.</summary>
    public virtual char? SignOfSeparator => null;

    /// <summary>True if a cell of the current row may hold a comma, a point, or a power of ten.</summary>
    public virtual bool MayHoldSign(int column) => true;

    /// <summary>Reads a cell of the current row that is a plain number, as most are; false for any other.</summary>
    /// <param name="column">The column.</param>
    /// <param name="decimalSign">Its decimal sign; null if no cell of it shows one.</param>
    /// <param name="value">The number.</param>
    public virtual bool TryReadNumber(int column, char? decimalSign, out decimal value)
    {
        value = 0;
        return false;
    }

    /// <summary>What a cell of the current row was in its file.</summary>
    public virtual CellOrigin OriginOf(int column) => CellOrigin.Text;

    /// <summary>The text of a cell of the current row, cleaned; empty for column -1, and behind the last row.</summary>
    public abstract string Text(int column);

    /// <inheritdoc/>
    public abstract void Dispose();

    /// <summary>True if the text is that of a row which adds up others.</summary>
    protected static bool IsTotal(string text) => TotalWords.Contains(TextKey.Loose(text).TrimEnd(':', '.'), StringComparer.Ordinal);
}
