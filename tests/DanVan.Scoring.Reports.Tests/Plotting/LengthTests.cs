using DanVan.Scoring.Reports.Charts;

namespace DanVan.Scoring.Reports.Tests.Plotting;

/// <summary>Lengths and places in the pictures are the values of the charts.</summary>
public sealed class LengthTests
{
    private const double Close = 0.02;
    private const string GapColor = "#DDD";

    public static TheoryData<string> Sizes => ["5 long names", "40", "250", "664"];

    [Theory]
    [MemberData(nameof(Sizes))]
    public void RankingBars_AreAsLongAsTheScores(string size) => Assert.All(Charts<RankingChart>(size), chart =>
    {
        var bars = Drawn.Draw(chart).SelectMany(part => part.Bars).Where(bar => bar.Fill != GapColor);
        AssertProportional([.. chart.Bars.Select(bar => bar.Value).OfType<decimal>()], [.. bars]);
    });

    [Theory]
    [InlineData("250")]
    [InlineData("664")]
    public void GapColumns_AreAsHighAsTheirCounts(string size)
    {
        var chart = Charts<RankingChart>(size).First(chart => chart.Gap is not null);
        var columns = Drawn.Draw(chart).SelectMany(part => part.Bars).Where(bar => bar.Fill == GapColor).ToList();
        var bins = chart.Gap!.Bins.Where(bin => bin.Count > 0).ToList();
        Assert.Equal(bins.Count, columns.Count);
        var highest = columns.MaxBy(column => column.Area.Height)!;
        int most = bins.Max(bin => bin.Count);
        Assert.All(bins.Zip(columns), pair => Assert.Equal(highest.Area.Height * pair.First.Count / most, pair.Second.Area.Height, Close));
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void BulletBars_AreAsLongAsTheShares(string size) => Assert.All(Charts<BulletChart>(size), chart =>
        AssertProportional([.. chart.Rows.Select(row => row.Value).OfType<decimal>()],
            [.. Drawn.Draw(chart).SelectMany(part => part.Bars)]));

    [Theory]
    [MemberData(nameof(Sizes))]
    public void BulletMarks_StandWhereTheyShould(string size) => Assert.All(Charts<BulletChart>(size), chart =>
    {
        var picture = Assert.Single(Drawn.Draw(chart));
        var marks = picture.Shapes.Where(shape => shape is { Kind: "path", Clip: not null, Thickness: 2.5 }).ToList();
        decimal[] values = [.. chart.Rows.Select(row => row.Mark).OfType<decimal>()];
        Assert.Equal(values.Length, marks.Count);
        var (zero, perUnit) = ScaleOf(picture, chart.Rows.Select(row => row.Value).OfType<decimal>().First(value => value > 0));
        Assert.All(values.Zip(marks), pair => Assert.Equal(zero + (perUnit * (double)pair.First), pair.Second.Area.X, Close));
    });

    [Theory]
    [MemberData(nameof(Sizes))]
    public void ParetoBars_AreAsLongAsTheShares_AndTheDotsStandAtTheSums(string size)
    {
        var chart = Charts<ParetoChart>(size).Single();
        var pictures = Drawn.Draw(chart);
        AssertProportional([.. chart.Rows.Select(row => row.Share)], [.. pictures.SelectMany(part => part.Bars)]);
        var dots = pictures.SelectMany(part => part.Dots).ToList();
        Assert.Equal(chart.Rows.Length, dots.Count);
        var (zero, perUnit) = ScaleOf(pictures[0], chart.Rows[0].Share);
        Assert.All(chart.Rows.Zip(dots), pair => Assert.Equal(zero + (perUnit * (double)pair.First.Sum), pair.Second.Area.X, Close));
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void DifferenceBars_AreAsLongAsTheDifferences_ToTheirSideOfZero(string size)
    {
        var chart = Charts<DifferenceChart>(size).Single();
        decimal[] values = [.. chart.Rows.Select(row => row.Difference).OfType<decimal>().Where(value => value != 0)];
        var bars = Drawn.Draw(chart).SelectMany(part => part.Bars).ToList();
        AssertProportional([.. values.Select(value => Math.Min(chart.Limit, Math.Abs(value)))], bars);
        double zero = values[0] > 0 ? bars[0].Area.Left : bars[0].Area.Right;
        Assert.All(values.Zip(bars), pair => Assert.Equal(zero, pair.First > 0 ? pair.Second.Area.Left : pair.Second.Area.Right, Close));
    }

    [Fact]
    public void BrokenBar_HasTwoWhiteSlashes_AndOnlyThat()
    {
        var chart = DifferenceCharts.Of(30, 2, 1, 1, -1, -2);
        Assert.Equal(1, chart.Rows.Count(row => Math.Abs(row.Difference!.Value) > chart.Limit));
        var slashes = Assert.Single(Drawn.Draw(chart)).Shapes
            .Where(shape => shape is { Kind: "path", Stroke: "white", Thickness: 3 }).ToList();
        Assert.Equal(2, slashes.Count);
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void StackParts_AreAsWideAsTheirCounts_WithoutGaps(string size)
    {
        var chart = Charts<StackChart>(size).Single();
        var parts = Drawn.Draw(chart).SelectMany(picture => picture.Bars).ToList();
        int at = 0;
        foreach (var row in chart.Rows)
        {
            int[] counts = [.. row.Counts.Where(count => count > 0)];
            var own = parts.GetRange(at, counts.Length);
            at += counts.Length;
            double whole = own[^1].Area.Right - own[0].Area.Left;
            Assert.All(counts.Zip(own), pair => Assert.Equal(whole * pair.First / counts.Sum(), pair.Second.Area.Width, Close));
            Assert.All(own.Zip(own.Skip(1)), pair => Assert.Equal(pair.First.Area.Right, pair.Second.Area.Left, Close));
            Assert.Equal(parts[0].Area.Left, own[0].Area.Left, Close);
            Assert.Equal(parts[^1].Area.Right, own[^1].Area.Right, Close);
        }
        Assert.Equal(parts.Count, at);
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void HistogramColumns_AreAsHighAsTheirCounts_AndAsWideAsTheirStretches(string size)
    {
        var chart = Charts<HistogramChart>(size).Single();
        var columns = Assert.Single(Drawn.Draw(chart)).Bars.ToList();
        var bins = chart.Bins.Where(bin => bin.Count > 0).ToList();
        Assert.Equal(bins.Count, columns.Count);
        double perCount = columns[0].Area.Height / bins[0].Count, perPoint = columns[0].Area.Width / (double)(bins[0].To - bins[0].From);
        Assert.All(bins.Zip(columns), pair =>
        {
            Assert.Equal(perCount * pair.First.Count, pair.Second.Area.Height, Close);
            Assert.Equal(columns[0].Area.Left + (perPoint * (double)(pair.First.From - bins[0].From)), pair.Second.Area.Left, Close);
            Assert.Equal(perPoint * (double)(pair.First.To - pair.First.From), pair.Second.Area.Width, Close);
            Assert.Equal(columns[0].Area.Bottom, pair.Second.Area.Bottom, Close);
        });
    }

    [Fact]
    public void HistogramAxis_NamesTheEdgesOfItsColumns()
    {
        var chart = Charts<HistogramChart>("40").Single();
        var picture = Assert.Single(Drawn.Draw(chart));
        var columns = chart.Bins.Where(bin => bin.Count > 0).Zip(picture.Bars);
        var ticks = picture.Texts.Where(text => text.Ink.Top > picture.Bars.First().Area.Bottom && decimal.TryParse(text.Text, out _))
            .ToDictionary(text => text.Text, text => text.X, StringComparer.Ordinal);
        var named = columns.Where(pair => ticks.ContainsKey($"{pair.First.From:0.##}")).ToList();
        Assert.NotEmpty(named);
        Assert.All(named, pair => Assert.Equal(ticks[$"{pair.First.From:0.##}"], pair.Second.Area.Left, Close));
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void ScatterMarks_StandWhereTheirValuesAre(string size)
    {
        var chart = Charts<ScatterChart>(size).Single();
        var picture = Assert.Single(Drawn.Draw(chart));
        var area = picture.Shapes.First(shape => shape.Clip is not null).Area;
        double perPoint = area.Width / (double)(chart.Axis.End - chart.Axis.Start);
        Assert.Equal(area.Width, area.Height, Close);
        var marks = picture.Shapes.Where(shape => shape is { Clip: not null, Stroke: null, Kind: "ellipse" or "path" }
            && shape.Area.Height > 4
            && shape.Area.Width < 12).ToList();
        Assert.Equal(chart.Points.Length, marks.Count);
        Assert.All(chart.Points.Zip(marks), pair =>
        {
            Assert.Equal(area.Left + (perPoint * (double)(pair.First.Across - chart.Axis.Start)), pair.Second.Area.X, 0.05);
            Assert.Equal(area.Bottom - (perPoint * (double)(pair.First.Up - chart.Axis.Start)), MiddleOf(pair.Second.Area), 0.05);
        });
    }

    [Fact]
    public void Box_LiesFromTheFirstToTheThirdQuartile_AndDotsAtTheValues()
    {
        var chart = Charts<BoxChart>("40").Single();
        var picture = Assert.Single(Drawn.Draw(chart));
        decimal[] values = [.. chart.Rows.SelectMany(row => row.Values)];
        var dots = picture.Dots.ToList();
        Assert.Equal(values.Length, dots.Count);
        var (low, high) = (dots[Array.IndexOf(values, values.Min())].Area.X, dots[Array.IndexOf(values, values.Max())].Area.X);
        double XOf(decimal value) => low + ((high - low) * (double)((value - values.Min()) / (values.Max() - values.Min())));
        Assert.All(values.Zip(dots), pair => Assert.Equal(XOf(pair.First), pair.Second.Area.X, Close));
        var rows = chart.Rows.Where(row => row.Values.Length >= BoxRow.LeastForBox).ToList();
        Assert.Equal(rows.Count, picture.Bars.Count());
        Assert.All(rows.Zip(picture.Bars), pair =>
        {
            Assert.Equal(XOf(pair.First.Quantile(0.25m)), pair.Second.Area.Left, Close);
            Assert.Equal(XOf(pair.First.Quantile(0.75m)), pair.Second.Area.Right, Close);
        });
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void HeatMapFields_HaveTheColoursOfTheirShares(string size)
    {
        var chart = Charts<HeatMapChart>(size).Single();
        var cells = chart.Groups.SelectMany(group => group.Rows.Prepend(group.Mean)).SelectMany(row => row.Cells)
            .Where(cell => cell.Share is not null);
        var fields = Drawn.Draw(chart).SelectMany(part => part.Bars);
        Assert.Equal(cells.Select(cell => ChartColors.Share((double)cell.Share!.Value)), fields.Select(field => field.Fill));
    }

    /// <summary>Height of a mark's middle; that of an equilateral triangle lies two thirds below its tip.</summary>
    private static double MiddleOf(Box mark) => mark.Height < 0.95 * mark.Width ? mark.Top + (mark.Height * 2 / 3) : mark.Y;

    private static IEnumerable<T> Charts<T>(string size)
        where T : Chart
    {
        var charts = Drawn.ChartsOf(size).OfType<T>().ToList();
        Assert.NotEmpty(charts);
        return charts;
    }

    private static void AssertProportional(IReadOnlyList<decimal> values, IReadOnlyList<DrawnShape> bars)
    {
        var (drawn, lengths) = (values.Where(value => value != 0).ToList(), bars.Where(bar => bar.Area.Width > 0).ToList());
        Assert.Equal(drawn.Count, lengths.Count);
        decimal longest = drawn.Max(Math.Abs);
        double most = lengths[drawn.FindIndex(value => Math.Abs(value) == longest)].Area.Width;
        Assert.All(drawn.Zip(lengths), pair => Assert.Equal(most * (double)(Math.Abs(pair.First) / longest),
            pair.Second.Area.Width, Close));
    }

    /// <summary>Where 0 lies, and how long 1 is, by the first bar.</summary>
    private static (double Zero, double PerUnit) ScaleOf(SvgPicture picture, decimal value)
    {
        var bar = picture.Bars.First(bar => bar.Area.Width > 0).Area;
        return (bar.Left, bar.Width / (double)value);
    }
}
