using System.ComponentModel;
using DanVan.Scoring.Data;
using DanVan.Scoring.Engine;
using DanVan.Scoring.Expressions;
using DanVan.Scoring.Rules;
using DanVan.Scoring.Rules.Documents;

namespace DanVan.Scoring.Manners;

/// <summary>A formula of the rule set's own, as written in the file.</summary>
[Description("Formula: the points by an expression, held within 0 and max. The last resort, where no other manner fits.")]
public sealed record FormulaDocument : MannerDocument
{
    /// <summary>The points.</summary>
    [Description("Expression (fields scope, number): the points; below 0 gives 0, above the maximum gives the maximum.")]
    public required ExpressionText Points { get; init; }

    internal override Manner? Check(MannerCheck check) =>
        check.Expression("points", Points, ValueKind.Number) is { } points ? new Formula(points) : null;
}

/// <summary>A formula of the rule set's own, held within 0 and max: the last resort.</summary>
public sealed class Formula : Manner
{
    internal Formula(Expression points) => Points = points;

    /// <inheritdoc/>
    public override string Type => "formula";

    /// <summary>The points, before they are held within 0 and max.</summary>
    public Expression Points { get; }

    /// <inheritdoc/>
    public override IEnumerable<Expression> Expressions => [Points];

    /// <inheritdoc/>
    public override string Describe(RuleText text) => text.Text($"công thức: {text.Of(Points)}", $"formula: {text.Of(Points)}");

    internal override void Score(ScoringFrame frame, long maxPoints, PointCells points)
    {
        var value = frame.Rent<decimal>();
        Points.Evaluate(frame, value);
        decimal max = Billionths.ToDecimal(maxPoints);
        for (int i = 0; i < frame.Count; i++)
        {
            if (value.States[i] == CellState.Value)
                points.Set(i, Math.Clamp(value.Values[i], 0, max));
            else
                points.SetState(i, value.States[i]);
        }
        frame.Return(value);
    }

    internal override void Explain(TraceWriter trace, decimal maxPoints)
    {
        if (trace.Value(Points) is not { } value)
            return;
        decimal held = Math.Clamp(value, 0, maxPoints);
        string text = trace.Number(value);
        trace.Step(held == value ? text : $"{text}, {trace.Text("giữ trong khoảng", "held within")} 0–{trace.Number(maxPoints)}", held);
    }
}
