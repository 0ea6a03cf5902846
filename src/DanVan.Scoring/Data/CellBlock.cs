using DanVan.Scoring.Diagnostics;
using DanVan.Scoring.Expressions;
using DanVan.Scoring.Rules;

namespace DanVan.Scoring.Data;

/// <summary>Cells of some units, a column a field: of units that follow each other in a dataset, or read, in any order.</summary>
public sealed class CellBlock
{
    /// <summary>Most units in a block.</summary>
    public const int MostUnits = Frame.BlockSize;

    private readonly int[]? _units;

    /// <summary>Makes an empty block, to be read into.</summary>
    /// <param name="fields">The fields of the rule set.</param>
    /// <param name="needed">Indexes of the fields whose cells are needed; null for all.</param>
    public CellBlock(IReadOnlyList<Field> fields, IReadOnlySet<int>? needed)
    {
        ArgumentNullException.ThrowIfNull(fields);
        _units = new int[MostUnits];
        Columns = [.. fields.Select(field => needed?.Contains(field.Index) == false ? null : Column.Create(field, MostUnits))];
    }

    /// <summary>A block of units that follow each other, whose columns are those of all units.</summary>
    internal CellBlock(IReadOnlyList<Column?> columns, int first, int count)
    {
        Columns = columns;
        (First, Count) = (first, count);
    }

    /// <summary>Units in the block.</summary>
    public int Count { get; private set; }

    /// <summary>True if no unit has room any more.</summary>
    public bool IsFull => Count == MostUnits;

    /// <summary>A column a field, by the field's index; null where the cells are not needed.</summary>
    public IReadOnlyList<Column?> Columns { get; }

    /// <summary>Index in the columns of the cell of the block's first unit.</summary>
    internal int First { get; }

    /// <summary>Indexes of the units that were read; empty for units that follow each other.</summary>
    internal ReadOnlySpan<int> Units => _units.AsSpan(0, Count);

    /// <summary>True if the units follow each other.</summary>
    internal bool IsRange => _units is null;

    /// <summary>Index of the unit at a position.</summary>
    public int UnitAt(int position) => _units is null ? First + position : _units[position];

    /// <summary>Takes in a unit, whose cells are then missing.</summary>
    /// <returns>Its position in the block.</returns>
    public int Add(int unit)
    {
        _units![Count] = unit;
        foreach (var column in Columns)
            column?.MutableStates[Count] = CellState.Missing;
        return Count++;
    }

    /// <summary>Empties the block.</summary>
    public void Clear() => Count = 0;
}

/// <summary>The cells of a dataset, block by block, wherever they are kept. Several threads may read at once.</summary>
public interface ICellSource
{
    /// <summary>How many parts the cells are read in; each can be read by itself.</summary>
    int Parts { get; }

    /// <summary>Reads the blocks of a part. A block is used again for the next one.</summary>
    /// <param name="part">0-based index of the part.</param>
    /// <param name="fields">Indexes of the fields needed; null for all.</param>
    /// <param name="diagnostics">Takes what is wrong with cells.</param>
    IEnumerable<CellBlock> Read(int part, IReadOnlySet<int>? fields, DiagnosticBag diagnostics);

    /// <summary>True if at least one cell of the unit is not blank.</summary>
    bool HasCells(int unit);
}
