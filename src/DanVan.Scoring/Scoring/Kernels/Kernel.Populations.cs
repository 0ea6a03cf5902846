using DanVan.Scoring.Expressions;
using DanVan.Scoring.Rules;

namespace DanVan.Scoring.Scoring.Kernels;

/// <summary>What units are compared with.</summary>
internal sealed partial class Kernel
{
    /// <summary>First pass: adds the numbers of open positions to what is known of their groups.</summary>
    public void Observe(Manner manner, Cells<decimal> value)
    {
        for (int i = 0; i < Count; i++)
            if (IsOpen(i))
                FactsOf(manner, i)!.Add(value.Values[i]);
    }

    /// <summary>The least and the largest number among the units compared; without such units there is no result.</summary>
    public (Cells<decimal> Least, Cells<decimal> Most) Extremes(Manner manner)
    {
        var (least, most) = (Rent(), Rent());
        for (int i = 0; i < Count; i++)
        {
            if (!IsOpen(i))
                continue;
            if (FactsOf(manner, i) is { Count: > 0 } facts)
                (least.Values[i], most.Values[i]) = (facts.Least, facts.Most);
            else
                Refuse(i, CellState.Invalid, $"{("không so sánh được", "cannot be compared")}");
        }
        return (least, most);
    }

    /// <summary>How many units the block's single unit is compared with.</summary>
    public int Compared(Manner manner) => FactsOf(manner, 0)!.Count;
}
