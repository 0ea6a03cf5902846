using System.ComponentModel;
using DanVan.Scoring.Data;
using DanVan.Scoring.Engine;
using DanVan.Scoring.Expressions;
using DanVan.Scoring.Rules;
using DanVan.Scoring.Rules.Documents;

namespace DanVan.Scoring.Manners;

/// <summary>All or nothing, as written in the file.</summary>
[Description("All or nothing: met gives full points, not met gives 0.")]
public sealed record AllOrNothingDocument : MannerDocument
{
    /// <summary>The condition.</summary>
    [Description("Expression (fields scope, yes/no): the condition.")]
    public required ExpressionText Met { get; init; }

    internal override Manner? Check(MannerCheck check) =>
        check.Expression("met", Met, ValueKind.YesNo) is { } met ? new AllOrNothing(met) : null;
}

/// <summary>All or nothing (đạt thì đủ điểm, không đạt thì 0).</summary>
public sealed class AllOrNothing : Manner
{
    internal AllOrNothing(Expression met) => Met = met;

    /// <inheritdoc/>
    public override string Type => "allOrNothing";

    /// <summary>The condition.</summary>
    public Expression Met { get; }

    /// <inheritdoc/>
    public override IEnumerable<Expression> Expressions => [Met];

    /// <inheritdoc/>
    public override string Describe(RuleText text) => text.Text($"đủ điểm nếu {text.Of(Met)}, nếu không 0 điểm", $"full points if {text.Of(Met)}, else 0");

    internal override void Score(ScoringFrame frame, long maxPoints, PointCells points)
    {
        var met = frame.Rent<bool>();
        Met.Evaluate(frame, met);
        for (int i = 0; i < frame.Count; i++)
            points.Set(i, (met.States[i] == CellState.Value && met.Values[i] ? maxPoints : 0, met.States[i]));
        frame.Return(met);
    }

    internal override void Explain(TraceWriter trace, decimal maxPoints)
    {
        if (trace.Condition(Met) is { } met)
            trace.Step(met ? trace.Text("đạt", "met") : trace.Text("không đạt", "not met"), met ? maxPoints : 0);
    }
}
