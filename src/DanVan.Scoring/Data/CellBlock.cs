using DanVan.Scoring.Rules;

namespace DanVan.Scoring.Data;

/// <summary>Cells of some units, read from where they are kept: units in any order, a column a field.</summary>
public sealed class CellBlock
{
    /// <summary>Most units in a block.</summary>
    public const int MostUnits = 1024;

    private readonly int[] _units = new int[MostUnits];

    /// <summary>Makes an empty block.</summary>
    /// <param name="fields">The fields of the rule set.</param>
    /// <param name="needed">Indexes of the fields whose cells are needed; null for all.</param>
    public CellBlock(IReadOnlyList<Field> fields, IReadOnlySet<int>? needed)
    {
        ArgumentNullException.ThrowIfNull(fields);
        Columns = [.. fields.Select(field => needed?.Contains(field.Index) == false ? null : Column.Create(field, MostUnits))];
    }

    /// <summary>Units in the block.</summary>
    public int Count { get; private set; }

    /// <summary>True if no unit has room any more.</summary>
    public bool IsFull => Count == MostUnits;

    /// <summary>Indexes of the units.</summary>
    public ReadOnlySpan<int> Units => _units.AsSpan(0, Count);

    /// <summary>A column a field, by the field's index; null where the cells are not needed.</summary>
    public IReadOnlyList<Column?> Columns { get; }

    /// <summary>Takes in a unit, whose cells are then missing.</summary>
    /// <returns>Its position in the block.</returns>
    public int Add(int unit)
    {
        _units[Count] = unit;
        foreach (var column in Columns)
            column?.MutableStates[Count] = CellState.Missing;
        return Count++;
    }

    /// <summary>Empties the block.</summary>
    public void Clear() => Count = 0;
}

/// <summary>Cells that a dataset does not hold: they are read anew each time they are needed, by several threads at once.</summary>
public interface ICellSource
{
    /// <summary>How many parts the cells are read in; each can be read by itself.</summary>
    int Parts { get; }

    /// <summary>Reads the blocks of a part. A block is used again for the next one.</summary>
    /// <param name="part">0-based index of the part.</param>
    /// <param name="fields">Indexes of the fields needed; null for all.</param>
    /// <param name="diagnostics">Takes what is wrong with cells.</param>
    IEnumerable<CellBlock> Read(int part, IReadOnlySet<int>? fields, Diagnostics.DiagnosticBag diagnostics);

    /// <summary>True if at least one cell of the unit is not blank.</summary>
    bool HasCells(int unit);
}
