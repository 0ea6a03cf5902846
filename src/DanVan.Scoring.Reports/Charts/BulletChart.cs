namespace DanVan.Scoring.Reports.Charts;

/// <summary>Bars with a mark each: targets against what they require, a unit against its group.</summary>
/// <param name="Head">What it says about itself.</param>
/// <param name="Rows">The bars.</param>
/// <param name="AxisEnd">Right end of the axis, which starts at 0.</param>
/// <param name="Keys">Words of the legend.</param>
public sealed record BulletChart(ChartHead Head, ImmutableArray<BulletRow> Rows, decimal AxisEnd, BulletKeys Keys) : Chart(Head)
{
    /// <inheritdoc/>
    public override IEnumerable<string> Words => Rows.Select(row => $"{row.Label}: {row.ValueText}; {row.MarkText}");
}

/// <summary>A bar with a mark.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Value">Length of the bar, a share; null if there is none.</param>
/// <param name="Mark">Where the mark stands; null if there is none.</param>
/// <param name="Last">Where the bar ended in the last period; null if that is not known.</param>
/// <param name="IsGood">True if the bar is as long, or as short, as it should be.</param>
/// <param name="ValueText">The value as shown, with what it is made of.</param>
/// <param name="MarkText">The mark as shown, and what follows from it.</param>
public sealed record BulletRow(
    string Label, decimal? Value, decimal? Mark, decimal? Last, bool IsGood, string ValueText, string MarkText);

/// <summary>Words of the legend of bars with marks.</summary>
/// <param name="Good">A bar as long as it should be.</param>
/// <param name="Bad">A bar that is not.</param>
/// <param name="Mark">The mark.</param>
/// <param name="Last">The last period.</param>
public sealed record BulletKeys(string Good, string Bad, string Mark, string Last);
