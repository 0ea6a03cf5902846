using DanVan.Scoring.Data;
using DanVan.Scoring.Diagnostics;
using DanVan.Scoring.Expressions;
using DanVan.Scoring.Rules;
using DanVan.Scoring.Scoring.Kernels;
using DanVan.Scoring.Scoring.Manners;

namespace DanVan.Scoring.Scoring;

/// <summary>First pass: what the manners that compare units must know of all of them.</summary>
internal sealed class PopulationObserver(RuleSet ruleSet, Dataset data, CellFrame frame) : IBlockWorker<FactTable>
{
    private readonly UnitScope _scope = new(ruleSet, data);
    private readonly ScoreState[] _states = new ScoreState[Frame.BlockSize];
    private readonly CellState[] _applicability = new CellState[Frame.BlockSize];
    private readonly PointCells _points = new();

    /// <summary>Observes all units; empty facts if no manner compares units.</summary>
    public static FactTable Observe(RuleSet ruleSet, Dataset data, CancellationToken cancellation)
    {
        var leaves = ruleSet.Leaves.Where(leaf => leaf.Manner is PopulationManner).ToList();
        var manners = leaves.Select(leaf => (leaf.Manner!, ((PopulationManner)leaf.Manner!).Within)).ToList();
        var facts = new FactTable(data, manners);
        if (facts.IsEmpty)
            return facts;
        var read = leaves.SelectMany(leaf => leaf.Manner!.Expressions.Concat(Applicability.Conditions(ruleSet, leaf)))
            .Concat(UnitScope.Expressions(ruleSet));
        new BlockWalk(data, new DiagnosticBag(), cancellation).Run(
            ruleSet.FieldsNeeded(read), frame => new PopulationObserver(ruleSet, data, frame), () => new FactTable(data, manners), facts.Add);
        return facts;
    }

    public void Visit(FactTable found, DiagnosticBag diagnostics)
    {
        _scope.Find(frame, _states);
        var kernel = new Kernel(frame, found);
        foreach (var leaf in ruleSet.Leaves)
        {
            if (leaf.Manner is not PopulationManner manner)
                continue;
            Applicability.Evaluate(ruleSet, leaf, frame, _applicability);
            kernel.Start(0, _points);
            for (int i = 0; i < frame.Count; i++)
            {
                if (_states[i] != ScoreState.Scored || _applicability[i] != CellState.Value
                    || data.Exemptions.Find(leaf.Index, frame.UnitAt(i)) is not null || found.Of(manner, frame.UnitAt(i)) is null)
                    kernel.Refuse(i, CellState.NotApplicable);
            }
            manner.Observe(kernel);
            kernel.End();
        }
    }
}
