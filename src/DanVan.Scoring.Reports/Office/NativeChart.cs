using DanVan.Scoring.Files.Workbooks;
using DanVan.Scoring.Reports.Charts;

namespace DanVan.Scoring.Reports.Office;

/// <summary>A chart of bars that Word and Excel draw themselves, so that people can edit it.</summary>
internal sealed record NativeChart
{
    /// <summary>Most bars; beyond, the first and the last.</summary>
    public const int MostBars = 40;

    private const int MostLetters = 250;

    /// <summary>Title: the finding.</summary>
    public required string Title { get; init; }

    /// <summary>What was measured, of whom, when; below the title, empty where a caption says it.</summary>
    public string Subtitle { get; init; } = "";

    /// <summary>The chart in words.</summary>
    public string Description { get; init; } = "";

    /// <summary>What each bar, or stack of bars, is.</summary>
    public required ImmutableArray<string> Categories
    {
        get;
        init => field = [.. value.Select(text => OfficeText.Clean(text, MostLetters))];
    }

    /// <summary>Which item of the whole each category is, from 0; -1 for what stands for several.</summary>
    public ImmutableArray<int> Places { get => field.IsDefault ? [.. Enumerable.Range(0, Categories.Length)] : field; init; }

    /// <summary>How many items the whole has.</summary>
    public int All { get => Math.Max(field, Shown); init; }

    /// <summary>How many of them are shown.</summary>
    public int Shown => Places.Count(place => place >= 0);

    /// <summary>Before which category items are left out; 0 if none are, or only the last.</summary>
    public int Break => Enumerable.Range(1, Math.Max(0, Places.Length - 1)).FirstOrDefault(i => Places[i] > Places[i - 1] + 1);

    /// <summary>The cells that hold the categories, such as <c>'Sheet 1'!$A$2:$A$9</c>.</summary>
    public string CategoryRange { get; init; } = "";

    /// <summary>The values.</summary>
    public required ImmutableArray<NativeSeries> Series { get; init; }

    /// <summary>How the values of a category stand together.</summary>
    public NativeForm Form { get; init; }

    /// <summary>Right or upper end of the axis; null to leave it to the program.</summary>
    public decimal? AxisEnd { get; init; }

    /// <summary>Left or lower end of the axis; null to leave it to the program.</summary>
    public decimal? AxisStart { get; init; } = 0;

    /// <summary>Distance of the numbers on the axis; null to leave it to the program.</summary>
    public decimal? AxisStep { get; init; }

    /// <summary>How values are shown, as a number format.</summary>
    public required string Format { get; init; }

    /// <summary>How numbers on the axis are shown.</summary>
    public string AxisFormat { get; init; } = "General";

    /// <summary>True if colours need words.</summary>
    public bool HasLegend => Series.Length > 1;

    /// <summary>True if the last matter as much as the first, so that a cut leaves out those between.</summary>
    public bool HasEnds { get; init; }

    /// <summary>The chart with as many categories as have room.</summary>
    /// <param name="width">Width in points.</param>
    /// <param name="height">Most height in points.</param>
    /// <param name="between">Names so many items between the first and the last, for a line without values; null for no such line.</param>
    public NativeChart Fit(double width, double height, Func<int, string>? between = null)
    {
        if (Form == NativeForm.Columns)
            return this;
        if (Categories.Length <= MostBars && Fits(this, out var whole))
            return whole;
        for (int bars = Math.Min(Categories.Length - 1, HasEnds ? 2 * ChartBuilder.MostEnds : MostBars); bars > 1; bars--)
            if (Fits(Take(bars), out var cut))
                return cut;
        return Take(1);

        bool Fits(NativeChart chart, out NativeChart bridged)
        {
            bridged = chart.Bridged(between);
            return NativeLayout.Of(bridged, width).Height <= height;
        }
    }

    private NativeChart Take(int bars) => Pick(HasEnds
        ? [.. Enumerable.Range(0, (bars + 1) / 2), .. Enumerable.Range(Categories.Length - (bars / 2), bars / 2)]
        : [.. Enumerable.Range(0, bars)]);

