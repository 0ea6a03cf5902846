using DanVan.Scoring.Diagnostics;
using DanVan.Scoring.Rules;

namespace DanVan.Scoring.Data;

/// <summary>How a unit came out in the last period.</summary>
/// <param name="Score">The score on the full scale; null if it had none.</param>
/// <param name="Rating">Id of the rating; null if it had none.</param>
/// <param name="RatingName">Name of the rating, or why it had none; null without a score.</param>
/// <param name="RankWithin">Rank among the units it was ranked with; 0 without a score.</param>
/// <param name="RankOverall">Rank among all scored units; 0 without a score.</param>
public sealed record PreviousOutcome(decimal? Score, string? Rating, string? RatingName, int RankWithin, int RankOverall);

/// <summary>A row of last period's figures.</summary>
/// <param name="Code">Code of the unit, as it was then.</param>
/// <param name="Place">Where the row stands.</param>
/// <param name="Outcome">How the unit came out; null if that is not known.</param>
public sealed record PreviousRow(string Code, Place Place, PreviousOutcome? Outcome = null);

/// <summary>Where last period's figures of a unit come from.</summary>
/// <param name="Rows">The rows of the unit itself and of its predecessors.</param>
/// <param name="AbsentCodes">Predecessors without a row.</param>
/// <param name="IsShared">True if another unit has one of these predecessors too: nothing can be compared.</param>
internal sealed record PreviousSource(ImmutableArray<PreviousRow> Rows, ImmutableArray<string> AbsentCodes, bool IsShared)
{
    /// <summary>True if the figures of one unit of then stand for one unit of now.</summary>
    public bool IsSingle => !IsShared && Rows.Length == 1 && AbsentCodes.IsEmpty;
}

/// <summary>
/// Brings last period's rows to this period's units, also where units were merged or renamed: a unit takes its own row
/// and those of its predecessors. One row is taken as it is. Of several, a field is summed where the rule set says so
/// (<c>onMerge</c>), else it is not comparable, which is the state not applicable. A sum lacks a figure where one of its
/// parts does. If a predecessor went into several units, nothing of them is comparable.
/// </summary>
internal sealed class PreviousRows(ImmutableArray<Unit> units, DiagnosticBag diagnostics)
{
    /// <summary>The source of each unit that has one; reports rows that no unit takes, and predecessors of several units.</summary>
    public Dictionary<int, (PreviousSource Source, ImmutableArray<int> Rows)> Find(IReadOnlyList<PreviousRow> rows, HashSet<int> unusable)
    {
        var claims = units.SelectMany(unit => unit.Predecessors.Append(unit.Code).Distinct(StringComparer.Ordinal).Select(code => (Code: code, Unit: unit)))
            .ToLookup(claim => claim.Code, claim => claim.Unit, StringComparer.Ordinal);
        rows = WithFullCodes(rows, claims);
        var rowOf = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < rows.Count; i++)
            TakeRow(rows, i, rowOf, claims, unusable);
        foreach (var group in claims.Where(group => group.Count() > 1).OrderBy(group => group.Key, StringComparer.Ordinal))
            diagnostics.Add(DatasetDiagnostics.SplitPredecessor.At(group.First(unit => unit.Predecessors.Contains(group.Key)).Place,
                ("unit", group.Key), ("units", group.Select(unit => unit.Code).ToList())));
        var sources = new Dictionary<int, (PreviousSource, ImmutableArray<int>)>();
        foreach (var unit in units)
        {
            var codes = unit.Predecessors.Append(unit.Code).Distinct(StringComparer.Ordinal).ToList();
            ImmutableArray<int> found = [.. codes.Where(rowOf.ContainsKey).Select(code => rowOf[code]).Order()];
            if (!found.IsEmpty)
                sources[unit.Index] = (new PreviousSource([.. found.Select(row => rows[row])],
                    [.. codes.Where(code => code != unit.Code && !rowOf.ContainsKey(code))], codes.Any(code => claims[code].Count() > 1)), found);
        }
        return sources;
    }

    /// <summary>Fills in a unit's cell of a column from the rows' cells.</summary>
    public static void Fill(Column into, int unit, Column rows, PreviousSource source, ImmutableArray<int> indexes)
    {
        if (source.IsSingle)
        {
            into.Copy(unit, rows, indexes[0]);
            return;
        }
        if (source.IsShared || into.Field.OnMerge != MergeRule.Sum || into is not Column<decimal> sums)
        {
            into.MutableStates[unit] = CellState.NotApplicable;
            return;
        }
        var state = source.AbsentCodes.IsEmpty ? CellState.Value : CellState.Missing;
        decimal sum = 0;
        foreach (int index in indexes)
        {
            state = CellStates.Combine(state, rows.States[index]);
            sum += ((Column<decimal>)rows).Values[index];
        }
        (sums.MutableStates[unit], sums.MutableValues[unit]) = (state, sum);
    }

    /// <summary>The rows with their codes as the units have them, where zeros at the start were lost; told once.</summary>
    private List<PreviousRow> WithFullCodes(IReadOnlyList<PreviousRow> rows, ILookup<string, Unit> claims)
    {
        var shortCodes = new ShortCodes(claims.Select(claim => claim.Key));
        var full = rows.Select(row =>
            claims.Contains(row.Code) || shortCodes.Find(row.Code) is not { } code ? row : row with { Code = code }).ToList();
        var changed = rows.Zip(full).Where(pair => pair.First.Code != pair.Second.Code).ToList();
        if (changed.Count > 0)
            diagnostics.Add(DatasetDiagnostics.ShortCode.At(changed[0].First.Place,
                ("found", changed[0].First.Code), ("unit", changed[0].Second.Code), ("count", changed.Count)));
        return full;
    }

    private void TakeRow(IReadOnlyList<PreviousRow> rows, int index, Dictionary<string, int> rowOf, ILookup<string, Unit> claims, HashSet<int> unusable)
    {
        var row = rows[index];
        if (!claims.Contains(row.Code))
        {
            diagnostics.Add(DatasetDiagnostics.UnusedPrevious.At(row.Place, ("unit", row.Code)));
        }
        else if (!rowOf.TryAdd(row.Code, index))
        {
            diagnostics.Add(DatasetDiagnostics.DuplicateRow.At(row.Place, ("unit", row.Code)) with { UnitCode = row.Code, Related = rows[rowOf[row.Code]].Place });
            unusable.UnionWith(claims[row.Code].Select(unit => unit.Index));
        }
    }
}
