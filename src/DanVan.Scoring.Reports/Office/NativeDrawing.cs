using DanVan.Scoring.Files.Workbooks;
using DanVan.Scoring.Reports.Charts;
using A = DocumentFormat.OpenXml.Drawing;
using C = DocumentFormat.OpenXml.Drawing.Charts;

namespace DanVan.Scoring.Reports.Office;

/// <summary>A chart as the part of a document that holds it.</summary>
/// <param name="chart">The chart.</param>
/// <param name="width">Its width in points.</param>
internal sealed class NativeDrawing(NativeChart chart, double width)
{
    private readonly NativeLayout _layout = NativeLayout.Of(chart, width);

    private bool IsUpright => chart.Form == NativeForm.Columns;

    /// <summary>What stands for a chart where a document shows it.</summary>
    /// <param name="id">Relationship of its part.</param>
    public static A.Graphic Graphic(string id) =>
        new(new A.GraphicData(new C.ChartReference { Id = id }) { Uri = "http://schemas.openxmlformats.org/drawingml/2006/chart" });

    /// <summary>The part.</summary>
    /// <param name="externalData">Relationship of the embedded workbook; null in a workbook.</param>
    public C.ChartSpace Create(string? externalData = null)
    {
        var bars = new C.BarChart(
            new C.BarDirection { Val = IsUpright ? C.BarDirectionValues.Column : C.BarDirectionValues.Bar },
            new C.BarGrouping
            {
                Val = chart.Form == NativeForm.Shares ? C.BarGroupingValues.PercentStacked : C.BarGroupingValues.Clustered,
            },
            new C.VaryColors { Val = false });
        foreach (var (index, series) in chart.Series.Index())
            bars.Append(Bars(series, (uint)index));
        bars.Append(new C.GapWidth { Val = IsUpright ? (ushort)5 : (ushort)40 });
        if (chart.Form is NativeForm.Shares or NativeForm.Single)
            bars.Append(new C.Overlap { Val = 100 });
        bars.Append(new C.AxisId { Val = 1 }, new C.AxisId { Val = 2 });
        var drawn = new C.Chart(
            Title(), new C.AutoTitleDeleted { Val = false }, new C.PlotArea(Place(), bars, CategoryAxis(), ValueAxis()));
        if (chart.HasLegend)
            drawn.Append(new C.Legend(
            [
                new C.LegendPosition { Val = C.LegendPositionValues.Bottom },
                .. chart.Series.Index().Where(series => !series.Item.IsNamed).Select(series =>
                    new C.LegendEntry(new C.Index { Val = (uint)series.Index }, new C.Delete { Val = true })),
                new C.Overlay { Val = false }, TextOf(),
            ]));
        drawn.Append(new C.PlotVisibleOnly { Val = true }, new C.DisplayBlanksAs { Val = C.DisplayBlanksAsValues.Gap });
        var space = new C.ChartSpace(new C.Date1904 { Val = false }, new C.RoundedCorners { Val = false }, drawn,
            TextOf(new A.DefaultRunProperties(new A.LatinFont { Typeface = OfficeText.FontName })));
        if (externalData is not null)
            space.Append(new C.ExternalData(new C.AutoUpdate { Val = false }) { Id = externalData });
        return space;
    }

    private C.Title Title()
    {
        var text = new C.RichText(new A.BodyProperties(), Paragraph(chart.Title, NativeLayout.TitleSize, isBold: true));
        if (chart.Subtitle.Length > 0)
            text.Append(Paragraph(chart.Subtitle, NativeLayout.TextSize, isBold: false));
        return new C.Title(new C.ChartText(text), new C.Overlay { Val = false });

        static A.Paragraph Paragraph(string text, double size, bool isBold)
        {
            int hundredths = (int)(size * 100);
            return new A.Paragraph(
                new A.ParagraphProperties(new A.DefaultRunProperties { FontSize = hundredths, Bold = isBold }),
                new A.Run(
                    new A.RunProperties { Language = "vi-VN", FontSize = hundredths, Bold = isBold }, new A.Text(OfficeText.Clean(text))));
        }
    }

    /// <summary>Where the plot stands, without its names and numbers.</summary>
    private C.Layout Place() => new(new C.ManualLayout(
        new C.LayoutTarget { Val = C.LayoutTargetValues.Inner },
        new C.LeftMode { Val = C.LayoutModeValues.Edge }, new C.TopMode { Val = C.LayoutModeValues.Edge },
        new C.Left { Val = Share(_layout.Left) }, new C.Top { Val = Share(_layout.Top / _layout.Height) },
        new C.Width { Val = Share(1 - _layout.Left - (IsUpright ? 0.02 : NativeLayout.Right)) },
        new C.Height { Val = Share(_layout.Plot / _layout.Height) }));

    private static double Share(double value) => Math.Round(value, 4);

