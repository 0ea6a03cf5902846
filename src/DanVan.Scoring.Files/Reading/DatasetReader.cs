using System.Collections.Immutable;
using System.Text;
using DanVan.Scoring.Data;
using DanVan.Scoring.Diagnostics;
using DanVan.Scoring.Rules;
using DanVan.Scoring.Values;

namespace DanVan.Scoring.Files.Reading;

/// <summary>A dataset with the files it came from.</summary>
/// <param name="Data">The dataset.</param>
/// <param name="Sources">The files, with what was recognised in them.</param>
public sealed record DatasetReading(Dataset Data, ImmutableArray<SourceInfo> Sources) : IDisposable
{
    /// <summary>The table that cells are still read from; null if all are in memory.</summary>
    internal Table? Open { get; init; }

    /// <summary>Closes the file that cells are still read from.</summary>
    public void Dispose() => Open?.Dispose();
}

/// <summary>Reads a dataset folder: <c>units</c>, <c>results</c> and the optional tables, each as .csv, .xlsx or .xls.</summary>
public sealed class DatasetReader
{
    private static readonly string[] RequiredTables = ["units", "results"];
    private static readonly string[] OptionalTables = ["appraisal", "selfscores", "exemptions", "previous"];

    private static readonly string[] Extensions = [".csv", ".xlsx", ".xls"];

    /// <summary>What was received when the dataset was collected: told in reports, no part of the figures.</summary>
    internal const string ReceiptFile = "receipts.csv";

    private const string NoteFile = "note.txt";

    private readonly string _folder;
    private readonly RuleSet _ruleSet;
    private readonly DiagnosticBag _diagnostics;
    private readonly CsvCut _cut;
    private readonly char? _decimalSign;
    private readonly IProgress<decimal>? _progress;
    private readonly CancellationToken _cancellation;
    private readonly List<SourceInfo> _sources = [];

    private DatasetReader(
        string folder, RuleSet ruleSet, DiagnosticBag diagnostics, CsvCut cut, char? decimalSign, IProgress<decimal>? progress,
        CancellationToken cancellation)
    {
        _folder = folder;
        _ruleSet = ruleSet;
        _diagnostics = diagnostics;
        _cut = cut;
        _decimalSign = decimalSign;
        _progress = progress;
        _cancellation = cancellation;
    }

    /// <summary>Reads a folder. Faults of single cells and entries concern their units only.</summary>
    /// <param name="folder">The folder. Messages name its files without it, so that results do not depend on where it lies.</param>
    /// <param name="ruleSet">The rules that the data are for.</param>
    /// <param name="diagnostics">Takes the findings.</param>
    /// <param name="previousResult">The result folder of the last period, in place of <c>previous.csv</c>; null for none.</param>
    /// <param name="keepsCells">
    /// False if the cells of <c>results.csv</c> need not be kept: they are then read each time they are needed, their faults
    /// are found when units are scored, and the reading must be disposed of. A workbook, and a file with cells that the panel
    /// corrected, are kept all the same.
    /// </param>
    /// <param name="decimalSign">
    /// The decimal sign, comma or point, of columns whose cells do not show it (<c>7.981</c>); null to take what limits, separator
    /// and other columns tell, if they agree.
    /// </param>
    /// <param name="progress">Told which share of the results is found, 0 to 1; null if nobody asks.</param>
    /// <param name="cancellation">Stops reading between rows.</param>
    /// <returns>The dataset; null if a file's structure or the list of units is faulty.</returns>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A file cannot be read.</exception>
    /// <exception cref="OperationCanceledException">Reading was stopped.</exception>
    public static DatasetReading? Read(
        string folder, RuleSet ruleSet, DiagnosticBag diagnostics, string? previousResult = null, bool keepsCells = true, char? decimalSign = null,
        IProgress<decimal>? progress = null, CancellationToken cancellation = default) =>
        Read(folder, ruleSet, diagnostics, new CsvCut(), previousResult, keepsCells, decimalSign, progress, cancellation);

