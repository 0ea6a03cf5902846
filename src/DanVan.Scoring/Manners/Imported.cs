using System.ComponentModel;
using DanVan.Scoring.Data;
using DanVan.Scoring.Diagnostics;
using DanVan.Scoring.Engine;
using DanVan.Scoring.Expressions;
using DanVan.Scoring.Rules;
using DanVan.Scoring.Rules.Documents;

namespace DanVan.Scoring.Manners;

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
        var value = check.Expression("value", Value, ValueKind.Number);
        decimal? outOf = check.Constant(check.Cursor["outOf"], OutOf, 0.000000001m, 1_000_000_000, new LocalText("lớn hơn 0, tối đa 1000000000", "above 0, at most 1000000000"));
        return value is null || outOf is null ? null : new Imported(value, outOf.Value);
    }
}

/// <summary>
/// Imported from another index (lấy từ chỉ số khác, quy đổi): max × value ÷ the most that index gives. Source: the scale
/// of 85 points of Quảng Bình (decision 3140/2022), whose other 15 hang on the reform index.
/// </summary>
public sealed class Imported : Manner
{
    internal Imported(Expression value, decimal outOf)
    {
        Value = value;
        OutOf = outOf;
    }

    /// <inheritdoc/>
    public override string Type => "imported";

    /// <summary>The result of the other index.</summary>
    public Expression Value { get; }

    /// <summary>The most that the other index gives; above 0.</summary>
    public decimal OutOf { get; }

    /// <inheritdoc/>
    public override IEnumerable<Expression> Expressions => [Value];

    /// <inheritdoc/>
    public override string Describe(RuleText text) => text.Text($"lấy từ {text.Of(Value)}, tối đa {text.Number(OutOf)}, quy đổi", $"taken from {text.Of(Value)}, out of {text.Number(OutOf)}, rescaled");

    internal override void Score(ScoringFrame frame, long maxPoints, PointCells points)
    {
        var value = frame.Rent<decimal>();
        Value.Evaluate(frame, value);
        for (int i = 0; i < frame.Count; i++)
        {
            if (value.States[i] != CellState.Value)
                points.SetState(i, value.States[i]);
            else if (IsWithin(value.Values[i]))
                points.Set(i, Billionths.Share(maxPoints, value.Values[i], OutOf));
            else
                points.SetState(i, CellState.Invalid);
        }
        frame.Return(value);
    }

    private bool IsWithin(decimal value) => value >= 0 && Rounding.ForComparison(value) <= Rounding.ForComparison(OutOf);

    internal override void Explain(TraceWriter trace, decimal maxPoints)
    {
        if (trace.Value(Value) is not { } value)
            return;
        if (IsWithin(value))
            trace.Step($"{trace.Number(maxPoints)} × {trace.Number(value)} ÷ {trace.Number(OutOf)}", maxPoints * value / OutOf);
        else
            trace.Note($"{trace.Number(value)} {trace.Text("ngoài khoảng 0 đến", "is outside 0 to")} {trace.Number(OutOf)}");
    }
}
