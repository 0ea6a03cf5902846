using System.Collections.Frozen;
using System.Runtime.InteropServices;
using DanVan.Scoring.Diagnostics;
using DanVan.Scoring.Rules;

namespace DanVan.Scoring.Data;

/// <summary>
/// Takes what a reader found in files and makes a dataset of it, reporting what does not fit the rule set. First all
/// units, then cells and entries in any order, then <see cref="Build"/>.
/// </summary>
public sealed partial class DatasetBuilder
{
    private static readonly Comparer<Unit> ByCode = Comparer<Unit>.Create((left, right) => string.CompareOrdinal(left.Code, right.Code));

    private const int MostSuggestions = 50; // each compares with every unit; a wholly wrong file must not take minutes

    private readonly DiagnosticBag _diagnostics;
    private readonly Dictionary<string, int> _unitIndex;
    private readonly ShortCodes _shortCodes;
    private readonly SortedDictionary<string, (int Count, string Code, string Unit, Place Place)> _shortCodesOf =
        new(StringComparer.Ordinal);
    private readonly ImmutableArray<Unit> _units;
    private readonly Column?[] _fields;
    private readonly string?[] _headers;
    private readonly Column?[] _previous;
    private readonly long[] _lines;
    private readonly long[] _rows;
    private readonly HashSet<int> _unusable = [];
    private readonly Dictionary<int, PreviousSource> _previousSources = [];
    private readonly RecordSet?[] _records;
    private string _resultsFile = "";
    private int _suggestions;

    /// <summary>Starts a dataset of these units; their order and <see cref="Unit.Index"/> do not matter.</summary>
    public DatasetBuilder(RuleSet ruleSet, IEnumerable<Unit> units, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(ruleSet);
        RuleSet = ruleSet;
        _diagnostics = diagnostics;
        _units = Sort([.. units]);
        _unitIndex = new Dictionary<string, int>(_units.Length, StringComparer.Ordinal);
        foreach (var unit in _units)
            _unitIndex[unit.Code] = unit.Index;
        _shortCodes = new ShortCodes(_unitIndex.Keys);
        _fields = new Column?[ruleSet.Fields.Length];
        _headers = new string?[_fields.Length];
        _previous = new Column?[_fields.Length];
        _records = new RecordSet?[ruleSet.Tables.Length];
        _lines = new long[_units.Length];
        _rows = new long[_units.Length];
    }

    private static ImmutableArray<Unit> Sort(Unit[] units)
    {
        for (int i = 1; i < units.Length; i++)
        {
            if (ByCode.Compare(units[i - 1], units[i]) <= 0)
                continue;
            units = [.. units.Order(ByCode)]; // stable: of two with one code, the first stays first
            break;
        }
        for (int i = 0; i < units.Length; i++)
            if (units[i].Index != i)
                units[i] = units[i] with { Index = i };
        return ImmutableCollectionsMarshal.AsImmutableArray(units);
    }

    /// <summary>The rule set that the data are for.</summary>
    public RuleSet RuleSet { get; }

    /// <summary>Who sent a form and when.</summary>
    public ImmutableArray<UnitReceipt> Receipts { get; set; } = [];

    /// <summary>Shares that targets reached in the last period, by id.</summary>
    public IReadOnlyDictionary<string, decimal> PreviousTargets { get; set; } = FrozenDictionary<string, decimal>.Empty;

    /// <summary>The period of the result that last period's figures come from.</summary>
    public int? PreviousPeriod { get; set; }

    /// <summary>A line that every result is to repeat; null for none.</summary>
    public string? Note { get; set; }

    /// <summary>How many units there are.</summary>
    public int UnitCount => _units.Length;

    /// <summary>
    /// Index of the unit with this code, or of the one unit whose code lost zeros at its start to become this one; -1 if there
    /// is none.
    /// </summary>
    public int IndexOf(string code) => _unitIndex.GetValueOrDefault(KnownCode(code), -1);

    /// <summary>The code of the unit that a code stands for; the code itself if there is no such unit.</summary>
    public string KnownCode(string code) => _unitIndex.ContainsKey(code) ? code : _shortCodes.Find(code) ?? code;

