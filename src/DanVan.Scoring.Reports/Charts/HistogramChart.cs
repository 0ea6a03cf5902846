namespace DanVan.Scoring.Reports.Charts;

/// <summary>How many values lie in each stretch of a scale.</summary>
/// <param name="Head">What it says about itself.</param>
/// <param name="Bins">The stretches, without gaps.</param>
/// <param name="Thresholds">Lower edges of the ratings.</param>
/// <param name="Median">The median, with its word.</param>
/// <param name="Units">Word for what is counted.</param>
/// <param name="Language">Language of the numbers on the axis.</param>
public sealed record HistogramChart(
    ChartHead Head, ImmutableArray<Bin> Bins, ImmutableArray<Threshold> Thresholds, Threshold Median,
        string Units, Language Language) : Chart(Head)
{
    /// <inheritdoc/>
    public override IEnumerable<string> Words =>
        Bins.Where(bin => bin.Count > 0).Select(bin => $"{Number(bin.From)}–{Number(bin.To)}: {bin.Count}");

    /// <summary>A number on the axis.</summary>
    internal string Number(decimal value) => ValueText.Number(value, Language);
}
