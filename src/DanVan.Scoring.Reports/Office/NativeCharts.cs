using DanVan.Scoring.Reports.Charts;

namespace DanVan.Scoring.Reports.Office;

/// <summary>
/// The charts of a result that Word and Excel draw themselves, made of the same records as the pictures: no figure is worked
/// out again. Where their cells stand, and how much room they have, is for the document to say.
/// </summary>
internal sealed class NativeCharts
{
    private readonly Result _result;
    private readonly ResultWords _words;
    private readonly ImmutableArray<Chart> _charts;

    /// <summary>The charts.</summary>
    /// <param name="result">The result.</param>
    /// <param name="charts">The records of its charts.</param>
    public NativeCharts(Result result, IEnumerable<Chart> charts) =>
        (_result, _words, _charts) = (result, ResultWords.Of(result), [.. charts]);

    /// <summary>Name of a group; that of all units where there are no groups.</summary>
    public string NameOf(ResultGroup group) => group.Name.Length == 0 ? _words.Text("Chung", "All") : group.Name;

    /// <summary>How points are shown.</summary>
    private string Points => _result.RuleSet.Digits == 0 ? "0" : "0." + new string('0', _result.RuleSet.Digits);

    /// <summary>The record of a chart; null if the result has none.</summary>
    public T? Find<T>(string? name = null)
        where T : Chart => _charts.OfType<T>().FirstOrDefault(chart => name is null || chart.Name == name);

    /// <summary>Units by group and rating.</summary>
    public NativeChart? Ratings() => Find<StackChart>() is not { } chart ? null : New(chart, chart.Rows.Select(row => row.Label),
        chart.Legend.Select((key, index) =>
            Series(key.Name, chart.Rows.Select(row => (decimal?)row.Counts[index]), NativeFill.Of(key.Tone)))) with
    {
        Form = NativeForm.Shares,
        Format = "0;;", // no word for none
        AxisFormat = "0%",
        AxisEnd = 1,
        AxisStep = 0.25m,
    };

    /// <summary>Scores of a group, coloured by rating; null if its record has none.</summary>
    public NativeChart? Ranking(ResultGroup group)
    {
        string? id = _result.Units[group.First].Group;
        if (Find<RankingChart>(string.IsNullOrEmpty(id) ? "ranking" : $"ranking-{id}") is not { } chart)
            return null;
        var bars = chart.Bars.Where(bar => bar.Value is not null).ToList();
        int between = chart.Gap?.Bins.Sum(bin => bin.Count) ?? 0, after = chart.Gap?.After ?? bars.Count;
        if (bars.Count < 2)
            return null;
        return New(chart, bars.Select(bar => bar.Label), chart.Legend.DistinctBy(key => key.Tone).Select(key => Series(
            key.Name, bars.Select(bar => bar.Tone == key.Tone ? bar.Value : null), NativeFill.Of(key.Tone)))) with
        {
            Form = NativeForm.Single,
            Places = [.. bars.Select((_, index) => index < after ? index : index + between)],
            All = group.Count,
            HasEnds = true,
            AxisStart = chart.Axis.Start,
            AxisEnd = chart.Axis.End,
        };
    }

    /// <summary>How many scores lie in each stretch of the scale.</summary>
    public NativeChart? Distribution() => Find<HistogramChart>() is not { } chart ? null : New(
        chart, chart.Bins.Select(bin => $"{chart.Number(bin.From)}–{chart.Number(bin.To)}"),
        [Series(chart.Units, chart.Bins.Select(bin => (decimal?)bin.Count), NativeFill.Good)]) with
    {
        Form = NativeForm.Columns,
        Format = "0;;",
        AxisFormat = "0",
    };

