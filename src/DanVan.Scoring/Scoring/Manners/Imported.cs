using System.ComponentModel;
using DanVan.Scoring.Expressions;
using DanVan.Scoring.Json;
using DanVan.Scoring.Rules;
using DanVan.Scoring.Rules.Documents;
using DanVan.Scoring.Scoring.Kernels;

namespace DanVan.Scoring.Scoring.Manners;

/// <summary>Imported from another index, as written in the file.</summary>
[Description("Imported: points or a percentage of another index, rescaled: max × value ÷ outOf.")]
public sealed record ImportedDocument : MannerDocument
{
    /// <summary>The result of the other index.</summary>
    [Description("Expression (fields scope, number): the result of the other index. Below 0 or above outOf is a fault in the data.")]
    public required ExpressionText Value { get; init; }

    /// <summary>The most the other index gives.</summary>
    [Description("Expression of fixed values: the most that the other index gives, above 0, such as 100 or \"100%\".")]
    public required ExpressionText OutOf { get; init; }

    internal override Manner? Check(MannerCheck check)
    {
        var value = check.Number("value", Value);
        decimal? outOf = check.Constant(check.Cursor["outOf"], OutOf, 0.000000001m, 1_000_000_000, new LocalText("lớn hơn 0, tối đa 1000000000", "above 0, at most 1000000000"));
        return value is null || outOf is null ? null : new Imported(value, outOf.Value);
    }
}

/// <summary>
/// Imported from another index (lấy từ chỉ số khác, quy đổi): max × value ÷ the most that index gives. Source: the scale
/// of 85 points of Quảng Bình (decision 3140/2022), whose other 15 hang on the reform index.
/// </summary>
internal sealed class Imported(Expression value, decimal outOf) : ScoringManner
{
    public override IEnumerable<Expression> Expressions => [value];

    public override string Describe(RuleText text) => text.Text($"lấy từ {text.Of(value)}, tối đa {text.Number(outOf)}, quy đổi", $"taken from {text.Of(value)}, out of {text.Number(outOf)}, rescaled");

    public override void Run(Kernel kernel)
    {
        var result = kernel.Need(value);
        kernel.Within(result, outOf, $"{result} {("ngoài khoảng 0 đến", "is outside 0 to")} {outOf}");
        kernel.Share(result, kernel.Fill(outOf), 1, $"{kernel.MaxPoints} × {result} ÷ {outOf}");
    }
}
