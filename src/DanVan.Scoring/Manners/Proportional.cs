using System.ComponentModel;
using DanVan.Scoring.Data;
using DanVan.Scoring.Diagnostics;
using DanVan.Scoring.Engine;
using DanVan.Scoring.Expressions;
using DanVan.Scoring.Rules;
using DanVan.Scoring.Rules.Documents;

namespace DanVan.Scoring.Manners;

/// <summary>Proportional, as written in the file.</summary>
[Description("Proportional: max × (part ÷ whole) ÷ target, at most max; below the floor 0.")]
public sealed record ProportionalDocument : MannerDocument
{
    /// <summary>The part.</summary>
    [Description("Expression (fields scope, number): what was done.")]
    public required ExpressionText Part { get; init; }

    /// <summary>The whole.</summary>
    [Description("Expression (fields scope, number): out of how many. A negative whole, or a part other than 0 of a whole of 0, is a fault in the data.")]
    public required ExpressionText Whole { get; init; }

    /// <summary>The rate that gives full points.</summary>
    [Description("Expression of fixed values: the rate that gives full points, above 0. Default: \"100%\".")]
    public ExpressionText? Target { get; init; }

    /// <summary>The rate below which there are no points.</summary>
    [Description("Expression of fixed values: part ÷ whole below this gives 0 points; reaching it counts in full proportion. Default: none.")]
    public ExpressionText? Floor { get; init; }

    /// <summary>What 0 of 0 gives.</summary>
    [Description("When the whole is 0 (nothing arose): full, none (0 points) or notApplicable.")]
    public required WhenNone WhenNone { get; init; }

    internal override Manner? Check(MannerCheck check)
    {
        var (part, whole) = (check.Expression("part", Part, ValueKind.Number), check.Expression("whole", Whole, ValueKind.Number));
        var range = new LocalText("lớn hơn 0, tối đa 1000 (100000%)", "above 0, at most 1000 (100000%)");
        decimal? target = Target is null ? 1 : check.Constant(check.Cursor["target"], Target, 0.000000001m, 1000, range);
        decimal? floor = Floor is null ? null : check.Constant(check.Cursor["floor"], Floor, 0, 1000, new LocalText("từ 0 đến 1000", "0 to 1000"));
        return part is null || whole is null || target is null ? null : new Proportional(part, whole, target.Value, floor, WhenNone);
    }
}

/// <summary>
/// Proportional (tính tỷ lệ): max × (part ÷ whole) ÷ target, at most max and at least 0; 0 where part ÷ whole is below
/// the floor. Source: decision 3140/2022 of Quảng Bình (100 % gives the maximum, less by degree); with a floor as
/// in the guidance of the reform index.
/// </summary>
public sealed class Proportional : Manner
{
    internal Proportional(Expression part, Expression whole, decimal target, decimal? floor, WhenNone whenNone)
    {
        Part = part;
        Whole = whole;
        Target = target;
        Floor = floor;
        WhenNone = whenNone;
    }

    /// <inheritdoc/>
    public override string Type => "proportional";

    /// <summary>What was done.</summary>
    public Expression Part { get; }

    /// <summary>Out of how many.</summary>
    public Expression Whole { get; }

    /// <summary>The rate that gives full points, as a share; above 0.</summary>
    public decimal Target { get; }

    /// <summary>The rate below which there are no points, as a share; null if there is none.</summary>
    public decimal? Floor { get; }

    /// <summary>What 0 of 0 gives.</summary>
    public WhenNone WhenNone { get; }

    /// <inheritdoc/>
    public override IEnumerable<Expression> Expressions => [Part, Whole];

    /// <inheritdoc/>
    public override string Describe(RuleText text) => text.Text("theo tỷ lệ", "in proportion to") + $" {text.Of(Part)} ÷ {text.Of(Whole)}"
        + (Target == 1 ? "" : text.Text($", đủ điểm từ {text.Percent(Target)}", $", full points from {text.Percent(Target)}"))
        + (Floor is { } floor ? text.Text($", dưới {text.Percent(floor)} không có điểm", $", no points below {text.Percent(floor)}") : "")
        + text.Text("; không phát sinh: ", "; if nothing arose: ") + text.Of(WhenNone);

    internal override void Score(ScoringFrame frame, long maxPoints, PointCells points)
    {
        var part = frame.Rent<decimal>();
        var whole = frame.Rent<decimal>();
        Part.Evaluate(frame, part);
        Whole.Evaluate(frame, whole);
        for (int i = 0; i < frame.Count; i++)
        {
            var state = CellStates.Combine(part.States[i], whole.States[i]);
            points.Set(i, state == CellState.Value ? PointsOf(part.Values[i], whole.Values[i], maxPoints) : (0, state));
        }
        frame.Return(part);
        frame.Return(whole);
    }

    private (long Points, CellState State) PointsOf(decimal part, decimal whole, long maxPoints)
    {
        if (whole == 0 && part == 0)
            return Shares.WhenNone(WhenNone, maxPoints);
        if (whole <= 0)
            return (0, CellState.Invalid);
        if (part <= 0 || (Floor is { } floor && Rounding.ForComparison(part / whole) < Rounding.ForComparison(floor)))
            return (0, CellState.Value);
        return (Billionths.Share(maxPoints, part, whole, Target), CellState.Value);
    }

    internal override void Explain(TraceWriter trace, decimal maxPoints)
    {
        if (!Shares.Explain(trace, Part, Whole, WhenNone, maxPoints, out decimal part, out decimal whole))
            return;
        if (Floor is { } floor && Rounding.ForComparison(part / whole) < Rounding.ForComparison(floor))
        {
            trace.Step($"{trace.Percent(part / whole)} < {trace.Percent(floor)} ({trace.Text("mức sàn", "floor")})", 0);
            return;
        }
        string target = Target == 1 ? "" : $" ÷ {trace.Percent(Target)}";
        trace.Step($"{trace.Number(maxPoints)} × min(1; {trace.Number(part)} ÷ {trace.Number(whole)}{target})",
            Billionths.ToDecimal(PointsOf(part, whole, Billionths.Of(maxPoints)).Points));
    }
}
