namespace DanVan.Scoring.Reports.Charts;

/// <summary>Units by sections, in percent of the section's maximum, under their groups.</summary>
/// <param name="Head">What it says about itself.</param>
/// <param name="Columns">Titles of the sections, and of the total as the last.</param>
/// <param name="Groups">The groups.</param>
public sealed record HeatMapChart(ChartHead Head, ImmutableArray<string> Columns, ImmutableArray<HeatMapGroup> Groups) : Chart(Head)
{
    /// <inheritdoc/>
    public override IEnumerable<string> Words => Groups.SelectMany(group => group.Rows.Prepend(group.Mean)).Select(row =>
        $"{row.Label}: {string.Join(", ", Columns.Zip(row.Cells, (column, cell) => $"{column} {cell.Text}"))}");
}

/// <summary>A group of units by sections.</summary>
/// <param name="Mean">The group as a whole.</param>
/// <param name="Rows">Its units, best first.</param>
public sealed record HeatMapGroup(HeatMapRow Mean, ImmutableArray<HeatMapRow> Rows);

/// <summary>A unit, or a group, by sections.</summary>
/// <param name="Label">Name.</param>
/// <param name="Cells">A cell a column.</param>
public sealed record HeatMapRow(string Label, ImmutableArray<HeatMapCell> Cells);

/// <summary>A cell of a heat map.</summary>
/// <param name="Share">Points ÷ maximum; null if the section does not apply or has no data.</param>
/// <param name="Text">As shown.</param>
public sealed record HeatMapCell(decimal? Share, string Text);
