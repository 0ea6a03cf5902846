using DanVan.Scoring.Data;
using DanVan.Scoring.Diagnostics;
using DanVan.Scoring.Engine;
using DanVan.Scoring.Expressions;
using DanVan.Scoring.Rules;
using DanVan.Scoring.Rules.Documents;

namespace DanVan.Scoring.Ranking;

/// <summary>
/// Ranks scored units within their group (or kind, or parent) and overall: by the score on the full scale, compared
/// after rounding to six decimals, then by the tie-breaks in turn. Units equal in all of these share a rank.
/// </summary>
internal sealed class Ranker(RuleSet ruleSet, Dataset data, ScoreSheet sheet, DiagnosticBag diagnostics)
{
    private readonly decimal[] _scores = new decimal[data.Units.Length];
    private readonly decimal?[][] _tieBreaks = [.. ruleSet.Ranking.TieBreak.Select(_ => new decimal?[data.Units.Length])];

    public void Rank(Outcomes outcomes)
    {
        WithdrawUnitsWithoutScope(outcomes);
        EvaluateTieBreaks();
        int[] scored = [.. Enumerable.Range(0, data.Units.Length).Where(sheet.HasScore)];
        foreach (int unit in scored)
            _scores[unit] = Rounding.Total(sheet.ComparableScore(unit));
        Array.Sort(scored, Compare);
        int[] overall = Ranks(scored);
        var standings = new Dictionary<string, Standing>(StringComparer.Ordinal);
        for (int i = 0; i < scored.Length; i++)
        {
            int unit = scored[i];
            string scope = RankingScope.KeyOf(ruleSet.Ranking.Within, data.Units[unit])!;
            var last = standings.GetValueOrDefault(scope, new Standing(0, 0, -1));
            bool isTied = last.Unit >= 0 && AreTied(last.Unit, unit);
            int rank = isTied ? last.Rank : ruleSet.Ranking.Ties == TieRule.SharedRank ? last.Count + 1 : last.Rank + 1;
            standings[scope] = new Standing(last.Count + 1, rank, unit);
            outcomes.SetRanks(unit, rank, overall[i]);
        }
    }

    private readonly record struct Standing(int Count, int Rank, int Unit);

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
            order = Nullable.Compare(_tieBreaks[i][right], _tieBreaks[i][left]); // a figure that is not there comes last
        return order;
    }

    private void EvaluateTieBreaks()
    {
        var frame = new Frame(data) { Sheet = sheet };
        var cells = new Cells<decimal>();
        for (int offset = 0; _tieBreaks.Length > 0 && offset < data.Units.Length; offset += Frame.BlockSize)
        {
            frame.MoveTo(offset, Math.Min(Frame.BlockSize, data.Units.Length - offset));
            for (int t = 0; t < _tieBreaks.Length; t++)
            {
                ruleSet.Ranking.TieBreak[t].Evaluate(frame, cells);
                for (int i = 0; i < frame.Count; i++)
                    if (cells.States[i] == CellState.Value)
                        _tieBreaks[t][offset + i] = Rounding.ForComparison(cells.Values[i]);
            }
        }
    }

    private void WithdrawUnitsWithoutScope(Outcomes outcomes)
    {
        foreach (var unit in data.Units)
        {
            if (!sheet.HasScore(unit.Index) || RankingScope.KeyOf(ruleSet.Ranking.Within, unit) is not null)
                continue;
            diagnostics.Add(RankingScope.Missing(ruleSet.Ranking.Within, unit));
            sheet.SetState(unit.Index, ScoreState.FaultyData);
            outcomes.ClearRating(unit.Index);
        }
    }
}
