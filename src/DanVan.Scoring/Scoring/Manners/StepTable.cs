using System.ComponentModel;
using DanVan.Scoring.Diagnostics;
using DanVan.Scoring.Expressions;
using DanVan.Scoring.Json;
using DanVan.Scoring.Rules;
using DanVan.Scoring.Rules.Documents;
using DanVan.Scoring.Scoring.Kernels;

namespace DanVan.Scoring.Scoring.Manners;

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
            check.Empty(check.Cursor["rows"], "bậc điểm", "step");
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
        return fine ? new StepTable(rows.ToImmutable()) : null;
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
internal sealed class StepTable(ImmutableArray<StepRow> rows) : ScoringManner
{
    /// <summary>The rows in the order in which they are tried.</summary>
    public ImmutableArray<StepRow> Rows => rows;

    public override bool IsConstant => base.IsConstant || rows.Select(row => row.Points).Distinct().Count() == 1;

    public override IEnumerable<Expression> Expressions => rows.Select(row => row.When).OfType<Expression>();

    public override string Describe(RuleText text) => text.Text("theo bảng bậc: ", "by a step table: ")
        + string.Join("; ", rows.Select(row => $"{(row.When is { } when ? text.Of(when) : text.Text("còn lại", "else"))}: {text.Points(row.Points)}"));

    public override void Run(Kernel kernel)
    {
        foreach (var (i, row) in rows.Index())
        {
            if (row.When is { } when)
                kernel.When(when, Billionths.Of(row.Points), $"{("bậc", "row")} {i + 1}: {when.Text}");
            else
                kernel.Rest(Billionths.Of(row.Points), $"{("bậc còn lại", "the rest")} ({i + 1})");
        }
        kernel.Note($"{("không bậc nào đúng", "no row applies")}");
    }
}
