namespace DanVan.Scoring.Expressions;

/// <summary>A checked part of an expression.</summary>
internal abstract class Node
{
    public abstract ValueKind Kind { get; }

    /// <summary>True if its value is the same for every unit.</summary>
    public virtual bool IsConstant => false;
}

/// <summary>A checked part of an expression that evaluates a block of units at a time.</summary>
internal abstract class Node<T> : Node
{
    public sealed override ValueKind Kind => ValueKinds.Of<T>();

    /// <summary>Fills the first <see cref="Frame.Count"/> cells.</summary>
    public abstract void Evaluate(Frame frame, Cells<T> into);
}
