namespace DanVan.Scoring.Files.Reading;

/// <summary>Reads the tables of a dataset folder.</summary>
/// <param name="folder">The folder.</param>
/// <param name="ruleSet">The rules that the data are for.</param>
/// <param name="diagnostics">Takes the findings.</param>
/// <param name="cut">How large CSV files are cut into parts.</param>
/// <param name="decimalSign">The decimal sign of columns whose cells do not show it; null to take what else tells.</param>
/// <param name="progress">Told which share of the results is found; null if nobody asks.</param>
/// <param name="cancellation">Stops reading between rows.</param>
internal sealed class DatasetFolder(
    string folder, RuleSet ruleSet, DiagnosticBag diagnostics, CsvCut cut, char? decimalSign, IProgress<decimal>? progress,
    CancellationToken cancellation)
{
    private static readonly string[] RequiredTables = ["units", "results"];
    private static readonly string[] OptionalTables = ["appraisal", "selfscores", "exemptions", "previous"];

    private static readonly string[] Extensions = [".csv", ".xlsx", ".xls"];

    private const string NoteFile = "note.txt";

    private readonly List<SourceInfo> _sources = [];

    /// <summary>Reads the list of units and last period's figures.</summary>
    public DatasetReading? ReadUnits(string? previousResult)
    {
        int errorsBefore = diagnostics.ErrorCount;
        CheckFiles(["units"], ["previous"]);
        if (diagnostics.ErrorCount > errorsBefore)
            return null;
        using var unitsTable = OpenUnits();
        using var previous = Open("previous", FieldNames);
        if (Start(unitsTable, errorsBefore) is not { } builder
            || (previous is not null && !ReadPrevious(previous, builder))
            || (previousResult is not null && !ReadPreviousResult(previousResult, previous, builder)))
            return null;
        _sources.Add(unitsTable!.Info);
        return new DatasetReading(builder.Build(), [.. _sources]);
    }

    /// <summary>Reads the units that all else is about; null if that, or opening the tables, brought errors.</summary>
    private DatasetBuilder? Start(Table? unitsTable, int errorsBefore) =>
        unitsTable is not null && new UnitTable(ruleSet, diagnostics, cancellation).Read(unitsTable) is { } units
            && diagnostics.ErrorCount == errorsBefore ? new DatasetBuilder(ruleSet, units, diagnostics) : null;

    private IEnumerable<string> FieldNames => ruleSet.Fields.SelectMany(known => known.Names).Concat(TableHeaders.All(["code", "name"]));

    private Table? OpenUnits() => Open("units", TableHeaders.All(["code", "name", "kind", "group", "parent", "predecessors"]));

    /// <summary>Reads all tables.</summary>
    public DatasetReading? Read(string? previousResult, bool keepsCells)
    {
        int errorsBefore = diagnostics.ErrorCount;
        CheckFolder();
        if (diagnostics.ErrorCount > errorsBefore)
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
        if (Start(unitsTable, errorsBefore) is not { } builder || results is null)
            return null;
        var cells = FindResults(results, builder);
        bool isFine = cells is not null;
        isFine &= previous is null || ReadPrevious(previous, builder);
        isFine &= previousResult is null || ReadPreviousResult(previousResult, previous, builder);
        foreach (var recordTable in ruleSet.Tables)
            isFine &= ReadRecords(recordTable, builder);
        isFine &= appraisal is null || Entries(appraisal).ReadAppraisal();
        isFine &= selfScores is null || Entries(selfScores).ReadSelfScores();
        isFine &= exemptions is null || Entries(exemptions).ReadExemptions();
        isFine &= ReadNote(builder);
        bool isReadLater = !keepsCells && isFine && results is CsvTable && builder.CanReadCells;
        if (cells is not null && !isReadLater)
            builder.Fill(cells);
        if (!isFine)
            return null;
        builder.Receipts = ReceiptTable.Read(Path.Combine(folder, DatasetReader.ReceiptFile));
        _sources.AddRange(new[] { unitsTable, appraisal, selfScores, exemptions }.OfType<Table>().Select(table => table.Info));
        return new DatasetReading(builder.Build(isReadLater ? cells : null), [.. _sources.OrderBy(source => source.File, StringComparer.Ordinal)])
        {
            Open = isReadLater ? results : null,
        };

        EntryTable Entries(Table table) => new(table, ruleSet, builder, diagnostics, decimalSign);
    }

    private void CheckFolder()
    {
        var tables = RequiredTables.Concat(OptionalTables).Concat(ruleSet.Tables.Select(table => table.Id)).ToList();
        var files = CheckFiles(RequiredTables, tables);
        var known = tables.SelectMany(FilesFor).Append(DatasetReader.ReceiptFile).ToList();
        foreach (string name in files.Except(known, StringComparer.Ordinal))
            if (Path.GetExtension(name).ToLowerInvariant() is ".csv" or ".xlsx" or ".xls" or ".xlsm" or ".xlsb" or ".ods" && !name.StartsWith("~$", StringComparison.Ordinal))
                diagnostics.Add(DatasetDiagnostics.UnusedFile.At(new Place { File = name }, ("name", name),
                    ("suggestion", Suggestion.Nearest(name, known.Except(files))), ("allowed", tables.Select(table => table + ".csv"))));
    }

    /// <summary>Each required table needs a file, and no table may have several; gives the files of the folder.</summary>
    private List<string> CheckFiles(IEnumerable<string> required, IEnumerable<string> tables)
    {
        var files = Directory.EnumerateFiles(folder).Select(Path.GetFileName).OfType<string>().Order(StringComparer.Ordinal).ToList();
        foreach (string name in required.Where(name => FileOf(name) is null))
            diagnostics.Add(DatasetDiagnostics.FileMissing.At(new Place { File = folder }, ("name", name + ".csv"), ("found", files.Count == 0 ? null : files)));
        foreach (string name in required.Concat(tables).Distinct(StringComparer.Ordinal))
            if (FilesFor(name).Where(Has).ToList() is { Count: > 1 } several)
                diagnostics.Add(DatasetDiagnostics.TwoFiles.At(new Place { File = several[1] }, ("name", name), ("found", several)));
        return files;
    }

    /// <summary>A note is one line of text that every result repeats; false if there is one that cannot be read.</summary>
    private bool ReadNote(DatasetBuilder builder)
    {
        string path = Path.Combine(folder, NoteFile);
        if (!File.Exists(path))
            return true;
        if (TextFile.Read(path, NoteFile, diagnostics) is not { } file)
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
            : file.EndsWith(".csv", StringComparison.Ordinal) ? CsvTable.Open(Path.Combine(folder, file), file, known, diagnostics, mayBeEmpty, cut, cancellation)
            : SheetTable.Open(Path.Combine(folder, file), file, known, diagnostics, mayBeEmpty, cancellation);
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
        diagnostics.Add(DatasetDiagnostics.LegacyText.At(place, ("code", legacy.Code), ("found", text), ("meaning", LegacyText.FindCode(text)!.Value.Meaning)));
        return false;
    }

    private static IEnumerable<string> FilesFor(string name) => Extensions.Select(extension => name + extension);

    /// <summary>The file that holds a table; null if there is none.</summary>
    private string? FileOf(string name) => FilesFor(name).FirstOrDefault(Has);

    private bool Has(string file) => File.Exists(Path.Combine(folder, file));

    /// <summary>Finds the rows of a table with a row a unit and a column a field; null if its structure is faulty.</summary>
    private ResultCells? FindResults(Table table, DatasetBuilder builder)
    {
        if (FindFields(table, isComplete: true) is not { } columns)
            return null;
        foreach (var (index, field) in columns.All)
            builder.NameColumn(table.FileName, field.Index, table.Headers[index]);
        var cells = new ResultCells(table, columns, builder, diagnostics, progress, cancellation);
        if (!cells.Find())
            return null;
        _sources.Add(table.Info);
        return cells;
    }

    /// <summary>Reads last period's figures, of units as they were then; false if the table's structure is faulty.</summary>
    private bool ReadPrevious(Table table, DatasetBuilder builder)
    {
        if (FindFields(table, isComplete: false) is not { } columns || !columns.Recognise())
            return false;
        var rows = new List<PreviousRow>();
        table.Rewind();
        while (table.Read())
            rows.Add(new PreviousRow(table.Text(columns.CodeColumn), table.Place));
        var cells = columns.All.ToDictionary(column => column.Field.Index, column => DatasetBuilder.NewColumn(column.Field, rows.Count));
        columns.Fill(field => cells[field.Index]);
        string codeHeader = table.Headers[columns.CodeColumn];
        foreach (var blank in rows.Where(blank => blank.Code.Length == 0))
            diagnostics.Add(DatasetDiagnostics.BlankCell.At(blank.Place with { ColumnName = codeHeader }, ("name", codeHeader)));
        builder.AddPrevious(rows, cells.Values);
        _sources.Add(table.Info);
        return true;
    }

    /// <summary>Takes last period's figures and outcomes from its result; false if that cannot be used.</summary>
    private bool ReadPreviousResult(string folder, Table? previous, DatasetBuilder builder)
    {
        if (previous is not null)
        {
            diagnostics.Add(ScoringDiagnostics.TwoPrevious.At(new Place { File = previous.FileName }, ("file", previous.FileName)));
            return false;
        }
        if (ResultReader.Read(folder, diagnostics) is not var (result, source))
            return false;
        if (result.RuleSet.Period >= ruleSet.Period)
            diagnostics.Add(ScoringDiagnostics.PreviousPeriod.At(new Place { File = source.File }, ("found", $"{result.RuleSet.Period}"), ("period", $"{ruleSet.Period}"), ("expected", $"{ruleSet.Period - 1}")));
        var (rows, columns) = ResultReader.Previous(result, source.File, ruleSet);
        builder.AddPrevious(rows, columns);
        builder.PreviousPeriod = result.RuleSet.Period;
        builder.PreviousTargets = result.Targets.Where(target => target.Achieved is not null).ToDictionary(target => target.Id, target => target.Achieved!.Value, StringComparer.Ordinal);
        _sources.Add(source);
        return true;
    }

    /// <summary>Where a table holds the code and the fields; null if its structure is faulty.</summary>
    private FieldColumns? FindFields(Table table, bool isComplete)
    {
        int errorsBefore = diagnostics.ErrorCount;
        int codeColumn = TableHeaders.Find(table, "code", diagnostics, isRequired: true);
        var names = TextKey.Keys(TableHeaders.All(["name", "kind", "group", "parent"]));
        var found = new FieldHeaders(ruleSet.Fields, diagnostics).Map(table, i => i == codeColumn || names.Contains(TextKey.Exact(table.Headers[i])));
        if (codeColumn < 0 && found.Count == 0)
            return null; // Not the table that was meant: to list each of its columns would not help.
        if (isComplete)
            CheckColumns(table, found);
        var columns = new FieldColumns(table, codeColumn, found, decimalSign, diagnostics, cancellation);
        return diagnostics.ErrorCount == errorsBefore ? columns : null;
    }

    /// <summary>A field that is used needs a column, unless it comes from a table of records; then it must have none.</summary>
    private void CheckColumns(Table table, IReadOnlyList<(int Column, Field Field)> found)
    {
        var read = ruleSet.Expressions.SelectMany(expression => expression.FieldsRead).ToHashSet();
        foreach (var (column, field) in found)
            if (field.From is { } source)
                diagnostics.Add(DatasetDiagnostics.DerivedColumn.At(table.PlaceOfHeader(column), ("name", field.Id), ("table", source.Table.Id)));
        foreach (var field in ruleSet.Fields)
            if (field.From is null && read.Contains(field.Index) && found.All(pair => pair.Field != field))
                diagnostics.Add(DatasetDiagnostics.FieldWithoutColumn.At(table.HeaderPlace, ("name", field.Id), ("label", field.Label)));
    }

    /// <summary>Reads the records of a table of the rule set, and fills in the fields that come from it; false if its structure is faulty.</summary>
    private bool ReadRecords(RecordTable recordTable, DatasetBuilder builder)
    {
        string name = recordTable.Id;
        if (FileOf(name) is null)
        {
            if (ruleSet.Fields.All(field => field.From?.Table != recordTable))
                return true;
            diagnostics.Add(DatasetDiagnostics.TableMissing.At(new Place { File = name + ".csv" }, ("name", name + ".csv"), ("label", recordTable.Label)));
            return false;
        }
        int errorsBefore = diagnostics.ErrorCount;
        using var table = Open(name, recordTable.Columns.SelectMany(column => column.Names).Concat(TableHeaders.All(["code", "name"])), mayBeEmpty: true);
        if (table is null)
            return false;
        int codeColumn = TableHeaders.Find(table, "code", diagnostics, isRequired: true);
        var found = new FieldHeaders(recordTable.Columns, diagnostics).Map(table, i => i == codeColumn || (TableHeaders.Is(table.Headers[i], "name")
            && recordTable.Columns.All(column => column.Names.All(name => TextKey.Exact(name) != TextKey.Exact(table.Headers[i])))));
        foreach (var column in recordTable.Columns.Where(column => found.All(pair => pair.Field != column)))
            diagnostics.Add(table.MissingColumn(column.Id, [column.Id, column.Label]));
        var columns = new FieldColumns(table, codeColumn, found, decimalSign, diagnostics, cancellation);
        if (diagnostics.ErrorCount > errorsBefore || !columns.Recognise())
            return false;
        var records = new List<(int Unit, Place Place)>();
        table.Rewind();
        while (table.Read())
            records.Add((table.FindUnit(codeColumn, builder, diagnostics) ?? -1, table.Place));
        var set = builder.AddRecords(recordTable, table.FileName, records);
        columns.Fill(column => set.ColumnOf(column.Index));
        builder.Derive(set);
        _sources.Add(table.Info);
        return true;
    }
}
