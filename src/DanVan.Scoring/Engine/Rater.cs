using System.Collections.Immutable;
using DanVan.Scoring.Data;
using DanVan.Scoring.Diagnostics;
using DanVan.Scoring.Expressions;
using DanVan.Scoring.Rules;
using DanVan.Scoring.Rules.Documents;

namespace DanVan.Scoring.Engine;

/// <summary>Gives every scored unit its rating: by band, then by the gates in their order. Points never change here.</summary>
internal sealed class Rater(RuleSet ruleSet, Dataset data, ScoreSheet sheet, DiagnosticBag diagnostics)
{
    public Outcomes Rate()
    {
        var outcomes = new Outcomes(ruleSet, data.Units.Length);
        var frame = new Frame(data) { Sheet = sheet };
        var conditions = ruleSet.Gates.Select(_ => new Cells<bool>()).ToArray();
        for (int offset = 0; offset < data.Units.Length; offset += Frame.BlockSize)
        {
            frame.MoveTo(offset, Math.Min(Frame.BlockSize, data.Units.Length - offset));
            for (int gate = 0; gate < conditions.Length; gate++)
                ruleSet.Gates[gate].When.Evaluate(frame, conditions[gate]);
            for (int i = 0; i < frame.Count; i++)
                if (sheet.HasScore(offset + i))
                    RateUnit(outcomes, offset + i, i, conditions, frame);
        }
        return outcomes;
    }

    private void RateUnit(Outcomes outcomes, int unit, int position, Cells<bool>[] conditions, Frame frame)
    {
        decimal score = Rounding.Total(sheet.ComparableScore(unit));
        int band = ruleSet.Ratings.First(rating => rating.From is not { } from || score >= from).Index;
        int rating = band;
        var state = RatingState.Rated;
        var gates = ImmutableArray.CreateBuilder<int>();
        var pending = ImmutableArray.CreateBuilder<int>();
        for (int gate = 0; gate < conditions.Length; gate++)
        {
            switch (conditions[gate].States[position])
            {
                case CellState.Invalid:
                    ReportFault(ruleSet.Gates[gate], unit, frame);
                    sheet.SetState(unit, ScoreState.FaultyData);
                    outcomes.ClearRating(unit);
                    return;
                case CellState.Missing:
                    if (state == RatingState.Rated)
                        state = RatingState.Pending;
                    pending.Add(gate);
                    ReportPending(ruleSet.Gates[gate], unit, frame);
                    break;
                case CellState.Value when conditions[gate].Values[position]:
                    gates.Add(gate);
                    if (ruleSet.Gates[gate].Effect == GateEffect.NotRateable)
                        state = RatingState.NotRateable;
                    rating = Apply(ruleSet.Gates[gate], rating);
                    break;
            }
        }
        outcomes.SetRating(unit, band, state == RatingState.Rated ? rating : -1, state, gates.ToImmutable(), pending.ToImmutable());
        ReportHiddenEdge(unit, band, score);
    }

    private int Apply(Gate gate, int rating) => gate.Effect switch
    {
        GateEffect.Cap => Math.Max(rating, gate.At!.Index),
        GateEffect.DropOne => Math.Min(rating + 1, ruleSet.Ratings.Length - 1),
        GateEffect.Lowest => ruleSet.Ratings.Length - 1,
        _ => rating,
    };

    private void ReportPending(Gate gate, int unit, Frame frame)
    {
        var reader = new InputReader(ruleSet, data, frame, unit);
        string code = data.Units[unit].Code;
        diagnostics.Add(ScoringDiagnostics.GatePending.At(reader.RowPlace, ("unit", code), ("name", gate.Title),
            ("inputs", reader.Inputs([gate.When]).Where(input => input.State == CellState.Missing).Select(input => input.Name))) with
        { UnitCode = code });
    }

    /// <summary>A cell that could not be read has its own finding; a formula without result needs one.</summary>
    private void ReportFault(Gate gate, int unit, Frame frame)
    {
        var reader = new InputReader(ruleSet, data, frame, unit);
        var inputs = reader.Inputs([gate.When]);
        if (inputs.Any(input => input.State == CellState.Invalid))
            return;
        string code = data.Units[unit].Code;
        diagnostics.Add(ScoringDiagnostics.CannotCompute.At(reader.RowPlace, ("name", gate.Title), ("unit", code), ("detail", InputReader.Describe(inputs))) with { UnitCode = code });
    }

    /// <summary>Says when the score shown looks like the edge of the next rating but is below it.</summary>
    private void ReportHiddenEdge(int unit, int band, decimal score)
    {
        if (band == 0 || ruleSet.Ratings[band - 1].From is not { } edge)
            return;
        decimal shown = decimal.Round(score, ruleSet.Total.Digits, MidpointRounding.AwayFromZero);
        if (shown < edge)
            return;
        string code = data.Units[unit].Code;
        diagnostics.Add(ScoringDiagnostics.EdgeHidden.At(data.Units[unit].Place, ("unit", code), ("shown", shown), ("edge", edge),
            ("rating", ruleSet.Ratings[band].Name)) with
        { UnitCode = code });
    }
}
