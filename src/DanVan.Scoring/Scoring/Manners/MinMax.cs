using System.ComponentModel;
using DanVan.Scoring.Expressions;
using DanVan.Scoring.Json;
using DanVan.Scoring.Rules;
using DanVan.Scoring.Rules.Documents;
using DanVan.Scoring.Scoring.Kernels;

namespace DanVan.Scoring.Scoring.Manners;

/// <summary>Between the lowest and the highest, as written in the file.</summary>
[Description("Between lowest and highest: max × (value − lowest) ÷ (highest − lowest) among the units compared; where lower is better, max × (highest − value) ÷ (highest − lowest).")]
public sealed record MinMaxDocument : PopulationMannerDocument
{
    /// <summary>The value.</summary>
    [Description("Expression (fields scope, number): the figure.")]
    public required ExpressionText Value { get; init; }

    /// <summary>What it gives when all are equal.</summary>
    [Description("When all units compared have the same figure in nine decimals, or there is only one: full, none (0 points) or notApplicable.")]
    public required WhenNone WhenTied { get; init; }

    internal override Manner? Check(MannerCheck check) => check.Number("value", Value) is { } value
        ? new MinMax(value, Scope, Direction, WhenTied) : null;
}

/// <summary>Between the lowest (0 points) and the highest (max) of the group, in proportion.</summary>
internal sealed class MinMax(Expression value, ImmutableArray<RankingKey> within, Better better, WhenNone whenTied) : PopulationManner(within, better)
{
    public override IEnumerable<Expression> Expressions => [value];

    public override string Describe(RuleText text) =>
        text.Text("từ đơn vị kém nhất (0) đến tốt nhất (đủ điểm): ", "from the worst (0) to the best (full points): ") + $"{text.Of(value)}, {Terms(text)}"
        + text.Text("; bằng nhau cả: ", "; all equal: ") + text.Of(whenTied);

    public override void Observe(Kernel kernel) => kernel.Observe(this, kernel.Need(value));

    public override void Run(Kernel kernel)
    {
        var figure = kernel.Need(value);
        var (least, most) = kernel.Extremes(this);
        kernel.WhenSame(least, most, whenTied, $"{kernel.Compared(this)} {("đơn vị bằng nhau", "units are equal")}");
        bool isHigher = Better == Better.Higher;
        var (from, to) = isHigher ? (least, figure) : (figure, most);
        kernel.Share(kernel.Difference(to, from), kernel.Difference(most, least), 1, $"{kernel.MaxPoints} × ({to} − {from}) ÷ ({most} − {least}) "
            + $"({("thấp nhất, cao nhất trong", "lowest, highest of")} {kernel.Compared(this)} {("đơn vị", "units")})");
    }
}
