namespace DanVan.Scoring.Reports.Charts;

/// <summary>Groups by rating: a bar each, made of the units that hold each rating.</summary>
/// <param name="Head">What it says about itself.</param>
/// <param name="Rows">The groups.</param>
/// <param name="Legend">The ratings, and what stands in place of one, that occur; in the order of the counts.</param>
public sealed record StackChart(ChartHead Head, ImmutableArray<StackRow> Rows, ImmutableArray<ToneKey> Legend) : Chart(Head)
{
    /// <inheritdoc/>
    public override IEnumerable<string> Words =>
        Rows.Select(row => $"{row.Label}: {row.Text}{(row.LastText.Length == 0 ? "" : $"; {row.LastText}")}");
}

/// <summary>A group by rating.</summary>
/// <param name="Label">Its name and how many units it has.</param>
/// <param name="Counts">How many units hold each rating of the legend.</param>
/// <param name="Text">The counts that are not 0, with names and shares.</param>
/// <param name="LastText">The counts of the last period; empty if they are not known.</param>
public sealed record StackRow(string Label, ImmutableArray<int> Counts, string Text, string LastText);
