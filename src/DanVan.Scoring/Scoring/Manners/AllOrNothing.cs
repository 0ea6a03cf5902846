using System.ComponentModel;
using DanVan.Scoring.Expressions;
using DanVan.Scoring.Json;
using DanVan.Scoring.Rules;
using DanVan.Scoring.Rules.Documents;
using DanVan.Scoring.Scoring.Kernels;

namespace DanVan.Scoring.Scoring.Manners;

/// <summary>All or nothing, as written in the file.</summary>
[Description("All or nothing: met gives full points, not met gives 0.")]
public sealed record AllOrNothingDocument : MannerDocument
{
    /// <summary>The condition.</summary>
    [Description("Expression (fields scope, yes/no): the condition.")]
    public required ExpressionText Met { get; init; }

    internal override Manner? Check(MannerCheck check) =>
        check.Expression(check.Cursor["met"], Met, ValueKind.YesNo) is { } met ? new AllOrNothing(met) : null;
}

/// <summary>All or nothing (đạt thì đủ điểm, không đạt thì 0).</summary>
internal sealed class AllOrNothing(Expression met) : ScoringManner
{
    public override IEnumerable<Expression> Expressions => [met];

    public override string Describe(RuleText text) => text.Text($"đủ điểm nếu {text.Of(met)}, nếu không 0 điểm", $"full points if {text.Of(met)}, else 0");

    public override void Run(Kernel kernel)
    {
        kernel.When(met, kernel.Max, $"{("đạt", "met")}");
        kernel.Rest(0, $"{("không đạt", "not met")}");
    }
}
