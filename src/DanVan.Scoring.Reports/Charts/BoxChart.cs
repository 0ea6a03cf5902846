namespace DanVan.Scoring.Reports.Charts;

/// <summary>Groups of values side by side: a box from the first to the third quartile, and the values as points.</summary>
/// <param name="Head">What it says about itself.</param>
/// <param name="Rows">The groups.</param>
/// <param name="Thresholds">Lower edges of the ratings.</param>
/// <param name="Axis">Ends of the axis. Places, not lengths, stand for values: it need not start at 0.</param>
/// <param name="Language">Language of the numbers on the axis.</param>
public sealed record BoxChart(
    ChartHead Head, ImmutableArray<BoxRow> Rows, ImmutableArray<Threshold> Thresholds, AxisRange Axis, Language Language) : Chart(Head)
{
    /// <inheritdoc/>
    public override IEnumerable<string> Words => Rows.Select(row => $"{row.Label}: {row.Text}");

    /// <summary>A number on the axis.</summary>
    internal string Number(decimal value) => ValueText.Number(value, Language);
}

/// <summary>A group of values.</summary>
/// <param name="Label">Its name and how many values it has.</param>
/// <param name="Values">The values, ascending; at least one.</param>
/// <param name="Text">Lowest, median and highest, as shown.</param>
public sealed record BoxRow(string Label, ImmutableArray<decimal> Values, string Text)
{
    /// <summary>From how many values on there is a box; fewer are shown as points only.</summary>
    public const int LeastForBox = 5;

    /// <summary>Most values that are points each; of more, only those beyond the whiskers are.</summary>
    public const int MostPoints = 60;

    /// <summary>
    /// A quantile, by linear interpolation between the values (Hyndman and Fan 1996, definition 7, as QUARTILE.INC in Excel).
    /// </summary>
    /// <param name="share">From 0, the lowest value, to 1, the highest.</param>
    public decimal Quantile(decimal share)
    {
        decimal position = share * (Values.Length - 1);
        int below = (int)position;
        decimal low = Values[below], high = Values[Math.Min(below + 1, Values.Length - 1)];
        return low + ((high - low) * (position - below));
    }

    /// <summary>The values that are shown as points.</summary>
    public IEnumerable<decimal> Points()
    {
        var (low, high) = Whiskers();
        return Values.Length <= MostPoints ? Values : Values.Where(value => value < low || value > high);
    }

    /// <summary>Ends of the whiskers: the last values within 1.5 times the height of the box from it (Tukey 1977).</summary>
    public (decimal Low, decimal High) Whiskers()
    {
        decimal first = Quantile(0.25m), third = Quantile(0.75m), reach = 1.5m * (third - first);
        return (Values.First(value => value >= first - reach), Values.Last(value => value <= third + reach));
    }
}
