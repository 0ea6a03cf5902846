using DanVan.Scoring.Data;
using DanVan.Scoring.Diagnostics;
using DanVan.Scoring.Expressions;
using DanVan.Scoring.Rules;

namespace DanVan.Scoring.Scoring;

/// <summary>
/// Measures the targets over all units, scored or not: those about data while the units are scored, those about ratings
/// and ranks once these are there.
/// </summary>
internal sealed class TargetAssessor(RuleSet ruleSet)
{
    private readonly ImmutableArray<Target> _early = [.. ruleSet.Targets.Where(target => !NeedsOutcomes(target))];
    private readonly ImmutableArray<Target> _late = [.. ruleSet.Targets.Where(NeedsOutcomes)];
    private readonly Dictionary<Target, TargetTally> _tallies = ruleSet.Targets.ToDictionary(target => target, target => new TargetTally(target));

    /// <summary>The targets that can be measured while units are scored.</summary>
    public ImmutableArray<Target> Early => _early;

    /// <summary>Nodes of the score tree that the other targets read.</summary>
    public IEnumerable<int> NodesNeeded => _late.SelectMany(target => target.Expressions).SelectMany(expression => expression.Inputs)
        .Where(input => input.Source == InputSource.Points && input.Index >= 0).Select(input => input.Index);

    /// <summary>Takes over what was counted among some units.</summary>
    public void Take(IEnumerable<TargetTally> tallies)
    {
        foreach (var tally in tallies)
            _tallies[tally.Target].Add(tally);
    }

    /// <summary>Measures what is left, and closes all.</summary>
    public ImmutableArray<TargetResult> Assess(Dataset data, ScoreSheet sheet, Outcomes outcomes, DiagnosticBag diagnostics, CancellationToken cancellation)
    {
        if (!_late.IsEmpty)
            new BlockWalk(data, diagnostics, cancellation).Run(ruleSet.FieldsNeeded(_late.SelectMany(target => target.Expressions)), frame => new Worker(frame, new Standings(sheet, outcomes)),
                () => new BlockFindings(_late), found => Take(found.Targets));
        var results = ruleSet.Targets.Select(target => _tallies[target].Close()).ToImmutableArray();
        foreach (var result in results)
            if (result.Verdict == TargetVerdict.NotAssessed)
                diagnostics.Add(ScoringDiagnostics.TargetEmpty.At(new Place { File = ruleSet.File }, ("name", result.Target.Id)));
        return results;
    }

    private static bool NeedsOutcomes(Target target) =>
        target.Expressions.Any(expression => expression.Inputs.Any(input => input.Source == InputSource.Outcome));

    private sealed class Worker(CellFrame frame, Standings standings) : IBlockWorker<BlockFindings>
    {
        public void Visit(BlockFindings found, DiagnosticBag diagnostics)
        {
            frame.Figures = standings;
            foreach (var target in found.Targets)
                target.Count(frame);
        }
    }
}
