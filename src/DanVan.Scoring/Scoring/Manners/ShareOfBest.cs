using System.ComponentModel;
using DanVan.Scoring.Expressions;
using DanVan.Scoring.Json;
using DanVan.Scoring.Rules;
using DanVan.Scoring.Rules.Documents;
using DanVan.Scoring.Scoring.Kernels;

namespace DanVan.Scoring.Scoring.Manners;

/// <summary>Share of the best, as written in the file.</summary>
[Description("Share of the best: max × value ÷ the highest value among the units compared; where lower is better, max × the lowest ÷ value.")]
public sealed record ShareOfBestDocument : PopulationMannerDocument
{
    /// <summary>The value.</summary>
    [Description("Expression (fields scope, number): the figure; below 0 is a fault in the data.")]
    public required ExpressionText Value { get; init; }

    /// <summary>What it gives when all are 0.</summary>
    [Description("Where higher is better and all units have 0 (nothing arose): full, none (0 points) or notApplicable. Where lower is better, 0 is the best and gives full points.")]
    public required WhenNone WhenNone { get; init; }

    internal override Manner? Check(MannerCheck check) => check.Number("value", Value) is { } value
        ? new ShareOfBest(value, Scope, Direction, WhenNone) : null;
}

/// <summary>
/// Share of the best (so với đơn vị cao nhất): max × value ÷ the highest in the group; where lower is better, max × the
/// lowest ÷ value.
/// </summary>
internal sealed class ShareOfBest(Expression value, ImmutableArray<RankingKey> within, Better better, WhenNone whenNone) : PopulationManner(within, better)
{
    public override IEnumerable<Expression> Expressions => [value];

    public override string Describe(RuleText text) =>
        text.Text("theo tỷ lệ so với đơn vị tốt nhất: ", "in proportion to the best: ") + $"{text.Of(value)}, {Terms(text)}"
        + text.Text("; không phát sinh: ", "; if nothing arose: ") + text.Of(whenNone);

    public override void Observe(Kernel kernel)
    {
        var figure = kernel.Need(value);
        kernel.Within(figure, null, default);
        kernel.Observe(this, figure);
    }

    public override void Run(Kernel kernel) => Run(kernel, this, kernel.Need(value), whenNone);

    /// <summary>Also for the units without a target of <see cref="RelativeToBest"/>.</summary>
    public static void Run(Kernel kernel, PopulationManner manner, Cells<decimal> figure, WhenNone whenNone)
    {
        kernel.Within(figure, null, $"{("không so sánh được", "cannot be compared")}");
        var (least, most) = kernel.Extremes(manner);
        if (manner.Better == Better.Higher)
        {
            kernel.WhenZero(most, whenNone, $"{Nothing(kernel.Compared(manner))}");
            kernel.Share(figure, most, 1, $"{kernel.MaxPoints} × {figure} ÷ {most} ({("cao nhất trong", "highest of")} {kernel.Compared(manner)} {("đơn vị", "units")})");
        }
        else
        {
            kernel.Share(least, figure, 1, $"{kernel.MaxPoints} × {least} ÷ {figure} ({("thấp nhất trong", "lowest of")} {kernel.Compared(manner)} {("đơn vị", "units")})");
        }
    }

    private static (string Vi, string En) Nothing(int count) => ($"không phát sinh: {count} đơn vị đều bằng 0", $"nothing arose: all {count} units have 0");
}