    /// <inheritdoc cref="Read(string, RuleSet, DiagnosticBag, string?, bool, char?, IProgress{decimal}, CancellationToken)"/>
    internal static DatasetReading? Read(
        string folder, RuleSet ruleSet, DiagnosticBag diagnostics, CsvCut cut, string? previousResult = null, bool keepsCells = true,
        char? decimalSign = null, IProgress<decimal>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(ruleSet);
        ArgumentNullException.ThrowIfNull(diagnostics);
        return new DatasetReader(folder, ruleSet, diagnostics, cut, decimalSign, progress, cancellation).Read(previousResult, keepsCells);
    }

    /// <summary>Reads the list of units and last period's figures of a folder, which need hold nothing else.</summary>
    /// <inheritdoc cref="Read(string, RuleSet, DiagnosticBag, string?, bool, char?, IProgress{decimal}, CancellationToken)"/>
    public static DatasetReading? ReadUnits(string folder, RuleSet ruleSet, DiagnosticBag diagnostics, string? previousResult = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(ruleSet);
        ArgumentNullException.ThrowIfNull(diagnostics);
        return new DatasetReader(folder, ruleSet, diagnostics, new CsvCut(), null, null, cancellation).ReadUnits(previousResult);
    }

    private DatasetReading? ReadUnits(string? previousResult)
    {
        int errorsBefore = _diagnostics.ErrorCount;
        CheckFiles(["units"], ["previous"]);
        if (_diagnostics.ErrorCount > errorsBefore)
            return null;
        using var unitsTable = OpenUnits();
        using var previous = Open("previous", FieldNames);
        var units = unitsTable is null ? null : new UnitTable(_ruleSet, _diagnostics, _cancellation).Read(unitsTable);
        if (units is null || _diagnostics.ErrorCount > errorsBefore)
            return null;
        var builder = new DatasetBuilder(_ruleSet, units, _diagnostics);
        if ((previous is not null && !ReadPrevious(previous, builder)) || (previousResult is not null && !ReadPreviousResult(previousResult, previous, builder)))
            return null;
        _sources.Add(unitsTable!.Info);
        return new DatasetReading(builder.Build(), [.. _sources]);
    }

    private IEnumerable<string> FieldNames => _ruleSet.Fields.SelectMany(known => known.Names).Concat(TableHeaders.All(["code", "name"]));

    private Table? OpenUnits() => Open("units", TableHeaders.All(["code", "name", "kind", "group", "parent", "predecessors"]));

    private DatasetReading? Read(string? previousResult, bool keepsCells)
    {
        int errorsBefore = _diagnostics.ErrorCount;
        CheckFolder();
        if (_diagnostics.ErrorCount > errorsBefore)
            return null;
        using var unitsTable = OpenUnits();
        var results = Open("results", FieldNames);
        DatasetReading? reading = null;
        try
        {
            return reading = Read(unitsTable, results, previousResult, keepsCells, errorsBefore);
        }
        finally
        {
            if (reading?.Open is null)
                results?.Dispose();
        }
    }

    private DatasetReading? Read(Table? unitsTable, Table? results, string? previousResult, bool keepsCells, int errorsBefore)
    {
        using var previous = Open("previous", FieldNames);
        using var appraisal = Open("appraisal", TableHeaders.All(["code", "item", "value", "reason", "by", "document"]));
        using var selfScores = Open("selfscores", TableHeaders.All(["code", "criterion", "points", "evidence"]));
        using var exemptions = Open("exemptions", TableHeaders.All(["code", "criterion", "reason", "by", "document"]));
        var units = unitsTable is null ? null : new UnitTable(_ruleSet, _diagnostics, _cancellation).Read(unitsTable);
        if (units is null || results is null || _diagnostics.ErrorCount > errorsBefore)
            return null;
        var builder = new DatasetBuilder(_ruleSet, units, _diagnostics);
        var cells = FindResults(results, builder);
        bool isFine = cells is not null;
        if (previous is not null)
            isFine &= ReadPrevious(previous, builder);
        if (previousResult is not null)
            isFine &= ReadPreviousResult(previousResult, previous, builder);
        foreach (var recordTable in _ruleSet.Tables)
            isFine &= ReadRecords(recordTable, builder);
        var entries = new EntryTables(_ruleSet, builder, _diagnostics, _decimalSign);
        if (appraisal is not null)
            isFine &= entries.ReadAppraisal(appraisal);
        if (selfScores is not null)
            isFine &= entries.ReadSelfScores(selfScores);
        if (exemptions is not null)
            isFine &= entries.ReadExemptions(exemptions);
        isFine &= ReadNote(builder);
        bool isReadLater = !keepsCells && isFine && results is CsvTable && builder.CanReadCells;
        if (cells is not null && !isReadLater)
            builder.Fill(cells);
        if (!isFine)
            return null;
        builder.Receipts = ReceiptTable.Read(Path.Combine(_folder, ReceiptFile));
        foreach (var table in new[] { unitsTable, appraisal, selfScores, exemptions })
            if (table is not null)
                _sources.Add(table.Info);
        return new DatasetReading(builder.Build(isReadLater ? cells : null), [.. _sources.OrderBy(source => source.File, StringComparer.Ordinal)])
        {
            Open = isReadLater ? results : null,
        };
    }

