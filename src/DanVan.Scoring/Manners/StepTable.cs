using System.Collections.Immutable;
using System.ComponentModel;
using DanVan.Scoring.Data;
using DanVan.Scoring.Diagnostics;
using DanVan.Scoring.Engine;
using DanVan.Scoring.Expressions;
using DanVan.Scoring.Rules;
using DanVan.Scoring.Rules.Documents;

namespace DanVan.Scoring.Manners;

/// <summary>A step table with conditions, as written in the file.</summary>
[Description("Step table over several values: the first row whose condition holds gives the points. On loading, cases that no row or two rows cover are looked for.")]
public sealed record StepTableDocument : MannerDocument
{
    /// <summary>The rows.</summary>
    [Description("The rows in the order in which they are tried; a last row without when takes all that is left.")]
    public required IReadOnlyList<StepRowDocument> Rows { get; init; }

    internal override Manner? Check(MannerCheck check)
    {
        if (Rows.Count == 0)
        {
            check.Report(RuleSetDiagnostics.NothingToScore, check.Cursor["rows"].Place, ("what", new LocalText("bậc điểm", "step")));
            return null;
        }
        bool fine = true;
        var rows = ImmutableArray.CreateBuilder<StepRow>(Rows.Count);
        foreach (var (i, row) in Rows.Index())
        {
            var at = check.Cursor["rows"][i];
            var when = row.When is { } text ? check.Expression(at["when"], text, ValueKind.YesNo) : null;
            fine &= (row.When is null || when is not null) & check.PointsWithin(at["points"], row.Points, 0, check.MaxPoints);
            if (row.When is null && i < Rows.Count - 1)
            {
                check.Report(RuleSetDiagnostics.StepOrder, at.Place, ("number", i + 1),
                    ("fault", new LocalText("không có 'when' nên che hết các bậc sau.", "has no 'when' and so hides all that come after it.")));
                fine = false;
            }
            rows.Add(new StepRow(when, row.Points));
        }
        if (!fine)
            return null;
        LookForGaps(check, rows.ToImmutable());
        return new StepTable(rows.ToImmutable());
    }

    /// <summary>Tries the conditions on values around every figure they name, and lists what no row or two rows cover.</summary>
    private static void LookForGaps(MannerCheck check, ImmutableArray<StepRow> rows)
    {
        var conditions = rows.Where(row => row.When is not null).Select(row => row.When!).ToList();
        if (check.Trial(conditions) is not { } trial)
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
            check.Report(RuleSetDiagnostics.StepUncovered, check.Cursor["rows"].Place, ("count", uncovered.Count), ("tried", trial.Count),
                ("examples", trial.Describe(uncovered)));
        foreach (var ((first, second), sample) in overlaps)
            if (isOnly[first, second] && isOnly[second, first]) // one within the other is how step tables are written
                check.Report(RuleSetDiagnostics.StepOverlap, check.Cursor["rows"][second].Place, ("first", first + 1), ("second", second + 1),
                    ("firstPoints", rows[first].Points), ("secondPoints", rows[second].Points), ("examples", trial.Describe([sample])));
        for (int row = 0; row < rows.Length; row++)
            if (!isReached[row])
                check.Report(RuleSetDiagnostics.StepUnreachable, check.Cursor["rows"][row].Place, ("number", row + 1), ("tried", trial.Count));
    }
}

/// <summary>A row of a step table, as written in the file.</summary>
public sealed record StepRowDocument
{
    /// <summary>Condition.</summary>
    [Description("Expression (fields scope, yes/no): when the row applies; the last row may have none.")]
    public ExpressionText? When { get; init; }

    /// <summary>Points.</summary>
    [Description("Points, from 0 to the criterion's maximum.")]
    public required decimal Points { get; init; }
}

/// <summary>A row of a step table.</summary>
/// <param name="When">When it applies; null for the last row, which takes all that is left.</param>
/// <param name="Points">Points of the row.</param>
public sealed record StepRow(Expression? When, decimal Points);

/// <summary>
/// Step table over several values (bảng bậc theo nhiều điều kiện): the first row whose condition holds gives the points.
/// A row that cannot be told (a cell is missing) ends the search with that state; a unit that no row covers has no result.
/// Source: a district Youth Union table of 2015, whose steps join two counts.
/// </summary>
public sealed class StepTable : Manner
{
    internal StepTable(ImmutableArray<StepRow> rows) => Rows = rows;

    /// <inheritdoc/>
    public override string Type => "stepTable";

    /// <summary>The rows in the order in which they are tried.</summary>
    public ImmutableArray<StepRow> Rows { get; }

    /// <inheritdoc/>
    public override IEnumerable<Expression> Expressions => Rows.Select(row => row.When).OfType<Expression>();

    /// <inheritdoc/>
    public override string Describe(RuleText text) => text.Text("theo bảng bậc: ", "by a step table: ")
        + string.Join("; ", Rows.Select(row => $"{(row.When is { } when ? text.Of(when) : text.Text("còn lại", "else"))}: {text.Points(row.Points)}"));

    internal override void Score(ScoringFrame frame, long maxPoints, PointCells points)
    {
        var when = frame.Rent<bool>();
        var isDecided = frame.Rent<bool>();
        points.Fill(CellState.Invalid, frame.Count);
        isDecided.Values.AsSpan(0, frame.Count).Clear();
        foreach (var row in Rows)
        {
            long rowPoints = Billionths.Of(row.Points);
            row.When?.Evaluate(frame, when);
            for (int i = 0; i < frame.Count; i++)
            {
                if (isDecided.Values[i])
                    continue;
                var state = row.When is null ? CellState.Value : when.States[i];
                bool holds = row.When is null || when.Values[i];
                if (state == CellState.Value && !holds)
                    continue;
                isDecided.Values[i] = true;
                points.Set(i, (state == CellState.Value ? rowPoints : 0, state));
            }
        }
        frame.Return(when);
        frame.Return(isDecided);
    }

    internal override void Explain(TraceWriter trace, decimal maxPoints)
    {
        foreach (var (i, row) in Rows.Index())
        {
            bool? holds = row.When is null ? true : trace.Condition(row.When);
            if (holds is null)
                return;
            if (holds == true)
            {
                trace.Step(row.When is null ? $"{trace.Text("bậc còn lại", "the rest")} ({i + 1})" : $"{trace.Text("bậc", "row")} {i + 1}: {row.When}", row.Points);
                return;
            }
        }
        trace.Note(trace.Text("không bậc nào đúng", "no row applies"));
    }
}
