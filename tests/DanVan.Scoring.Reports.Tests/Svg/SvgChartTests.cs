using System.Globalization;
using System.Text;
using System.Xml.Linq;
using DanVan.Scoring.Data;
using DanVan.Scoring.Diagnostics;
using DanVan.Scoring.Loading;
using DanVan.Scoring.Reports.Charts;
using DanVan.Scoring.Reports.Svg;
using DanVan.Scoring.Results;
using DanVan.Scoring.Values;

namespace DanVan.Scoring.Reports.Tests.Svg;

/// <summary>Charts of few and many units, long names, ties, nobody scored: nothing overlaps, nothing leaves the canvas, lengths are the data.</summary>
public sealed class SvgChartTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public static TheoryData<int, bool, bool> Sizes => new() { { 1, false, false }, { 5, true, false }, { 40, false, false }, { 200, true, false }, { 5, false, true }, { 250, false, false } };

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Charts_NothingOverlapsOrLeavesTheCanvas(int units, bool longNames, bool allFaulty)
    {
        foreach (var chart in AllCharts(Evaluate(units, longNames, allFaulty)))
        {
            var svg = Render(chart);
            double[] box = [.. svg.Attribute("viewBox")!.Value.Split(' ').Select(Number)];
            var texts = svg.Elements(Svg + "text").Select(BoxOf).ToList();
            Assert.NotEmpty(texts);
            Assert.All(texts, text => Assert.True(text.Left >= 0 && text.Right <= box[2] && text.Top >= 0 && text.Bottom <= box[3], $"{chart.Name}: '{text.Text}' leaves the canvas"));
            foreach (var (i, text) in texts.Index())
                foreach (var other in texts.Skip(i + 1).Where(other => other.Top < text.Bottom && text.Top < other.Bottom))
                    Assert.True(text.Right <= other.Left || other.Right <= text.Left, $"{chart.Name}: '{text.Text}' and '{other.Text}' overlap");
            foreach (var rectangle in svg.Elements(Svg + "rect"))
                Assert.True(Number(rectangle, "x") >= 0 && Number(rectangle, "x") + Number(rectangle, "width") <= box[2] + 0.01, $"{chart.Name}: a bar leaves the canvas");
        }
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Charts_TextIsNeverBelowNinePoints(int units, bool longNames, bool allFaulty)
    {
        foreach (var chart in AllCharts(Evaluate(units, longNames, allFaulty)))
        {
            var svg = Render(chart);
            double centimetres = Number(svg.Attribute("width")!.Value.Replace("cm", "", StringComparison.Ordinal));
            double pointsPerUnit = centimetres / 2.54 * 72 / Number(svg.Attribute("viewBox")!.Value.Split(' ')[2]);
            Assert.All(svg.Elements(Svg + "text"), text => Assert.True(Number(text, "font-size") * pointsPerUnit >= 8.99));
        }
    }

    [Theory]
    [InlineData(5)]
    [InlineData(40)]
    public void Bars_AreAsLongAsTheirValues(int units)
    {
        foreach (var chart in ChartBuilder.Build(Evaluate(units, false, false)).Where(chart => chart is not (HeatMapChart or DumbbellChart)))
        {
            var bars = Render(chart).Elements(Svg + "rect").Where(bar => bar.Attribute("data-value") is not null)
                .Select(bar => (Value: Number(bar, "data-value"), Width: Number(bar, "width"))).ToList();
            Assert.NotEmpty(bars);
            var longest = bars.MaxBy(bar => bar.Value);
            Assert.All(bars, bar => Assert.Equal(longest.Width * bar.Value / longest.Value, bar.Width, 0.02));
        }
    }

    [Theory]
    [InlineData(5)]
    [InlineData(40)]
    public void DumbbellMarks_StandWhereTheirValuesAre(int units)
    {
        var charts = ChartBuilder.Build(Evaluate(units, false, false)).OfType<DumbbellChart>().ToList();
        Assert.Equal(["appraisal-gap", "last-period"], charts.Select(chart => chart.Name));
        foreach (var chart in charts)
        {
            var marks = Render(chart).Elements(Svg + "circle").Where(mark => mark.Attribute("data-value") is not null)
                .Select(mark => (Value: Number(mark, "data-value"), X: Number(mark, "cx"))).ToList();
            Assert.Equal(chart.Rows.Sum(row => (row.From is null ? 0 : 1) + (row.To is null ? 0 : 1)), marks.Count);
            var (low, high) = (marks.MinBy(mark => mark.Value), marks.MaxBy(mark => mark.Value));
            Assert.All(marks, mark => Assert.Equal(low.X + ((high.X - low.X) * (mark.Value - low.Value) / Math.Max(1e-9, high.Value - low.Value)), mark.X, 0.02));
        }
    }

    [Fact]
    public void RankingChart_DrawsOneBarAUnit_InRankOrder_AndThresholds()
    {
        var evaluation = Evaluate(40, false, false);
        var chart = ChartBuilder.Build(evaluation).OfType<RankingChart>().First();
        decimal[] values = [.. Render(chart).Elements(Svg + "rect").Select(bar => bar.Attribute("data-value")?.Value).OfType<string>().Select(text => decimal.Parse(text, CultureInfo.InvariantCulture))];
        Assert.Equal(chart.Bars.Count(bar => bar.Value is not null), values.Length);
        Assert.Equal(values.OrderDescending(), values);
        Assert.Equal(["Tốt 80", "Khá 65", "Trung bình 50"], chart.Thresholds.Select(threshold => threshold.Label));
    }

    [Fact]
    public void RankingChart_OfMoreThan200Units_SaysSo()
    {
        var chart = ChartBuilder.Build(Evaluate(250, false, false)).OfType<RankingChart>().First();
        Assert.Equal(ChartBuilder.MostUnits, chart.Bars.Length);
        Assert.Contains("200 đơn vị đầu trong 250", chart.Subtitle, StringComparison.Ordinal);
    }

    [Fact]
    public void Charts_HaveTitleSourceAndWordsForThoseWhoCannotSee()
    {
        foreach (var chart in ChartBuilder.Build(Evaluate(5, false, false)))
        {
            var svg = Render(chart);
            Assert.Equal(chart.Title, svg.Element(Svg + "title")!.Value);
            Assert.Equal(chart.AlternativeText, svg.Element(Svg + "desc")!.Value);
            Assert.StartsWith("Nguồn: chart 1, kỳ 2023.", chart.Source, StringComparison.Ordinal);
            Assert.True(chart.AlternativeText.Length > 20);
        }
    }

    [Fact]
    public void RatingColours_DifferInLightness()
    {
        for (int count = 2; count <= 6; count++)
        {
            var lightness = Enumerable.Range(0, count).Select(i => Lightness(ChartColors.Rating(i, count))).ToList();
            for (int i = 1; i < count; i++)
                Assert.True(lightness[i] - lightness[i - 1] > 0.05, $"{count} ratings: {i - 1} and {i} look alike in grey");
        }
    }

    [Theory]
    [InlineData("Liên đoàn Lao động huyện Dương Minh Châu và các công đoàn cơ sở trực thuộc", 100)]
    [InlineData("Motmotkhongcodaucachnaotrongdoanchudainay", 60)]
    public void Wrap_KeepsEveryLetterAndTheWidth(string text, double width)
    {
        var lines = TextMetrics.Wrap(text, width, 12);
        Assert.All(lines, line => Assert.True(TextMetrics.Width(line, 12) <= width));
        Assert.Equal(text.Replace(" ", "", StringComparison.Ordinal), string.Concat(lines).Replace(" ", "", StringComparison.Ordinal));
    }

    private static double Lightness(string hex)
    {
        int value = int.Parse(hex[1..], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return ((0.299 * (value >> 16)) + (0.587 * ((value >> 8) & 255)) + (0.114 * (value & 255))) / 255;
    }

    [Fact]
    public void Ranking_RatingHeldByAGateOrQuota_IsMarkedAndExplained()
    {
        var evaluation = Evaluate(40, longNames: false, allFaulty: false);
        var chart = ChartBuilder.Build(evaluation).OfType<RankingChart>().Single();
        int held = evaluation.Units.Count(unit => unit.Held);
        Assert.Contains(evaluation.Units, unit => unit.RatingSteps.Any(step => step.StartsWith("khống chế tỷ lệ", StringComparison.Ordinal)));
        Assert.Contains(evaluation.Units, unit => unit.RatingSteps.Any(step => step.StartsWith("khống chế:", StringComparison.Ordinal)));
        Assert.Equal(held, chart.Bars.Count(bar => bar.ValueText.EndsWith('*')));
        Assert.StartsWith("* Xếp loại theo điều kiện hoặc tỷ lệ khống chế", chart.Footnote, StringComparison.Ordinal);
    }

    [Fact]
    public void Histogram_CountsEveryScoreOnce_UnderTheRatingOfItsStretch()
    {
        var result = Evaluate(200, false, false);
        var chart = ChartBuilder.Build(result).OfType<GroupedBarChart>().Single(chart => chart.Name == "scores");
        Assert.Equal(result.Scored.Count(), chart.Groups.Sum(group => group.Rows.Sum(row => row.Value)));
        foreach (var (group, rating) in chart.Groups.Zip(result.RuleSet.Ratings))
            Assert.Equal(result.Scored.Count(unit => unit.Band == rating.Id), group.Rows.Sum(row => row.Value));
    }

    [Fact]
    public void Criteria_ShowTheLowestAndTheHighestShare()
    {
        var result = Evaluate(40, false, false);
        var chart = ChartBuilder.Build(result).OfType<GroupedBarChart>().Single(chart => chart.Name == "criteria");
        var shares = result.Criteria.Where(criterion => criterion.Id.Contains('.', StringComparison.Ordinal)).Select(criterion => criterion.Share!.Value).ToList();
        Assert.Equal((shares.Min(), shares.Max()), (chart.Groups[0].Rows[0].Value, chart.Groups[1].Rows[0].Value));
    }

    [Fact]
    public void Profile_ComparesTheUnitWithTheMedianOfItsGroup()
    {
        var result = Evaluate(5, false, false);
        var unit = result.Scored.First();
        var row = ChartBuilder.Profile(result, unit)!.Rows[0];
        decimal[] shares = [.. result.Scored.Select(peer => peer.Nodes[0].Points / peer.Nodes[0].ApplicableMax * 100).Order()];
        Assert.Equal(unit.Nodes[0].Points / 60 * 100, row.To);
        Assert.Equal((shares[(shares.Length - 1) / 2] + shares[shares.Length / 2]) / 2, row.From!.Value, 12);
        Assert.Null(ChartBuilder.Profile(Evaluate(5, false, true), Evaluate(5, false, true).Units[0]));
    }

    private static IEnumerable<Chart> AllCharts(Result result) =>
        ChartBuilder.Build(result).Concat(result.Scored.Take(1).Select(unit => ChartBuilder.Profile(result, unit)).OfType<Chart>());

    private static XElement Render(Chart chart)
    {
        using var stream = new MemoryStream();
        SvgChartRenderer.Write(stream, chart);
        return XElement.Parse(Encoding.UTF8.GetString(stream.ToArray()));
    }

    private static (string Text, double Left, double Right, double Top, double Bottom) BoxOf(XElement text)
    {
        double size = Number(text, "font-size"), x = Number(text, "x"), y = Number(text, "y");
        double width = TextMetrics.Width(text.Value, size, text.Attribute("font-weight") is not null) / 1.12; // without the layout's own margin
        double left = text.Attribute("text-anchor")?.Value switch
        {
            "middle" => x - (width / 2),
            "end" => x - width,
            _ => x,
        };
        return (text.Value, left, left + width, y - (size * 0.78), y + (size * 0.2));
    }

    private static double Number(XElement element, string attribute) => Number(element.Attribute(attribute)!.Value);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>Units with ties, a gate, a deduction down to 0, a section that does not apply, one without data.</summary>
    private static Result Evaluate(int units, bool longNames, bool allFaulty)
    {
        var ruleSet = RuleSetLoader.Load("rules.json", """
            {
              "id": "chart", "version": "1", "period": 2023, "language": "vi", "title": "Chart",
              "unitKinds": { "office": "Cơ quan" }, "groups": { "g": "Khối các cơ quan chuyên môn thuộc Ủy ban nhân dân tỉnh và các đơn vị sự nghiệp công lập" },
              "fields": { "a": { "label": "A", "type": "number" }, "b": { "label": "B", "type": "number" }, "minus": { "label": "M", "type": "count" }, "hot": { "label": "H", "type": "yesNo" } },
              "sections": [
                { "id": "I", "title": "Quán triệt, học tập các chỉ thị, nghị quyết của Đảng, chính sách, pháp luật của Nhà nước về công tác dân vận", "maxPoints": 60,
                  "criteria": [ { "id": "I.1", "title": "I.1", "maxPoints": 60, "manner": { "type": "perItem", "count": "a", "pointsEach": 1 } } ] },
                { "id": "II", "title": "Báo cáo", "maxPoints": 40, "criteria": [ { "id": "II.1", "title": "II.1", "maxPoints": 40, "manner": { "type": "perItem", "count": "b", "pointsEach": 1 } } ] } ],
              "deductions": [ { "id": "X", "title": "X", "maxPoints": 100, "manner": { "type": "perItem", "count": "minus", "pointsEach": 50 } } ],
              "total": { "scale": 100, "notApplicable": "rescale", "missing": "notScored" },
              "ratings": [ { "id": "tot", "name": "Tốt", "from": 80 }, { "id": "kha", "name": "Khá", "from": 65 }, { "id": "tb", "name": "Trung bình", "from": 50 }, { "id": "yeu", "name": "Yếu" } ],
              "gates": [ { "title": "Điểm nóng", "when": "hot", "effect": "notRateable" } ],
              "quotas": [ { "rating": "tot", "atMost": "5%", "within": [] } ],
              "targets": [ { "id": "T1", "title": "Tỷ lệ đơn vị không có điểm nóng và hoàn thành đầy đủ các nội dung theo kế hoạch", "share": "not hot", "atLeast": "100%" },
                           { "id": "T2", "title": "Gộp", "part": "a", "whole": "b", "atLeast": "150%" }, { "id": "T3", "title": "Không ai", "among": "code = 'x'", "share": "hot", "atMost": "5%" } ]
            }
            """u8.ToArray(), new DiagnosticBag())!;
        const string longName = "Trung tâm Giáo dục nghề nghiệp - Giáo dục thường xuyên huyện Dương Minh Châu, tỉnh Tây Ninh";
        var place = new Place { File = "test" };
        var builder = new DatasetBuilder(ruleSet, Enumerable.Range(0, units).Select(i => new Unit
        {
            Index = i,
            Code = $"U{i:D3}",
            Name = longNames ? $"{longName} số {i}" : $"Đơn vị {i}",
            Kind = "office",
            Group = "g",
            Place = place,
        }), new DiagnosticBag());
        for (int i = 0; i < units; i++)
        {
            builder.NameRow(i, "results.csv", i + 2, i + 1);
            if (allFaulty)
                continue;
            DatasetBuilder.Set(builder.ColumnOf(0), i, (decimal)(60 - (i % 37)));
            if (i % 5 == 3)
                DatasetBuilder.SetState(builder.ColumnOf(1), i, CellState.NotApplicable);
            else if (i % 11 != 7)
                DatasetBuilder.Set(builder.ColumnOf(1), i, 40m - (i % 23));
            DatasetBuilder.Set(builder.ColumnOf(2), i, i % 13 == 12 ? 3m : 0);
            DatasetBuilder.Set(builder.ColumnOf(3), i, i % 9 == 4);
            if (i % 3 > 0)
                builder.AddSelfScore(new SelfPoints(i, 1, i % 60, "", place));
            if (i % 7 > 0)
                builder.AddSelfScore(new SelfPoints(i, ruleSet.Nodes.Single(node => node.Id == "X").Index, i % 90, "", place));
        }
        builder.AddPrevious([.. Enumerable.Range(0, units).Where(i => i % 4 > 0).Select(i =>
            new PreviousRow($"U{i:D3}", place, new PreviousOutcome(i % 5 == 0 ? null : 100 - (i % 41), "kha", i % 5 == 0 ? null : "Không đủ điều kiện xếp loại", i, i)))], []);
        return Result.Of(ruleSet, builder.Build(), new DiagnosticBag());
    }

}
