using DanVan.Scoring.Reports.Charts;

namespace DanVan.Scoring.Reports.Tests;

/// <summary>Charts of differences, of differences alone.</summary>
internal static class DifferenceCharts
{
    public static DifferenceChart Of(params decimal[] differences) => DifferenceChart.Of(
        new ChartHead("differences", "Title", "Subtitle", "Source"),
        [.. differences.Select((difference, index) => new DifferenceRow($"Unit {index}", difference, $"{difference}"))], ("Rise", "Fall"));
}
