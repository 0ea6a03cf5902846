using DanVan.Scoring.Expressions;

namespace DanVan.Scoring.Scoring;

/// <summary>Points and outcomes of all units, for the expressions that are evaluated when these are there.</summary>
internal sealed class Standings(ScoreSheet sheet, Outcomes outcomes) : IFigures
{
    public void ReadPoints(Frame frame, int node, Cells<decimal> into)
    {
        for (int i = 0; i < frame.Count; i++)
        {
            int unit = frame.UnitAt(i);
            into.Values[i] = sheet.Points(node)[unit];
            into.States[i] = sheet.Sources(node)[unit] == FigureSource.FullPoints ? CellState.Value : sheet.States(node)[unit];
        }
    }

    public void ReadMaxPoints(Frame frame, int node, Cells<decimal> into)
    {
        for (int i = 0; i < frame.Count; i++)
            (into.Values[i], into.States[i]) = (sheet.ApplicableMax(node)[frame.UnitAt(i)], CellState.Value);
    }

    public void ReadTotal(Frame frame, Cells<decimal> into)
    {
        for (int i = 0; i < frame.Count; i++)
        {
            int unit = frame.UnitAt(i);
            (into.Values[i], into.States[i]) = (sheet.ComparableScore(unit), sheet.HasScore(unit) ? CellState.Value : CellState.Missing);
        }
    }

    public void ReadRating(Frame frame, Cells<string> into)
    {
        for (int i = 0; i < frame.Count; i++)
        {
            string? rating = outcomes.RatingId(frame.UnitAt(i));
            (into.Values[i], into.States[i]) = (rating ?? "", rating is null ? CellState.Missing : CellState.Value);
        }
    }

    public void ReadRank(Frame frame, Cells<decimal> into)
    {
        for (int i = 0; i < frame.Count; i++)
        {
            int rank = outcomes.RankWithin(frame.UnitAt(i));
            (into.Values[i], into.States[i]) = (rank, rank == 0 ? CellState.Missing : CellState.Value);
        }
    }
}
