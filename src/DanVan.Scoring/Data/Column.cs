using DanVan.Scoring.Rules;

namespace DanVan.Scoring.Data;

/// <summary>The cells of one field, a cell a unit, in the order of the units.</summary>
public abstract class Column
{
    private readonly CellState[] _states;

    private protected Column(Field field, int count)
    {
        Field = field;
        _states = new CellState[count];
        Array.Fill(_states, CellState.Missing);
    }

    /// <summary>The field whose cells these are.</summary>
    public Field Field { get; }

    /// <summary>The column's header in the file; null if the file has no such column.</summary>
    public string? Header { get; internal set; }

    /// <summary>What each cell is.</summary>
    public ReadOnlySpan<CellState> States => _states;

    internal CellState[] MutableStates => _states;

    /// <summary>The value of a cell as an object; null unless its state is <see cref="CellState.Value"/>.</summary>
    public abstract object? this[int unit] { get; }

    /// <summary>Takes over a cell of a column of the same type.</summary>
    /// <param name="cell">Index of the cell to be filled.</param>
    /// <param name="from">The other column.</param>
    /// <param name="index">Index of its cell.</param>
    public abstract void Copy(int cell, Column from, int index);

    /// <summary>Takes over the cells of a column of the same type, at these positions, in their order.</summary>
    internal abstract void Read(Column from, ReadOnlySpan<int> cells);

    /// <summary>Takes over the first cells of a column of the same type into these positions.</summary>
    internal abstract void Write(ReadOnlySpan<int> cells, Column from);

    internal static Column Create(Field field, int count) => field.Kind switch
    {
        Expressions.ValueKind.Number => new Column<decimal>(field, count),
        Expressions.ValueKind.YesNo => new Column<bool>(field, count),
        Expressions.ValueKind.Date => new Column<DateOnly>(field, count),
        _ => new Column<string>(field, count),
    };
}

/// <summary>Cells of one type.</summary>
/// <typeparam name="T"><see cref="decimal"/>, <see cref="bool"/>, <see cref="DateOnly"/> or <see cref="string"/>.</typeparam>
public sealed class Column<T> : Column
{
    private readonly T[] _values;

    internal Column(Field field, int count)
        : base(field, count) => _values = new T[count];

    /// <summary>The values; meaningful only where the state is <see cref="CellState.Value"/>.</summary>
    public ReadOnlySpan<T> Values => _values;

    internal T[] MutableValues => _values;

    /// <inheritdoc/>
    public override void Copy(int cell, Column from, int index)
    {
        _values[cell] = ((Column<T>)from)._values[index];
        MutableStates[cell] = from.States[index];
    }

    internal override void Read(Column from, ReadOnlySpan<int> cells)
    {
        var typed = (Column<T>)from;
        for (int i = 0; i < cells.Length; i++)
            (_values[i], MutableStates[i]) = (typed._values[cells[i]], typed.States[cells[i]]);
    }

    internal override void Write(ReadOnlySpan<int> cells, Column from)
    {
        var typed = (Column<T>)from;
        for (int i = 0; i < cells.Length; i++)
            (_values[cells[i]], MutableStates[cells[i]]) = (typed._values[i], typed.States[i]);
    }

    /// <inheritdoc/>
    public override object? this[int unit] => States[unit] == CellState.Value ? _values[unit] : null;
}