    /// <summary>Targets: what was achieved, what is required, and the last period.</summary>
    public NativeChart? Targets()
    {
        if (Find<BulletChart>("targets") is not { } chart)
            return null;
        var series = new List<NativeSeries>
        {
            Series(_words.Text("Thực hiện", "Achieved"), chart.Rows.Select(row => row.Value), NativeFill.Good) with
            { Fills = [.. chart.Rows.Select(row => row.IsGood ? NativeFill.Good : NativeFill.Bad)] },
            Series(chart.Keys.Mark, chart.Rows.Select(row => row.Mark), new NativeFill(ChartColors.Outline)),
        };
        if (chart.Rows.Any(row => row.Last is not null))
            series.Add(Series(chart.Keys.Last, chart.Rows.Select(row => row.Last), new NativeFill(ChartColors.White)));
        int digits = series.SelectMany(part => part.Values).OfType<decimal>().Select(value =>
            Enumerable.Range(0, 2).FirstOrDefault(count => decimal.Round(value, count + 2) == value, 2)).Max();
        return New(chart, chart.Rows.Select(row => row.Label), series) with
        {
            Format = digits == 0 ? "0%" : $"0.{new string('0', digits)}%",
            AxisFormat = "0%",
            AxisEnd = chart.AxisEnd,
            AxisStep = Math.Max(0.25m, Math.Ceiling(chart.AxisEnd) / 4),
        };
    }

    /// <summary>Points lost by criterion, the largest loss first.</summary>
    public NativeChart? LostPoints()
    {
        if (Find<ParetoChart>() is not { } chart)
            return null;
        int lost = _result.RuleSet.Nodes.Zip(_result.Criteria).Count(pair =>
            pair.First is { Manner: not null, Role: NodeRole.Criterion } && pair.Second.Lost > 0);
        return New(chart, chart.Rows.Select(row => row.Label),
            [Series(_words.Text("Điểm mất", "Points lost"), chart.Rows.Select(row => (decimal?)row.Lost), NativeFill.Good)]) with
        {
            All = lost,
            Places = [.. chart.Rows.Select((_, index) => index < chart.Rows.Length - 1 || lost <= chart.Rows.Length ? index : -1)],
        };
    }

    /// <summary>What rose and what fell since the last period.</summary>
    /// <param name="all">How many units were compared.</param>
    public NativeChart? LastPeriod(int all)
    {
        if (Find<DifferenceChart>() is not { } chart)
            return null;
        int half = (chart.Rows.Length + 1) / 2, between = all - chart.Rows.Length;
        var (start, end, step) = AxisOf(chart.Rows.Min(row => row.Difference) ?? 0, chart.Rows.Max(row => row.Difference) ?? 0);
        return New(chart, chart.Rows.Select(row => row.Label),
            new[]
            {
                Series(chart.Keys.Rise, chart.Rows.Select(row => row.Difference >= 0 ? row.Difference : null), NativeFill.Good),
                Series(chart.Keys.Fall, chart.Rows.Select(row => row.Difference < 0 ? row.Difference : null), NativeFill.Bad),
            }.Where(series => series.Values.Any(value => value is not null))) with
        {
            Form = NativeForm.Single,
            Format = $"+{Points};-{Points};{Points}",
            All = all,
            Places = [.. chart.Rows.Select((_, index) => index < half ? index : index + between)],
            HasEnds = true,
            AxisStart = start,
            AxisEnd = end,
            AxisStep = step,
        };
    }

    /// <summary>An axis with 0, round numbers, and room for the values that stand left of the longest fall.</summary>
    private static (decimal Start, decimal End, decimal Step) AxisOf(decimal lowest, decimal highest)
    {
        decimal low = Math.Min(0, lowest), high = Math.Max(0, highest), length = high - low, step = 1;
        while (step > 0.01m && length < step * 4)
            step /= 10;
        foreach (decimal factor in (decimal[])[2, 2.5m, 2, 2, 2.5m, 2])
            if (length > step * 8)
                step *= factor;
        decimal room = low < 0 ? length / 8 : 0;
        return (Math.Floor((low - room) / step) * step, Math.Max(step, Math.Ceiling(high / step) * step), step);
    }

    private NativeChart New(Chart chart, IEnumerable<string> names, IEnumerable<NativeSeries> series) => new()
    {
        Title = chart.Title,
        Subtitle = chart.Subtitle,
        Description = chart.AlternativeText,
        Categories = [.. names],
        Series = [.. series],
        Format = Points,
    };

    private static NativeSeries Series(string name, IEnumerable<decimal?> values, NativeFill fill) => new(name, [.. values], fill);
}
