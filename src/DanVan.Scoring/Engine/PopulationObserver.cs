using DanVan.Scoring.Data;
using DanVan.Scoring.Diagnostics;
using DanVan.Scoring.Expressions;
using DanVan.Scoring.Manners;
using DanVan.Scoring.Rules;

namespace DanVan.Scoring.Engine;

/// <summary>First pass: what the manners that compare units must know of all of them.</summary>
internal sealed class PopulationObserver(RuleSet ruleSet, Dataset data) : IBlockWorker<FactTable>
{
    private readonly ScoreNode[] _leaves = [.. ruleSet.Leaves.Where(leaf => leaf.Manner is PopulationManner)];
    private readonly UnitScope _scope = new(ruleSet, data);
    private readonly ScoreState[] _states = new ScoreState[Frame.BlockSize];
    private readonly CellState[] _applicability = new CellState[Frame.BlockSize];
    private readonly bool[] _counts = new bool[Frame.BlockSize];

    /// <summary>Observes all units; empty facts if no manner compares units.</summary>
    public static FactTable Observe(RuleSet ruleSet, Dataset data, CancellationToken cancellation)
    {
        var leaves = ruleSet.Leaves.Where(leaf => leaf.Manner is PopulationManner).ToList();
        var manners = leaves.Select(leaf => (PopulationManner)leaf.Manner!).ToList();
        var facts = new FactTable(data, manners);
        if (facts.IsEmpty)
            return facts;
        var read = leaves.SelectMany(leaf => leaf.Manner!.Expressions.Concat(Applicability.Conditions(ruleSet, leaf)))
            .Concat(UnitScope.Expressions(ruleSet));
        new BlockWalk(data, new DiagnosticBag(), cancellation).Run(ruleSet.FieldsNeeded(read), () => new PopulationObserver(ruleSet, data), () => new FactTable(data, manners), facts.Add);
        return facts;
    }

    public void Visit(ScoringFrame frame, FactTable found, DiagnosticBag diagnostics)
    {
        _scope.Find(frame, _states);
        foreach (var leaf in _leaves)
        {
            var manner = (PopulationManner)leaf.Manner!;
            Applicability.Evaluate(ruleSet, leaf, frame, _applicability);
            for (int i = 0; i < frame.Count; i++)
            {
                int unit = frame.UnitAt(i);
                _counts[i] = _states[i] == ScoreState.Scored && _applicability[i] == CellState.Value
                    && data.Exemptions.Find(leaf.Index, unit) is null && found.Of(manner, unit) is not null;
            }
            manner.Observe(frame, _counts, found);
        }
    }
}
