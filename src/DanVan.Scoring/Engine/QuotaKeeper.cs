using DanVan.Scoring.Data;
using DanVan.Scoring.Expressions;
using DanVan.Scoring.Ranking;
using DanVan.Scoring.Rules;
using DanVan.Scoring.Rules.Documents;

namespace DanVan.Scoring.Engine;

/// <summary>How a quota changed the rating of a unit.</summary>
/// <param name="Quota">The quota.</param>
/// <param name="Base">Units in its base.</param>
/// <param name="Limit">How many of them may hold the rating.</param>
/// <param name="Holders">How many held it before.</param>
/// <param name="Position">The unit's place among those, by rank; 1 is the first.</param>
public sealed record QuotaEffect(Quota Quota, int Base, int Limit, int Holders, int Position);

/// <summary>
/// Applies the quotas in their order, after gates and ranking: of the units that hold the rating, the best by overall
/// rank keep it, the others get the lower one. Each quota sees what the ones before it left.
/// </summary>
internal sealed class QuotaKeeper(RuleSet ruleSet, Dataset data, ScoreSheet sheet)
{
    public void Apply(Outcomes outcomes)
    {
        foreach (var quota in ruleSet.Quotas)
        {
            var scopes = Enumerable.Range(0, data.Units.Length)
                .Where(sheet.HasScore)
                .GroupBy(unit => RankingScope.KeyOf(quota.Within, data.Units[unit]) ?? "", StringComparer.Ordinal);
            foreach (var scope in scopes)
                Apply(quota, [.. scope], outcomes);
        }
    }

    private void Apply(Quota quota, int[] units, Outcomes outcomes)
    {
        int baseCount = quota.Of.IsEmpty ? units.Length : units.Count(unit => outcomes.Rating(unit) is { } rating && quota.Of.Contains(rating));
        int limit = quota.LimitOf(baseCount);
        var exempt = Exempt(quota, units);
        int[] holders = [.. units
            .Where(unit => outcomes.Rating(unit) == quota.Rating && !exempt.Contains(unit))
            .OrderBy(outcomes.RankOverall)
            .ThenBy(unit => unit)];
        if (holders.Length <= limit)
            return;
        int kept = limit;
        if (limit > 0 && outcomes.RankOverall(holders[limit - 1]) == outcomes.RankOverall(holders[limit]))
        {
            int rank = outcomes.RankOverall(holders[limit]);
            kept = quota.Ties == QuotaTies.Keep
                ? holders.Count(unit => outcomes.RankOverall(unit) <= rank)
                : holders.Count(unit => outcomes.RankOverall(unit) < rank);
        }
        for (int i = kept; i < holders.Length; i++)
            outcomes.Displace(holders[i], quota.DisplacedTo, new QuotaEffect(quota, baseCount, limit, holders.Length, i + 1));
    }

    private HashSet<int> Exempt(Quota quota, int[] units)
    {
        var exempt = new HashSet<int>();
        if (quota.Except is not { } except)
            return exempt;
        var frame = new Frame(data) { Sheet = sheet };
        var cells = new Cells<bool>();
        foreach (int unit in units)
        {
            frame.MoveTo(unit, 1);
            except.Evaluate(frame, cells);
            if (cells.States[0] == CellState.Value && cells.Values[0])
                exempt.Add(unit);
        }
        return exempt;
    }
}
