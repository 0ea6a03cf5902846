using System.Runtime.CompilerServices;
using DanVan.Scoring.Expressions;
using DanVan.Scoring.Rules;

namespace DanVan.Scoring.Scoring.Kernels;

/// <summary>Points by share of a whole.</summary>
internal sealed partial class Kernel
{
    /// <summary>Reads part and whole. Of 0 of 0 the rule decides; a whole below 0, or of 0 with a part, is a fault in the data.</summary>
    public (Cells<decimal> Part, Cells<decimal> Whole) Divide(Expression part, Expression whole, WhenNone whenNone)
    {
        var (parts, wholes) = (Need(part), Need(whole));
        var trace = Told;
        for (int i = 0; i < Count; i++)
        {
            if (!IsOpen(i) || wholes.Values[i] > 0)
                continue;
            if (wholes.Values[i] == 0 && parts.Values[i] == 0)
            {
                string rest = whenNone == WhenNone.NotApplicable ? Text($": {("không áp dụng", "not applicable")}") : "";
                Give(i, whenNone, $"{("không phát sinh (0 ÷ 0)", "nothing arose (0 ÷ 0)")}{rest}");
                continue;
            }
            Refuse(i, CellState.Invalid, $"{part} ÷ {whole}: {("không chia được", "cannot be divided")}");
        }
        if (trace is not null && IsOpen(0))
            trace.Share(part, whole, parts.Values[0] / wholes.Values[0]);
        return (parts, wholes);
    }

    /// <summary>Part ÷ whole of open positions.</summary>
    public Cells<decimal> Quotient((Cells<decimal> Part, Cells<decimal> Whole) of)
    {
        var quotient = Rent();
        for (int i = 0; i < Count; i++)
            if (IsOpen(i))
                quotient.Values[i] = of.Part.Values[i] / of.Whole.Values[i];
        return quotient;
    }

    /// <summary>Left − right of open positions.</summary>
    public Cells<decimal> Difference(Cells<decimal> left, Cells<decimal> right)
    {
        var difference = Rent();
        for (int i = 0; i < Count; i++)
            if (IsOpen(i))
                difference.Values[i] = left.Values[i] - right.Values[i];
        return difference;
    }

    /// <summary>No points for a number that, in nine decimals, is below the floor.</summary>
    public void Floor(Cells<decimal> value, decimal floor, [InterpolatedStringHandlerArgument("")] Step step)
    {
        decimal edge = Rounding.ForComparison(floor);
        for (int i = 0; i < Count; i++)
            if (IsOpen(i) && Rounding.ForComparison(value.Values[i]) < edge)
                Give(i, 0);
        Tell(step);
    }

    /// <summary>max × part ÷ (whole × target), within 0 and max, rounded to nine decimals. A whole of 0 gives max.</summary>
    public void Share(Cells<decimal> part, Cells<decimal> whole, decimal target, [InterpolatedStringHandlerArgument("")] Step step)
    {
        bool isWhole = target == 1;
        for (int i = 0; i < Count; i++)
        {
            if (!IsOpen(i))
                continue;
            decimal p = part.Values[i], w = whole.Values[i];
            Give(i, isWhole && p >= w ? Max : p <= 0 ? 0 : Billionths.Share(Max, p, w, target));
        }
        Tell(step);
    }

    /// <summary>Where a number is 0, nothing arose: the rule decides.</summary>
    public void WhenZero(Cells<decimal> value, WhenNone rule, [InterpolatedStringHandlerArgument("")] Step step)
    {
        for (int i = 0; i < Count; i++)
            if (IsOpen(i) && value.Values[i] == 0)
                Give(i, rule, default);
        Tell(step);
    }

    /// <summary>Where two numbers are the same in nine decimals, the rule decides.</summary>
    public void WhenSame(Cells<decimal> left, Cells<decimal> right, WhenNone rule, [InterpolatedStringHandlerArgument("")] Step step)
    {
        for (int i = 0; i < Count; i++)
            if (IsOpen(i) && Rounding.ForComparison(left.Values[i]) == Rounding.ForComparison(right.Values[i]))
                Give(i, rule, default);
        Tell(step);
    }
}
