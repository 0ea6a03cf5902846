using System.Collections.Concurrent;
using System.Collections.Frozen;
using DanVan.Scoring.Diagnostics;
using DanVan.Scoring.Rules;

namespace DanVan.Scoring.Data;

/// <summary>
/// What units did in a period, as columns: a column a field of the rule set, a cell a unit. Immutable once built by a
/// <see cref="DatasetBuilder"/>.
/// </summary>
public sealed record Dataset
{
    private readonly ConcurrentDictionary<string, UnitScopes> _scopes = new(StringComparer.Ordinal);
    private readonly ImmutableArray<Column?> _previous;
    private readonly string _resultsFile;
    private readonly long[] _lines;
    private readonly long[] _rows;
    private readonly FrozenDictionary<(int Unit, int Field), Correction> _corrections = FrozenDictionary<(int, int), Correction>.Empty;

    internal Dataset(
        ImmutableArray<Unit> units, ImmutableArray<Column> fields, ImmutableArray<Column?> previous, string resultsFile, long[] lines, long[] rows)
    {
        Units = units;
        Fields = fields;
        _previous = previous;
        _resultsFile = resultsFile;
        _lines = lines;
        _rows = rows;
        Cells = new HeldCells(this);
    }

    /// <summary>A dataset without units.</summary>
    internal static Dataset Empty { get; } = new([], [], [], "", [], []);

    /// <summary>The units, sorted by code (ordinal).</summary>
    public ImmutableArray<Unit> Units { get; }

    /// <summary>A column a field, in the order of the rule set.</summary>
    public ImmutableArray<Column> Fields { get; }

    /// <summary>Points given by the appraisal panel.</summary>
    public EntryTable<AppraisedPoints> Appraised { get; internal init; } = new([]);

    /// <summary>The units' own points.</summary>
    public EntryTable<SelfPoints> SelfScores { get; internal init; } = new([]);

    /// <summary>Criteria declared not applicable.</summary>
    public EntryTable<Exemption> Exemptions { get; internal init; } = new([]);

    /// <summary>Units whose results cannot be used at all (two rows for one unit), by index.</summary>
    public IReadOnlySet<int> UnusableUnits { get; internal init; } = FrozenSet<int>.Empty;

    /// <summary>A line that every result repeats, such as that the data are synthetic; null if there is none.</summary>
    public string? Note { get; internal init; }

    /// <summary>The records by table of the rule set; null where there is no file.</summary>
    public ImmutableArray<RecordSet?> Records { get; internal init; } = [];

    /// <summary>Last period's cells of a field; null if there are none.</summary>
    public Column? Previous(int field) => field < _previous.Length ? _previous[field] : null;

    /// <summary>
    /// True if the unit reported anything: a row of results with at least one cell that is not blank. Cells that the panel
    /// filled in are no report.
    /// </summary>
    public bool HasResults(int unit) => HasRow(unit) && (Cells.HasCells(unit) || HasRecords(unit));

    private bool HasRecords(int unit)
    {
        foreach (var column in Fields)
            if (column.Field.From is not null && column is Column<decimal> derived && (derived.Values[unit] != 0 || derived.States[unit] == CellState.Invalid))
                return true;
        return false;
    }

    /// <summary>The cells, block by block, wherever they are kept.</summary>
    public ICellSource Cells { get; private init; }

    /// <summary>The blocks to walk for some fields; without any, the cells need not be read.</summary>
    internal ICellSource CellsFor(IReadOnlySet<int>? fields) => fields is { Count: 0 } ? new HeldCells(this) : Cells;

    /// <summary>The same dataset with cells that are read instead of held.</summary>
    internal Dataset ReadFrom(RuleSet ruleSet, ICellSource cells) => this with { Cells = new CheckedCells(ruleSet, this, cells) };

    /// <summary>True if a row of results was found for the unit.</summary>
    internal bool HasRow(int unit) => _lines[unit] != 0;

    /// <summary>Which units share these keys. Found once, then kept.</summary>
    internal UnitScopes ScopesOf(ImmutableArray<RankingKey> within) =>
        _scopes.GetOrAdd(string.Join(',', within), _ => new UnitScopes(Units, within));

    /// <summary>Where a cell stands; null if the file has no such column or row.</summary>
    public Place? PlaceOf(int field, int unit)
    {
        if (_corrections.TryGetValue((unit, field), out var correction))
            return correction.Place;
        if (Fields[field].Field.From is { } source)
            return source.Table.Index < Records.Length && Records[source.Table.Index] is { } set ? new Place { File = set.File } : null;
        if (_lines[unit] == 0)
            return null;
        return new Place { File = _resultsFile, Line = _lines[unit], Row = _rows[unit], ColumnName = Fields[field].Header ?? Fields[field].Field.Id };
    }

    /// <summary>Where a unit's row of results stands; null if there is none.</summary>
    public Place? RowPlaceOf(int unit) => HasRow(unit) ? new Place { File = _resultsFile, Line = _lines[unit], Row = _rows[unit] } : null;

    /// <summary>The rows of last period's figures that a unit's come from: its own and its predecessors'; empty if there are none.</summary>
    public IReadOnlyList<PreviousRow> PreviousRowsOf(int unit) => PreviousSources.TryGetValue(unit, out var source) ? source.Rows : [];

    /// <summary>True if last period's rows of the unit do not stand for one unit: it was merged, or came of one that went into several.</summary>
    public bool IsPreviousMerged(int unit) => PreviousSources.TryGetValue(unit, out var source) && !source.IsSingle;

    /// <summary>How the unit came out in the last period; null if that is not known, or not comparable since units were merged.</summary>
    public PreviousOutcome? PreviousOutcomeOf(int unit) => PreviousSources.TryGetValue(unit, out var source) && source.IsSingle ? source.Rows[0].Outcome : null;

    /// <summary>True if it is known how any unit came out in the last period.</summary>
    public bool HasPreviousOutcomes => PreviousSources.Values.Any(source => source.Rows.Any(row => row.Outcome is not null));

    /// <summary>Who sent a form and when; empty if the dataset was not collected from forms.</summary>
    public ImmutableArray<UnitReceipt> Receipts { get; internal init; } = [];

    /// <summary>Shares that targets reached in the last period, by id; empty if that is not known.</summary>
    public IReadOnlyDictionary<string, decimal> PreviousTargets { get; internal init; } = FrozenDictionary<string, decimal>.Empty;

    /// <summary>The period of the result that last period's figures come from; null if they come from a table, or there are none.</summary>
    public int? PreviousPeriod { get; internal init; }

    internal IReadOnlyDictionary<int, PreviousSource> PreviousSources { get; init; } = FrozenDictionary<int, PreviousSource>.Empty;

    /// <summary>The rows that count for a field that comes from records; empty for others.</summary>
    public IReadOnlyList<long> RecordRowsOf(int field, int unit) =>
        Fields[field].Field.From is { } source && Records[source.Table.Index] is { } set ? set.RowsOf(Fields[field].Field, unit) : [];

    /// <summary>The correction of a cell by the appraisal; null if there is none.</summary>
    public Correction? CorrectionOf(int field, int unit) => _corrections.GetValueOrDefault((unit, field));

    /// <summary>True if the appraisal replaced any cell.</summary>
    internal bool HasCorrections => _corrections.Count > 0;

    /// <summary>The cells that were corrected.</summary>
    internal IEnumerable<Correction> Corrections
    {
        init => _corrections = value.ToFrozenDictionary(correction => (correction.Unit, correction.Field));
    }
}
