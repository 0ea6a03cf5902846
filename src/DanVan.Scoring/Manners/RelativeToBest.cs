using System.Collections.Immutable;
using System.ComponentModel;
using DanVan.Scoring.Data;
using DanVan.Scoring.Engine;
using DanVan.Scoring.Expressions;
using DanVan.Scoring.Rules;
using DanVan.Scoring.Rules.Documents;

namespace DanVan.Scoring.Manners;

/// <summary>Relative to target and best, as written in the file.</summary>
[Description("Relative to target and best: below the target half of max in proportion; on it half of max; above it up to max for the unit that beats its target by the most. Where lower is better, the actual figure is mirrored at the target: 2 × target − actual, at least 0.")]
public sealed record RelativeToBestDocument : PopulationMannerDocument
{
    /// <summary>What was achieved.</summary>
    [Description("Expression (fields scope, number): what was achieved; below 0 is a fault in the data.")]
    public required ExpressionText Actual { get; init; }

    /// <summary>What was assigned.</summary>
    [Description("Expression (fields scope, number): the target assigned to the unit. 0 or not applicable means it has none: it is then compared with the best of the units without target. Below 0 is a fault in the data.")]
    public required ExpressionText Target { get; init; }

    /// <summary>What it gives when nothing arose.</summary>
    [Description("When no unit without target has achieved anything: full, none (0 points) or notApplicable.")]
    public required WhenNone WhenNone { get; init; }

    internal override Manner? Check(MannerCheck check)
    {
        var (actual, target) = (check.Expression("actual", Actual, ValueKind.Number), check.Expression("target", Target, ValueKind.Number));
        return actual is null || target is null ? null : new RelativeToBest(actual, target, Scope, Direction, WhenNone);
    }
}

/// <summary>
/// Relative to target and best. With maximum M, actual A, target T and the leader's best ratio L = A ÷ T among units that
/// beat their target: A &lt; T gives ½·M·A÷T; A = T gives ½·M; A &gt; T gives ½·M + ½·M·(A÷T − 1)÷(L − 1), so that the
/// leader gets M. Units without target get M·A ÷ the highest A among them. Source: public software for a police
/// emulation movement. Defined here, as the source does not say: no target is 0 or not applicable; nobody beating the
/// target needs no rule, as L is then not used; where lower is better, A is mirrored at T.
/// </summary>
public sealed class RelativeToBest : PopulationManner
{
    internal RelativeToBest(Expression actual, Expression target, ImmutableArray<RankingKey> within, Better better, WhenNone whenNone)
        : base(within, better)
    {
        Actual = actual;
        Target = target;
        WhenNone = whenNone;
    }

    /// <inheritdoc/>
    public override string Type => "relativeToBest";

    /// <summary>What was achieved.</summary>
    public Expression Actual { get; }

    /// <summary>The target assigned.</summary>
    public Expression Target { get; }

    /// <summary>What it gives when no unit without target has achieved anything.</summary>
    public WhenNone WhenNone { get; }

    /// <inheritdoc/>
    public override IEnumerable<Expression> Expressions => [Actual, Target];

    /// <inheritdoc/>
    public override string Describe(RuleText text) => text.Text(
        $"so với chỉ tiêu và đơn vị dẫn đầu: {text.Of(Actual)} so với {text.Of(Target)}", $"against target and leader: {text.Of(Actual)} against {text.Of(Target)}")
        + $", {Terms(text)}" + text.Text("; không phát sinh: ", "; if nothing arose: ") + text.Of(WhenNone);

    internal override void Observe(ScoringFrame frame, ReadOnlySpan<bool> counts, FactTable into)
    {
        var actual = frame.Rent<decimal>();
        var target = frame.Rent<decimal>();
        Actual.Evaluate(frame, actual);
        Target.Evaluate(frame, target);
        for (int i = 0; i < frame.Count; i++)
        {
            if (!counts[i] || actual.States[i] != CellState.Value || actual.Values[i] < 0)
                continue;
            if (HasNoTarget(target.States[i], target.Values[i]))
                into.Of(this, frame.UnitAt(i))!.Add(actual.Values[i]);
            else if (target.States[i] == CellState.Value && target.Values[i] > 0 && Achieved(actual.Values[i], target.Values[i]) is var achieved && Compare(achieved, target.Values[i]) > 0)
                into.Of(this, frame.UnitAt(i))!.AddWinner(achieved, target.Values[i]);
        }
        frame.Return(actual);
        frame.Return(target);
    }

