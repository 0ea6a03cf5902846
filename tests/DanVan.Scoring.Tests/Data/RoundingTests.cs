using System.Numerics;
using DanVan.Scoring.Values;

namespace DanVan.Scoring.Tests.Data;

/// <summary>The largest numbers for which comparing a quotient is exact: 15 digits, both written with equally many decimals.</summary>
public sealed class RoundingTests
{
    private static readonly BigInteger Billion = BigInteger.Pow(10, 9);

    [Fact]
    public void QuotientsOfFifteenDigits_AreRoundedToNineDecimalsAsExactFractionsAre()
    {
        var random = new System.Random(42);
        int halves = 0;
        for (int i = 0; i < LongMode.Times(200_000); i++)
        {
            long b = random.NextInt64(1, (long)Math.Pow(10, random.Next(1, 16)));
            long odd = (2 * random.NextInt64(0, 50_000_000_000)) + 1;
            var nearest = (b * (BigInteger)odd) / (2 * Billion); // a ÷ b lies as near to a half of the ninth decimal as it can
            var a = nearest + random.Next(-1, 2);
            if (a < 0 || a >= BigInteger.Pow(10, NumberLimits.ExactDigits))
                continue;
            decimal scale = (decimal)Math.Pow(10, random.Next(0, 10));
            Assert.Equal(Exact(a, b), Rounding.ForComparison((decimal)a / scale / ((decimal)b / scale)));
            halves += (2 * a * Billion) % b == 0 && (2 * a * Billion / b) % 2 == 1 ? 1 : 0;
        }
        Assert.True(halves > 0, "no exact half was drawn");
    }

    [Theory]
    [InlineData("999999999999999", false)]
    [InlineData("123456.789012345", false)]
    [InlineData("1.50000000000000000000", false)]
    [InlineData("1000000000000.001", true)]
    [InlineData("999999999999999.999999999", true)]
    public void NumbersBeyondFifteenDigits_AreLong(string number, bool isLong) =>
        Assert.Equal(isLong, NumberLimits.IsLong(decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture)));

    private static decimal Exact(BigInteger a, BigInteger b)
    {
        var quotient = BigInteger.DivRem(a * Billion, b, out var rest);
        return (decimal)(rest * 2 >= b ? quotient + 1 : quotient) / 1_000_000_000m;
    }
}
