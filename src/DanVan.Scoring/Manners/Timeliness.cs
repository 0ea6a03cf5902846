using System.Collections.Immutable;
using System.ComponentModel;
using DanVan.Scoring.Data;
using DanVan.Scoring.Diagnostics;
using DanVan.Scoring.Engine;
using DanVan.Scoring.Expressions;
using DanVan.Scoring.Rules;
using DanVan.Scoring.Rules.Documents;

namespace DanVan.Scoring.Manners;

/// <summary>Timeliness, as written in the file.</summary>
[Description("Timeliness: on time gives full points, late gives those of the first step that covers the days late, later than all steps gives 0.")]
public sealed record TimelinessDocument : MannerDocument
{
    /// <summary>When it was done.</summary>
    [Description("Expression (fields scope, date): when it was done.")]
    public required ExpressionText Date { get; init; }

    /// <summary>Until when.</summary>
    [Description("Name of the parameter that holds the deadline, with inclusive.")]
    public required string Deadline { get; init; }

    /// <summary>Points when late.</summary>
    [Description("Points when late, from few days to many. Default: none, late gives 0.")]
    public IReadOnlyList<LateStepDocument>? LateSteps { get; init; }

    /// <summary>What a blank date gives.</summary>
    [Description("When the date is blank: zero (0 points), missing or notApplicable.")]
    public required WhenMissing WhenMissing { get; init; }

    internal override Manner? Check(MannerCheck check)
    {
        var date = check.Expression("date", Date, ValueKind.Date);
        var at = check.Cursor["deadline"];
        var deadline = check.Parameter(Deadline);
        if (deadline is null)
        {
            check.Report(RuleSetDiagnostics.UnknownReference, at.Place, ("kind", new LocalText("tham số", "parameter")), ("id", Deadline),
                ("suggestion", Suggestion.Nearest(Deadline, check.ParameterNames)));
            return null;
        }
        if (deadline.Value is not DateOnly || deadline.Inclusive is null)
        {
            var fault = deadline.Value is DateOnly
                ? new LocalText("thiếu 'inclusive'.", "lacks 'inclusive'.")
                : new LocalText("không phải là ngày.", "is not a date.");
            check.Report(RuleSetDiagnostics.DeadlineForm, at.Place, ("name", Deadline), ("fault", fault));
            return null;
        }
        bool fine = date is not null;
        var steps = ImmutableArray.CreateBuilder<LateStep>();
        foreach (var (i, step) in (LateSteps ?? []).Index())
        {
            var stepAt = check.Cursor["lateSteps"][i];
            fine &= check.PointsWithin(stepAt["points"], step.Points, 0, check.MaxPoints);
            if (step.UpToDays <= (steps.Count == 0 ? 0 : steps[^1].UpToDays))
            {
                check.Report(RuleSetDiagnostics.OutOfRange, stepAt["upToDays"].Place, ("value", step.UpToDays),
                    ("range", new LocalText("lớn hơn 0 và lớn hơn bậc đứng trước", "above 0 and above the step before")));
                fine = false;
            }
            steps.Add(new LateStep(step.UpToDays, step.Points));
        }
        return fine ? new Timeliness(date!, Deadline, deadline.LastDayOnTime!.Value, steps.ToImmutable(), WhenMissing) : null;
    }
}

/// <summary>Points for being late, as written in the file.</summary>
public sealed record LateStepDocument
{
    /// <summary>Days late, inclusive.</summary>
    [Description("Up to so many days late, inclusive.")]
    public required int UpToDays { get; init; }

    /// <summary>Points.</summary>
    [Description("Points, from 0 to the criterion's maximum.")]
    public required decimal Points { get; init; }
}

/// <summary>Points for being late.</summary>
/// <param name="UpToDays">Up to so many days late, inclusive.</param>
/// <param name="Points">Points.</param>
public sealed record LateStep(int UpToDays, decimal Points);

/// <summary>
/// Timeliness (đúng hạn): full points up to the last day on time. Days late are counted from that day: "trước ngày"
/// makes the day before the deadline the last, "chậm nhất ngày" the deadline itself.
/// </summary>
public sealed class Timeliness : Manner
{
    internal Timeliness(Expression date, string deadline, DateOnly lastDay, ImmutableArray<LateStep> lateSteps, WhenMissing whenMissing)
    {
        Date = date;
        Deadline = deadline;
        LastDay = lastDay;
        LateSteps = lateSteps;
        WhenMissing = whenMissing;
    }

    /// <inheritdoc/>
    public override string Type => "timeliness";

    /// <summary>When it was done.</summary>
    public Expression Date { get; }

    /// <summary>Name of the parameter that holds the deadline.</summary>
    public string Deadline { get; }

    /// <summary>The last day on time.</summary>
    public DateOnly LastDay { get; }

    /// <summary>Points when late, from few days to many.</summary>
    public ImmutableArray<LateStep> LateSteps { get; }

    /// <summary>What a blank date gives.</summary>
    public WhenMissing WhenMissing { get; }

    /// <inheritdoc/>
    public override IEnumerable<Expression> Expressions => [Date];

    /// <inheritdoc/>
    public override string Describe(RuleText text) => $"{text.Of(Date)} {text.Text("đúng", "by")} {text.Deadline(Deadline, LastDay)}: {text.Text("đủ điểm", "full points")}"
        + string.Concat(LateSteps.Select(step => text.Text($"; chậm tới {step.UpToDays} ngày: {text.Points(step.Points)}", $"; up to {step.UpToDays} days late: {text.Points(step.Points)}")))
        + text.Text("; chậm hơn: 0 điểm; không có ngày: ", "; later: 0 points; no date: ") + text.Of(WhenMissing);

    internal override void Score(ScoringFrame frame, long maxPoints, PointCells points)
    {
        var date = frame.Rent<DateOnly>();
        Date.Evaluate(frame, date);
        for (int i = 0; i < frame.Count; i++)
        {
            points.Set(i, date.States[i] switch
            {
                CellState.Value => (PointsOn(date.Values[i], maxPoints), CellState.Value),
                CellState.Missing => (0, WhenBlank(WhenMissing)),
                var state => (0, state),
            });
        }
        frame.Return(date);
    }

    private long PointsOn(DateOnly date, long maxPoints)
    {
        int daysLate = date.DayNumber - LastDay.DayNumber;
        if (daysLate <= 0)
            return maxPoints;
        foreach (var step in LateSteps)
            if (daysLate <= step.UpToDays)
                return Billionths.Of(step.Points);
        return 0;
    }

    internal override void Explain(TraceWriter trace, decimal maxPoints)
    {
        string last = $"{trace.Text("hạn cuối", "last day on time")} {trace.Date(LastDay)}";
        if (trace.DateValue(Date) is not { } date)
        {
            if (trace.LastState == CellState.Missing && WhenMissing == WhenMissing.Zero)
                trace.Step($"{trace.Text("không có ngày", "no date")} ({last})", 0);
            return;
        }
        int daysLate = date.DayNumber - LastDay.DayNumber;
        string text = daysLate <= 0 ? trace.Text("đúng hạn", "on time") : trace.Text($"chậm {daysLate} ngày", $"{daysLate} days late");
        trace.Step($"{trace.Date(date)}, {last}: {text}", Billionths.ToDecimal(PointsOn(date, Billionths.Of(maxPoints))));
    }
}
