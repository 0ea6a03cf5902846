using System.ComponentModel;
using DanVan.Scoring.Expressions;
using DanVan.Scoring.Json;
using DanVan.Scoring.Rules;
using DanVan.Scoring.Rules.Documents;
using DanVan.Scoring.Scoring.Kernels;

namespace DanVan.Scoring.Scoring.Manners;

/// <summary>A formula of the rule set's own, as written in the file.</summary>
[Description("Formula: the points by an expression, held within 0 and max. The last resort, where no other manner fits.")]
public sealed record FormulaDocument : MannerDocument
{
    /// <summary>The points.</summary>
    [Description("Expression (fields scope, number): the points; below 0 gives 0, above the maximum gives the maximum.")]
    public required ExpressionText Points { get; init; }

    internal override Manner? Check(MannerCheck check) =>
        check.Number("points", Points) is { } points ? new Formula(points) : null;
}

/// <summary>A formula of the rule set's own, held within 0 and max: the last resort.</summary>
internal sealed class Formula(Expression points) : ScoringManner
{
    public override IEnumerable<Expression> Expressions => [points];

    public override string Describe(RuleText text) => text.Text($"công thức: {text.Of(points)}", $"formula: {text.Of(points)}");

    public override void Run(Kernel kernel)
    {
        var value = kernel.Need(points);
        string held = value.Values[0] >= 0 && value.Values[0] <= kernel.MaxPoints ? ""
            : kernel.Text($", {("giữ trong khoảng", "held within")} 0–{kernel.MaxPoints}");
        kernel.Hold(value, $"{value}{held}");
    }
}
