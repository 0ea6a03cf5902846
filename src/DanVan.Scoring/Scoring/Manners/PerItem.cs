using System.ComponentModel;
using DanVan.Scoring.Expressions;
using DanVan.Scoring.Json;
using DanVan.Scoring.Rules;
using DanVan.Scoring.Rules.Documents;
using DanVan.Scoring.Scoring.Kernels;

namespace DanVan.Scoring.Scoring.Manners;

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
        var count = check.Number("count", Count);
        bool fine = check.PointsWithin(check.Cursor["pointsEach"], PointsEach, 0.000000001m, RuleSet.MostPoints);
        return count is not null && fine ? new PerItem(count, PointsEach) : null;
    }
}

/// <summary>Points per item with a ceiling (mỗi … được … điểm, tối đa …): count × points of each, at most max.</summary>
internal sealed class PerItem(Expression count, decimal pointsEach) : ScoringManner
{
    public override IEnumerable<Expression> Expressions => [count];

    public override string Describe(RuleText text) =>
        text.Text($"{text.Of(count)}: mỗi lần {text.Points(pointsEach)}", $"{text.Of(count)}: {text.Points(pointsEach)} each");

    public override void Run(Kernel kernel)
    {
        var items = kernel.Need(count);
        kernel.Within(items, null, $"{count} < 0");
        kernel.Times(items, pointsEach, null, $"min({kernel.MaxPoints}; {items} × {pointsEach})");
    }
}
