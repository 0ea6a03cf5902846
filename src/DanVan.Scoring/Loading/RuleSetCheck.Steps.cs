using DanVan.Scoring.Diagnostics;
using DanVan.Scoring.Expressions;
using DanVan.Scoring.Json;
using DanVan.Scoring.Scoring.Manners;

namespace DanVan.Scoring.Loading;

/// <summary>Step tables over several values.</summary>
internal sealed partial class RuleSetCheck
{
    private ExpressionTrial.Bench? _trials;

    /// <summary>Tries the conditions on values around every figure they name, and lists what no row or two rows cover.</summary>
    private void LookForGaps(StepTable table, JsonCursor at)
    {
        var rows = table.Rows;
        var conditions = rows.Select(row => row.When).OfType<Expression>().ToList();
        if (_trials!.Try(conditions) is not { } trial)
            return;
        var uncovered = new List<int>();
        bool[] isReached = new bool[rows.Length];
        var overlaps = new SortedDictionary<(int First, int Second), int>();
        bool[,] isOnly = new bool[rows.Length, rows.Length]; // [a, b]: a case where a holds and b does not
        for (int sample = 0; sample < trial.Count; sample++)
        {
            int[] holding = [.. Enumerable.Range(0, conditions.Count).Where(row => trial.Holds(row, sample))];
            if (holding.Length == 0)
            {
                if (conditions.Count == rows.Length)
                    uncovered.Add(sample);
                else
                    isReached[^1] = true;
                continue;
            }
            isReached[holding[0]] = true;
            foreach (int row in holding)
                for (int other = 0; other < conditions.Count; other++)
                    isOnly[row, other] |= !holding.Contains(other);
            for (int second = 1; second < holding.Length; second++)
                if (rows[holding[0]].Points != rows[holding[second]].Points)
                    overlaps.TryAdd((holding[0], holding[second]), sample);
        }
        if (uncovered.Count > 0)
            Report(RuleSetDiagnostics.StepUncovered, at.Place, ("count", uncovered.Count), ("tried", trial.Count),
                ("examples", trial.Describe(uncovered)));
        foreach (var ((first, second), sample) in overlaps)
            if (isOnly[first, second] && isOnly[second, first]) // one within the other is how step tables are written
                Report(RuleSetDiagnostics.StepOverlap, at[second].Place, ("first", first + 1), ("second", second + 1),
                    ("firstPoints", rows[first].Points), ("secondPoints", rows[second].Points), ("examples", trial.Describe([sample])));
        for (int row = 0; row < rows.Length; row++)
            if (!isReached[row])
                Report(RuleSetDiagnostics.StepUnreachable, at[row].Place, ("number", row + 1), ("tried", trial.Count));
    }
}
