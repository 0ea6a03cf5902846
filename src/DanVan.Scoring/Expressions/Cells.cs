namespace DanVan.Scoring.Expressions;

/// <summary>Values of a block of units with their states: what a node of an expression fills.</summary>
internal sealed class Cells<T>
{
    public readonly T[] Values = new T[Frame.BlockSize];
    public readonly CellState[] States = new CellState[Frame.BlockSize];
}
