namespace DanVan.Scoring.Reports.Charts;

/// <summary>What every chart says about itself.</summary>
/// <param name="Name">File name without ending.</param>
/// <param name="Title">What it shows, as a finding: "5 of 7 targets not met".</param>
/// <param name="Subtitle">What was measured, of whom, when, in which unit of measure.</param>
/// <param name="Source">Where the figures come from: the plan, and what the data and the rules rest on.</param>
public sealed record ChartHead(string Name, string Title, string Subtitle, string Source);

/// <summary>
/// A chart as data: every text it shows and every value it draws, ready for any renderer. A closed family; a renderer
/// decides only on lengths, colours, places and pages.
/// </summary>
/// <param name="Head">What it says about itself.</param>
public abstract record Chart(ChartHead Head)
{
    /// <summary>File name without ending.</summary>
    public string Name => Head.Name;

    /// <summary>What it shows, as a finding.</summary>
    public string Title => Head.Title;

    /// <summary>What was measured, of whom, when.</summary>
    public string Subtitle => Head.Subtitle;

    /// <summary>Where the figures come from.</summary>
    public string Source => Head.Source;

    /// <summary>Remarks below the chart; empty if there are none.</summary>
    public string Footnote { get; init; } = "";

    /// <summary>What it shows, item by item, for those who cannot see it.</summary>
    public abstract IEnumerable<string> Words { get; }

    /// <summary>The chart in words.</summary>
    public string AlternativeText => string.Join("; ", Words);
}

/// <summary>A rating, or what stands in place of one, as a legend shows it.</summary>
/// <param name="Tone">Its colour.</param>
/// <param name="Name">Its name.</param>
public sealed record ToneKey(Tone Tone, string Name);

/// <summary>A line across a chart at a value.</summary>
/// <param name="Value">Where on the axis.</param>
/// <param name="Label">What it is.</param>
public sealed record Threshold(decimal Value, string Label);

/// <summary>A stretch of an axis and how many values lie in it.</summary>
/// <param name="From">Its start, inclusive.</param>
/// <param name="To">Its end, exclusive; of the last stretch inclusive.</param>
/// <param name="Count">How many values.</param>
public sealed record Bin(decimal From, decimal To, int Count);
