using System.Collections.Immutable;
using DanVan.Scoring.Data;
using DanVan.Scoring.Rules;
using DanVan.Scoring.Values;

namespace DanVan.Scoring.Scoring;

/// <summary>The gap (chênh lệch) between what a unit gave itself for a criterion and its final points.</summary>
/// <param name="Unit">Index of the unit.</param>
/// <param name="Node">Index of the criterion.</param>
/// <param name="Self">The unit's own points; of a deduction 0 or less.</param>
/// <param name="Final">Final points; null if there are none.</param>
public sealed record AppraisalGap(int Unit, int Node, decimal Self, decimal? Final)
{
    /// <summary>Final minus self; null without final points.</summary>
    public decimal? Gap => Final - Self;

    /// <summary>The gaps of all units, by unit, then by criterion.</summary>
    internal static ImmutableArray<AppraisalGap> Of(RuleSet ruleSet, Dataset data, ScoreSheet sheet) =>
    [
        .. data.SelfScores.All.Select(own =>
        {
            bool counts = sheet.States(own.Node)[own.Unit] == CellState.Value || sheet.Sources(own.Node)[own.Unit] == FigureSource.FullPoints;
            return new AppraisalGap(own.Unit, own.Node, ruleSet.Nodes[own.Node].Role == NodeRole.Deduction ? -own.Points : own.Points, counts ? sheet.Points(own.Node)[own.Unit] : null);
        })
        .OrderBy(gap => gap.Unit).ThenBy(gap => gap.Node),
    ];
}

/// <summary>The gap of a unit over the criteria for which it gave itself points and has final ones.</summary>
/// <param name="Self">Sum of its own points.</param>
/// <param name="Final">Sum of the final points of the same criteria.</param>
/// <param name="Criteria">How many criteria these are.</param>
/// <param name="Changed">In how many of them the two differ.</param>
public sealed record UnitGap(decimal Self, decimal Final, int Criteria, int Changed)
{
    /// <summary>Final minus self.</summary>
    public decimal Gap => Final - Self;
}
