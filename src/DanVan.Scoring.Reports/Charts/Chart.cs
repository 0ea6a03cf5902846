using System.Collections.Immutable;

namespace DanVan.Scoring.Reports.Charts;

/// <summary>
/// A chart as data: every text it shows and every value it draws, ready for any renderer. A closed family; a renderer
/// decides only on lengths, colours and places.
/// </summary>
public abstract record Chart
{
    /// <summary>File name without ending.</summary>
    public required string Name { get; init; }

    /// <summary>What it shows.</summary>
    public required string Title { get; init; }

    /// <summary>Of whom, when, in which unit of measure.</summary>
    public required string Subtitle { get; init; }

    /// <summary>Where the figures come from.</summary>
    public required string Source { get; init; }

    /// <summary>The chart in words, for those who cannot see it.</summary>
    public required string AlternativeText { get; init; }
}

/// <summary>A rating as a legend shows it.</summary>
/// <param name="Index">0 is the highest rating; -1 stands for no rating.</param>
/// <param name="Name">Name.</param>
public sealed record RatingKey(int Index, string Name);

/// <summary>Units of a group by score: a bar each, coloured by rating.</summary>
public sealed record RankingChart : Chart
{
    /// <summary>The bars, best first.</summary>
    public required ImmutableArray<RankingBar> Bars { get; init; }

    /// <summary>Lower edges of the ratings.</summary>
    public required ImmutableArray<Threshold> Thresholds { get; init; }

    /// <summary>Right end of the axis, which starts at 0.</summary>
    public required decimal AxisEnd { get; init; }

    /// <summary>The ratings that occur, and how many there are in all.</summary>
    public required ImmutableArray<RatingKey> Legend { get; init; }

    /// <summary>Count of ratings in the rule set, to choose colours by.</summary>
    public required int RatingCount { get; init; }

    /// <summary>Remark below the bars; empty if there is none.</summary>
    public required string Footnote { get; init; }
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
public sealed record TargetChart : Chart
{
    /// <summary>The targets, in the order of the rule set.</summary>
    public required ImmutableArray<TargetBar> Bars { get; init; }

    /// <summary>Right end of the axis (a share), which starts at 0.</summary>
    public required decimal AxisEnd { get; init; }

    /// <summary>Words of the legend: met, not met, required.</summary>
    public required (string Met, string NotMet, string Required) Legend { get; init; }

    /// <summary>Word of the legend for the last period; null if no target has one.</summary>
    public string? LastText { get; init; }
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
public sealed record TargetBar(string Label, decimal? Achieved, decimal Required, string RequiredText, bool IsMet, string ValueText, string VerdictText, decimal? Last = null);

/// <summary>Bars under headings: ratings by group, a histogram by rating, criteria by strength.</summary>
public sealed record GroupedBarChart : Chart
{
    /// <summary>The groups of bars.</summary>
    public required ImmutableArray<BarGroup> Groups { get; init; }

    /// <summary>Count of ratings in the rule set, to choose colours by.</summary>
    public required int RatingCount { get; init; }

    /// <summary>Right end of the axis, which starts at 0.</summary>
    public required decimal AxisEnd { get; init; }
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
public sealed record DumbbellChart : Chart
{
    /// <summary>The units.</summary>
    public required ImmutableArray<DumbbellRow> Rows { get; init; }

    /// <summary>Left end of the axis.</summary>
    public required decimal AxisStart { get; init; }

    /// <summary>Right end of the axis.</summary>
    public required decimal AxisEnd { get; init; }

    /// <summary>Left end, as shown.</summary>
    public required string AxisStartText { get; init; }

    /// <summary>Right end, as shown.</summary>
    public required string AxisEndText { get; init; }

    /// <summary>What the first value is.</summary>
    public required string FromText { get; init; }

    /// <summary>What the second value is.</summary>
    public required string ToText { get; init; }
}

/// <summary>A unit in a chart of two values.</summary>
/// <param name="Label">Name.</param>
/// <param name="From">The first value; null if there is none.</param>
/// <param name="To">The second value; null if there is none.</param>
/// <param name="ValueText">The difference, as shown.</param>
public sealed record DumbbellRow(string Label, decimal? From, decimal? To, string ValueText);

/// <summary>Units by sections, in percent of the section's maximum.</summary>
public sealed record HeatMapChart : Chart
{
    /// <summary>The sections.</summary>
    public required ImmutableArray<HeatMapColumn> Columns { get; init; }

    /// <summary>The units.</summary>
    public required ImmutableArray<HeatMapRow> Rows { get; init; }
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
