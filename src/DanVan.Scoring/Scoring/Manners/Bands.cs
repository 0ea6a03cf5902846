using System.ComponentModel;
using DanVan.Scoring.Diagnostics;
using DanVan.Scoring.Expressions;
using DanVan.Scoring.Json;
using DanVan.Scoring.Rules;
using DanVan.Scoring.Rules.Documents;
using DanVan.Scoring.Scoring.Kernels;

namespace DanVan.Scoring.Scoring.Manners;

/// <summary>A step table, as written in the file.</summary>
[Description("Step table: the first step whose lower edge the value reaches gives the points.")]
public sealed record BandsDocument : MannerDocument
{
    /// <summary>The value.</summary>
    [Description("Expression (fields scope, number): the value looked up.")]
    public required ExpressionText Value { get; init; }

    /// <summary>What the value is divided by.</summary>
    [Description("Expression (fields scope, number): if given, value ÷ whole is looked up.")]
    public ExpressionText? Whole { get; init; }

    /// <summary>What 0 of 0 gives.</summary>
    [Description("Needed with whole. When both are 0 (nothing arose): full, none (0 points) or notApplicable.")]
    public WhenNone? WhenNone { get; init; }

    /// <summary>The steps.</summary>
    [Description("The steps from the highest edge down; the last has no edge and takes all that is left.")]
    public required IReadOnlyList<BandStepDocument> Steps { get; init; }

    internal override Manner? Check(MannerCheck check)
    {
        var value = check.Number("value", Value);
        var whole = Whole is { } text ? check.Number("whole", text) : null;
        bool fine = value is not null && (Whole is null || whole is not null);
        if (Whole is not null && WhenNone is null)
        {
            check.Report(RuleSetDiagnostics.NeedsRule, check.Cursor.Place, ("key", "whenNone"), ("because", "whole"), ("allowed", "full, none, notApplicable"));
            fine = false;
        }
        if (Steps.Count == 0)
        {
            check.Empty(check.Cursor["steps"], "bậc điểm", "step");
            return null;
        }
        var steps = ImmutableArray.CreateBuilder<BandStep>(Steps.Count);
        for (int i = 0; i < Steps.Count; i++)
        {
            var at = check.Cursor["steps"][i];
            fine &= check.PointsWithin(at["points"], Steps[i].Points, 0, check.MaxPoints);
            decimal? from = check.Constant(at["from"], Steps[i].From, -1_000_000_000_000_000, 1_000_000_000_000_000,
                new LocalText("một số có nghĩa", "a sensible number"));
            LocalText? fault = null;
            if (Steps[i].From is null && i < Steps.Count - 1)
                fault = new LocalText("không có 'from' nên che hết các bậc sau.", "has no 'from' and so hides all that come after it.");
            else if (Steps[i].From is not null && i == Steps.Count - 1)
                fault = new LocalText("giá trị thấp hơn bậc này không có điểm nào.", "values below it have no points.");
            else if (from is not null && i > 0 && steps.Count == i && steps[i - 1].From is { } above && from >= above)
                fault = new LocalText("không thấp hơn bậc đứng trên.", "is not below the one before it.");
            if (fault is not null)
                check.Report(RuleSetDiagnostics.StepOrder, at.Place, ("number", i + 1), ("fault", fault));
            fine &= fault is null && (Steps[i].From is null || from is not null);
            steps.Add(new BandStep(from, Steps[i].Points));
        }
        return fine ? new Bands(value!, whole, WhenNone, steps.ToImmutable()) : null;
    }
}

/// <summary>A step, as written in the file.</summary>
public sealed record BandStepDocument
{
    /// <summary>Lower edge.</summary>
    [Description("Expression of fixed values: lower edge, inclusive; the last step has none.")]
    public ExpressionText? From { get; init; }

    /// <summary>Points.</summary>
    [Description("Points, from 0 to the criterion's maximum.")]
    public required decimal Points { get; init; }
}

/// <summary>A step.</summary>
/// <param name="From">Lower edge, inclusive; null for the last step, which takes all that is left.</param>
/// <param name="Points">Points of the step.</param>
public sealed record BandStep(decimal? From, decimal Points);

/// <summary>
/// Step table (chấm theo bậc): the first step whose lower edge the value (or value ÷ whole) reaches, both rounded to
/// nine decimals, gives the points.
/// </summary>
internal sealed class Bands(Expression value, Expression? whole, WhenNone? whenNone, ImmutableArray<BandStep> steps) : ScoringManner
{
    private readonly decimal[] _edges = [.. steps.Select(step => step.From is { } from ? Rounding.ForComparison(from) : decimal.MinValue)];
    private readonly long[] _points = [.. steps.Select(step => Billionths.Of(step.Points))];

    public override bool IsConstant => base.IsConstant || _points.Distinct().Count() == 1;

    public override IEnumerable<Expression> Expressions => whole is null ? [value] : [value, whole];

    public override string Describe(RuleText text)
    {
        string Edge(decimal from) => whole is null ? text.Number(from) : text.Percent(from);
        return text.Text("theo bậc", "in steps of") + $" {text.Of(value)}{(whole is null ? "" : $" ÷ {text.Of(whole)}")}: "
            + string.Join("; ", steps.Select(step => $"{(step.From is { } from ? text.Text("từ ", "from ") + Edge(from) : text.Text("còn lại", "else"))}: {text.Points(step.Points)}"))
            + (whenNone is { } rule ? text.Text("; không phát sinh: ", "; if nothing arose: ") + text.Of(rule) : "");
    }

    public override void Run(Kernel kernel)
    {
        bool isShare = whole is not null;
        var number = isShare ? kernel.Quotient(kernel.Divide(value, whole!, whenNone!.Value)) : kernel.Need(value);
        kernel.Band(number, _edges, _points, $"{(number.Values[0], isShare)}: {("bậc", "step")} {Range(kernel, number.Values[0], isShare)}");
    }

    private string Range(Kernel kernel, decimal number, bool isShare) => steps[Kernel.BandOf(number, _edges)].From is { } from
        ? kernel.Text($"{("từ", "from")} {(from, isShare)}")
        : steps.Length > 1 ? kernel.Text($"{("dưới", "below")} {(steps[^2].From!.Value, isShare)}") : kernel.Text($"{("mọi giá trị", "any value")}");
}
