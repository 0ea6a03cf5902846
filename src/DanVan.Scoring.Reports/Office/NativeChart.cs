using DanVan.Scoring.Files.Workbooks;
using DocumentFormat.OpenXml;
using A = DocumentFormat.OpenXml.Drawing;
using C = DocumentFormat.OpenXml.Drawing.Charts;

namespace DanVan.Scoring.Reports.Office;

/// <summary>A bar chart that Word and Excel draw themselves, so that people can edit it.</summary>
internal sealed record NativeChart
{
    /// <summary>Title.</summary>
    public required string Title { get; init; }

    /// <summary>What each bar, or stack of bars, is.</summary>
    public required ImmutableArray<string> Categories { get; init; }

    /// <summary>The cells that hold them, such as <c>'Sheet 1'!$A$2:$A$9</c>.</summary>
    public string CategoryRange { get; init; } = "";

    /// <summary>The values, a series a colour.</summary>
    public required ImmutableArray<NativeSeries> Series { get; init; }

    /// <summary>True if the values of a category stand in one bar.</summary>
    public bool IsStacked { get; init; }

    /// <summary>Right end of the axis; null to leave it to the program.</summary>
    public decimal? AxisEnd { get; init; }

    /// <summary>How values are shown, as a number format.</summary>
    public required string Format { get; init; }

    /// <summary>The chart for a part of a document.</summary>
    /// <param name="externalData">Relationship of the embedded workbook; null in a workbook.</param>
    public C.ChartSpace Create(string? externalData = null)
    {
        var bars = new C.BarChart(
            new C.BarDirection { Val = C.BarDirectionValues.Bar },
            new C.BarGrouping { Val = IsStacked ? C.BarGroupingValues.Stacked : C.BarGroupingValues.Clustered },
            new C.VaryColors { Val = false });
        foreach (var (index, series) in Series.Index())
            bars.Append(Create(series, (uint)index));
        bars.Append(new C.GapWidth { Val = 40 });
        if (IsStacked)
            bars.Append(new C.Overlap { Val = 100 });
        bars.Append(new C.AxisId { Val = 1 }, new C.AxisId { Val = 2 });
        var scaling = new C.Scaling(new C.Orientation { Val = C.OrientationValues.MinMax });
        if (AxisEnd is { } end)
            scaling.Append(new C.MaxAxisValue { Val = (double)end });
        scaling.Append(new C.MinAxisValue { Val = 0 });
        var plot = new C.PlotArea(new C.Layout(), bars,
            Axis<C.CategoryAxis>(1, new C.Scaling(new C.Orientation { Val = C.OrientationValues.MaxMin }), // the first at the top
                C.AxisPositionValues.Left, C.TickLabelPositionValues.Low, C.CrossesValues.AutoZero),
            Axis<C.ValueAxis>(2, scaling, C.AxisPositionValues.Bottom, C.TickLabelPositionValues.NextTo, C.CrossesValues.Maximum,
                new C.MajorGridlines(new C.ChartShapeProperties(new A.Outline(Solid("D9D9D9"))))));
        var chart = new C.Chart(
            new C.Title(
                new C.ChartText(new C.RichText(new A.BodyProperties(), new A.Paragraph(
                    new A.ParagraphProperties(new A.DefaultRunProperties { FontSize = 1200, Bold = true }),
                    new A.Run(
                        new A.RunProperties { Language = "vi-VN", FontSize = 1200, Bold = true }, new A.Text(OfficeText.Clean(Title)))))),
                new C.Overlay { Val = false }),
            new C.AutoTitleDeleted { Val = false },
            plot);
        if (Series.Length > 1)
            chart.Append(new C.Legend(new C.LegendPosition { Val = C.LegendPositionValues.Bottom }, new C.Overlay { Val = false }, TextOf()));
        chart.Append(new C.PlotVisibleOnly { Val = true }, new C.DisplayBlanksAs { Val = C.DisplayBlanksAsValues.Gap });
        var space = new C.ChartSpace(new C.Date1904 { Val = false }, new C.RoundedCorners { Val = false }, chart,
            TextOf(new A.DefaultRunProperties(new A.LatinFont { Typeface = OfficeText.FontName })));
        if (externalData is not null)
            space.Append(new C.ExternalData(new C.AutoUpdate { Val = false }) { Id = externalData });
        return space;
    }

