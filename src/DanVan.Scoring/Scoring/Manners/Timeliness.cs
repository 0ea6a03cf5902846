using System.ComponentModel;
using DanVan.Scoring.Diagnostics;
using DanVan.Scoring.Expressions;
using DanVan.Scoring.Json;
using DanVan.Scoring.Rules;
using DanVan.Scoring.Rules.Documents;
using DanVan.Scoring.Scoring.Kernels;

namespace DanVan.Scoring.Scoring.Manners;

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
        var date = check.Expression(check.Cursor["date"], Date, ValueKind.Date);
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
                check.OutOfRange(stepAt["upToDays"], step.UpToDays, new LocalText("lớn hơn 0 và lớn hơn bậc đứng trước", "above 0 and above the step before"));
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
internal sealed class Timeliness(Expression date, string deadline, DateOnly lastDay, ImmutableArray<LateStep> lateSteps, WhenMissing whenMissing) : ScoringManner
{
    private readonly (int UpToDays, long Points)[] _steps = [.. lateSteps.Select(step => (step.UpToDays, Billionths.Of(step.Points)))];

    public override IEnumerable<Expression> Expressions => [date];

    public override string Describe(RuleText text) => $"{text.Of(date)} {text.Text("đúng", "by")} {text.Deadline(deadline, lastDay)}: {text.Text("đủ điểm", "full points")}"
        + string.Concat(lateSteps.Select(step => text.Text($"; chậm tới {step.UpToDays} ngày: {text.Points(step.Points)}", $"; up to {step.UpToDays} days late: {text.Points(step.Points)}")))
        + text.Text("; chậm hơn: 0 điểm; không có ngày: ", "; later: 0 points; no date: ") + text.Of(whenMissing);

    public override void Run(Kernel kernel)
    {
        string last = kernel.Text($"{("hạn cuối", "last day on time")} {lastDay}");
        var day = kernel.Days(date, whenMissing, $"{("không có ngày", "no date")} ({last})");
        kernel.Late(day, lastDay, _steps, $"{day.Values[0]}, {last}: {Words(day.Values[0].DayNumber - lastDay.DayNumber)}");
    }

    private static (string Vi, string En) Words(int daysLate) =>
        daysLate <= 0 ? ("đúng hạn", "on time") : ($"chậm {daysLate} ngày", $"{daysLate} days late");
}
