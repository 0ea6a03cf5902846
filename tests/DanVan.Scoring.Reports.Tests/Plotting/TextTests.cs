using System.Xml;
using System.Xml.Linq;
using DanVan.Scoring.Reports.Charts;

namespace DanVan.Scoring.Reports.Tests.Plotting;

/// <summary>Every text of a chart stands in its pictures; files say what they are and do not disturb each other on a page.</summary>
public sealed class TextTests
{
    public static TheoryData<string> Sizes => [.. Drawn.Sizes];

    [Theory]
    [MemberData(nameof(Sizes))]
    public void EveryTextOfAChart_StandsInItsPictures(string size)
    {
        var missing = new List<string>();
        foreach (var parts in Drawn.PicturesOf(size).GroupBy(picture => picture.Chart))
        {
            string drawn = string.Concat(parts.SelectMany(part => part.Texts).Select(text => Letters(text.Text)));
            missing.AddRange(TextsOf(parts.Key).Where(text => !drawn.Contains(Letters(text), StringComparison.Ordinal))
                .Select(text => $"{parts.Key.Name}: '{text}'"));
        }
        Assert.True(missing.Count == 0, $"{missing.Count}:\n{string.Join('\n', missing.Take(12))}");
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void EveryPart_HasTitleSubtitleAndSource(string size) => Assert.All(Drawn.PicturesOf(size), picture =>
    {
        string drawn = string.Concat(picture.Texts.Select(text => Letters(text.Text)));
        Assert.All(AroundOf(picture.Chart),
            text => Assert.Contains(Letters(text), drawn, StringComparison.Ordinal));
    });

    [Theory]
    [MemberData(nameof(Sizes))]
    public void EveryPicture_HasATitleAndADescription(string size) => Assert.All(Drawn.PicturesOf(size), picture =>
    {
        Assert.Equal(picture.Picture.Title, picture.Title);
        Assert.Equal(picture.Chart.AlternativeText, picture.Description);
        Assert.StartsWith(picture.Chart.Title, picture.Title, StringComparison.Ordinal);
        Assert.NotEmpty(picture.Description!);
        Assert.Equal("img", picture.Root.Attribute("role")?.Value);
        string[] named = picture.Root.Attribute("aria-labelledby")!.Value.Split(' ');
        Assert.Equal(named, picture.Root.Elements().Take(2).Select(element => element.Attribute("id")?.Value));
    });

    [Fact]
    public void Ids_BeginWithThePicturesName_AndAreUniqueOnAPage()
    {
        var result = Drawn.ResultOf("664");
        var pictures = ChartBuilder.Build(result).Charts.SelectMany(chart => Drawn.Draw(chart)).ToList();
        var ids = pictures.SelectMany(picture => picture.Root.Descendants().Attributes("id")
            .Select(id => (picture.Picture.Name, id.Value))).ToList();
        Assert.All(ids, id => Assert.StartsWith(id.Name + "-", id.Value, StringComparison.Ordinal));
        Assert.Equal(ids.Count, ids.Select(id => id.Value).Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void EveryReference_IsToAnIdOfThePicture(string size) => Assert.All(Drawn.PicturesOf(size), picture =>
    {
        var ids = picture.Root.Descendants().Attributes("id").Select(id => $"url(#{id.Value})").ToHashSet(StringComparer.Ordinal);
        Assert.All(picture.Root.Descendants().Attributes().Where(attribute => attribute.Value.StartsWith("url(", StringComparison.Ordinal)),
            attribute => Assert.Contains(attribute.Value, ids));
    });

    [Theory]
    [MemberData(nameof(Sizes))]
    public void EveryText_StandsAtOnePlace(string size) => Assert.All(Drawn.PicturesOf(size).SelectMany(picture => picture.Texts), text =>
    {
        Assert.All(text.Element.Attributes().Where(attribute => attribute.Name.LocalName is "x" or "y"),
            attribute => Assert.Matches(@"^-?\d+(\.\d+)?$", attribute.Value));
        Assert.Equal(text.IsUpright ? 0 : 2, text.Element.Attributes().Count(attribute => attribute.Name.LocalName is "x" or "y"));
        Assert.Empty(text.Element.Elements());
    });

    [Fact]
    public void TextLength_IsThatOfTheOwnFont() => Assert.All(Drawn.PicturesOf("40").SelectMany(picture => picture.Texts), text =>
    {
        if (text.Element.Attribute("textLength")?.Value is { } length)
            Assert.Equal(Reports.Plotting.TextRuler.Width(text.Text, text.Element.Attribute("font-weight") is not null, text.Size),
                SvgPicture.Number(length), 0.01);
    });

    [Fact]
    public void GreyPalette_HasOnlyGreys()
    {
        string[] colours = [.. Drawn.PicturesOf("40", palette: Reports.Plotting.ChartPalette.Grey)
            .SelectMany(picture => picture.Root.Descendants())
            .SelectMany(element => element.Attributes()).Where(attribute => attribute.Name.LocalName is "fill" or "stroke")
            .Select(attribute => attribute.Value).Distinct()];
        Assert.True(colours.Length > 5);
        Assert.All(colours, colour => Assert.True(colour is "none" or "white" or "black" or "gray" or "silver" || IsGrey(colour), colour));
    }

    [Theory]
    [InlineData("<b>&\"'</b>]]>")]
    [InlineData("a\u0007b\u0000c\uFFFFd")]
    [InlineData("tab\there\nthere")]
    [InlineData("\u202Engược\u202C")]
    public void HostileName_IsShownAsText(string name)
    {
        var made = new Made(4) { Group = _ => "g", Name = unit => $"{name}{unit}" };
        foreach (var picture in ChartBuilder.Build(made.Score()).Charts.SelectMany(chart => Drawn.Draw(chart)))
        {
            Assert.DoesNotContain(picture.Root.Descendants(), element => element.Name.LocalName == "b");
            if (picture.Chart is RankingChart)
                Assert.Contains(Letters(name), string.Concat(picture.Texts.Select(text => Letters(text.Text))), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void ControlCharacters_AreNotDrawnInPngEither()
    {
        // The font has no letter for them: what is drawn is what the SVG says.
        var picture = Assert.Single(Reports.Plotting.ChartRenderer.Draw(RankingOf("a\u0007b")));
        var clean = Assert.Single(Reports.Plotting.ChartRenderer.Draw(RankingOf("ab")));
        Assert.Equal(PngFile.BytesOf(clean), PngFile.BytesOf(picture));
    }

    [Fact]
    public void NameOf200LettersWithoutSpace_IsBrokenAndWhole()
    {
        string name = string.Concat(Enumerable.Repeat("Đơnvịdài", 25));
        foreach (var picture in Drawn.All((new Made(5) { Group = _ => "g", Name = unit => name + unit }).Score()))
            Assert.All(picture.Texts, text => Assert.True(text.Ink.Right <= picture.Canvas.Right && text.Ink.Left >= 0,
                $"{picture.Chart.Name}: {text.Text}"));
    }

    private static RankingChart RankingOf(string name) =>
        (Made.Plain(90, 60) with { Name = unit => unit == 0 ? name : "x" }).Score().Only<RankingChart>();

    /// <summary>What a reader has to find of a chart.</summary>
    private static IEnumerable<string> TextsOf(Chart chart) => AroundOf(chart).Concat(chart switch
    {
        RankingChart ranking => ranking.Bars.SelectMany(bar => new[] { bar.Label, bar.ValueText, bar.Note })
            .Concat(ranking.Thresholds.Select(edge => edge.Label)).Concat(ranking.Legend.Select(key => key.Name))
                .Append(ranking.Gap?.Text ?? ""),
        BulletChart bullets => bullets.Rows.SelectMany(row => new[] { row.Label, row.ValueText, row.MarkText })
            .Append(bullets.Rows.Any(row => row.Mark is not null) ? bullets.Keys.Mark : "")
            .Append(bullets.Rows.Any(row => row.Last is not null) ? bullets.Keys.Last : ""),
        StackChart stack => stack.Rows.SelectMany(row => new[] { row.Label, row.Text, row.LastText })
            .Concat(stack.Legend.Select(key => key.Name)),
        HistogramChart histogram => histogram.Thresholds.Append(histogram.Median).Select(edge => edge.Label).Append(histogram.Units)
            .Concat(histogram.Bins.Where(bin => bin.Count > 0).Select(bin => $"{bin.Count}")),
        BoxChart boxes => boxes.Rows.SelectMany(row => new[] { row.Label, row.Text }).Concat(boxes.Thresholds.Select(edge => edge.Label)),
        HeatMapChart heatMap => heatMap.Columns.Concat(heatMap.Groups.SelectMany(group => group.Rows.Prepend(group.Mean))
            .SelectMany(row => row.Cells.Select(cell => cell.Text).Prepend(row.Label))),
        ParetoChart pareto => pareto.Rows.SelectMany(row => new[] { row.Label, row.Text })
            .Append(pareto.Keys.Share).Append(pareto.Keys.Sum),
        DifferenceChart differences => differences.Rows.SelectMany(row => new[] { row.Label, row.Text }),
        ScatterChart scatter => scatter.Points.Where(point => point.IsNamed).Select(point => point.Label)
            .Concat(scatter.Keys).Append(scatter.AcrossText).Append(scatter.UpText).Append(scatter.EqualText),
        _ => throw new InvalidOperationException($"The test does not know {chart.GetType()}."),
    });

    private static string[] AroundOf(Chart chart) => [chart.Title, chart.Subtitle, chart.Source, chart.Footnote];

    private static bool IsGrey(string colour) => colour.Length switch
    {
        4 => colour[1] == colour[2] && colour[2] == colour[3],
        7 => colour[1..3] == colour[3..5] && colour[3..5] == colour[5..7],
        _ => false,
    };

    private static string Letters(string text) =>
        string.Concat(text.Where(letter => !char.IsWhiteSpace(letter) && XmlConvert.IsXmlChar(letter)));
}
