using DanVan.Scoring.Data;
using DanVan.Scoring.Diagnostics;
using DanVan.Scoring.Rules;

namespace DanVan.Scoring.Scoring;

/// <summary>What blocks of units gave besides figures by unit.</summary>
internal sealed class BlockFindings(IEnumerable<Target> targets)
{
    /// <summary>The units whose rating a gate changed or holds up.</summary>
    public List<GateEffects> Gates { get; } = [];

    /// <summary>What was counted of the targets.</summary>
    public TargetTally[] Targets { get; } = [.. targets.Select(target => new TargetTally(target))];
}

/// <summary>Second pass: scores and rates the units of a block, hands their figures over, and counts them in targets.</summary>
internal sealed class UnitEvaluator(
    RuleSet ruleSet, Dataset data, CellFrame frame, BlockSheet block, ScoreSheet sheet, Outcomes outcomes, Ranker ranker, QuotaKeeper quotas)
    : IBlockWorker<BlockFindings>
{
    private readonly Scorer _scorer = new(ruleSet, data, frame, sheet.Facts, block);
    private readonly Rater _rater = new(ruleSet, data, frame, block, outcomes);

    public void Visit(BlockFindings found, DiagnosticBag diagnostics)
    {
        _scorer.Score(diagnostics);
        _rater.Rate(found.Gates, diagnostics);
        sheet.Keep(frame, block);
        ranker.Take(frame, block);
        quotas.Take(frame);
        foreach (var target in found.Targets)
            target.Count(frame);
    }
}
