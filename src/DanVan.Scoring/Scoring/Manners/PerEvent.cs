using System.ComponentModel;
using DanVan.Scoring.Expressions;
using DanVan.Scoring.Json;
using DanVan.Scoring.Rules;
using DanVan.Scoring.Rules.Documents;
using DanVan.Scoring.Scoring.Kernels;

namespace DanVan.Scoring.Scoring.Manners;

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
        var count = check.Number("count", Count);
        bool fine = check.PointsWithin(check.Cursor["pointsOff"], PointsOff, 0.000000001m, RuleSet.MostPoints);
        fine &= check.PointsWithin(check.Cursor["minimum"], Minimum ?? 0, 0, check.MaxPoints);
        return count is not null && fine ? new PerEvent(count, PointsOff, Minimum ?? 0) : null;
    }
}

/// <summary>Full points, less so many for each event (mỗi vụ việc trừ … điểm), down to a minimum.</summary>
internal sealed class PerEvent(Expression count, decimal pointsOff, decimal minimum) : ScoringManner
{
    public override IEnumerable<Expression> Expressions => [count];

    public override string Describe(RuleText text) => text.Text(
        $"{text.Of(count)}: mỗi vụ việc trừ {text.Points(pointsOff)}, còn ít nhất {text.Points(minimum)}",
        $"{text.Of(count)}: {text.Points(pointsOff)} off for each, at least {text.Points(minimum)} left");

    public override void Run(Kernel kernel)
    {
        var events = kernel.Need(count);
        kernel.Within(events, null, $"{count} < 0");
        kernel.Times(events, pointsOff, minimum, $"max({minimum}; {kernel.MaxPoints} − {events} × {pointsOff})");
    }
}
