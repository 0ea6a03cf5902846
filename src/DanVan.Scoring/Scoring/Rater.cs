using DanVan.Scoring.Data;
using DanVan.Scoring.Diagnostics;
using DanVan.Scoring.Expressions;
using DanVan.Scoring.Rules;

namespace DanVan.Scoring.Scoring;

/// <summary>Gives the scored units of a block their ratings: by band, then by the gates in their order. Points never change here.</summary>
internal sealed class Rater(RuleSet ruleSet, Dataset data, CellFrame frame, BlockSheet block, Outcomes outcomes)
{
    private readonly Cells<bool>[] _conditions = [.. ruleSet.Gates.Select(_ => new Cells<bool>())];
    private readonly UnitScopes _ranked = data.ScopesOf(ruleSet.Ranking.Within);

    /// <summary>Rates the units of the frame's block.</summary>
    public void Rate(List<GateEffects> effects, DiagnosticBag diagnostics)
    {
        for (int gate = 0; gate < _conditions.Length; gate++)
            ruleSet.Gates[gate].When.Evaluate(frame, _conditions[gate]);
        for (int i = 0; i < frame.Count; i++)
            if (block.HasScore(i) && IsRanked(i, diagnostics))
                RateUnit(i, effects, diagnostics);
    }

    /// <summary>A unit that cannot be ranked, because it lacks a key, has no score.</summary>
    private bool IsRanked(int position, DiagnosticBag diagnostics)
    {
        int unit = frame.UnitAt(position);
        if (_ranked.Of(unit) >= 0)
            return true;
        diagnostics.Add(RankingScope.Missing(ruleSet.Ranking.Within, data.Units[unit]));
        block.UnitStates[position] = ScoreState.FaultyData;
        return false;
    }

    private void RateUnit(int position, List<GateEffects> effects, DiagnosticBag diagnostics)
    {
        int unit = frame.UnitAt(position);
        decimal score = Rounding.Total(block.Totals[position].Comparable);
        int band = 0;
        while (ruleSet.Ratings[band].From is { } from && score < from)
            band++;
        int rating = band;
        var state = RatingState.Rated;
        ImmutableArray<int> applied = [], pending = [];
        for (int gate = 0; gate < _conditions.Length; gate++)
        {
            switch (_conditions[gate].States[position])
            {
                case CellState.Invalid:
                    ReportFault(ruleSet.Gates[gate], position, diagnostics);
                    block.UnitStates[position] = ScoreState.FaultyData;
                    return;
                case CellState.Missing:
                    if (state == RatingState.Rated)
                        state = RatingState.Pending;
                    pending = pending.Add(gate);
                    ReportPending(ruleSet.Gates[gate], position, diagnostics);
                    break;
                case CellState.Value when _conditions[gate].Values[position]:
                    applied = applied.Add(gate);
                    if (ruleSet.Gates[gate].Effect == GateEffect.NotRateable)
                        state = RatingState.NotRateable;
                    rating = Apply(ruleSet.Gates[gate], rating);
                    break;
            }
        }
        outcomes.SetRating(unit, band, state == RatingState.Rated ? rating : -1, state);
        if (!applied.IsEmpty || !pending.IsEmpty)
            effects.Add(new GateEffects(unit, applied, pending));
        ReportHiddenEdge(unit, band, score, diagnostics);
    }

    private int Apply(Gate gate, int rating) => gate.Effect switch
    {
        GateEffect.Cap => Math.Max(rating, gate.At!.Index),
        GateEffect.DropOne => Math.Min(rating + 1, ruleSet.Ratings.Length - 1),
        GateEffect.Lowest => ruleSet.Ratings.Length - 1,
        _ => rating,
    };

    private void ReportPending(Gate gate, int position, DiagnosticBag diagnostics)
    {
        var reader = new InputReader(data, frame, position);
        string code = data.Units[frame.UnitAt(position)].Code;
        diagnostics.Add(ScoringDiagnostics.GatePending.At(reader.RowPlace, ("unit", code), ("name", gate.Title),
            ("inputs", reader.Inputs([gate.When]).Where(input => input.State == CellState.Missing).Select(input => input.Name).ToList())) with
        { UnitCode = code });
    }

    /// <summary>A cell that could not be read has its own finding; a formula without result needs one.</summary>
    private void ReportFault(Gate gate, int position, DiagnosticBag diagnostics)
    {
        var reader = new InputReader(data, frame, position);
        var inputs = reader.Inputs([gate.When]);
        if (inputs.Any(input => input.State == CellState.Invalid))
            return;
        string code = data.Units[frame.UnitAt(position)].Code;
        diagnostics.Add(ScoringDiagnostics.CannotCompute.At(reader.RowPlace, ("name", gate.Title), ("unit", code), ("detail", InputReader.Describe(inputs))) with { UnitCode = code });
    }

    /// <summary>Says when the score shown looks like the edge of the next rating but is below it.</summary>
    private void ReportHiddenEdge(int unit, int band, decimal score, DiagnosticBag diagnostics)
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

/// <summary>The gates that changed the rating of a unit, or wait for data to tell whether they do.</summary>
/// <param name="Unit">Index of the unit.</param>
/// <param name="Applied">Indexes of the gates that took effect, in their order.</param>
/// <param name="Pending">Indexes of the gates that wait for data, in their order.</param>
internal sealed record GateEffects(int Unit, ImmutableArray<int> Applied, ImmutableArray<int> Pending);
