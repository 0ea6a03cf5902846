namespace DanVan.Scoring.Values;

/// <summary>How states meet.</summary>
internal static class CellStates
{
    /// <summary>The stronger of two states: invalid before missing before not applicable before value.</summary>
    public static CellState Combine(CellState left, CellState right) => left > right ? left : right;
}
