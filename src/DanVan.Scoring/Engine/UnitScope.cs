using DanVan.Scoring.Data;
using DanVan.Scoring.Expressions;
using DanVan.Scoring.Rules;

namespace DanVan.Scoring.Engine;

/// <summary>Tells which units of a block are scored, as far as that is known before any point is given.</summary>
internal sealed class UnitScope(RuleSet ruleSet, Dataset data)
{
    public void Find(Frame frame, Span<ScoreState> states)
    {
        var inScope = frame.Rent<bool>();
        ruleSet.ScoredUnits?.Evaluate(frame, inScope);
        for (int i = 0; i < frame.Count; i++)
            states[i] = Find(frame.UnitAt(i), ruleSet.ScoredUnits is null ? CellState.Value : inScope.States[i], ruleSet.ScoredUnits is null || inScope.Values[i]);
        frame.Return(inScope);
    }

    private ScoreState Find(int unit, CellState state, bool isInScope) =>
        state == CellState.Invalid ? ScoreState.FaultyData
        : state == CellState.Missing ? ScoreState.MissingData
        : state == CellState.NotApplicable || !isInScope ? ScoreState.OutOfScope
        : data.UnusableUnits.Count > 0 && data.UnusableUnits.Contains(unit) ? ScoreState.FaultyData
        : !data.HasResults(unit) ? ScoreState.NoResults
        : ScoreState.Scored;
}
