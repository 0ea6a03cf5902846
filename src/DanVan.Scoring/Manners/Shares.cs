using DanVan.Scoring.Data;
using DanVan.Scoring.Engine;
using DanVan.Scoring.Expressions;

namespace DanVan.Scoring.Manners;

/// <summary>What the manners that divide a part by a whole have in common.</summary>
internal static class Shares
{
    /// <summary>The points of 0 of 0.</summary>
    public static (long Points, CellState State) WhenNone(WhenNone rule, long maxPoints) => rule switch
    {
        Manners.WhenNone.Full => (maxPoints, CellState.Value),
        Manners.WhenNone.None => (0, CellState.Value),
        _ => (0, CellState.NotApplicable),
    };

    /// <summary>Writes part ÷ whole; false if there is nothing to divide, which is then explained.</summary>
    public static bool Explain(
        TraceWriter trace, Expression part, Expression whole, WhenNone whenNone, decimal maxPoints, out decimal partValue, out decimal wholeValue)
    {
        var (first, second) = (trace.Value(part), trace.Value(whole));
        (partValue, wholeValue) = (first ?? 0, second ?? 0);
        if (first is null || second is null)
            return false;
        if (wholeValue == 0 && partValue == 0)
        {
            var (points, state) = WhenNone(whenNone, Billionths.Of(maxPoints));
            string text = trace.Text("không phát sinh (0 ÷ 0)", "nothing arose (0 ÷ 0)");
            if (state == CellState.Value)
                trace.Step(text, Billionths.ToDecimal(points));
            else
                trace.Note($"{text}: {trace.Text("không áp dụng", "not applicable")}");
            return false;
        }
        if (wholeValue <= 0)
        {
            trace.Note($"{trace.Substituted(part)} ÷ {trace.Substituted(whole)}: {trace.Text("không chia được", "cannot be divided")}");
            return false;
        }
        trace.Share(part, whole, partValue / wholeValue);
        return true;
    }
}
