using System.ComponentModel;
using DanVan.Scoring.Expressions;
using DanVan.Scoring.Json;
using DanVan.Scoring.Rules;
using DanVan.Scoring.Rules.Documents;
using DanVan.Scoring.Scoring.Kernels;

namespace DanVan.Scoring.Scoring.Manners;

/// <summary>Proportional, as written in the file.</summary>
[Description("Proportional: max × (part ÷ whole) ÷ target, at most max; below the floor 0.")]
public sealed record ProportionalDocument : MannerDocument
{
    /// <summary>The part.</summary>
    [Description("Expression (fields scope, number): what was done.")]
    public required ExpressionText Part { get; init; }

    /// <summary>The whole.</summary>
    [Description("Expression (fields scope, number): out of how many. A negative whole, or a part other than 0 of a whole of 0, is a fault in the data.")]
    public required ExpressionText Whole { get; init; }

    /// <summary>The rate that gives full points.</summary>
    [Description("Expression of fixed values: the rate that gives full points, above 0. Default: \"100%\".")]
    public ExpressionText? Target { get; init; }

    /// <summary>The rate below which there are no points.</summary>
    [Description("Expression of fixed values: part ÷ whole below this gives 0 points; reaching it counts in full proportion. Default: none.")]
    public ExpressionText? Floor { get; init; }

    /// <summary>What 0 of 0 gives.</summary>
    [Description("When the whole is 0 (nothing arose): full, none (0 points) or notApplicable.")]
    public required WhenNone WhenNone { get; init; }

    internal override Manner? Check(MannerCheck check)
    {
        var (part, whole) = (check.Number("part", Part), check.Number("whole", Whole));
        var range = new LocalText("lớn hơn 0, tối đa 1000 (100000%)", "above 0, at most 1000 (100000%)");
        decimal? target = Target is null ? 1 : check.Constant(check.Cursor["target"], Target, 0.000000001m, 1000, range);
        decimal? floor = Floor is null ? null : check.Constant(check.Cursor["floor"], Floor, 0, 1000, new LocalText("từ 0 đến 1000", "0 to 1000"));
        return part is null || whole is null || target is null ? null : new Proportional(part, whole, target.Value, floor, WhenNone);
    }
}

/// <summary>
/// Proportional (tính tỷ lệ): max × (part ÷ whole) ÷ target, at most max and at least 0; 0 where part ÷ whole is below
/// the floor. Source: decision 3140/2022 of Quảng Bình (100 % gives the maximum, less by degree); with a floor as
/// in the guidance of the reform index.
/// </summary>
internal sealed class Proportional(Expression part, Expression whole, decimal target, decimal? floor, WhenNone whenNone) : ScoringManner
{
    public override IEnumerable<Expression> Expressions => [part, whole];

    public override string Describe(RuleText text) => text.Text("theo tỷ lệ", "in proportion to") + $" {text.Of(part)} ÷ {text.Of(whole)}"
        + (target == 1 ? "" : text.Text($", đủ điểm từ {text.Percent(target)}", $", full points from {text.Percent(target)}"))
        + (floor is { } least ? text.Text($", dưới {text.Percent(least)} không có điểm", $", no points below {text.Percent(least)}") : "")
        + text.Text("; không phát sinh: ", "; if nothing arose: ") + text.Of(whenNone);

    public override void Run(Kernel kernel)
    {
        var (done, of) = kernel.Divide(part, whole, whenNone);
        if (floor is { } least)
        {
            var rate = kernel.Quotient((done, of));
            kernel.Floor(rate, least, $"{rate.Values[0]:%} < {least:%} ({("mức sàn", "floor")})");
        }
        string over = target == 1 ? "" : kernel.Text($" ÷ {target:%}");
        kernel.Share(done, of, target, $"{kernel.MaxPoints} × min(1; {done} ÷ {of}{over})");
    }
}
