using DanVan.Scoring.Data;
using DanVan.Scoring.Rules;

namespace DanVan.Scoring.Scoring;

/// <summary>
/// Ranks scored units within their group (or kind, or parent) and overall: by the score on the full scale, compared
/// after rounding to six decimals, then by the tie-breaks in turn. Units equal in all of these share a rank.
/// </summary>
internal sealed class Ranker(RuleSet ruleSet, Dataset data, ScoreSheet sheet)
{
    private const decimal None = decimal.MinValue; // comes last

    private readonly decimal[] _scores = new decimal[data.Units.Length];
    private readonly decimal[][] _tieBreaks = [.. ruleSet.Ranking.TieBreak.Select(_ => new decimal[data.Units.Length])];

    /// <summary>Takes in the figures of the frame's block. Blocks of other units may be taken in at the same time.</summary>
    public void Take(CellFrame frame, BlockSheet block)
    {
        for (int i = 0; i < frame.Count; i++)
            if (block.HasScore(i))
                _scores[frame.UnitAt(i)] = Rounding.Total(block.Totals[i].Comparable);
        var cells = frame.Rent<decimal>();
        for (int t = 0; t < _tieBreaks.Length; t++)
        {
            ruleSet.Ranking.TieBreak[t].Evaluate(frame, cells);
            for (int i = 0; i < frame.Count; i++)
                _tieBreaks[t][frame.UnitAt(i)] = cells.States[i] == CellState.Value ? Rounding.ForComparison(cells.Values[i]) : None;
        }
        frame.Return(cells);
    }

    /// <summary>Ranks all units.</summary>
    public void Rank(Outcomes outcomes)
    {
        int[] scored = [.. Enumerable.Range(0, data.Units.Length).Where(sheet.HasScore)];
        EqualRuns.Sort(Array.ConvertAll(scored, SortKey), scored, (start, count) => scored.AsSpan(start, count).Sort(Compare));
        int[] overall = Ranks(scored);
        var scopes = data.ScopesOf(ruleSet.Ranking.Within);
        var standings = new Standing[scopes.Keys.Length];
        Array.Fill(standings, new Standing(0, 0, -1));
        for (int i = 0; i < scored.Length; i++)
        {
            ref var last = ref standings[scopes.Of(scored[i])];
            bool isTied = last.Unit >= 0 && AreTied(last.Unit, scored[i]);
            int rank = isTied ? last.Rank : ruleSet.Ranking.Ties == TieRule.SharedRank ? last.Count + 1 : last.Rank + 1;
            last = new Standing(last.Count + 1, rank, scored[i]);
            outcomes.SetRanks(scored[i], rank, overall[i]);
        }
    }

    private readonly record struct Standing(int Count, int Rank, int Unit);

    /// <summary>A number that is the lower the better the score is: millionths, as scores are compared after rounding to six decimals.</summary>
    private long SortKey(int unit) => -(long)(_scores[unit] * 1_000_000);

    private int[] Ranks(int[] sorted)
    {
        int[] ranks = new int[sorted.Length];
        for (int i = 0; i < sorted.Length; i++)
            ranks[i] = i > 0 && AreTied(sorted[i - 1], sorted[i]) ? ranks[i - 1]
                : ruleSet.Ranking.Ties == TieRule.SharedRank || i == 0 ? i + 1
                : ranks[i - 1] + 1;
        return ranks;
    }

    private bool AreTied(int left, int right) => CompareFigures(left, right) == 0;

    private int Compare(int left, int right)
    {
        int order = CompareFigures(left, right);
        return order != 0 ? order : left.CompareTo(right); // units are in the order of their codes
    }

    private int CompareFigures(int left, int right)
    {
        int order = _scores[right].CompareTo(_scores[left]);
        for (int i = 0; order == 0 && i < _tieBreaks.Length; i++)
            order = _tieBreaks[i][right].CompareTo(_tieBreaks[i][left]);
        return order;
    }
}
