using System.Runtime.CompilerServices;
using DanVan.Scoring.Expressions;

namespace DanVan.Scoring.Scoring.Kernels;

/// <summary>Points by steps: the band of a value, days late, the row whose condition holds, better or worse, count × points.</summary>
internal sealed partial class Kernel
{
    /// <summary>The first band whose lower edge a number reaches, in nine decimals.</summary>
    /// <param name="value">The numbers.</param>
    /// <param name="edges">Lower edges, the highest first; the last takes all that is left.</param>
    /// <param name="points">Points of each band.</param>
    /// <param name="step">What is told.</param>
    public void Band(Cells<decimal> value, decimal[] edges, long[] points, [InterpolatedStringHandlerArgument("")] Step step)
    {
        for (int i = 0; i < Count; i++)
            if (IsOpen(i))
                Give(i, points[BandOf(value.Values[i], edges)]);
        Tell(step);
    }

    /// <summary>Index of the band of a number.</summary>
    public static int BandOf(decimal value, decimal[] edges)
    {
        decimal rounded = Rounding.ForComparison(value);
        int band = 0;
        while (rounded < edges[band])
            band++;
        return band;
    }

    /// <summary>The first step that covers the days from the last day on time; on time the maximum, later than all steps 0.</summary>
    /// <param name="date">The dates.</param>
    /// <param name="lastDay">The last day on time.</param>
    /// <param name="steps">Days late, inclusive, and points, from few days to many.</param>
    /// <param name="step">What is told.</param>
    public void Late(Cells<DateOnly> date, DateOnly lastDay, (int UpToDays, long Points)[] steps,
        [InterpolatedStringHandlerArgument("")] Step step)
    {
        for (int i = 0; i < Count; i++)
        {
            if (!IsOpen(i))
                continue;
            int daysLate = date.Values[i].DayNumber - lastDay.DayNumber, at = 0;
            while (at < steps.Length && daysLate > steps[at].UpToDays)
                at++;
            Give(i, daysLate <= 0 ? Max : at < steps.Length ? steps[at].Points : 0);
        }
        Tell(step);
    }

    /// <summary>Points where a condition holds; where it cannot be told, its state.</summary>
    public void When(Expression condition, long points, [InterpolatedStringHandlerArgument("")] Step step)
    {
        if (!IsAnyOpen)
            return;
        var cells = Frame.Rent<bool>();
        condition.Evaluate(Frame, cells);
        Trace?.Read(condition);
        for (int i = 0; i < Count; i++)
        {
            if (!IsOpen(i))
                continue;
            if (cells.States[i] != CellState.Value)
                Refuse(i, cells.States[i]);
            else if (cells.Values[i])
                Give(i, points);
        }
        bool isTold = cells.States[0] == CellState.Value;
        Frame.Return(cells);
        if (isTold)
            Tell(step);
    }

    /// <summary>Points for all that are left.</summary>
    public void Rest(long points, [InterpolatedStringHandlerArgument("")] Step step)
    {
        for (int i = 0; i < Count; i++)
            if (IsOpen(i))
                Give(i, points);
        Tell(step);
    }

    /// <summary>Points for a number above, equal to or below another, in nine decimals.</summary>
    public void Compare(Cells<decimal> left, Cells<decimal> right, (long Above, long Equal, long Below) points,
        [InterpolatedStringHandlerArgument("")] Step step)
    {
        for (int i = 0; i < Count; i++)
        {
            if (!IsOpen(i))
                continue;
            int order = Order(left.Values[i], right.Values[i]);
            Give(i, order == 0 ? points.Equal : order > 0 ? points.Above : points.Below);
        }
        Tell(step);
    }

    /// <summary>The order of two numbers in nine decimals.</summary>
    public static int Order(decimal left, decimal right) => Rounding.ForComparison(left).CompareTo(Rounding.ForComparison(right));

    /// <summary>Count × points of each, at most the maximum; with a minimum, taken off the maximum down to that.</summary>
    public void Times(Cells<decimal> count, decimal each, decimal? minimum, [InterpolatedStringHandlerArgument("")] Step step)
    {
        decimal max = MaxPoints, most = max - (minimum ?? 0), enough = most / each;
        for (int i = 0; i < Count; i++)
        {
            if (!IsOpen(i))
                continue;
            decimal moved = count.Values[i] >= enough ? most : count.Values[i] * each;
            Give(i, Billionths.Of(minimum is null ? moved : max - moved));
        }
        Tell(step);
    }

    /// <summary>Numbers as they are, held within 0 and the maximum.</summary>
    public void Hold(Cells<decimal> value, [InterpolatedStringHandlerArgument("")] Step step)
    {
        decimal max = MaxPoints;
        for (int i = 0; i < Count; i++)
            if (IsOpen(i))
                Give(i, Billionths.Of(Math.Clamp(value.Values[i], 0, max)));
        Tell(step);
    }
}
