using DanVan.Scoring.Data;

namespace DanVan.Scoring.Expressions;

/// <summary>Units of which nothing is known but their cells: for expressions of the fields scope, which name nothing else.</summary>
internal sealed class CellFrame(Dataset data) : Frame(data)
{
    public override void ReadPoints(int node, Cells<decimal> into) => throw Unknown();

    public override void ReadMaxPoints(int node, Cells<decimal> into) => throw Unknown();

    public override void ReadTotal(Cells<decimal> into) => throw Unknown();

    public override void ReadRating(Cells<string> into) => throw Unknown();

    public override void ReadRank(Cells<decimal> into) => throw Unknown();

    private static InvalidOperationException Unknown() => new("Points and outcomes are not known here; the scope of the expression allows none.");
}
