using System.Collections.Immutable;
using System.ComponentModel;
using DanVan.Scoring.Data;
using DanVan.Scoring.Engine;
using DanVan.Scoring.Expressions;
using DanVan.Scoring.Rules;
using DanVan.Scoring.Rules.Documents;

namespace DanVan.Scoring.Manners;

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

    internal override Manner? Check(MannerCheck check) => check.Expression("value", Value, ValueKind.Number) is { } value
        ? new MinMax(value, Scope, Direction, WhenTied) : null;
}

/// <summary>Between the lowest (0 points) and the highest (max) of the group, in proportion.</summary>
public sealed class MinMax : PopulationManner
{
    internal MinMax(Expression value, ImmutableArray<RankingKey> within, Better better, WhenNone whenTied)
        : base(within, better)
    {
        Value = value;
        WhenTied = whenTied;
    }

    /// <inheritdoc/>
    public override string Type => "minMax";

    /// <summary>The figure.</summary>
    public Expression Value { get; }

    /// <summary>What it gives when all units compared are equal.</summary>
    public WhenNone WhenTied { get; }

    /// <inheritdoc/>
    public override IEnumerable<Expression> Expressions => [Value];

    /// <inheritdoc/>
    public override string Describe(RuleText text) =>
        text.Text("từ đơn vị kém nhất (0) đến tốt nhất (đủ điểm): ", "from the worst (0) to the best (full points): ") + $"{text.Of(Value)}, {Terms(text)}"
        + text.Text("; bằng nhau cả: ", "; all equal: ") + text.Of(WhenTied);

    internal override void Observe(ScoringFrame frame, ReadOnlySpan<bool> counts, FactTable into)
    {
        var cells = frame.Rent<decimal>();
        Value.Evaluate(frame, cells);
        for (int i = 0; i < frame.Count; i++)
            if (counts[i] && cells.States[i] == CellState.Value)
                into.Of(this, frame.UnitAt(i))!.Add(cells.Values[i]);
        frame.Return(cells);
    }

    internal override void Score(ScoringFrame frame, long maxPoints, PointCells points)
    {
        var cells = frame.Rent<decimal>();
        Value.Evaluate(frame, cells);
        for (int i = 0; i < frame.Count; i++)
            points.Set(i, cells.States[i] == CellState.Value ? PointsOf(cells.Values[i], FactsOf(frame, i), maxPoints) : (0, cells.States[i]));
        frame.Return(cells);
    }

    private (long Points, CellState State) PointsOf(decimal value, PopulationFacts? facts, long maxPoints)
    {
        if (facts is null or { Count: 0 })
            return (0, CellState.Invalid);
        if (IsTied(facts))
            return Shares.WhenNone(WhenTied, maxPoints);
        decimal distance = Better == Better.Higher ? value - facts.Least : facts.Most - value;
        return (distance <= 0 ? 0 : Billionths.Share(maxPoints, distance, facts.Most - facts.Least), CellState.Value);
    }

    private static bool IsTied(PopulationFacts facts) => Rounding.ForComparison(facts.Least) == Rounding.ForComparison(facts.Most);

    internal override void Explain(TraceWriter trace, decimal maxPoints)
    {
        if (trace.Value(Value) is not { } value)
            return;
        var facts = FactsOf(trace);
        var (billionths, state) = PointsOf(value, facts, Billionths.Of(maxPoints));
        decimal points = Billionths.ToDecimal(billionths);
        if (facts is null || state == CellState.Invalid)
            trace.Note(trace.Text("không so sánh được", "cannot be compared"));
        else if (IsTied(facts))
        {
            string text = trace.Text($"{facts.Count} đơn vị bằng nhau", $"{facts.Count} units are equal");
            if (state == CellState.Value)
                trace.Step(text, points);
            else
                trace.Note(text);
        }
        else
        {
            string distance = Better == Better.Higher ? $"{trace.Number(value)} − {trace.Number(facts.Least)}" : $"{trace.Number(facts.Most)} − {trace.Number(value)}";
            trace.Step($"{trace.Number(maxPoints)} × ({distance}) ÷ ({trace.Number(facts.Most)} − {trace.Number(facts.Least)}) "
                + trace.Text($"(thấp nhất, cao nhất trong {facts.Count} đơn vị)", $"(lowest, highest of {facts.Count} units)"), points);
        }
    }
}
