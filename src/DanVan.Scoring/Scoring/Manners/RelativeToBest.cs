using System.ComponentModel;
using DanVan.Scoring.Expressions;
using DanVan.Scoring.Json;
using DanVan.Scoring.Rules;
using DanVan.Scoring.Rules.Documents;
using DanVan.Scoring.Scoring.Kernels;

namespace DanVan.Scoring.Scoring.Manners;

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
        var (actual, target) = (check.Number("actual", Actual), check.Number("target", Target));
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
internal sealed class RelativeToBest(Expression actual, Expression target, ImmutableArray<RankingKey> within, Better better, WhenNone whenNone)
    : PopulationManner(within, better)
{
    public override IEnumerable<Expression> Expressions => [actual, target];

    public override string Describe(RuleText text) => text.Text(
        $"so với chỉ tiêu và đơn vị dẫn đầu: {text.Of(actual)} so với {text.Of(target)}", $"against target and leader: {text.Of(actual)} against {text.Of(target)}")
        + $", {Terms(text)}" + text.Text("; không phát sinh: ", "; if nothing arose: ") + text.Of(whenNone);

    public override void Observe(Kernel kernel)
    {
        var (done, assigned) = Read(kernel);
        kernel.Within(done, null, default);
        for (int i = 0; i < kernel.Count; i++)
        {
            if (!kernel.IsOpen(i))
                continue;
            decimal goal = assigned.Values[i], achieved = Achieved(done.Values[i], goal);
            if (goal == 0)
                kernel.FactsOf(this, i)!.Add(done.Values[i]);
            else if (goal > 0 && Kernel.Order(achieved, goal) > 0)
                kernel.FactsOf(this, i)!.AddWinner(achieved, goal);
        }
    }

    public override void Run(Kernel kernel)
    {
        var (done, assigned) = Read(kernel);
        for (int i = 0; i < kernel.Count; i++)
            if (kernel.IsOpen(i) && assigned.Values[i] != 0)
                Compare(kernel, i, done.Values[i], assigned.Values[i]);
        kernel.Note($"{("không được giao chỉ tiêu: so với đơn vị cao nhất trong nhóm không có chỉ tiêu", "no target assigned: compared with the best of the units without target")}");
        ShareOfBest.Run(kernel, this, done, whenNone);
    }

    /// <summary>What was achieved and assigned; 0 where no target was assigned.</summary>
    private (Cells<decimal> Done, Cells<decimal> Assigned) Read(Kernel kernel)
    {
        var (done, assigned) = (kernel.Need(actual), kernel.Read(target));
        for (int i = 0; i < kernel.Count; i++)
            if (assigned.States[i] == CellState.NotApplicable)
                (assigned.Values[i], assigned.States[i]) = (0, CellState.Value);
        kernel.Demand(assigned.States);
        return (done, assigned);
    }

    private decimal Achieved(decimal done, decimal goal) => Better == Better.Higher ? done : Math.Max(0, (2 * goal) - done);

    /// <summary>The points of a unit with a target.</summary>
    private void Compare(Kernel kernel, int position, decimal done, decimal goal)
    {
        decimal achieved = Achieved(done, goal), half = kernel.MaxPoints / 2;
        int order = Kernel.Order(achieved, goal);
        var leader = kernel.FactsOf(this, position)?.Leader;
        if (done < 0 || goal < 0 || (order > 0 && leader is null))
        {
            kernel.Refuse(position, CellState.Invalid, $"{("không tính được", "cannot be computed")}");
            return;
        }
        if (Better == Better.Lower)
            kernel.Note($"max(0; 2 × {goal} − {done}) = {achieved}");
        string part = kernel.Text($"½ × {kernel.MaxPoints}"), ratio = kernel.Text($"{achieved} ÷ {goal}");
        if (order < 0)
            kernel.Give(position, Billionths.Share(kernel.Max, achieved, goal, 2), $"{part} × {ratio}");
        else if (order == 0)
            kernel.Give(position, Billionths.Of(half), $"{part} ({("bằng chỉ tiêu", "on target")})");
        else
            kernel.Give(position, Billionths.Of(Math.Min(kernel.MaxPoints, half + (half * Lead(achieved, goal, leader!.Value)))),
                $"{part} + {part} × ({ratio} − 1) ÷ ({leader.Value.Achieved} ÷ {leader.Value.Target} − 1) {("(đơn vị dẫn đầu)", "(the leader)")}");
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
}
