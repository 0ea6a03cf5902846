using DanVan.Scoring.Data;
using DanVan.Scoring.Expressions;
using DanVan.Scoring.Rules;

namespace DanVan.Scoring.Engine;

/// <summary>Whether a criterion applies to units by rule: its own condition and those of the nodes above it.</summary>
internal static class Applicability
{
    /// <summary>
    /// Fills, for each unit of the block, value (applies), not applicable (a condition says no), or the state of a
    /// condition that cannot be told; a plain no outweighs that.
    /// </summary>
    public static void Evaluate(RuleSet ruleSet, ScoreNode node, Frame frame, Span<CellState> states)
    {
        states[..frame.Count].Clear();
        var applies = frame.Rent<bool>();
        for (ScoreNode? at = node; at is not null; at = at.Parent < 0 ? null : ruleSet.Nodes[at.Parent])
        {
            if (at.AppliesTo is not { } condition)
                continue;
            condition.Evaluate(frame, applies);
            for (int i = 0; i < frame.Count; i++)
            {
                bool isOut = applies.States[i] == CellState.Value && !applies.Values[i];
                if (isOut)
                    states[i] = CellState.NotApplicable;
                else if (states[i] != CellState.NotApplicable)
                    states[i] = CellStates.Combine(states[i], applies.States[i]);
            }
        }
        frame.Return(applies);
    }

    /// <summary>True if the criterion does not count for a unit, by rule or by exemption.</summary>
    public static bool IsOut(RuleSet ruleSet, ScoreNode node, Dataset data, int unit)
    {
        var frame = new Frame(data);
        frame.MoveTo(unit, 1);
        Span<CellState> state = [CellState.Value];
        Evaluate(ruleSet, node, frame, state);
        return state[0] == CellState.NotApplicable || data.Exemptions.Find(node.Index, unit) is not null;
    }
}
