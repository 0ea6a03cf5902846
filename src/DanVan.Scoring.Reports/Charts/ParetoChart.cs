namespace DanVan.Scoring.Reports.Charts;

/// <summary>What is lost where: parts of a whole, the largest first, and how they add up.</summary>
/// <param name="Head">What it says about itself.</param>
/// <param name="Rows">The parts, the largest first; at the end, where they are many, the others as one.</param>
/// <param name="Keys">Words of the legend: the share of a part, the share of all parts down to it.</param>
public sealed record ParetoChart(ChartHead Head, ImmutableArray<ParetoRow> Rows, (string Share, string Sum) Keys) : Chart(Head)
{
    /// <inheritdoc/>
    public override IEnumerable<string> Words =>
        Rows.Select(row => $"{row.Label}: {row.Text}; {Keys.Sum.ToLower(CultureInfo.InvariantCulture)} {row.SumText}");
}

/// <summary>A part of what is lost.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Lost">How many points.</param>
/// <param name="Share">Its share of all, 0 to 1.</param>
/// <param name="Sum">The share of this and all larger ones, 0 to 1.</param>
/// <param name="Text">Points and share, as shown.</param>
/// <param name="SumText">The sum, as shown.</param>
public sealed record ParetoRow(string Label, decimal Lost, decimal Share, decimal Sum, string Text, string SumText);
