using System.Numerics;

namespace DanVan.Scoring.Values;

/// <summary>
/// Points as whole billionths: what nine decimals are. Sums of them are exact and as fast as sums of integers. A rule
/// set's points stay below 2 million, so that no sum of thousands of criteria leaves the range.
/// </summary>
internal static class Billionths
{
    private const int Decimals = NumberLimits.Decimals;

    private static readonly BigInteger Residue = BigInteger.Pow(10, 26);

    private static readonly ulong[] Powers = [.. Enumerable.Range(0, 20).Select(exponent => (ulong)BigInteger.Pow(10, exponent))];

    /// <summary>Points rounded to nine decimals, half away from zero.</summary>
    public static long Of(decimal points)
    {
        decimal rounded = Rounding.Points(points);
        return TryTake(Math.Abs(rounded), out ulong digits, out int scale) && Multiply(digits, Powers[Decimals - scale], out ulong value) && value <= long.MaxValue
            ? rounded < 0 ? -(long)value : (long)value
            : (long)(rounded * Powers[Decimals]);
    }

    /// <summary>The points, without zeros at their end.</summary>
    public static decimal ToDecimal(long value)
    {
        ulong digits = (ulong)Math.Abs(value);
        byte scale = Decimals;
        if (digits % Powers[Decimals] == 0)
        {
            digits /= Powers[Decimals];
            scale = 0;
        }
        else
        {
            while (digits % 1000 == 0)
            {
                digits /= 1000;
                scale -= 3;
            }
            while (digits % 10 == 0)
            {
                digits /= 10;
                scale--;
            }
        }
        return new decimal((int)(uint)digits, (int)(uint)(digits >> 32), 0, value < 0, scale);
    }

    /// <summary>The points of a sum.</summary>
    public static decimal ToDecimal(Int128 value) => value >= long.MinValue && value <= long.MaxValue ? ToDecimal((long)value) : (decimal)value / Powers[Decimals];

    /// <summary>
    /// max × part ÷ (whole × target), at most max, rounded to nine decimals half away from zero. Exact, however long the
    /// numbers are; where one of them has the residue of a division, what is a half but for the residue is taken for one.
    /// </summary>
    /// <param name="max">The most points; 0 or more.</param>
    /// <param name="part">0 or more.</param>
    /// <param name="whole">Above 0.</param>
    /// <param name="target">Above 0.</param>
    public static long Share(long max, decimal part, decimal whole, decimal target = 1)
    {
        if (!TryTake(part, out ulong p, out int partScale) || !TryTake(whole, out ulong w, out int wholeScale) || !TryTake(target, out ulong t, out int targetScale))
            return LongShare(max, part, whole, target);
        int shift = wholeScale + targetScale - partScale;
        if (Math.Abs(shift) >= Powers.Length)
            return LongShare(max, part, whole, target);
        ulong up = Powers[Math.Max(shift, 0)], down = Powers[Math.Max(-shift, 0)];
        if (Multiply((ulong)max, p, out ulong above) && Multiply(above, up, out above) && Multiply(w, t, out ulong below) && Multiply(below, down, out below))
        {
            var (quotient, rest) = Math.DivRem(above, below);
            return quotient >= (ulong)max ? max : (long)(rest >= below - rest ? quotient + 1 : quotient);
        }
        return LongShare(max, part, whole, target);
    }

    private static long LongShare(long max, decimal part, decimal whole, decimal target)
    {
        var (p, partScale) = Take(part);
        var (w, wholeScale) = Take(whole);
        var (t, targetScale) = Take(target);
        int shift = wholeScale + targetScale - partScale;
        var above = max * p * BigInteger.Pow(10, Math.Max(shift, 0));
        var below = w * t * BigInteger.Pow(10, Math.Max(-shift, 0));
        var quotient = BigInteger.DivRem(above, below, out var rest);
        if (Rounding.IsFull(part) || Rounding.IsFull(whole) || Rounding.IsFull(target))
            rest += above / Residue;
        if (rest * 2 >= below)
            quotient++;
        return quotient >= max ? max : (long)quotient;
    }

    /// <summary>The digits of a number of 0 or more and how many of them are decimals; false if there are too many for 64 bits.</summary>
    private static bool TryTake(decimal value, out ulong digits, out int scale)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        digits = ((ulong)(uint)bits[1] << 32) | (uint)bits[0];
        scale = value.Scale;
        return bits[2] == 0;
    }

    private static (BigInteger Digits, int Scale) Take(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        return (((BigInteger)(uint)bits[2] << 64) | ((BigInteger)(uint)bits[1] << 32) | (uint)bits[0], value.Scale);
    }

    private static bool Multiply(ulong left, ulong right, out ulong product) => Math.BigMul(left, right, out product) == 0;
}
