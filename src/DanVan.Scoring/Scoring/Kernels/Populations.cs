using DanVan.Scoring.Expressions;
using DanVan.Scoring.Rules;
using DanVan.Scoring.Values;

namespace DanVan.Scoring.Scoring.Kernels;

/// <summary>What units are compared with.</summary>
internal static class Populations
{
    /// <summary>First pass: adds the numbers of open positions to what is known of their groups.</summary>
    public static void Observe(this Kernel kernel, Manner manner, Cells<decimal> value)
    {
        for (int i = 0; i < kernel.Count; i++)
            if (kernel.IsOpen(i))
                kernel.FactsOf(manner, i)!.Add(value.Values[i]);
    }

    /// <summary>The least and the largest number among the units compared; without such units there is no result.</summary>
    public static (Cells<decimal> Least, Cells<decimal> Most) Extremes(this Kernel kernel, Manner manner)
    {
        var (least, most) = (kernel.Rent(), kernel.Rent());
        for (int i = 0; i < kernel.Count; i++)
        {
            if (!kernel.IsOpen(i))
                continue;
            if (kernel.FactsOf(manner, i) is { Count: > 0 } facts)
                (least.Values[i], most.Values[i]) = (facts.Least, facts.Most);
            else
                kernel.Refuse(i, CellState.Invalid, $"{("không so sánh được", "cannot be compared")}");
        }
        return (least, most);
    }

    /// <summary>How many units the block's single unit is compared with.</summary>
    public static int Compared(this Kernel kernel, Manner manner) => kernel.FactsOf(manner, 0)!.Count;
}