    private void CheckFolder()
    {
        var tables = RequiredTables.Concat(OptionalTables).Concat(_ruleSet.Tables.Select(table => table.Id)).ToList();
        var files = CheckFiles(RequiredTables, tables);
        var known = tables.SelectMany(name => Extensions.Select(extension => name + extension)).Append(ReceiptFile).ToList();
        foreach (string name in files.Except(known, StringComparer.Ordinal))
            if (Path.GetExtension(name).ToLowerInvariant() is ".csv" or ".xlsx" or ".xls" or ".xlsm" or ".xlsb" or ".ods" && !name.StartsWith("~$", StringComparison.Ordinal))
                _diagnostics.Add(DatasetDiagnostics.UnusedFile.At(new Place { File = name }, ("name", name),
                    ("suggestion", Suggestion.Nearest(name, known.Except(files))), ("allowed", tables.Select(table => table + ".csv"))));
    }

    /// <summary>Each required table needs a file, and no table may have several; gives the files of the folder.</summary>
    private List<string> CheckFiles(IEnumerable<string> required, IEnumerable<string> tables)
    {
        var files = Directory.EnumerateFiles(_folder).Select(Path.GetFileName).OfType<string>().Order(StringComparer.Ordinal).ToList();
        foreach (string name in required.Where(name => FileOf(name) is null))
            _diagnostics.Add(DatasetDiagnostics.FileMissing.At(new Place { File = _folder }, ("name", name + ".csv"), ("found", files.Count == 0 ? null : files)));
        foreach (string name in required.Concat(tables).Distinct(StringComparer.Ordinal))
            if (Extensions.Select(extension => name + extension).Where(Has).ToList() is { Count: > 1 } several)
                _diagnostics.Add(DatasetDiagnostics.TwoFiles.At(new Place { File = several[1] }, ("name", name), ("found", several)));
        return files;
    }

    /// <summary>A note is one line of text that every result repeats; false if there is one that cannot be read.</summary>
    private bool ReadNote(DatasetBuilder builder)
    {
        string path = Path.Combine(_folder, NoteFile);
        if (!File.Exists(path))
            return true;
        if (TextFile.Read(path, NoteFile, _diagnostics) is not { } file)
            return false;
        builder.Note = ValueText.Cut(TextKey.Clean(Encoding.UTF8.GetString(file.Utf8.Span)), 300);
        _sources.Add(new SourceInfo { File = file.Name, Sha256 = file.Sha256, Encoding = file.Encoding });
        return true;
    }

    /// <summary>Opens a table, from CSV or a workbook; null if there is none, or if it is faulty, which is then reported.</summary>
    private Table? Open(string name, IEnumerable<string> headers, bool mayBeEmpty = false)
    {
        var known = new KnownHeaders(headers);
        Table? table = FileOf(name) is not { } file ? null
            : file.EndsWith(".csv", StringComparison.Ordinal) ? CsvTable.Open(Path.Combine(_folder, file), file, known, _diagnostics, mayBeEmpty, _cut, _cancellation)
            : SheetTable.Open(Path.Combine(_folder, file), file, known, _diagnostics, mayBeEmpty, _cancellation);
        if (table is null || CheckCode(table))
            return table;
        table.Dispose();
        return null;
    }

