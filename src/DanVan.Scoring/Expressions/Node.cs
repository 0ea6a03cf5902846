namespace DanVan.Scoring.Expressions;

/// <summary>A checked part of an expression.</summary>
internal abstract class Node
{
    public abstract ValueKind Kind { get; }

    /// <summary>True if its value is the same for every unit.</summary>
    public virtual bool IsConstant => false;

    /// <summary>The value for the frame's first unit; null if it has none.</summary>
    public abstract object? ValueIn(Frame frame, out CellState state);
}

/// <summary>A checked part of an expression that evaluates a block of units at a time.</summary>
internal abstract class Node<T> : Node
{
    public sealed override ValueKind Kind => ValueKinds.Of<T>();

    /// <summary>Fills the first <see cref="Frame.Count"/> cells.</summary>
    public abstract void Evaluate(Frame frame, Cells<T> into);

    public sealed override object? ValueIn(Frame frame, out CellState state)
    {
        var cells = frame.Rent<T>();
        Evaluate(frame, cells);
        state = cells.States[0];
        object? value = state == CellState.Value ? cells.Values[0] : null;
        frame.Return(cells);
        return value;
    }
}
