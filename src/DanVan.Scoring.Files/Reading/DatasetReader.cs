using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using DanVan.Scoring.Data;
using DanVan.Scoring.Diagnostics;
using DanVan.Scoring.Rules;

namespace DanVan.Scoring.Files.Reading;

/// <summary>A dataset with the files it came from.</summary>
/// <param name="Data">The dataset.</param>
/// <param name="Sources">The files, with what was recognised in them.</param>
public sealed record DatasetReading(Dataset Data, ImmutableArray<SourceInfo> Sources);

/// <summary>Reads a dataset folder: <c>units.csv</c>, <c>results.csv</c> and the optional tables.</summary>
public sealed class DatasetReader
{
    private static readonly string[] RequiredTables = ["units.csv", "results.csv"];
    private static readonly string[] OptionalTables = ["appraisal.csv", "selfscores.csv", "exemptions.csv", "previous.csv"];

    private const string NoteFile = "note.txt";

    private readonly string _folder;
    private readonly RuleSet _ruleSet;
    private readonly DiagnosticBag _diagnostics;
    private readonly CancellationToken _cancellation;
    private readonly List<SourceInfo> _sources = [];

    private DatasetReader(string folder, RuleSet ruleSet, DiagnosticBag diagnostics, CancellationToken cancellation)
    {
        _folder = folder;
        _ruleSet = ruleSet;
        _diagnostics = diagnostics;
        _cancellation = cancellation;
    }

    /// <summary>Reads a folder. Faults of single cells and entries concern their units only.</summary>
    /// <param name="folder">The folder. Messages name its files without it, so that results do not depend on where it lies.</param>
    /// <param name="ruleSet">The rules that the data are for.</param>
    /// <param name="diagnostics">Takes the findings.</param>
    /// <param name="cancellation">Stops reading between rows.</param>
    /// <returns>The dataset; null if a file's structure or the list of units is faulty.</returns>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A file cannot be read.</exception>
    /// <exception cref="OperationCanceledException">Reading was stopped.</exception>
    public static DatasetReading? Read(string folder, RuleSet ruleSet, DiagnosticBag diagnostics, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(ruleSet);
        ArgumentNullException.ThrowIfNull(diagnostics);
        return new DatasetReader(folder, ruleSet, diagnostics, cancellation).Read();
    }

    private DatasetReading? Read()
    {
        int errorsBefore = _diagnostics.ErrorCount;
        CheckFolder();
        if (_diagnostics.ErrorCount > errorsBefore)
            return null;
        using var unitsTable = Open("units.csv", TableHeaders.All(["code", "name", "kind", "group", "parent", "predecessors"]));
        var fieldHeaders = _ruleSet.Fields.SelectMany(field => new[] { field.Id, field.Label }).Concat(TableHeaders.All(["code", "name"])).ToList();
        using var results = Open("results.csv", fieldHeaders);
        using var previous = Open("previous.csv", fieldHeaders);
        using var appraisal = Open("appraisal.csv", TableHeaders.All(["code", "item", "value", "reason", "by", "document"]));
        using var selfScores = Open("selfscores.csv", TableHeaders.All(["code", "criterion", "points", "evidence"]));
        using var exemptions = Open("exemptions.csv", TableHeaders.All(["code", "criterion", "reason", "by", "document"]));
        var units = unitsTable is null ? null : new UnitTable(_ruleSet, _diagnostics).Read(unitsTable);
        if (units is null || results is null || _diagnostics.ErrorCount > errorsBefore)
            return null;
        var builder = new DatasetBuilder(_ruleSet, units, _diagnostics);
        bool isFine = ReadFields(results, builder, isPrevious: false);
        if (previous is not null)
            isFine &= ReadFields(previous, builder, isPrevious: true);
        var entries = new EntryTables(_ruleSet, builder, _diagnostics);
        if (appraisal is not null)
            isFine &= entries.ReadAppraisal(appraisal);
        if (selfScores is not null)
            isFine &= entries.ReadSelfScores(selfScores);
        if (exemptions is not null)
            isFine &= entries.ReadExemptions(exemptions);
        if (!isFine | !ReadNote(builder))
            return null;
        foreach (var table in new[] { unitsTable, appraisal, selfScores, exemptions })
            if (table is not null)
                _sources.Add(table.Info);
        return new DatasetReading(builder.Build(), [.. _sources.OrderBy(source => source.File, StringComparer.Ordinal)]);
    }