    /// <summary>False, and reported, if the first rows hold text in a code of before Unicode.</summary>
    private bool CheckCode(Table table)
    {
        const int mostRows = 200;
        var cells = table.Headers.Select((header, column) => (Text: header, Place: table.PlaceOfHeader(column))).ToList();
        while (table.Row < mostRows && table.Read())
            for (int column = 0; column < table.Headers.Count; column++)
                cells.Add((table.Text(column), table.PlaceOf(column)));
        table.Rewind();
        if (LegacyText.FindCode(string.Join('\n', cells.Select(cell => cell.Text))) is not { } legacy)
            return true;
        var (text, place) = cells.First(cell => LegacyText.FindCode(cell.Text) is not null);
        _diagnostics.Add(DatasetDiagnostics.LegacyText.At(place, ("code", legacy.Code), ("found", text), ("meaning", LegacyText.FindCode(text)!.Value.Meaning)));
        return false;
    }

    /// <summary>The file that holds a table; null if there is none.</summary>
    private string? FileOf(string name) => Extensions.Select(extension => name + extension).FirstOrDefault(Has);

    private bool Has(string file) => File.Exists(Path.Combine(_folder, file));

    /// <summary>Finds the rows of a table with a row a unit and a column a field; null if its structure is faulty.</summary>
    private ResultCells? FindResults(Table table, DatasetBuilder builder)
    {
        if (FindFields(table, isComplete: true) is not var (codeColumn, columns))
            return null;
        foreach (var (index, field) in columns.All)
            builder.NameColumn(table.FileName, field.Index, table.Headers[index]);
        var cells = new ResultCells(table, codeColumn, columns, _ruleSet, builder, _diagnostics, _progress, _cancellation);
        if (!cells.Find())
            return null;
        _sources.Add(table.Info);
        return cells;
    }

    /// <summary>Reads last period's figures, of units as they were then; false if the table's structure is faulty.</summary>
    private bool ReadPrevious(Table table, DatasetBuilder builder)
    {
        if (FindFields(table, isComplete: false) is not var (codeColumn, columns) || !columns.Recognise())
            return false;
        var rows = new List<PreviousRow>();
        table.Rewind();
        while (table.Read())
            rows.Add(new PreviousRow(table.Text(codeColumn), table.Place));
        var cells = columns.All.ToDictionary(column => column.Field.Index, column => DatasetBuilder.NewColumn(column.Field, rows.Count));
        foreach (var (index, field) in columns.All)
            DatasetBuilder.NameColumn(cells[field.Index], table.Headers[index]);
        int row = 0;
        columns.Fill(() => row++, field => cells[field.Index]);
        foreach (var blank in rows.Where(blank => blank.Code.Length == 0))
            _diagnostics.Add(DatasetDiagnostics.BlankCell.At(blank.Place with { ColumnName = table.Headers[codeColumn] }, ("name", table.Headers[codeColumn])));
        builder.AddPrevious(rows, cells.Values);
        _sources.Add(table.Info);
        return true;
    }

    /// <summary>Takes last period's figures and outcomes from its result; false if that cannot be used.</summary>
    private bool ReadPreviousResult(string folder, Table? previous, DatasetBuilder builder)
    {
        if (previous is not null)
        {
            _diagnostics.Add(ScoringDiagnostics.TwoPrevious.At(new Place { File = previous.FileName }, ("file", previous.FileName)));
            return false;
        }
        if (ResultReader.Read(folder, _diagnostics) is not var (result, source))
            return false;
        if (result.RuleSet.Period >= _ruleSet.Period)
            _diagnostics.Add(ScoringDiagnostics.PreviousPeriod.At(new Place { File = source.File }, ("found", $"{result.RuleSet.Period}"), ("period", $"{_ruleSet.Period}"), ("expected", $"{_ruleSet.Period - 1}")));
        var (rows, columns) = ResultReader.Previous(result, source.File, _ruleSet);
        builder.AddPrevious(rows, columns);
        builder.PreviousTargets = result.Targets.Where(target => target.Achieved is not null).ToDictionary(target => target.Id, target => target.Achieved!.Value, StringComparer.Ordinal);
        _sources.Add(source);
        return true;
    }

