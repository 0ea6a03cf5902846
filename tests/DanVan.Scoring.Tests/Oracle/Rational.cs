using System.Numerics;

namespace DanVan.Scoring.Tests.Oracle;

/// <summary>An exact fraction, for the oracle: nothing is rounded but where the rules say so.</summary>
internal readonly record struct Rational : IComparable<Rational>
{
    private Rational(BigInteger numerator, BigInteger denominator)
    {
        var divisor = BigInteger.GreatestCommonDivisor(numerator, denominator) * (denominator.Sign < 0 ? -1 : 1);
        Numerator = numerator / divisor;
        Denominator = denominator / divisor;
    }

    public BigInteger Numerator { get; }

    public BigInteger Denominator { get; }

    public static Rational Of(decimal value)
    {
        var scale = BigInteger.Pow(10, value.Scale);
        return new Rational(new BigInteger(value * (decimal)scale), scale);
    }

    public static Rational operator +(Rational a, Rational b) => new((a.Numerator * b.Denominator) + (b.Numerator * a.Denominator), a.Denominator * b.Denominator);

    public static Rational operator -(Rational a, Rational b) => new((a.Numerator * b.Denominator) - (b.Numerator * a.Denominator), a.Denominator * b.Denominator);

    public static Rational operator *(Rational a, Rational b) => new(a.Numerator * b.Numerator, a.Denominator * b.Denominator);

    public static Rational operator /(Rational a, Rational b) => new(a.Numerator * b.Denominator, a.Denominator * b.Numerator);

    public bool IsZero => Numerator.IsZero;

    public int CompareTo(Rational other) => (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);

    /// <summary>Rounded half away from zero.</summary>
    public Rational Round(int decimals)
    {
        var scale = BigInteger.Pow(10, decimals);
        var (quotient, rest) = BigInteger.DivRem(BigInteger.Abs(Numerator) * scale, Denominator);
        if (rest * 2 >= Denominator)
            quotient++;
        return new Rational(quotient * Numerator.Sign, scale);
    }
}
