using System.Runtime.CompilerServices;
using DanVan.Scoring.Expressions;
using DanVan.Scoring.Rules;
using DanVan.Scoring.Values;

namespace DanVan.Scoring.Scoring.Kernels;

/// <summary>Points by share of a whole.</summary>
internal static class Shares
{
    /// <summary>Reads part and whole. Of 0 of 0 the rule decides; a whole below 0, or of 0 with a part, is a fault in the data.</summary>
    public static (Cells<decimal> Part, Cells<decimal> Whole) Divide(this Kernel kernel, Expression part, Expression whole, WhenNone whenNone)
    {
        var (parts, wholes) = (kernel.Need(part), kernel.Need(whole));
        var trace = kernel.Told;
        for (int i = 0; i < kernel.Count; i++)
        {
            if (!kernel.IsOpen(i) || wholes.Values[i] > 0)
                continue;
            if (wholes.Values[i] == 0 && parts.Values[i] == 0)
            {
                string rest = whenNone == WhenNone.NotApplicable ? kernel.Text($": {("không áp dụng", "not applicable")}") : "";
                kernel.Give(i, whenNone, $"{("không phát sinh (0 ÷ 0)", "nothing arose (0 ÷ 0)")}{rest}");
                continue;
            }
            kernel.Refuse(i, CellState.Invalid, $"{part} ÷ {whole}: {("không chia được", "cannot be divided")}");
        }
        if (trace is not null && kernel.IsOpen(0))
            trace.Share(part, whole, parts.Values[0] / wholes.Values[0]);
        return (parts, wholes);
    }

    /// <summary>Part ÷ whole of open positions.</summary>
    public static Cells<decimal> Quotient(this Kernel kernel, (Cells<decimal> Part, Cells<decimal> Whole) of)
    {
        var quotient = kernel.Rent();
        for (int i = 0; i < kernel.Count; i++)
            if (kernel.IsOpen(i))
                quotient.Values[i] = of.Part.Values[i] / of.Whole.Values[i];
        return quotient;
    }

    /// <summary>Left − right of open positions.</summary>
    public static Cells<decimal> Difference(this Kernel kernel, Cells<decimal> left, Cells<decimal> right)
    {
        var difference = kernel.Rent();
        for (int i = 0; i < kernel.Count; i++)
            if (kernel.IsOpen(i))
                difference.Values[i] = left.Values[i] - right.Values[i];
        return difference;
    }

    /// <summary>No points for a number that, in nine decimals, is below the floor.</summary>
    public static void Floor(
        this Kernel kernel, Cells<decimal> value, decimal floor, [InterpolatedStringHandlerArgument(nameof(kernel))] Step step)
    {
        decimal edge = Rounding.ForComparison(floor);
        for (int i = 0; i < kernel.Count; i++)
            if (kernel.IsOpen(i) && Rounding.ForComparison(value.Values[i]) < edge)
                kernel.Give(i, 0);
        kernel.Tell(step);
    }

    /// <summary>max × part ÷ (whole × target), within 0 and max, rounded to nine decimals. A whole of 0 gives max.</summary>
    public static void Share(
        this Kernel kernel, Cells<decimal> part, Cells<decimal> whole, decimal target, [InterpolatedStringHandlerArgument(nameof(kernel))] Step step)
    {
        bool isWhole = target == 1;
        for (int i = 0; i < kernel.Count; i++)
        {
            if (!kernel.IsOpen(i))
                continue;
            decimal p = part.Values[i], w = whole.Values[i];
            kernel.Give(i, isWhole && p >= w ? kernel.Max : p <= 0 ? 0 : Billionths.Share(kernel.Max, p, w, target));
        }
        kernel.Tell(step);
    }

    /// <summary>Where a number is 0, nothing arose: the rule decides.</summary>
    public static void WhenZero(
        this Kernel kernel, Cells<decimal> value, WhenNone rule, [InterpolatedStringHandlerArgument(nameof(kernel))] Step step)
    {
        for (int i = 0; i < kernel.Count; i++)
            if (kernel.IsOpen(i) && value.Values[i] == 0)
                kernel.Give(i, rule, default);
        kernel.Tell(step);
    }

    /// <summary>Where two numbers are the same in nine decimals, the rule decides.</summary>
    public static void WhenSame(
        this Kernel kernel, Cells<decimal> left, Cells<decimal> right, WhenNone rule, [InterpolatedStringHandlerArgument(nameof(kernel))] Step step)
    {
        for (int i = 0; i < kernel.Count; i++)
            if (kernel.IsOpen(i) && Rounding.ForComparison(left.Values[i]) == Rounding.ForComparison(right.Values[i]))
                kernel.Give(i, rule, default);
        kernel.Tell(step);
    }
}
