using System.ComponentModel;
using DanVan.Scoring.Data;
using DanVan.Scoring.Engine;
using DanVan.Scoring.Expressions;
using DanVan.Scoring.Rules;
using DanVan.Scoring.Rules.Documents;

namespace DanVan.Scoring.Manners;

/// <summary>Points per item, as written in the file.</summary>
[Description("Points per item: count × pointsEach, at most max. In a deduction, so many points are taken off.")]
public sealed record PerItemDocument : MannerDocument
{
    /// <summary>The count.</summary>
    [Description("Expression (fields scope, number): how many; below 0 is a fault in the data.")]
    public required ExpressionText Count { get; init; }

    /// <summary>Points of each.</summary>
    [Description("Points of each, above 0.")]
    public required decimal PointsEach { get; init; }

    internal override Manner? Check(MannerCheck check)
    {
        var count = check.Expression("count", Count, ValueKind.Number);
        bool fine = check.PointsWithin(check.Cursor["pointsEach"], PointsEach, 0.000000001m, Rules.RuleSetCheck.MostPoints);
        return count is not null && fine ? new PerItem(count, PointsEach) : null;
    }
}

/// <summary>Points per item with a ceiling (mỗi … được … điểm, tối đa …): count × points of each, at most max.</summary>
public sealed class PerItem : Manner
{
    internal PerItem(Expression count, decimal pointsEach)
    {
        Count = count;
        PointsEach = pointsEach;
    }

    /// <inheritdoc/>
    public override string Type => "perItem";

    /// <summary>How many.</summary>
    public Expression Count { get; }

    /// <summary>Points of each; above 0.</summary>
    public decimal PointsEach { get; }

    /// <inheritdoc/>
    public override IEnumerable<Expression> Expressions => [Count];

    /// <inheritdoc/>
    public override string Describe(RuleText text) =>
        text.Text($"{text.Of(Count)}: mỗi lần {text.Points(PointsEach)}", $"{text.Of(Count)}: {text.Points(PointsEach)} each");

    internal override void Score(ScoringFrame frame, long maxPoints, PointCells points)
    {
        var count = frame.Rent<decimal>();
        Count.Evaluate(frame, count);
        decimal max = Billionths.ToDecimal(maxPoints), enough = max / PointsEach;
        for (int i = 0; i < frame.Count; i++)
        {
            if (count.States[i] != CellState.Value)
                points.SetState(i, count.States[i]);
            else if (count.Values[i] < 0)
                points.SetState(i, CellState.Invalid);
            else
                points.Set(i, count.Values[i] >= enough ? max : count.Values[i] * PointsEach);
        }
        frame.Return(count);
    }

    internal override void Explain(TraceWriter trace, decimal maxPoints)
    {
        if (trace.Value(Count) is not { } count)
            return;
        if (count < 0)
            trace.Note($"{trace.Substituted(Count)} < 0");
        else
            trace.Step($"min({trace.Number(maxPoints)}; {trace.Number(count)} × {trace.Number(PointsEach)})",
                count >= maxPoints / PointsEach ? maxPoints : count * PointsEach);
    }
}
