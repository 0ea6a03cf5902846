using DanVan.Scoring.Values;

namespace DanVan.Scoring.Tests.Data;

/// <summary>Work on parts is handed over in their order, whatever the cores do, and ends with the first fault.</summary>
public sealed class PartWorkTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(500)]
    public void Parts_AreHandedOverInTheirOrder(int parts)
    {
        var taken = new List<int>();
        PartWork.Run<int>(parts, () => part =>
        {
            Thread.SpinWait(part % 7 * 1_000);
            return part;
        }, taken.Add);
        Assert.Equal(Enumerable.Range(0, parts), taken);
    }

    [Fact]
    public void Progress_GrowsToTheWhole()
    {
        var shares = new List<decimal>();
        PartWork.Run<int>(100, () => part => part, _ => { }, new Shares(shares));
        Assert.Equal(Enumerable.Range(1, 100).Select(part => part / 100m), shares);
    }

    private sealed class Shares(List<decimal> shares) : IProgress<decimal>
    {
        public void Report(decimal value) => shares.Add(value);
    }

    [Fact]
    public void PartsAhead_WaitForTheSlowOne()
    {
        int most = 0, taken = 0;
        PartWork.Run<int>(2_000, () => part =>
        {
            most = Math.Max(most, part - Volatile.Read(ref taken));
            if (part == 0)
                Thread.Sleep(50);
            return part;
        }, _ => Interlocked.Increment(ref taken));
        Assert.InRange(most, 0, Environment.ProcessorCount * 9);
    }

    [Fact]
    public void FaultOfAPart_EndsTheWorkAndIsThrown()
    {
        int taken = 0;
        var fault = Assert.Throws<IOException>(() => PartWork.Run<int>(10_000, () => part => part == 40 ? throw new IOException("part 40") : part, _ => taken++));
        Assert.Equal("part 40", fault.Message);
        Assert.InRange(taken, 0, 40);
    }

    [Fact]
    public void FaultInTaking_EndsTheWorkAndIsThrown() =>
        Assert.Throws<IOException>(() => PartWork.Run<int>(10_000, () => part => part, part => _ = part == 3 ? throw new IOException() : part));
}
