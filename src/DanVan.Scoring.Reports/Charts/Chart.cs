namespace DanVan.Scoring.Reports.Charts;

/// <summary>What every chart says about itself.</summary>
/// <param name="Name">File name without ending.</param>
/// <param name="Title">What it shows.</param>
/// <param name="Subtitle">Of whom, when, in which unit of measure.</param>
/// <param name="Source">Where the figures come from.</param>
public sealed record ChartHead(string Name, string Title, string Subtitle, string Source);

/// <summary>
/// A chart as data: every text it shows and every value it draws, ready for any renderer. A closed family; a renderer
/// decides only on lengths, colours and places.
/// </summary>
/// <param name="Head">What it says about itself.</param>
public abstract record Chart(ChartHead Head)
{
    /// <summary>File name without ending.</summary>
    public string Name => Head.Name;

    /// <summary>What it shows.</summary>
    public string Title => Head.Title;

    /// <summary>Of whom, when, in which unit of measure.</summary>
    public string Subtitle => Head.Subtitle;

    /// <summary>Where the figures come from.</summary>
    public string Source => Head.Source;

    /// <summary>The chart in words, for those who cannot see it.</summary>
    public string AlternativeText => string.Join("; ", Words);

    /// <summary>What it shows, item by item.</summary>
    protected abstract IEnumerable<string> Words { get; }
}

/// <summary>A rating as a legend shows it.</summary>
/// <param name="Index">0 is the highest rating; -1 stands for no rating.</param>
/// <param name="Name">Name.</param>
public sealed record RatingKey(int Index, string Name);

/// <summary>Units of a group by score: a bar each, coloured by rating.</summary>
/// <param name="Head">What it says about itself.</param>
/// <param name="Bars">The bars, best first.</param>
/// <param name="Thresholds">Lower edges of the ratings.</param>
/// <param name="AxisEnd">Right end of the axis, which starts at 0.</param>
/// <param name="Legend">The ratings that occur.</param>
/// <param name="RatingCount">Count of ratings in the rule set, to choose colours by.</param>
/// <param name="Footnote">Remark below the bars; empty if there is none.</param>
public sealed record RankingChart(
    ChartHead Head, ImmutableArray<RankingBar> Bars, ImmutableArray<Threshold> Thresholds, decimal AxisEnd,
    ImmutableArray<RatingKey> Legend, int RatingCount, string Footnote) : Chart(Head)
{
    /// <inheritdoc/>
    protected override IEnumerable<string> Words => Bars.Select(bar => $"{bar.Label}: {bar.ValueText}");
}

/// <summary>A unit in a ranking chart.</summary>
/// <param name="Label">Rank and name.</param>
/// <param name="Value">Score on the full scale; null without a score.</param>
/// <param name="ValueText">Score as shown, and rating.</param>
/// <param name="Rating">Index of the rating; -1 without one.</param>
public sealed record RankingBar(string Label, decimal? Value, string ValueText, int Rating);

/// <summary>A line across the bars.</summary>
/// <param name="Value">Where on the axis.</param>
/// <param name="Label">What it is.</param>
public sealed record Threshold(decimal Value, string Label);

/// <summary>Targets: achieved against required.</summary>
/// <param name="Head">What it says about itself.</param>
/// <param name="Bars">The targets, in the order of the rule set.</param>
/// <param name="AxisEnd">Right end of the axis (a share), which starts at 0.</param>
/// <param name="Legend">Words of the legend: met, not met, required.</param>
/// <param name="LastText">Word of the legend for the last period; null if no target has one.</param>
public sealed record TargetChart(
    ChartHead Head, ImmutableArray<TargetBar> Bars, decimal AxisEnd, (string Met, string NotMet, string Required) Legend, string? LastText)
    : Chart(Head)
{
    /// <inheritdoc/>
    protected override IEnumerable<string> Words =>
        Bars.Select(bar => $"{bar.Label}: {bar.ValueText} {bar.RequiredText}, {bar.VerdictText}");
}

/// <summary>A target in a chart.</summary>
/// <param name="Label">Id and title.</param>
/// <param name="Achieved">Share achieved; null if it could not be assessed.</param>
/// <param name="Required">Share required.</param>
/// <param name="RequiredText">Share required, as shown.</param>
/// <param name="IsMet">Whether it was met.</param>
/// <param name="ValueText">Achieved, as shown.</param>
/// <param name="VerdictText">Met or not met, as shown.</param>
/// <param name="Last">Share achieved in the last period; null if that is not known.</param>
public sealed record TargetBar(
    string Label, decimal? Achieved, decimal Required, string RequiredText, bool IsMet, string ValueText, string VerdictText,
    decimal? Last);

