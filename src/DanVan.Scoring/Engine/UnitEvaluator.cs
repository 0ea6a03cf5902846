using DanVan.Scoring.Data;
using DanVan.Scoring.Diagnostics;
using DanVan.Scoring.Ranking;
using DanVan.Scoring.Rules;
using DanVan.Scoring.Targets;

namespace DanVan.Scoring.Engine;

/// <summary>What blocks of units gave besides figures by unit.</summary>
internal sealed class BlockFindings(IEnumerable<Target> targets)
{
    /// <summary>The units whose rating a gate changed or holds up.</summary>
    public List<GateEffects> Gates { get; } = [];

    /// <summary>What was counted of the targets.</summary>
    public TargetTally[] Targets { get; } = [.. targets.Select(target => new TargetTally(target))];
}

/// <summary>Second pass: scores and rates the units of a block, hands their figures over, and counts them in targets.</summary>
internal sealed class UnitEvaluator(RuleSet ruleSet, Dataset data, ScoreSheet sheet, Outcomes outcomes, Ranker ranker, QuotaKeeper quotas) : IBlockWorker<BlockFindings>
{
    private readonly Scorer _scorer = new(ruleSet, data);
    private readonly Rater _rater = new(ruleSet, data, outcomes);
    private readonly BlockSheet _block = new(ruleSet);

    public void Visit(ScoringFrame frame, BlockFindings found, DiagnosticBag diagnostics)
    {
        (frame.Block, frame.Facts) = (_block, sheet.Facts);
        _scorer.Score(frame, diagnostics);
        _rater.Rate(frame, found.Gates, diagnostics);
        sheet.Keep(frame);
        ranker.Take(frame);
        quotas.Take(frame);
        foreach (var target in found.Targets)
            target.Count(frame);
    }
}
