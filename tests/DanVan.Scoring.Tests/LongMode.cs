namespace DanVan.Scoring.Tests;

/// <summary>How much the tests that draw their inputs draw: some thousands, or with <c>DANVAN_LONG=100</c> a hundred times as many.</summary>
internal static class LongMode
{
    private static readonly int Factor = int.TryParse(Environment.GetEnvironmentVariable("DANVAN_LONG"), out int factor) && factor > 0 ? factor : 1;

    /// <summary>The count for this run.</summary>
    public static int Times(int count) => checked(count * Factor);
}
