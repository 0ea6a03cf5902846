using DanVan.Scoring.Files.Workbooks;

namespace DanVan.Scoring.Reports.Xlsx;

/// <summary>Where the points of each unit and criterion stand in the sheet of scorecards.</summary>
internal sealed class CardRows
{
    /// <summary>Row of the headers.</summary>
    public const uint HeaderRow = 3;

    /// <summary>Column of final points.</summary>
    public const int FinalColumn = 8;

    /// <summary>Column of the maximum that applies.</summary>
    public const int MaxColumn = 9;

    private readonly Dictionary<string, uint> _rows = new(StringComparer.Ordinal);
    private readonly string _prefix;

    /// <param name="units">The units, in the order of the sheet.</param>
    /// <param name="sheet">Name of the sheet.</param>
    public CardRows(IEnumerable<ResultUnit> units, string sheet)
    {
        _prefix = SheetAddress.Prefix(sheet);
        uint row = HeaderRow;
        foreach (var unit in units)
            foreach (var node in unit.Nodes)
                _rows[Key(unit, node.Id)] = ++row;
    }

    /// <summary>The row of a unit's criterion.</summary>
    public uint RowOf(ResultUnit unit, ResultCriterion criterion) => _rows[Key(unit, criterion.Id)];

    /// <summary>The cell of a unit's criterion, from another sheet.</summary>
    public string CellOf(ResultUnit unit, ResultCriterion criterion, int column) =>
        _prefix + CellAddress.Of(column, RowOf(unit, criterion));

    private static string Key(ResultUnit unit, string criterion) => $"{unit.Code}\n{criterion}";
}
