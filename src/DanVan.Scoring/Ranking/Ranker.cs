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
            string scope = ScopeOf(ruleSet, data.Units[unit])!;
            var last = standings.GetValueOrDefault(scope, new Standing(0, 0, -1));
            bool isTied = last.Unit >= 0 && AreTied(last.Unit, unit);
            int rank = isTied ? last.Rank : ruleSet.Ranking.Ties == TieRule.SharedRank ? last.Count + 1 : last.Rank + 1;
            standings[scope] = new Standing(last.Count + 1, rank, unit);
            outcomes.SetRanks(unit, rank, overall[i]);
        }
    }

    /// <summary>What the unit is ranked within, as one key; null if it lacks a part of it.</summary>
    public static string? ScopeOf(RuleSet ruleSet, Unit unit)
    {
        string key = "";
        foreach (var part in ruleSet.Ranking.Within)
        {
            string? value = part switch
            {
                RankingKey.Group => unit.Group,
                RankingKey.Kind => unit.Kind,
                _ => unit.Parent,
            };
            if (value is null)
                return null;
            key += key.Length == 0 ? value : "\u001F" + value;
        }
        return key;
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
            if (!sheet.HasScore(unit.Index) || ScopeOf(ruleSet, unit) is not null)
                continue;
            ReportNoScope(unit);
            sheet.SetState(unit.Index, ScoreState.FaultyData);
            outcomes.ClearRating(unit.Index);
        }
    }

    private void ReportNoScope(Unit unit)
    {
        var missing = ruleSet.Ranking.Within.First(key => key == RankingKey.Group ? unit.Group is null : key == RankingKey.Parent && unit.Parent is null);
        var name = missing == RankingKey.Group ? new LocalText("khối ('group')", "group") : new LocalText("đơn vị cấp trên ('parent')", "parent");
        diagnostics.Add(DatasetDiagnostics.NoRankingKey.At(unit.Place, ("unit", unit.Code), ("key", name)) with { UnitCode = unit.Code });
    }
}
