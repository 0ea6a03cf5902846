using DanVan.Scoring.Expressions;

namespace DanVan.Scoring.Rules;

/// <summary>How units are ranked.</summary>
/// <param name="Within">Units are ranked among those equal in all of these; empty for overall only.</param>
/// <param name="TieBreak">What decides between equal scores in turn; the higher comes first.</param>
/// <param name="Ties">Ranks of units that stay equal.</param>
public sealed record RankingRule(ImmutableArray<RankingKey> Within, ImmutableArray<Expression> TieBreak, TieRule Ties);

/// <summary>What units are grouped by for ranking.</summary>
public enum RankingKey
{
    /// <summary>The group.</summary>
    Group,

    /// <summary>The kind.</summary>
    Kind,

    /// <summary>The parent unit.</summary>
    Parent,
}

/// <summary>Ranks of equal units.</summary>
public enum TieRule
{
    /// <summary>1, 2, 2, 4.</summary>
    SharedRank,

    /// <summary>1, 2, 2, 3.</summary>
    DenseRank,
}