    private NativeChart Pick(int[] bars) => this with
    {
        All = All,
        Categories = [.. bars.Select(bar => Categories[bar])],
        Places = [.. bars.Select(bar => Places[bar])],
        Series = [.. Series.Select(series => series with
        {
            Values = [.. bars.Select(bar => series.Values[bar])],
            Fills = series.Fills.IsEmpty ? [] : [.. bars.Select(bar => series.Fills[bar])],
        })],
    };

    private NativeChart Bridged(Func<int, string>? name)
    {
        int at = Break;
        return at == 0 || name is null ? this : this with
        {
            All = All,
            Categories = Categories.Insert(at, name(Places[at] - Places[at - 1] - 1)),
            Places = Places.Insert(at, -1),
            Series = [.. Series.Select(series => series with
            {
                Values = series.Values.Insert(at, null),
                Fills = series.Fills.IsEmpty ? [] : series.Fills.Insert(at, series.Fill),
            })],
        };
    }

    /// <summary>
    /// The chart with all values in one series, of which the legend names nothing: where they stand in one column of cells.
    /// What the legend names has no values. A series without anything ends it, since LibreOffice counts the entries of the
    /// legend from the other end.
    /// </summary>
    /// <param name="name">What the values are.</param>
    public NativeChart Merged(string name)
    {
        int[] owners = [.. Categories.Select((_, row) =>
            Series.Index().FirstOrDefault(series => series.Item.Values[row] is not null).Index)];
        return this with
        {
            Series =
            [
                new NativeSeries(name, [.. owners.Select((owner, row) => Series[owner].Values[row])], Series[0].Fill)
                { Fills = [.. owners.Select(owner => Series[owner].Fill)], IsNamed = false },
                .. Series.Select(series => series with { Values = [null] }),
                new NativeSeries("", [null], Series[0].Fill) { IsNamed = false },
            ],
        };
    }

    /// <summary>The chart over a table that begins in column A: a row a category below the row of headers, a column a series.</summary>
    public NativeChart Below(string sheet, long header) => this with
    {
        CategoryRange = SheetAddress.Range(sheet, 0, header + 1, header + Categories.Length),
        Series = [.. Series.Select((series, index) => series with
        {
            NameCell = SheetAddress.Cell(sheet, index + 1, header),
            Range = SheetAddress.Range(sheet, index + 1, header + 1, header + Categories.Length),
        })],
    };
}

/// <summary>How the values of a category stand together.</summary>
internal enum NativeForm
{
    /// <summary>Bars to the right, one below the other.</summary>
    Bars,

    /// <summary>Bars to the right of which a category has one, whatever its meaning.</summary>
    Single,

    /// <summary>One bar over the whole width, cut into shares.</summary>
    Shares,

    /// <summary>Bars upwards.</summary>
    Columns,
}

/// <summary>Values of one meaning.</summary>
/// <param name="Name">What they are.</param>
/// <param name="Values">A value a category; null for none.</param>
/// <param name="Fill">How their bars are filled.</param>
internal sealed record NativeSeries(string Name, ImmutableArray<decimal?> Values, NativeFill Fill)
{
    /// <summary>The cell that holds what they are.</summary>
    public string NameCell { get; init; } = "";

    /// <summary>The cells that hold them.</summary>
    public string Range { get; init; } = "";

    /// <summary>How single bars are filled; empty if all are alike.</summary>
    public ImmutableArray<NativeFill> Fills { get; init; } = [];

    /// <summary>False if the legend does not name it, because it names what its bars stand for.</summary>
    public bool IsNamed { get; init; } = true;
}

/// <summary>How a bar is filled.</summary>
/// <param name="Color">Colour, such as <c>#0B3C6F</c>.</param>
/// <param name="Pattern">Lines upon it.</param>
internal readonly record struct NativeFill(string Color, Pattern Pattern = Pattern.None)
{
    /// <summary>That of a rating, or of what stands in place of one.</summary>
    public static NativeFill Of(Tone tone) => new(ChartColors.Of(tone), ChartColors.PatternOf(tone));

    /// <summary>That of what is as it should be, or rose.</summary>
    public static NativeFill Good => new(ChartColors.Good);

    /// <summary>That of what is not, or fell.</summary>
    public static NativeFill Bad => new(ChartColors.Bad, Pattern.Stripes);
}