    /// <summary>Where a table holds the code and the fields; null if its structure is faulty.</summary>
    private (int Code, FieldColumns Columns)? FindFields(Table table, bool isComplete)
    {
        int errorsBefore = _diagnostics.ErrorCount;
        int codeColumn = TableHeaders.Find(table, "code", _diagnostics, isRequired: true);
        var names = TextKey.Keys(TableHeaders.All(["name", "kind", "group", "parent"]));
        var found = new FieldHeaders(_ruleSet.Fields, _diagnostics).Map(table, i => i == codeColumn || names.Contains(TextKey.Exact(table.Headers[i])));
        if (codeColumn < 0 && found.Count == 0)
            return null; // Not the table that was meant: to list each of its columns would not help.
        if (isComplete)
            CheckColumns(table, found);
        var columns = new FieldColumns(table, codeColumn, found, _decimalSign, _diagnostics, _cancellation);
        return _diagnostics.ErrorCount == errorsBefore ? (codeColumn, columns) : null;
    }

    /// <summary>A field that is used needs a column, unless it comes from a table of records; then it must have none.</summary>
    private void CheckColumns(Table table, IReadOnlyList<(int Column, Field Field)> found)
    {
        var read = _ruleSet.Expressions.SelectMany(expression => expression.FieldsRead).ToHashSet();
        foreach (var (column, field) in found)
            if (field.From is { } source)
                _diagnostics.Add(DatasetDiagnostics.DerivedColumn.At(table.PlaceOfHeader(column), ("name", field.Id), ("table", source.Table.Id)));
        foreach (var field in _ruleSet.Fields)
            if (field.From is null && read.Contains(field.Index) && found.All(pair => pair.Field != field))
                _diagnostics.Add(DatasetDiagnostics.FieldWithoutColumn.At(new Place { File = table.FileName, Line = table.HeaderLine }, ("name", field.Id), ("label", field.Label)));
    }

    /// <summary>Reads the records of a table of the rule set, and fills in the fields that come from it; false if its structure is faulty.</summary>
    private bool ReadRecords(RecordTable recordTable, DatasetBuilder builder)
    {
        string name = recordTable.Id;
        if (FileOf(name) is null)
        {
            if (_ruleSet.Fields.All(field => field.From?.Table != recordTable))
                return true;
            _diagnostics.Add(DatasetDiagnostics.TableMissing.At(new Place { File = name + ".csv" }, ("name", name + ".csv"), ("label", recordTable.Label)));
            return false;
        }
        int errorsBefore = _diagnostics.ErrorCount;
        using var table = Open(name, recordTable.Columns.SelectMany(column => column.Names).Concat(TableHeaders.All(["code", "name"])), mayBeEmpty: true);
        if (table is null)
            return false;
        int codeColumn = TableHeaders.Find(table, "code", _diagnostics, isRequired: true);
        var found = new FieldHeaders(recordTable.Columns, _diagnostics).Map(table, i => i == codeColumn || (TableHeaders.Is(table.Headers[i], "name")
            && recordTable.Columns.All(column => column.Names.All(name => TextKey.Exact(name) != TextKey.Exact(table.Headers[i])))));
        foreach (var column in recordTable.Columns.Where(column => found.All(pair => pair.Field != column)))
            _diagnostics.Add(DatasetDiagnostics.MissingColumn.At(new Place { File = table.FileName, Line = table.HeaderLine }, ("name", column.Id),
                ("suggestion", Suggestion.Nearest(column.Id, table.Headers)), ("allowed", new[] { column.Id, column.Label })));
        var columns = new FieldColumns(table, codeColumn, found, _decimalSign, _diagnostics, _cancellation);
        if (_diagnostics.ErrorCount > errorsBefore || !columns.Recognise())
            return false;
        var records = new List<(int Unit, Place Place)>();
        table.Rewind();
        while (table.Read())
            records.Add((FindUnit(table, codeColumn, builder) ?? -1, table.Place));
        var set = builder.AddRecords(recordTable, table.FileName, records);
        foreach (var (index, column) in columns.All)
            DatasetBuilder.NameColumn(set.ColumnOf(column.Index), table.Headers[index]);
        int row = 0;
        columns.Fill(() => row++, column => set.ColumnOf(column.Index));
        builder.Derive(set);
        _sources.Add(table.Info);
        return true;
    }

    private int? FindUnit(Table table, int codeColumn, DatasetBuilder builder)
    {
        string code = table.Text(codeColumn);
        if (code.Length > 0)
            return builder.FindUnit(code, table.PlaceOf(codeColumn));
        _diagnostics.Add(DatasetDiagnostics.BlankCell.At(table.PlaceOf(codeColumn), ("name", table.Headers[codeColumn])));
        return null;
    }
}
