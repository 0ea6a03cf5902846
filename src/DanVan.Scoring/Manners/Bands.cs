using System.Collections.Immutable;
using System.ComponentModel;
using DanVan.Scoring.Data;
using DanVan.Scoring.Diagnostics;
using DanVan.Scoring.Engine;
using DanVan.Scoring.Expressions;
using DanVan.Scoring.Rules;
using DanVan.Scoring.Rules.Documents;

namespace DanVan.Scoring.Manners;

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
        var value = check.Expression("value", Value, ValueKind.Number);
        var whole = Whole is { } text ? check.Expression("whole", text, ValueKind.Number) : null;
        bool fine = value is not null && (Whole is null || whole is not null);
        if (Whole is not null && WhenNone is null)
        {
            check.Report(RuleSetDiagnostics.NeedsRule, check.Cursor.Place, ("key", "whenNone"), ("because", "whole"), ("allowed", "full, none, notApplicable"));
            fine = false;
        }
        if (Steps.Count == 0)
        {
            check.Report(RuleSetDiagnostics.NothingToScore, check.Cursor["steps"].Place, ("what", new LocalText("bậc điểm", "step")));
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
public sealed class Bands : Manner
{
    private readonly decimal[] _edges;
    private readonly long[] _points;

    internal Bands(Expression value, Expression? whole, WhenNone? whenNone, ImmutableArray<BandStep> steps)
    {
        Value = value;
        Whole = whole;
        WhenNone = whenNone;
        Steps = steps;
        _edges = [.. steps.Select(step => step.From is { } from ? Rounding.ForComparison(from) : decimal.MinValue)];
        _points = [.. steps.Select(step => Billionths.Of(step.Points))];
    }

    /// <inheritdoc/>
    public override string Type => "bands";

    /// <summary>The value looked up.</summary>
    public Expression Value { get; }

    /// <summary>What the value is divided by; null if it is looked up as it is.</summary>
    public Expression? Whole { get; }

    /// <summary>What 0 of 0 gives; null without a whole.</summary>
    public WhenNone? WhenNone { get; }

    /// <summary>The steps from the highest edge down.</summary>
    public ImmutableArray<BandStep> Steps { get; }

    /// <inheritdoc/>
    public override IEnumerable<Expression> Expressions => Whole is null ? [Value] : [Value, Whole];

    /// <inheritdoc/>
    public override string Describe(RuleText text)
    {
        string Edge(decimal from) => Whole is null ? text.Number(from) : text.Percent(from);
        return text.Text("theo bậc", "in steps of") + $" {text.Of(Value)}{(Whole is null ? "" : $" ÷ {text.Of(Whole)}")}: "
            + string.Join("; ", Steps.Select(step => $"{(step.From is { } from ? text.Text("từ ", "from ") + Edge(from) : text.Text("còn lại", "else"))}: {text.Points(step.Points)}"))
            + (WhenNone is { } rule ? text.Text("; không phát sinh: ", "; if nothing arose: ") + text.Of(rule) : "");
    }

    internal override void Score(ScoringFrame frame, long maxPoints, PointCells points)
    {
        var value = frame.Rent<decimal>();
        var whole = frame.Rent<decimal>();
        Value.Evaluate(frame, value);
        Whole?.Evaluate(frame, whole);
        for (int i = 0; i < frame.Count; i++)
        {
            var state = Whole is null ? value.States[i] : CellStates.Combine(value.States[i], whole.States[i]);
            points.Set(i, state != CellState.Value ? (0, state) : Whole is null ? (PointsAt(value.Values[i]), state) : PointsOf(value.Values[i], whole.Values[i], maxPoints));
        }
        frame.Return(value);
        frame.Return(whole);
    }

    private (long Points, CellState State) PointsOf(decimal value, decimal whole, long maxPoints) =>
        whole == 0 && value == 0 ? Shares.WhenNone(WhenNone!.Value, maxPoints)
        : whole <= 0 ? (0, CellState.Invalid)
        : (PointsAt(value / whole), CellState.Value);

    private long PointsAt(decimal value)
    {
        decimal rounded = Rounding.ForComparison(value);
        int step = 0;
        while (rounded < _edges[step])
            step++;
        return _points[step];
    }

    private BandStep StepOf(decimal value)
    {
        decimal rounded = Rounding.ForComparison(value);
        return Steps[Array.FindIndex(_edges, edge => rounded >= edge)];
    }

    internal override void Explain(TraceWriter trace, decimal maxPoints)
    {
        decimal value;
        if (Whole is not null)
        {
            if (!Shares.Explain(trace, Value, Whole, WhenNone!.Value, maxPoints, out decimal part, out decimal whole))
                return;
            value = part / whole;
        }
        else if (trace.Value(Value) is { } given)
        {
            value = given;
        }
        else
        {
            return;
        }
        var step = StepOf(value);
        string Write(decimal number) => Whole is null ? trace.Number(number) : trace.Percent(number);
        string range = step.From is { } from
            ? $"{trace.Text("từ", "from")} {Write(from)}"
            : Steps.Length > 1 ? $"{trace.Text("dưới", "below")} {Write(Steps[^2].From!.Value)}" : trace.Text("mọi giá trị", "any value");
        trace.Step($"{Write(value)}: {trace.Text("bậc", "step")} {range}", step.Points);
    }
}
