using DanVan.Scoring.Data;
using DanVan.Scoring.Diagnostics;
using DanVan.Scoring.Loading;
using DanVan.Scoring.Results;
using DocumentFormat.OpenXml.Packaging;
using C = DocumentFormat.OpenXml.Drawing.Charts;

namespace DanVan.Scoring.Reports.Tests.Office;

/// <summary>A made-up result with every kind of chart, and how charts of documents are read.</summary>
internal static class OfficeSample
{
    /// <summary>Scores units of one group: some are not rateable, of some the rating waits for data, of some nothing is known.</summary>
    public static Result Evaluate(int units, Func<int, string>? nameOf = null)
    {
        var ruleSet = RuleSetLoader.Load("rules.json", """
            {
              "id": "office", "version": "1", "period": 2023, "language": "vi", "title": "Chấm điểm",
              "unitKinds": { "office": "Cơ quan" }, "groups": { "g": "Khối các cơ quan" },
              "fields": { "a": { "label": "A", "type": "number" }, "b": { "label": "B", "type": "number" },
                          "hot": { "label": "H", "type": "yesNo" } },
              "sections": [
                { "id": "I", "title": "Quán triệt, học tập các chỉ thị, nghị quyết của Đảng về công tác dân vận", "maxPoints": 60,
                  "criteria": [ { "id": "I.1", "title": "Học tập", "maxPoints": 60,
                                  "manner": { "type": "perItem", "count": "a", "pointsEach": 1 } } ] },
                { "id": "II", "title": "Báo cáo", "maxPoints": 40,
                  "criteria": [ { "id": "II.1", "title": "Gửi báo cáo đúng hạn", "maxPoints": 40,
                                  "manner": { "type": "perItem", "count": "b", "pointsEach": 1 } } ] } ],
              "total": { "scale": 100, "notApplicable": "rescale", "missing": "notScored" },
              "ratings": [ { "id": "tot", "name": "Tốt", "from": 80 }, { "id": "kha", "name": "Khá", "from": 65 },
                           { "id": "yeu", "name": "Yếu" } ],
              "gates": [ { "title": "Điểm nóng", "when": "hot", "effect": "notRateable" } ],
              "targets": [ { "id": "T1", "title": "Tỷ lệ học tập", "part": "a", "whole": "60", "atLeast": "100%" },
                           { "id": "T2", "title": "Tỷ lệ so với báo cáo", "part": "a", "whole": "b", "atLeast": "50%" } ]
            }
            """u8.ToArray(), new DiagnosticBag())!;
        var place = new Place { File = "test" };
        var builder = new DatasetBuilder(ruleSet, Enumerable.Range(0, units).Select(i => new Unit
        {
            Index = i,
            Code = $"U{i:D3}",
            Name = nameOf?.Invoke(i) ?? $"Đơn vị {i}",
            Kind = "office",
            Group = "g",
            Place = place,
        }), new DiagnosticBag());
        for (int i = 0; i < units; i++)
        {
            builder.NameRow(i, "results.csv", i + 2, i + 1);
            if (i % 19 == 17)
                continue;
            DatasetBuilder.Set(builder.ColumnOf(0), i, (decimal)(60 - (i % 37)));
            DatasetBuilder.Set(builder.ColumnOf(1), i, 40m - (i % 23));
            if (i % 7 != 5)
                DatasetBuilder.Set(builder.ColumnOf(2), i, i % 9 == 4);
        }
        builder.AddPrevious([.. Enumerable.Range(0, units).Where(i => i % 4 > 0).Select(i =>
            new PreviousRow($"U{i:D3}", place, new PreviousOutcome(100 - (i % 41), "kha", null, i + 1, i + 1)))], []);
        return Result.Of(ruleSet, builder.Build(), new DiagnosticBag());
    }

    /// <summary>The title of a chart, and what stands below it.</summary>
    public static string TitleOf(ChartPart part) => part.ChartSpace.Descendants<C.Title>().First().InnerText;

    /// <summary>The categories of a chart.</summary>
    public static List<string> NamesOf(ChartPart part) =>
        [.. part.ChartSpace.Descendants<C.CategoryAxisData>().First().Descendants<C.StringPoint>().Select(point => point.InnerText)];

    /// <summary>Name of a series.</summary>
    public static string NameOf(C.BarChartSeries series) =>
        series.GetFirstChild<C.SeriesText>()!.Descendants<C.StringPoint>().Single().InnerText;

    /// <summary>The categories of a chart, each with its values, of every series that has some.</summary>
    public static List<(string Category, decimal Value)> ValuesOf(ChartPart part)
    {
        var names = NamesOf(part);
        return [.. part.ChartSpace.Descendants<C.BarChartSeries>().SelectMany(series => series.Descendants<C.NumericPoint>())
            .Select(point => ((int)point.Index!.Value, decimal.Parse(point.InnerText, System.Globalization.CultureInfo.InvariantCulture)))
            .OrderBy(point => point.Item1).Select(point => (names[point.Item1], point.Item2))];
    }
}