    /// <summary>
    /// As <see cref="IndexOf"/>; reports a code of no unit (null), and counts one that lost zeros, to be told with the dataset.
    /// </summary>
    public int? FindUnit(string code, Place place)
    {
        string known = KnownCode(code);
        if (_unitIndex.TryGetValue(known, out int index))
        {
            if (known != code)
            {
                var (count, firstCode, firstUnit, firstPlace) = _shortCodesOf.GetValueOrDefault(place.File, (0, code, known, place));
                _shortCodesOf[place.File] = (count + 1, firstCode, firstUnit, firstPlace);
            }
            return index;
        }
        string? suggestion = _suggestions++ < MostSuggestions ? Suggestion.Nearest(code, _unitIndex.Keys) : null;
        _diagnostics.Add(DatasetDiagnostics.UnknownUnit.At(place, ("unit", code), ("suggestion", suggestion)) with { UnitCode = code });
        return null;
    }

    /// <summary>The cells of a field, to be filled in.</summary>
    public Column ColumnOf(int field, bool isPrevious = false) =>
        (isPrevious ? _previous : _fields)[field] ??= Column.Create(RuleSet.Fields[field], _units.Length);

    /// <summary>Fills in the cells of this period that a source reads, on all cores.</summary>
    public void Fill(ICellSource cells)
    {
        ArgumentNullException.ThrowIfNull(cells);
        Column[] columns = [.. RuleSet.Fields.Select(field => ColumnOf(field.Index))];
        PartWork.Run<DiagnosticBag>(cells.Parts, () => part =>
        {
            var diagnostics = new DiagnosticBag(_diagnostics);
            foreach (var block in cells.Read(part, null, diagnostics))
                foreach (var column in columns)
                    if (column.Field.From is null)
                        column.Write(block.Units, block.Columns[column.Field.Index]!);
            return diagnostics;
        }, _diagnostics.Take);
    }

    /// <summary>
    /// True if the cells of this period can be read when they are needed instead of being filled in: the panel corrected
    /// none of them, and no field that comes from records has a limit.
    /// </summary>
    public bool CanReadCells => _corrections.Count == 0 && RuleSet.Fields.All(derived => derived.From is null || !derived.Limits.Any());