    private C.BarChartSeries Create(NativeSeries series, uint index)
    {
        var bar = new C.BarChartSeries(
            new C.Index { Val = index },
            new C.Order { Val = index },
            new C.SeriesText(Strings(series.NameCell, [series.Name])),
            Filled(series.Color),
            new C.InvertIfNegative { Val = false });
        foreach (var (point, color) in series.PointColors.Index())
            if (color != series.Color)
                bar.Append(new C.DataPoint(
                    new C.Index { Val = (uint)point }, new C.InvertIfNegative { Val = false },
                    new C.Bubble3D { Val = false }, Filled(color)));
        bar.Append(
            new C.DataLabels(
                new C.NumberingFormat { FormatCode = Format, SourceLinked = false },
                new C.ChartShapeProperties(new A.NoFill(), new A.Outline(new A.NoFill())),
                TextOf(series.LabelColor),
                new C.ShowLegendKey { Val = false },
                new C.ShowValue { Val = true },
                new C.ShowCategoryName { Val = false },
                new C.ShowSeriesName { Val = false },
                new C.ShowPercent { Val = false },
                new C.ShowBubbleSize { Val = false }),
            new C.CategoryAxisData(Strings(CategoryRange, Categories)),
            new C.Values(new C.NumberReference(new C.Formula(series.Range), new C.NumberingCache(
            [
                new C.FormatCode("General"), new C.PointCount { Val = (uint)series.Values.Length },
                .. series.Values.Index().Where(value => value.Item is not null).Select(value =>
                    new C.NumericPoint(new C.NumericValue(OfficeText.Number(value.Item!.Value))) { Index = (uint)value.Index }),
            ]))));
        return bar;
    }

    /// <summary>An axis; each crosses the other one of the two.</summary>
    private static T Axis<T>(
        uint id, C.Scaling scaling, C.AxisPositionValues position, C.TickLabelPositionValues labels, C.CrossesValues crosses,
        C.MajorGridlines? lines = null)
        where T : OpenXmlCompositeElement, new()
    {
        var axis = new T();
        axis.Append(new C.AxisId { Val = id }, scaling, new C.Delete { Val = false }, new C.AxisPosition { Val = position });
        if (lines is not null)
            axis.Append(lines);
        axis.Append(
            new C.NumberingFormat { FormatCode = "General", SourceLinked = false },
            new C.MajorTickMark { Val = C.TickMarkValues.None },
            new C.MinorTickMark { Val = C.TickMarkValues.None },
            new C.TickLabelPosition { Val = labels },
            TextOf(),
            new C.CrossingAxis { Val = 3 - id },
            new C.Crosses { Val = crosses });
        return axis;
    }

    private static C.StringReference Strings(string range, IReadOnlyCollection<string> texts) => new(
        new C.Formula(range), new C.StringCache(
    [
        new C.PointCount { Val = (uint)texts.Count },
        .. texts.Select((text, i) => new C.StringPoint(new C.NumericValue(OfficeText.Clean(text))) { Index = (uint)i }),
    ]));

    private static A.SolidFill Solid(string color) => new(new A.RgbColorModelHex { Val = color.TrimStart('#') });

    private static C.ChartShapeProperties Filled(string color) => new(Solid(color), new A.Outline(Solid("333333")) { Width = 6350 });

    private static C.TextProperties TextOf(string color = "000000") => TextOf(new A.DefaultRunProperties(Solid(color)) { FontSize = 900 });

    private static C.TextProperties TextOf(A.DefaultRunProperties look) => new(new A.BodyProperties(), new A.Paragraph(
        new A.ParagraphProperties(look), new A.EndParagraphRunProperties { Language = "vi-VN" }));

    /// <summary>What stands for the chart where a document shows it.</summary>
    /// <param name="id">Relationship of its part.</param>
    public static A.Graphic Graphic(string id) =>
        new(new A.GraphicData(new C.ChartReference { Id = id }) { Uri = "http://schemas.openxmlformats.org/drawingml/2006/chart" });

    /// <summary>The chart over a table that begins in column A: a row a category below the row of headers, a column a series.</summary>
    public NativeChart Below(string sheet, long header) => Over(sheet, header, header + 1, header + Categories.Length, 0, 1);

    /// <summary>The chart over cells of a sheet.</summary>
    /// <param name="sheet">Name of the sheet.</param>
    /// <param name="header">Row of the headers.</param>
    /// <param name="first">First row of the categories.</param>
    /// <param name="last">Last row of the categories.</param>
    /// <param name="column">Column of their names.</param>
    /// <param name="values">Column of the first series.</param>
    public NativeChart Over(string sheet, long header, long first, long last, int column, int values) => this with
    {
        CategoryRange = SheetAddress.Range(sheet, column, first, last),
        Series = [.. Series.Select((series, index) => series with
        {
            NameCell = SheetAddress.Cell(sheet, values + index, header),
            Range = SheetAddress.Range(sheet, values + index, first, last),
        })],
    };
}

/// <summary>Values of one meaning.</summary>
/// <param name="Name">What they are.</param>
/// <param name="Values">A value a category; null for none.</param>
/// <param name="Color">Colour, such as <c>#0B3C6F</c>.</param>
internal sealed record NativeSeries(string Name, ImmutableArray<decimal?> Values, string Color)
{
    /// <summary>The cell that holds what they are.</summary>
    public string NameCell { get; init; } = "";

    /// <summary>The cells that hold them.</summary>
    public string Range { get; init; } = "";

    /// <summary>Colours of single bars; empty if all are alike.</summary>
    public ImmutableArray<string> PointColors { get; init; } = [];

    /// <summary>Colour of the values written on bars.</summary>
    public string LabelColor { get; init; } = "000000";
}
