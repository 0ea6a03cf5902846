namespace DanVan.Scoring.Reports.Charts;

/// <summary>What rose and what fell, the largest rise first.</summary>
/// <param name="Head">What it says about itself.</param>
/// <param name="Rows">The units.</param>
/// <param name="Limit">
/// Length of each side of the axis; more than 0. A difference beyond it is drawn broken, so that one outlier does not crush the rest.
/// </param>
/// <param name="Keys">Words of the legend.</param>
public sealed record DifferenceChart(ChartHead Head, ImmutableArray<DifferenceRow> Rows, decimal Limit, (string Rise, string Fall) Keys)
    : Chart(Head)
{
    private const int LeastForOutlier = 5;

    /// <inheritdoc/>
    public override IEnumerable<string> Words => Rows.Select(row => $"{row.Label}: {row.Text}");

    /// <summary>
    /// The chart with its axis: as long as the largest difference, or twice as long as the tenth part of the largest if that
    /// stands far out.
    /// </summary>
    internal static DifferenceChart Of(ChartHead head, ImmutableArray<DifferenceRow> rows, (string Rise, string Fall) keys)
    {
        decimal[] lengths = [.. rows.Select(row => Math.Abs(row.Difference ?? 0)).OrderDescending()];
        decimal longest = lengths.FirstOrDefault(), usual = lengths.ElementAtOrDefault((lengths.Length + 9) / 10);
        decimal limit = lengths.Length >= LeastForOutlier && usual > 0 && longest > 3 * usual ? 2 * usual : longest;
        return new DifferenceChart(head, rows, limit == 0 ? 1 : limit, keys);
    }
}

/// <summary>A unit in a chart of differences.</summary>
/// <param name="Label">Name.</param>
/// <param name="Difference">What it is now less what it was; null if that is not known.</param>
/// <param name="Text">The difference and both values, as shown, or why there is none.</param>
public sealed record DifferenceRow(string Label, decimal? Difference, string Text);
