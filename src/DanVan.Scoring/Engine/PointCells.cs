using DanVan.Scoring.Data;
using DanVan.Scoring.Expressions;

namespace DanVan.Scoring.Engine;

/// <summary>Points of a block of units with their states: what a manner fills. Points are kept as whole billionths.</summary>
internal sealed class PointCells
{
    public readonly long[] Values = new long[Frame.BlockSize];
    public readonly CellState[] States = new CellState[Frame.BlockSize];

    /// <summary>Gives points.</summary>
    public void Set(int position, long billionths) => (Values[position], States[position]) = (billionths, CellState.Value);

    /// <summary>Gives points, rounded to nine decimals.</summary>
    public void Set(int position, decimal points) => Set(position, Billionths.Of(points));

    /// <summary>Gives points or the state in their place.</summary>
    public void Set(int position, (long Billionths, CellState State) points) => (Values[position], States[position]) = points;

    /// <summary>Gives no points, but a state.</summary>
    public void SetState(int position, CellState state) => (Values[position], States[position]) = (0, state);

    /// <summary>Gives the same state to all.</summary>
    public void Fill(CellState state, int count)
    {
        Values.AsSpan(0, count).Clear();
        States.AsSpan(0, count).Fill(state);
    }
}