    /// <summary>Adds the records of a table, a unit and a place each; their cells are to be filled in, then <see cref="Derive"/> called.</summary>
    /// <param name="table">The table.</param>
    /// <param name="file">The file.</param>
    /// <param name="records">For each record the index of its unit (-1 if there is no such unit) and its place.</param>
    public RecordSet AddRecords(RecordTable table, string file, IReadOnlyList<(int Unit, Place Place)> records)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(records);
        var units = records.Select((record, i) => record.Unit < 0
            ? new Unit { Index = i, Code = "", Name = "", Kind = "", Place = record.Place }
            : _units[record.Unit] with { Index = i, Place = record.Place });
        var columns = table.Columns.Select(column => Column.Create(column, records.Count));
        var set = new RecordSet(table, file, new Dataset([.. units], [.. columns], [], file, new long[records.Count], new long[records.Count]),
            [.. records.Select(record => record.Unit)]);
        _records[table.Index] = set;
        return set;
    }

    /// <summary>Says under which header a column of records stands.</summary>
    public static void NameColumn(Column column, string header)
    {
        ArgumentNullException.ThrowIfNull(column);
        column.Header = header;
    }

    /// <summary>Checks the records of a table, and fills in the fields that come from it.</summary>
    public void Derive(RecordSet set)
    {
        ArgumentNullException.ThrowIfNull(set);
        new DatasetCheck(RuleSet, set.Records, _diagnostics,
            (column, record) => set.Records.Units[record].Place with { ColumnName = column.Header ?? column.Field.Id }).CheckLimits();
        foreach (var field in RuleSet.Fields)
            if (field.From?.Table.Index == set.Table.Index)
                set.Derive(field, (Column<decimal>)ColumnOf(field.Index), _diagnostics);
    }

    /// <summary>Says which file holds the results and under which header a field stands.</summary>
    public void NameColumn(string file, int field, string header)
    {
        _resultsFile = file;
        _headers[field] = header;
    }

    /// <summary>Says in which row a unit's results stand. A second row for a unit is reported and makes the unit unusable.</summary>
    /// <returns>False for a second row.</returns>
    public bool NameRow(int unit, string file, long line, long row)
    {
        _resultsFile = file;
        if (_lines[unit] == 0)
        {
            (_lines[unit], _rows[unit]) = (line, row);
            return true;
        }
        var place = new Place { File = file, Line = line, Row = row };
        _diagnostics.Add(DatasetDiagnostics.DuplicateRow.At(place, ("unit", _units[unit].Code)) with
        {
            UnitCode = _units[unit].Code,
            Related = place with { Line = _lines[unit], Row = _rows[unit] },
        });
        _unusable.Add(unit);
        return false;
    }

    /// <summary>Takes last period's rows; each unit gets the figures of its own row and of those of its predecessors.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="columns">Their cells, a column a field that they hold, a cell a row.</param>
    public void AddPrevious(IReadOnlyList<PreviousRow> rows, IEnumerable<Column> columns)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(columns);
        var sources = new PreviousRows(_units, _diagnostics).Find(rows, _unusable);
        foreach (var column in columns)
        {
            var into = ColumnOf(column.Field.Index, isPrevious: true);
            into.Header = column.Header;
            foreach (var (unit, (source, indexes)) in sources)
                PreviousRows.Fill(into, unit, column, source, indexes);
        }
        foreach (var (unit, (source, _)) in sources)
            _previousSources[unit] = source;
    }

    /// <summary>A column of blank cells.</summary>
    public static Column NewColumn(Field field, int count)
    {
        ArgumentNullException.ThrowIfNull(field);
        return Column.Create(field, count);
    }

    /// <summary>Fills in a cell.</summary>
    /// <typeparam name="T">The type of the field's values.</typeparam>
    public static void Set<T>(Column column, int unit, T value)
    {
        ArgumentNullException.ThrowIfNull(column);
        ((Column<T>)column).MutableValues[unit] = value;
        column.MutableStates[unit] = CellState.Value;
    }

    /// <summary>Says that a cell holds no value.</summary>
    public static void SetState(Column column, int unit, CellState state)
    {
        ArgumentNullException.ThrowIfNull(column);
        column.MutableStates[unit] = state;
    }

    /// <summary>Checks the cells of this period against the limits of their fields, before the dataset is made.</summary>
    /// <param name="placeOf">Where the cell of a field and a unit stands.</param>
    public void CheckLimits(Func<Field, int, Place> placeOf)
    {
        ArgumentNullException.ThrowIfNull(placeOf);
        var held = new Dataset(_units, Columns(areHeld: true), [], "", _lines, _rows);
        new DatasetCheck(RuleSet, held, _diagnostics, (column, unit) => placeOf(column.Field, unit)).CheckLimits();
    }

    /// <summary>Checks ranges and contradictions, and makes the dataset.</summary>
    /// <param name="cells">The cells of this period if they are to be read when they are needed (<see cref="CanReadCells"/>); null if they were filled in.</param>
    public Dataset Build(ICellSource? cells = null)
    {
        foreach (var (count, code, unit, place) in _shortCodesOf.Values)
            _diagnostics.Add(DatasetDiagnostics.ShortCode.At(place, ("found", code), ("unit", unit), ("count", count)));
        var corrections = _corrections.ConvertAll(Correct);
        var dataset = new Dataset(_units, Columns(areHeld: cells is null), [.. _previous], _resultsFile, _lines, _rows)
        {
            Records = [.. _records],
            PreviousSources = _previousSources.ToFrozenDictionary(),
            PreviousTargets = PreviousTargets,
            PreviousPeriod = PreviousPeriod,
            Receipts = Receipts,
            Corrections = corrections,
            Appraised = new EntryTable<AppraisedPoints>(_appraised),
            SelfScores = new EntryTable<SelfPoints>(_selfScores),
            Exemptions = new EntryTable<Exemption>(_exemptions),
            UnusableUnits = _unusable,
            Note = Note,
        };
        if (cells is not null)
            dataset = dataset.ReadFrom(RuleSet, cells);
        new DatasetCheck(RuleSet, dataset, _diagnostics).Check(_unusable);
        return dataset;
    }

    private ImmutableArray<Column> Columns(bool areHeld) => [.. RuleSet.Fields.Select(field =>
    {
        var column = areHeld || field.From is not null ? ColumnOf(field.Index) : Column.Create(field, 0);
        column.Header = _headers[field.Index];
        return column;
    })];
}
