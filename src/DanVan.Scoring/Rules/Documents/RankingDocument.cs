using System.ComponentModel;
using DanVan.Scoring.Json;

namespace DanVan.Scoring.Rules.Documents;

/// <summary>How units are ranked.</summary>
public sealed record RankingDocument
{
    /// <summary>Within what units are ranked.</summary>
    [Description("Units are ranked among those with the same group, kind and/or parent, and overall. Default: [\"group\"] if there are groups, else overall only.")]
    public IReadOnlyList<RankingKey>? Within { get; init; }

    /// <summary>What decides between equal scores.</summary>
    [Description("Expressions (points scope, numbers) that decide between equal scores in turn; the higher comes first.")]
    public IReadOnlyList<ExpressionText>? TieBreak { get; init; }

    /// <summary>Ranks of units that stay equal.</summary>
    [Description("Units that stay equal: sharedRank (1, 2, 2, 4; default) or denseRank (1, 2, 2, 3).")]
    public TieRule? Ties { get; init; }
}
