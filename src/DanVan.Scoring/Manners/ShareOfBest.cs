using System.Collections.Immutable;
using System.ComponentModel;
using DanVan.Scoring.Data;
using DanVan.Scoring.Engine;
using DanVan.Scoring.Expressions;
using DanVan.Scoring.Rules;
using DanVan.Scoring.Rules.Documents;

namespace DanVan.Scoring.Manners;

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

    internal override Manner? Check(MannerCheck check) => check.Expression("value", Value, ValueKind.Number) is { } value
        ? new ShareOfBest(value, Scope, Direction, WhenNone) : null;
}

/// <summary>
/// Share of the best (so với đơn vị cao nhất): max × value ÷ the highest in the group; where lower is better, max × the
/// lowest ÷ value.
/// </summary>
public sealed class ShareOfBest : PopulationManner
{
    internal ShareOfBest(Expression value, ImmutableArray<RankingKey> within, Better better, WhenNone whenNone)
        : base(within, better)
    {
        Value = value;
        WhenNone = whenNone;
    }

    /// <inheritdoc/>
    public override string Type => "shareOfBest";

    /// <summary>The figure.</summary>
    public Expression Value { get; }

    /// <summary>What it gives when all units have 0.</summary>
    public WhenNone WhenNone { get; }

    /// <inheritdoc/>
    public override IEnumerable<Expression> Expressions => [Value];

    /// <inheritdoc/>
    public override string Describe(RuleText text) =>
        text.Text("theo tỷ lệ so với đơn vị tốt nhất: ", "in proportion to the best: ") + $"{text.Of(Value)}, {Terms(text)}"
        + text.Text("; không phát sinh: ", "; if nothing arose: ") + text.Of(WhenNone);

    internal override void Observe(ScoringFrame frame, ReadOnlySpan<bool> counts, FactTable into)
    {
        var cells = frame.Rent<decimal>();
        Value.Evaluate(frame, cells);
        for (int i = 0; i < frame.Count; i++)
            if (counts[i] && cells.States[i] == CellState.Value && cells.Values[i] >= 0)
                into.Of(this, frame.UnitAt(i))!.Add(cells.Values[i]);
        frame.Return(cells);
    }

    internal override void Score(ScoringFrame frame, long maxPoints, PointCells points)
    {
        var cells = frame.Rent<decimal>();
        Value.Evaluate(frame, cells);
        for (int i = 0; i < frame.Count; i++)
            points.Set(i, cells.States[i] == CellState.Value ? PointsOf(cells.Values[i], FactsOf(frame, i), Better, WhenNone, maxPoints) : (0, cells.States[i]));
        frame.Return(cells);
    }

    /// <summary>Also used for the units without a target of <see cref="RelativeToBest"/>.</summary>
    internal static (long Points, CellState State) PointsOf(decimal value, PopulationFacts? facts, Better better, WhenNone whenNone, long maxPoints)
    {
        if (value < 0 || facts is null or { Count: 0 })
            return (0, CellState.Invalid);
        if (better == Better.Lower)
            return (value <= facts.Least ? maxPoints : Billionths.Share(maxPoints, facts.Least, value), CellState.Value);
        return facts.Most == 0 ? Shares.WhenNone(whenNone, maxPoints) : (Billionths.Share(maxPoints, value, facts.Most), CellState.Value);
    }

    internal override void Explain(TraceWriter trace, decimal maxPoints)
    {
        if (trace.Value(Value) is { } value)
            Explain(trace, value, FactsOf(trace), Better, WhenNone, maxPoints);
    }

    internal static void Explain(TraceWriter trace, decimal value, PopulationFacts? facts, Better better, WhenNone whenNone, decimal maxPoints)
    {
        var (billionths, state) = PointsOf(value, facts, better, whenNone, Billionths.Of(maxPoints));
        decimal points = Billionths.ToDecimal(billionths);
        if (facts is null || state == CellState.Invalid)
            trace.Note(trace.Text("không so sánh được", "cannot be compared"));
        else if (better == Better.Higher && facts.Most == 0)
        {
            string text = trace.Text($"không phát sinh: {facts.Count} đơn vị đều bằng 0", $"nothing arose: all {facts.Count} units have 0");
            if (state == CellState.Value)
                trace.Step(text, points);
            else
                trace.Note(text);
        }
        else if (better == Better.Higher)
            trace.Step($"{trace.Number(maxPoints)} × {trace.Number(value)} ÷ {trace.Number(facts.Most)} ({trace.Text($"cao nhất trong {facts.Count} đơn vị", $"highest of {facts.Count} units")})", points);
        else
            trace.Step($"{trace.Number(maxPoints)} × {trace.Number(facts.Least)} ÷ {trace.Number(value)} ({trace.Text($"thấp nhất trong {facts.Count} đơn vị", $"lowest of {facts.Count} units")})", points);
    }
}