    internal override void Score(ScoringFrame frame, long maxPoints, PointCells points)
    {
        var actual = frame.Rent<decimal>();
        var target = frame.Rent<decimal>();
        Actual.Evaluate(frame, actual);
        Target.Evaluate(frame, target);
        for (int i = 0; i < frame.Count; i++)
        {
            if (actual.States[i] != CellState.Value || target.States[i] is CellState.Missing or CellState.Invalid)
                points.SetState(i, CellStates.Combine(actual.States[i], target.States[i] == CellState.NotApplicable ? CellState.Value : target.States[i]));
            else
                points.Set(i, PointsOf(actual.Values[i], target.States[i], target.Values[i], FactsOf(frame, i), maxPoints));
        }
        frame.Return(actual);
        frame.Return(target);
    }

    private static bool HasNoTarget(CellState state, decimal target) => state == CellState.NotApplicable || (state == CellState.Value && target == 0);

    private decimal Achieved(decimal actual, decimal target) => Better == Better.Higher ? actual : Math.Max(0, (2 * target) - actual);

    private static int Compare(decimal achieved, decimal target) => Rounding.ForComparison(achieved).CompareTo(Rounding.ForComparison(target));

    private (long Points, CellState State) PointsOf(decimal actual, CellState targetState, decimal target, PopulationFacts? facts, long maxPoints)
    {
        if (HasNoTarget(targetState, target))
            return ShareOfBest.PointsOf(actual, facts, Better, WhenNone, maxPoints);
        if (actual < 0 || target < 0)
            return (0, CellState.Invalid);
        decimal max = Billionths.ToDecimal(maxPoints), half = max / 2, achieved = Achieved(actual, target);
        int order = Compare(achieved, target);
        if (order <= 0)
            return (order == 0 ? Billionths.Of(half) : Billionths.Share(maxPoints, achieved, target, 2), CellState.Value);
        if (facts?.Leader is not { } leader)
            return (0, CellState.Invalid);
        return (Billionths.Of(Math.Min(max, half + (half * Lead(achieved, target, leader)))), CellState.Value);
    }

    /// <summary>(A÷T − 1) ÷ (L − 1), with one division where the numbers are not too large for it.</summary>
    private static decimal Lead(decimal achieved, decimal target, (decimal Achieved, decimal Target) leader)
    {
        try
        {
            return (achieved - target) * leader.Target / (target * (leader.Achieved - leader.Target));
        }
        catch (OverflowException)
        {
            return ((achieved / target) - 1) / ((leader.Achieved / leader.Target) - 1);
        }
    }

    internal override void Explain(TraceWriter trace, decimal maxPoints)
    {
        decimal? actual = trace.Value(Actual);
        decimal? target = trace.Value(Target);
        var targetState = trace.LastState;
        if (actual is null || targetState is CellState.Missing or CellState.Invalid)
            return;
        var facts = FactsOf(trace);
        if (HasNoTarget(targetState, target ?? 0))
        {
            trace.Note(trace.Text("không được giao chỉ tiêu: so với đơn vị cao nhất trong nhóm không có chỉ tiêu", "no target assigned: compared with the best of the units without target"));
            ShareOfBest.Explain(trace, actual.Value, facts, Better, WhenNone, maxPoints);
            return;
        }
        var (billionths, state) = PointsOf(actual.Value, targetState, target!.Value, facts, Billionths.Of(maxPoints));
        decimal points = Billionths.ToDecimal(billionths);
        if (state != CellState.Value)
        {
            trace.Note(trace.Text("không tính được", "cannot be computed"));
            return;
        }
        decimal achieved = Achieved(actual.Value, target.Value);
        if (Better == Better.Lower)
            trace.Note($"max(0; 2 × {trace.Number(target.Value)} − {trace.Number(actual.Value)}) = {trace.Number(achieved)}");
        string half = $"½ × {trace.Number(maxPoints)}", ratio = $"{trace.Number(achieved)} ÷ {trace.Number(target.Value)}";
        int order = Compare(achieved, target.Value);
        if (order <= 0)
            trace.Step(order == 0 ? $"{half} ({trace.Text("bằng chỉ tiêu", "on target")})" : $"{half} × {ratio}", points);
        else
            trace.Step($"{half} + {half} × ({ratio} − 1) ÷ ({trace.Number(facts!.Leader!.Value.Achieved)} ÷ {trace.Number(facts.Leader.Value.Target)} − 1) "
                + trace.Text("(đơn vị dẫn đầu)", "(the leader)"), points);
    }
}