    private C.BarChartSeries Bars(NativeSeries series, uint index)
    {
        var bar = new C.BarChartSeries(
            new C.Index { Val = index }, new C.Order { Val = index }, new C.SeriesText(Strings(series.NameCell, [series.Name])),
            Filled(series.Fill), new C.InvertIfNegative { Val = false });
        foreach (var (point, fill) in series.Fills.Index())
            if (fill != series.Fill)
                bar.Append(new C.DataPoint(
                    new C.Index { Val = (uint)point }, new C.InvertIfNegative { Val = false },
                    new C.Bubble3D { Val = false }, Filled(fill)));
        bool isInside = chart.Form == NativeForm.Shares, isWhite = isInside && series.Fill.Pattern != Pattern.None;
        bar.Append(
            new C.DataLabels(
                new C.NumberingFormat { FormatCode = chart.Format, SourceLinked = false },
                new C.ChartShapeProperties(isWhite ? Solid(ChartColors.White) : new A.NoFill(), new A.Outline(new A.NoFill())),
                TextOf(isInside ? ChartColors.InkOn(series.Fill.Color) : "#000000"),
                new C.DataLabelPosition { Val = isInside ? C.DataLabelPositionValues.Center : C.DataLabelPositionValues.OutsideEnd },
                new C.ShowLegendKey { Val = false }, new C.ShowValue { Val = true }, new C.ShowCategoryName { Val = false },
                new C.ShowSeriesName { Val = false }, new C.ShowPercent { Val = false }, new C.ShowBubbleSize { Val = false }),
            new C.CategoryAxisData(Strings(chart.CategoryRange, chart.Categories)),
            new C.Values(new C.NumberReference(new C.Formula(series.Range), new C.NumberingCache(
            [
                new C.FormatCode("General"), new C.PointCount { Val = (uint)series.Values.Length },
                .. series.Values.Index().Where(value => value.Item is not null).Select(value =>
                    new C.NumericPoint(new C.NumericValue(OfficeText.Number(value.Item!.Value))) { Index = (uint)value.Index }),
            ]))));
        return bar;
    }

    /// <summary>The names, the first at the top; none is skipped.</summary>
    private C.CategoryAxis CategoryAxis() => new(
        new C.AxisId { Val = 1 },
        new C.Scaling(new C.Orientation { Val = IsUpright ? C.OrientationValues.MinMax : C.OrientationValues.MaxMin }),
        new C.Delete { Val = false },
        new C.AxisPosition { Val = IsUpright ? C.AxisPositionValues.Bottom : C.AxisPositionValues.Left },
        new C.NumberingFormat { FormatCode = "General", SourceLinked = false },
        new C.MajorTickMark { Val = C.TickMarkValues.None }, new C.MinorTickMark { Val = C.TickMarkValues.None },
        new C.TickLabelPosition { Val = C.TickLabelPositionValues.Low },
        TextOf(turn: IsUpright ? -5_400_000 : 0),
        new C.CrossingAxis { Val = 2 }, new C.Crosses { Val = C.CrossesValues.AutoZero },
        new C.AutoLabeled { Val = false }, new C.LabelAlignment { Val = C.LabelAlignmentValues.Center }, new C.LabelOffset { Val = 50 },
        new C.TickLabelSkip { Val = 1 }, new C.NoMultiLevelLabels { Val = false });

    private C.ValueAxis ValueAxis()
    {
        var scaling = new C.Scaling(new C.Orientation { Val = C.OrientationValues.MinMax });
        if (chart.AxisEnd is { } end)
            scaling.Append(new C.MaxAxisValue { Val = (double)end });
        if (chart.AxisStart is { } start)
            scaling.Append(new C.MinAxisValue { Val = (double)start });
        var axis = new C.ValueAxis(
            new C.AxisId { Val = 2 }, scaling, new C.Delete { Val = false },
            new C.AxisPosition { Val = IsUpright ? C.AxisPositionValues.Left : C.AxisPositionValues.Bottom },
            new C.MajorGridlines(new C.ChartShapeProperties(new A.Outline(Solid(ChartColors.Grid)))),
            new C.NumberingFormat { FormatCode = chart.AxisFormat, SourceLinked = false },
            new C.MajorTickMark { Val = C.TickMarkValues.None }, new C.MinorTickMark { Val = C.TickMarkValues.None },
            new C.TickLabelPosition { Val = C.TickLabelPositionValues.NextTo },
            TextOf(),
            new C.CrossingAxis { Val = 1 },
            new C.Crosses { Val = IsUpright ? C.CrossesValues.AutoZero : C.CrossesValues.Maximum },
            new C.CrossBetween { Val = C.CrossBetweenValues.Between });
        if (chart.AxisStep is { } step)
            axis.Append(new C.MajorUnit { Val = (double)step });
        return axis;
    }

    private static C.StringReference Strings(string range, IReadOnlyCollection<string> texts) => new(
        new C.Formula(range), new C.StringCache(
    [
        new C.PointCount { Val = (uint)texts.Count },
        .. texts.Select((text, i) => new C.StringPoint(new C.NumericValue(OfficeText.Clean(text))) { Index = (uint)i }),
    ]));

    private static A.RgbColorModelHex Color(string color) => new() { Val = color.TrimStart('#') };

    private static A.SolidFill Solid(string color) => new(Color(color));

    private static C.ChartShapeProperties Filled(NativeFill fill) => new(
        fill.Pattern == Pattern.None ? Solid(fill.Color)
            : new A.PatternFill(new A.ForegroundColor(Color("#000000")), new A.BackgroundColor(Color(fill.Color)))
            {
                Preset = fill.Pattern == Pattern.Stripes ? A.PresetPatternValues.WideUpwardDiagonal : A.PresetPatternValues.DiagonalCross,
            },
        new A.Outline(Solid(ChartColors.Outline)) { Width = 6350 });

    private static C.TextProperties TextOf(string color = "#000000", int turn = 0) =>
        TextOf(new A.DefaultRunProperties(Solid(color)) { FontSize = (int)(NativeLayout.TextSize * 100) }, turn);

    private static C.TextProperties TextOf(A.DefaultRunProperties look, int turn = 0) => new(
        turn == 0 ? new A.BodyProperties() : new A.BodyProperties { Rotation = turn, Vertical = A.TextVerticalValues.Horizontal },
        new A.Paragraph(new A.ParagraphProperties(look), new A.EndParagraphRunProperties { Language = "vi-VN" }));
}
