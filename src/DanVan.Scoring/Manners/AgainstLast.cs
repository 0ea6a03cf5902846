using System.ComponentModel;
using DanVan.Scoring.Data;
using DanVan.Scoring.Engine;
using DanVan.Scoring.Expressions;
using DanVan.Scoring.Rules;
using DanVan.Scoring.Rules.Documents;

namespace DanVan.Scoring.Manners;

/// <summary>Against the last period, as written in the file.</summary>
[Description("Against the last period: points for a figure that improved, stayed the same, or got worse.")]
public sealed record AgainstLastDocument : MannerDocument
{
    /// <summary>This period's value.</summary>
    [Description("Expression (fields scope, number): this period's figure.")]
    public required ExpressionText Value { get; init; }

    /// <summary>Last period's value.</summary>
    [Description("Expression (fields scope, number): the last period's figure, such as previous.parIndex.")]
    public required ExpressionText Previous { get; init; }

    /// <summary>Which way is better.</summary>
    [Description("Which way is better: higher (default) or lower.")]
    public Better? Better { get; init; }

    /// <summary>Points when better.</summary>
    [Description("Points when the figure is better than the last. Default: the criterion's maximum.")]
    public decimal? Improved { get; init; }

    /// <summary>Points when equal.</summary>
    [Description("Points when the figure is the same in nine decimals.")]
    public required decimal Same { get; init; }

    /// <summary>Points when worse.</summary>
    [Description("Points when the figure is worse. Default: 0.")]
    public decimal? Worse { get; init; }

    /// <summary>What a blank last figure gives.</summary>
    [Description("When the last period's figure is blank: zero (0 points), missing or notApplicable.")]
    public required WhenMissing WhenNoPrevious { get; init; }

    internal override Manner? Check(MannerCheck check)
    {
        var (value, previous) = (check.Expression("value", Value, ValueKind.Number), check.Expression("previous", Previous, ValueKind.Number));
        decimal improved = Improved ?? check.MaxPoints, worse = Worse ?? 0;
        bool fine = check.PointsWithin(check.Cursor["improved"], improved, 0, check.MaxPoints)
            & check.PointsWithin(check.Cursor["same"], Same, 0, check.MaxPoints)
            & check.PointsWithin(check.Cursor["worse"], worse, 0, check.MaxPoints);
        return value is null || previous is null || !fine ? null
            : new AgainstLast(value, previous, Better ?? Manners.Better.Higher, improved, Same, worse, WhenNoPrevious);
    }
}

/// <summary>
/// Against the last period (so với kỳ trước): points for better, the same, or worse; both figures are compared after
/// rounding to nine decimals. Source: plan of Gia Bình ward 2024, III.4 (reform index above that of 2023).
/// </summary>
public sealed class AgainstLast : Manner
{
    internal AgainstLast(Expression value, Expression previous, Better better, decimal improved, decimal same, decimal worse, WhenMissing whenNoPrevious)
    {
        Value = value;
        Previous = previous;
        Better = better;
        Improved = improved;
        Same = same;
        Worse = worse;
        WhenNoPrevious = whenNoPrevious;
    }

    /// <inheritdoc/>
    public override string Type => "againstLast";

    /// <summary>This period's figure.</summary>
    public Expression Value { get; }

    /// <summary>The last period's figure.</summary>
    public Expression Previous { get; }

    /// <summary>Which way is better.</summary>
    public Better Better { get; }

    /// <summary>Points when better.</summary>
    public decimal Improved { get; }

    /// <summary>Points when equal.</summary>
    public decimal Same { get; }

    /// <summary>Points when worse.</summary>
    public decimal Worse { get; }

    /// <summary>What a blank last figure gives.</summary>
    public WhenMissing WhenNoPrevious { get; }

    /// <inheritdoc/>
    public override IEnumerable<Expression> Expressions => [Value, Previous];

    /// <inheritdoc/>
    public override string Describe(RuleText text) => text.Text(
        $"{text.Of(Value)} so với {text.Of(Previous)}: {(Better == Better.Higher ? "cao hơn" : "thấp hơn")} {text.Points(Improved)}, bằng {text.Points(Same)}, {(Better == Better.Higher ? "thấp hơn" : "cao hơn")} {text.Points(Worse)}; kỳ trước để trống: {text.Of(WhenNoPrevious)}",
        $"{text.Of(Value)} against {text.Of(Previous)}: {(Better == Better.Higher ? "higher" : "lower")} {text.Points(Improved)}, the same {text.Points(Same)}, {(Better == Better.Higher ? "lower" : "higher")} {text.Points(Worse)}; last period blank: {text.Of(WhenNoPrevious)}");

    internal override void Score(ScoringFrame frame, long maxPoints, PointCells points)
    {
        var value = frame.Rent<decimal>();
        var previous = frame.Rent<decimal>();
        Value.Evaluate(frame, value);
        Previous.Evaluate(frame, previous);
        for (int i = 0; i < frame.Count; i++)
        {
            var state = CellStates.Combine(value.States[i], previous.States[i]);
            if (state == CellState.Value)
                points.Set(i, PointsOf(value.Values[i], previous.Values[i]));
            else
                points.SetState(i, previous.States[i] == CellState.Missing && value.States[i] == CellState.Value ? WhenBlank(WhenNoPrevious) : state);
        }
        frame.Return(value);
        frame.Return(previous);
    }

    private decimal PointsOf(decimal value, decimal previous)
    {
        int order = Rounding.ForComparison(value).CompareTo(Rounding.ForComparison(previous));
        return order == 0 ? Same : order > 0 == (Better == Better.Higher) ? Improved : Worse;
    }

    internal override void Explain(TraceWriter trace, decimal maxPoints)
    {
        decimal? value = trace.Value(Value), previous = trace.Value(Previous);
        if (value is null)
            return;
        if (previous is null)
        {
            if (trace.LastState == CellState.Missing && WhenNoPrevious == WhenMissing.Zero)
                trace.Step(trace.Text("không có số liệu kỳ trước", "no figure of the last period"), 0);
            return;
        }
        decimal points = PointsOf(value.Value, previous.Value);
        string verdict = Rounding.ForComparison(value.Value) == Rounding.ForComparison(previous.Value) ? trace.Text("giữ nguyên", "the same")
            : value > previous == (Better == Better.Higher) ? trace.Text("tốt hơn", "better") : trace.Text("kém hơn", "worse");
        trace.Step($"{trace.Number(value.Value)} {trace.Text("so với kỳ trước", "against last period")} {trace.Number(previous.Value)}: {verdict}", points);
    }
}
