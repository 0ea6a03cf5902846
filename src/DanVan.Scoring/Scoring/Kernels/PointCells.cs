using DanVan.Scoring.Expressions;

namespace DanVan.Scoring.Scoring.Kernels;

/// <summary>Points of a block of units with their states: what a manner fills. Points are kept as whole billionths.</summary>
internal sealed class PointCells
{
    public readonly long[] Values = new long[Frame.BlockSize];
    public readonly CellState[] States = new CellState[Frame.BlockSize];

    /// <summary>Gives no points, but a state.</summary>
    public void SetState(int position, CellState state) => (Values[position], States[position]) = (0, state);
}