/// <summary>Bars under headings: ratings by group, a histogram by rating, criteria by strength.</summary>
/// <param name="Head">What it says about itself.</param>
/// <param name="Groups">The groups of bars.</param>
/// <param name="RatingCount">Count of ratings in the rule set, to choose colours by.</param>
/// <param name="AxisEnd">Right end of the axis, which starts at 0.</param>
/// <param name="Joint">What stands between a bar and its value in words.</param>
public sealed record GroupedBarChart(ChartHead Head, ImmutableArray<BarGroup> Groups, int RatingCount, decimal AxisEnd, string Joint = ": ")
    : Chart(Head)
{
    /// <inheritdoc/>
    protected override IEnumerable<string> Words => Groups.Select(group =>
        $"{group.Label}: {string.Join(", ", group.Rows.Select(row => row.Label + Joint + row.Text))}");
}

/// <summary>Bars under one heading.</summary>
/// <param name="Label">The heading.</param>
/// <param name="Rows">The bars.</param>
public sealed record BarGroup(string Label, ImmutableArray<BarRow> Rows);

/// <summary>A bar.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Rating">Index of the rating whose colour it has; -1 for none.</param>
/// <param name="Value">Its length.</param>
/// <param name="Text">The value, as shown.</param>
public sealed record BarRow(string Label, int Rating, decimal Value, string Text);

/// <summary>Two values of each unit: where it was and where it is. The axis need not start at 0; its ends are written on it.</summary>
/// <param name="Head">What it says about itself.</param>
/// <param name="Rows">The units.</param>
/// <param name="AxisStart">Left end of the axis.</param>
/// <param name="AxisEnd">Right end of the axis.</param>
/// <param name="AxisStartText">Left end, as shown.</param>
/// <param name="AxisEndText">Right end, as shown.</param>
/// <param name="FromText">What the first value is.</param>
/// <param name="ToText">What the second value is.</param>
public sealed record DumbbellChart(
    ChartHead Head, ImmutableArray<DumbbellRow> Rows, decimal AxisStart, decimal AxisEnd, string AxisStartText, string AxisEndText,
    string FromText, string ToText) : Chart(Head)
{
    /// <inheritdoc/>
    protected override IEnumerable<string> Words => Rows.Select(row => $"{row.Label}: {row.ValueText}");

    /// <summary>The chart with its axis. Places, not lengths, stand for values: it starts at the tenth of the scale below the least.</summary>
    internal static DumbbellChart Of(
        ChartHead head, ImmutableArray<DumbbellRow> rows, decimal scale, string fromText, string toText, Language language)
    {
        var values = rows.SelectMany(row => new[] { row.From, row.To }).OfType<decimal>().DefaultIfEmpty().ToList();
        decimal step = scale / 10;
        decimal start = Math.Floor(values.Min() / step) * step, end = Math.Max(scale, Math.Ceiling(values.Max() / step) * step);
        return new DumbbellChart(
            head, rows, start, end, ValueText.Number(start, language), ValueText.Number(end, language), fromText, toText);
    }
}

/// <summary>A unit in a chart of two values.</summary>
/// <param name="Label">Name.</param>
/// <param name="From">The first value; null if there is none.</param>
/// <param name="To">The second value; null if there is none.</param>
/// <param name="ValueText">The difference, as shown.</param>
public sealed record DumbbellRow(string Label, decimal? From, decimal? To, string ValueText);

/// <summary>Units by sections, in percent of the section's maximum.</summary>
/// <param name="Head">What it says about itself.</param>
/// <param name="Columns">The sections.</param>
/// <param name="Rows">The units.</param>
public sealed record HeatMapChart(ChartHead Head, ImmutableArray<HeatMapColumn> Columns, ImmutableArray<HeatMapRow> Rows) : Chart(Head)
{
    /// <inheritdoc/>
    protected override IEnumerable<string> Words => Rows.Select(row =>
        $"{row.Label}: {string.Join(", ", Columns.Zip(row.Cells, (column, cell) => $"{column.Id} {cell.Text}"))}");
}

/// <summary>A section in a heat map.</summary>
/// <param name="Id">Id, as the head of the column.</param>
/// <param name="Title">Title, in the legend.</param>
public sealed record HeatMapColumn(string Id, string Title);

/// <summary>A unit in a heat map.</summary>
/// <param name="Label">Name.</param>
/// <param name="Cells">A cell a section.</param>
public sealed record HeatMapRow(string Label, ImmutableArray<HeatMapCell> Cells);

/// <summary>A cell of a heat map.</summary>
/// <param name="Share">Points ÷ maximum; null if the section does not apply or has no data.</param>
/// <param name="Text">As shown.</param>
public sealed record HeatMapCell(decimal? Share, string Text);
