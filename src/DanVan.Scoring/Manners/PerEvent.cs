using System.ComponentModel;
using DanVan.Scoring.Data;
using DanVan.Scoring.Engine;
using DanVan.Scoring.Expressions;
using DanVan.Scoring.Rules;
using DanVan.Scoring.Rules.Documents;

namespace DanVan.Scoring.Manners;

/// <summary>Points taken off per event, as written in the file.</summary>
[Description("Points taken off per event: max − count × pointsOff, at least minimum.")]
public sealed record PerEventDocument : MannerDocument
{
    /// <summary>The count.</summary>
    [Description("Expression (fields scope, number): how many events; below 0 is a fault in the data.")]
    public required ExpressionText Count { get; init; }

    /// <summary>Points off for each.</summary>
    [Description("Points taken off for each, above 0.")]
    public required decimal PointsOff { get; init; }

    /// <summary>Points that stay.</summary>
    [Description("Points that stay however many events there are, 0 to max. Default: 0.")]
    public decimal? Minimum { get; init; }

    internal override Manner? Check(MannerCheck check)
    {
        var count = check.Expression("count", Count, ValueKind.Number);
        bool fine = check.PointsWithin(check.Cursor["pointsOff"], PointsOff, 0.000000001m, Rules.RuleSetCheck.MostPoints);
        fine &= check.PointsWithin(check.Cursor["minimum"], Minimum ?? 0, 0, check.MaxPoints);
        return count is not null && fine ? new PerEvent(count, PointsOff, Minimum ?? 0) : null;
    }
}

/// <summary>Full points, less so many for each event (mỗi vụ việc trừ … điểm), down to a minimum.</summary>
public sealed class PerEvent : Manner
{
    internal PerEvent(Expression count, decimal pointsOff, decimal minimum)
    {
        Count = count;
        PointsOff = pointsOff;
        Minimum = minimum;
    }

    /// <inheritdoc/>
    public override string Type => "perEvent";

    /// <summary>How many events.</summary>
    public Expression Count { get; }

    /// <summary>Points taken off for each; above 0.</summary>
    public decimal PointsOff { get; }

    /// <summary>Points that stay however many events there are.</summary>
    public decimal Minimum { get; }

    /// <inheritdoc/>
    public override IEnumerable<Expression> Expressions => [Count];

    /// <inheritdoc/>
    public override string Describe(RuleText text) => text.Text(
        $"{text.Of(Count)}: mỗi vụ việc trừ {text.Points(PointsOff)}, còn ít nhất {text.Points(Minimum)}",
        $"{text.Of(Count)}: {text.Points(PointsOff)} off for each, at least {text.Points(Minimum)} left");

    internal override void Score(ScoringFrame frame, long maxPoints, PointCells points)
    {
        var count = frame.Rent<decimal>();
        Count.Evaluate(frame, count);
        decimal max = Billionths.ToDecimal(maxPoints);
        for (int i = 0; i < frame.Count; i++)
        {
            if (count.States[i] != CellState.Value)
                points.SetState(i, count.States[i]);
            else if (count.Values[i] < 0)
                points.SetState(i, CellState.Invalid);
            else
                points.Set(i, PointsLeft(count.Values[i], max));
        }
        frame.Return(count);
    }

    private decimal PointsLeft(decimal count, decimal maxPoints) =>
        count >= (maxPoints - Minimum) / PointsOff ? Minimum : maxPoints - (count * PointsOff);

    internal override void Explain(TraceWriter trace, decimal maxPoints)
    {
        if (trace.Value(Count) is not { } count)
            return;
        if (count < 0)
            trace.Note($"{trace.Substituted(Count)} < 0");
        else
            trace.Step($"max({trace.Number(Minimum)}; {trace.Number(maxPoints)} − {trace.Number(count)} × {trace.Number(PointsOff)})",
                PointsLeft(count, maxPoints));
    }
}
