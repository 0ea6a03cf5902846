using DanVan.Scoring.Data;
using DanVan.Scoring.Expressions;

namespace DanVan.Scoring.Engine;

/// <summary>The block of units while it is scored, rated, counted or explained, with what is known of it by then.</summary>
internal sealed class ScoringFrame(Dataset data) : Frame(data)
{
    /// <summary>Points of the block while it is being scored.</summary>
    public BlockSheet? Block { get; set; }

    /// <summary>Points of all units, once they are there.</summary>
    public ScoreSheet? Sheet { get; set; }

    /// <summary>Ratings and ranks, in the outcomes scope.</summary>
    public Outcomes? Outcomes { get; set; }

    /// <summary>What is known of the units that are compared with each other.</summary>
    public FactTable Facts { get; set; } = FactTable.Empty;

    public override void ReadPoints(int node, Cells<decimal> into)
    {
        for (int i = 0; i < Count; i++)
        {
            var (points, state, source) = Block is { } block
                ? (Billionths.ToDecimal(block[node].Points[Start + i]), block[node].States[Start + i], block[node].Sources[Start + i])
                : (Sheet!.Points(node)[UnitAt(i)], Sheet.States(node)[UnitAt(i)], Sheet.Sources(node)[UnitAt(i)]);
            (into.Values[i], into.States[i]) = (points, source == FigureSource.FullPoints ? CellState.Value : state);
        }
    }

    public override void ReadMaxPoints(int node, Cells<decimal> into)
    {
        into.States.AsSpan(0, Count).Clear();
        for (int i = 0; i < Count; i++)
            into.Values[i] = Block is { } block
                ? Billionths.ToDecimal(block[node].ApplicableMax[Start + i]) : Sheet!.ApplicableMax(node)[UnitAt(i)];
    }

    public override void ReadTotal(Cells<decimal> into)
    {
        for (int i = 0; i < Count; i++)
        {
            var (score, state) = Block is { } block
                ? (block.Totals[Start + i].Comparable, block.UnitStates[Start + i])
                : (Sheet!.ComparableScore(UnitAt(i)), Sheet.StateOf(UnitAt(i)));
            (into.Values[i], into.States[i]) = (score, state == ScoreState.Scored ? CellState.Value : CellState.Missing);
        }
    }

    public override void ReadRating(Cells<string> into)
    {
        for (int i = 0; i < Count; i++)
        {
            string? rating = Outcomes!.RatingId(UnitAt(i));
            (into.Values[i], into.States[i]) = (rating ?? "", rating is null ? CellState.Missing : CellState.Value);
        }
    }

    public override void ReadRank(Cells<decimal> into)
    {
        for (int i = 0; i < Count; i++)
        {
            int rank = Outcomes!.RankWithin(UnitAt(i));
            (into.Values[i], into.States[i]) = (rank, rank == 0 ? CellState.Missing : CellState.Value);
        }
    }
}