    private void CheckFolder()
    {
        var files = Directory.EnumerateFiles(_folder).Select(Path.GetFileName).OfType<string>().Order(StringComparer.Ordinal).ToList();
        var known = RequiredTables.Concat(OptionalTables).ToList();
        foreach (string name in RequiredTables.Except(files, StringComparer.Ordinal))
            _diagnostics.Add(DatasetDiagnostics.FileMissing.At(new Place { File = _folder }, ("name", name), ("found", files.Count == 0 ? null : files)));
        foreach (string name in files.Except(known, StringComparer.Ordinal))
            if (Path.GetExtension(name).ToLowerInvariant() is ".csv" or ".xlsx" or ".xls" && !name.StartsWith("~$", StringComparison.Ordinal))
                _diagnostics.Add(DatasetDiagnostics.UnusedFile.At(new Place { File = name }, ("name", name),
                    ("suggestion", Suggestion.Nearest(name, known.Except(files))), ("allowed", known)));
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

    private CsvTable? Open(string name, IEnumerable<string> headers)
    {
        string path = Path.Combine(_folder, name);
        return File.Exists(path)
            ? CsvTable.Open(path, name, headers.Select(TextKey.Exact).ToHashSet(StringComparer.Ordinal), _diagnostics)
            : null;
    }

    /// <summary>Reads a table with a row a unit and a column a field; false if its structure is faulty.</summary>
    private bool ReadFields(CsvTable table, DatasetBuilder builder, bool isPrevious)
    {
        int errorsBefore = _diagnostics.ErrorCount;
        int codeColumn = TableHeaders.Find(table, "code", _diagnostics, isRequired: true);
        var columns = MapFields(table, codeColumn, isPrevious);
        if (_diagnostics.ErrorCount > errorsBefore)
            return false;
        Walk(table, columns.Where(column => column.Parser.NeedsLook).ToList(), codeColumn: -1,
            (column, text, _) => column.Parser.Look(text, () => table.PlaceOf(column.Index)), _ => -1);
        foreach (var column in columns)
            column.Parser.Decide(columns.Select(other => other.Parser.Style));
        if (_diagnostics.ErrorCount > errorsBefore)
            return false;
        foreach (var column in columns)
            if (!isPrevious)
                builder.NameColumn(table.FileName, column.Field.Index, table.Headers[column.Index]);
        var seenBefore = new HashSet<int>();
        Walk(table, columns, codeColumn, (column, text, unit) => column.Parser.Parse(text, column.Cells, unit, () => table.PlaceOf(column.Index)), code =>
        {
            if (code.Length == 0)
                _diagnostics.Add(DatasetDiagnostics.BlankCell.At(table.PlaceOf(codeColumn), ("name", table.Headers[codeColumn])));
            else if (builder.FindUnit(code, table.PlaceOf(codeColumn)) is { } unit)
                return isPrevious ? (seenBefore.Add(unit) ? unit : Duplicate(code, unit)) : builder.NameRow(unit, table.FileName, table.Line, table.Row) ? unit : -1;
            return -1;
        });
        _sources.Add(table.Info with
        {
            Columns = [.. columns.Select(column => new RecognisedColumn
            {
                Header = table.Headers[column.Index],
                Field = column.Field.Id,
                DecimalSign = column.Parser.Style.DecimalSign?.ToString(),
                DecimalSignFromOtherColumns = column.Parser.Style.IsFromOtherColumns,
            })],
        });
        return true;

        int Duplicate(string code, int unit)
        {
            builder.MarkUnusable(unit);
            _diagnostics.Add(DatasetDiagnostics.DuplicateRow.At(table.Place, ("unit", code)) with { UnitCode = code });
            return -1;
        }

        List<FieldColumn> MapFields(CsvTable source, int code, bool previous) => new FieldHeaders(_ruleSet, _diagnostics)
            .Map(source, code, reportUnused: !previous)
            .Select(found => new FieldColumn(found.Column, found.Field, new CellParser(found.Field, _diagnostics), builder.ColumnOf(found.Field.Index, previous)))
            .ToList();
    }

    private sealed record FieldColumn(int Index, Field Field, CellParser Parser, Column Cells);

    private delegate void CellAction(FieldColumn column, ReadOnlySpan<char> text, int unit);

    /// <summary>Goes through the rows; with a code column, only those whose unit is known.</summary>
    private void Walk(CsvTable table, List<FieldColumn> columns, int codeColumn, CellAction action, Func<string, int> findUnit)
    {
        char[] buffer = ArrayPool<char>.Shared.Rent(CsvTable.LargestCell + 1);
        table.Rewind();
        while (table.Read())
        {
            if ((table.Row & 0xFFF) == 0)
                _cancellation.ThrowIfCancellationRequested();
            int unit = -1;
            if (codeColumn >= 0 && (unit = findUnit(table.Text(codeColumn))) < 0)
                continue;
            foreach (var column in columns)
                action(column, buffer.AsSpan(0, Encoding.UTF8.GetChars(table.Cell(column.Index), buffer)), unit);
        }
        ArrayPool<char>.Shared.Return(buffer);
    }
}
