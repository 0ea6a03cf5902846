using DanVan.Scoring.Data;
using DanVan.Scoring.Expressions;
using DanVan.Scoring.Rules;

namespace DanVan.Scoring.Scoring;

/// <summary>Whether a criterion applies to units by rule: its own condition and those of the nodes above it.</summary>
internal static class Applicability
{
    /// <summary>The conditions of a node and of those above it.</summary>
    public static IEnumerable<Expression> Conditions(RuleSet ruleSet, ScoreNode node) =>
        ruleSet.PathOf(node).Select(at => at.AppliesTo).OfType<Expression>();

    /// <summary>
    /// Fills, for each unit of the block, value (applies), not applicable (a condition says no), or the state of a
    /// condition that cannot be told; a plain no outweighs that.
    /// </summary>
    public static void Evaluate(RuleSet ruleSet, ScoreNode node, CellFrame frame, Span<CellState> states)
    {
        states[..frame.Count].Clear();
        for (ScoreNode? at = node; at is not null; at = at.Parent < 0 ? null : ruleSet.Nodes[at.Parent])
            if (at.AppliesTo is { } condition)
                Narrow(condition, frame, states);
    }

    private static void Narrow(Expression condition, CellFrame frame, Span<CellState> states)
    {
        var applies = frame.Rent<bool>();
        condition.Evaluate(frame, applies);
        for (int i = 0; i < frame.Count; i++)
        {
            bool isOut = applies.States[i] == CellState.Value && !applies.Values[i];
            if (isOut)
                states[i] = CellState.NotApplicable;
            else if (states[i] != CellState.NotApplicable)
                states[i] = CellStates.Combine(states[i], applies.States[i]);
        }
        frame.Return(applies);
    }
}
