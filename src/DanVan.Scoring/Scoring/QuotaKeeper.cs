using DanVan.Scoring.Data;
using DanVan.Scoring.Rules;

namespace DanVan.Scoring.Scoring;

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
    private readonly bool[]?[] _exempt = [.. ruleSet.Quotas.Select(quota => quota.Except is null ? null : new bool[data.Units.Length])];

    /// <summary>Takes in which units of the frame's block a quota excepts. Blocks of other units may be taken in at the same time.</summary>
    public void Take(CellFrame frame)
    {
        var cells = frame.Rent<bool>();
        foreach (var (quota, exempt) in ruleSet.Quotas.Zip(_exempt))
        {
            if (exempt is null)
                continue;
            quota.Except!.Evaluate(frame, cells);
            for (int i = 0; i < frame.Count; i++)
                exempt[frame.UnitAt(i)] = cells.States[i] == CellState.Value && cells.Values[i];
        }
        frame.Return(cells);
    }

    public void Apply(Outcomes outcomes)
    {
        foreach (var (quota, exempt) in ruleSet.Quotas.Zip(_exempt))
        {
            var scopes = Enumerable.Range(0, data.Units.Length)
                .Where(sheet.HasScore)
                .GroupBy(unit => RankingScope.KeyOf(quota.Within, data.Units[unit]) ?? "", StringComparer.Ordinal);
            foreach (var scope in scopes)
                Apply(quota, exempt, [.. scope], outcomes);
        }
    }

    private static void Apply(Quota quota, bool[]? exempt, int[] units, Outcomes outcomes)
    {
        int baseCount = quota.Of.IsEmpty ? units.Length : units.Count(unit => outcomes.Rating(unit) is { } rating && quota.Of.Contains(rating));
        int limit = quota.LimitOf(baseCount);
        int[] holders = [.. units
            .Where(unit => outcomes.Rating(unit) == quota.Rating && exempt?[unit] != true)
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
}
