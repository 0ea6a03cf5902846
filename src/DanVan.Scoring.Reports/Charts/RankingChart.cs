namespace DanVan.Scoring.Reports.Charts;

/// <summary>Units by score: a bar each, coloured by rating.</summary>
/// <param name="Head">What it says about itself.</param>
/// <param name="Bars">The bars, best first.</param>
/// <param name="Thresholds">Lower edges of the ratings.</param>
/// <param name="Axis">Ends of the axis; 0 lies between them.</param>
/// <param name="Legend">The ratings that occur.</param>
public sealed record RankingChart(
    ChartHead Head, ImmutableArray<RankingBar> Bars, ImmutableArray<Threshold> Thresholds, AxisRange Axis, ImmutableArray<ToneKey> Legend)
    : Chart(Head)
{
    /// <summary>The units between the best and the worst, which have no bar of their own; null if all have one.</summary>
    public RankingGap? Gap { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<string> Words
    {
        get
        {
            var bars = Bars.Select(bar => $"{bar.Label}: {bar.ValueText}{(bar.Note.Length == 0 ? "" : $" ({bar.Note})")}");
            return Gap is null ? bars : [.. bars.Take(Gap.After), Gap.Text, .. bars.Skip(Gap.After)];
        }
    }
}

/// <summary>A unit in a ranking chart.</summary>
/// <param name="Label">Rank and name.</param>
/// <param name="Value">Score on the full scale; null without a score.</param>
/// <param name="ValueText">Score as shown, and rating.</param>
/// <param name="Tone">Colour of its rating.</param>
/// <param name="Note">What lowered its rating, or why it has none; empty if there is nothing to say.</param>
public sealed record RankingBar(string Label, decimal? Value, string ValueText, Tone Tone, string Note);

/// <summary>The units of a ranking that are shown as a distribution.</summary>
/// <param name="After">After how many bars they come.</param>
/// <param name="Text">How many they are, of how many, and their ranks.</param>
/// <param name="Bins">Their scores, over the same axis.</param>
public sealed record RankingGap(int After, string Text, ImmutableArray<Bin> Bins);

/// <summary>Ends of an axis.</summary>
/// <param name="Start">Left or lower end.</param>
/// <param name="End">Right or upper end; above the start.</param>
public sealed record AxisRange(decimal Start, decimal End)
{
    private const int MostTicks = 8;

    /// <summary>Distance of the values that are written on it; 0 if none is.</summary>
    public decimal Step { get; init; }

    /// <summary>
    /// The values that are written on it: multiples of the step, or of twice or five times as much where they would be many.
    /// </summary>
    public IEnumerable<decimal> Ticks()
    {
        decimal step = new[] { Step, 2 * Step, 5 * Step }.FirstOrDefault(candidate => (End - Start) / candidate < MostTicks, 10 * Step);
        for (decimal at = Math.Ceiling(Start / step) * step; at <= End; at += step)
            yield return at;
    }

    /// <summary>The axis of a scale, longer where values lie beyond it.</summary>
    public static AxisRange Of(decimal scale, params IEnumerable<decimal> values)
    {
        var all = values.Append(0).Append(scale).ToList();
        return new AxisRange(all.Min(), all.Max());
    }
}
