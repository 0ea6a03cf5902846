using System.ComponentModel;
using DanVan.Scoring.Expressions;
using DanVan.Scoring.Json;
using DanVan.Scoring.Rules;
using DanVan.Scoring.Rules.Documents;
using DanVan.Scoring.Scoring.Kernels;

namespace DanVan.Scoring.Scoring.Manners;

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
        var (value, previous) = (check.Number("value", Value), check.Number("previous", Previous));
        decimal improved = Improved ?? check.MaxPoints, worse = Worse ?? 0;
        bool fine = check.PointsWithin(check.Cursor["improved"], improved, 0, check.MaxPoints)
            & check.PointsWithin(check.Cursor["same"], Same, 0, check.MaxPoints)
            & check.PointsWithin(check.Cursor["worse"], worse, 0, check.MaxPoints);
        return value is null || previous is null || !fine ? null
            : new AgainstLast(value, previous, Better ?? Rules.Better.Higher, improved, Same, worse, WhenNoPrevious);
    }
}

/// <summary>
/// Against the last period (so với kỳ trước): points for better, the same, or worse; both figures are compared after
/// rounding to nine decimals. Source: plan of Gia Bình ward 2024, III.4 (reform index above that of 2023).
/// </summary>
internal sealed class AgainstLast(
    Expression value, Expression previous, Better better, decimal improved, decimal same, decimal worse, WhenMissing whenNoPrevious) : ScoringManner
{
    public override bool IsConstant => base.IsConstant || (improved == same && same == worse);

    public override IEnumerable<Expression> Expressions => [value, previous];

    public override string Describe(RuleText text) => text.Text(
        $"{text.Of(value)} so với {text.Of(previous)}: {(better == Better.Higher ? "cao hơn" : "thấp hơn")} {text.Points(improved)}, bằng {text.Points(same)}, {(better == Better.Higher ? "thấp hơn" : "cao hơn")} {text.Points(worse)}; kỳ trước để trống: {text.Of(whenNoPrevious)}",
        $"{text.Of(value)} against {text.Of(previous)}: {(better == Better.Higher ? "higher" : "lower")} {text.Points(improved)}, the same {text.Points(same)}, {(better == Better.Higher ? "lower" : "higher")} {text.Points(worse)}; last period blank: {text.Of(whenNoPrevious)}");

    public override void Run(Kernel kernel)
    {
        var (now, last) = (kernel.Need(value), kernel.Read(previous));
        kernel.Demand(last.States, whenNoPrevious, $"{("không có số liệu kỳ trước", "no figure of the last period")}");
        bool isHigher = better == Better.Higher;
        var points = (Billionths.Of(isHigher ? improved : worse), Billionths.Of(same), Billionths.Of(isHigher ? worse : improved));
        kernel.Compare(now, last, points, $"{now} {("so với kỳ trước", "against last period")} {last}: {Verdict(now.Values[0], last.Values[0])}");
    }

    private (string Vi, string En) Verdict(decimal now, decimal last) => Kernel.Order(now, last) switch
    {
        0 => ("giữ nguyên", "the same"),
        > 0 when better == Better.Higher => ("tốt hơn", "better"),
        < 0 when better == Better.Lower => ("tốt hơn", "better"),
        _ => ("kém hơn", "worse"),
    };
}
