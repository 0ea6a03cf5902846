using DanVan.Scoring.Data;
using DanVan.Scoring.Diagnostics;
using DanVan.Scoring.Scoring;
using DanVan.Scoring.Values;
using static DanVan.Scoring.Tests.Testing;

namespace DanVan.Scoring.Tests.Rules;

/// <summary>Scoring practices that published sources describe (domain notes §3), each as a rule set. Points within are illustrative.</summary>
public sealed class PracticeTests
{
    private const string Head = """
        "version": "1", "period": 2023, "language": "vi", "title": "Thực tiễn", "unitKinds": { "agency": "Cơ quan", "school": "Trường" },
        """;

    /// <summary>Decision 3140/2022 of Quảng Bình: 85 points for units that are not scored on the reform index, whose 15 are missing from their scale.</summary>
    private const string QuangBinh = "{ \"id\": \"quang-binh\", " + Head + """
        "fields": { "tasks": { "label": "Nhiệm vụ", "type": "count" }, "done": { "label": "Hoàn thành", "type": "count", "atMost": "tasks" }, "parIndex": { "label": "Chỉ số CCHC", "type": "number" } },
        "sections": [
          { "id": "A", "title": "Công tác dân vận", "maxPoints": 85, "criteria": [ { "id": "A.1", "title": "Nhiệm vụ", "maxPoints": 85, "manner": { "type": "proportional", "part": "done", "whole": "tasks", "whenNone": "none" } } ] },
          { "id": "B", "title": "Cải cách hành chính", "maxPoints": 15, "criteria": [ { "id": "B.1", "title": "Chỉ số CCHC", "maxPoints": 15, "appliesTo": "kind = 'agency'", "manner": { "type": "imported", "value": "parIndex", "outOf": 100 } } ] } ],
        "total": { "scale": 100, "notApplicable": "shorten", "missing": "zero" },
        "ratings": [ { "id": "tot", "name": "Tốt", "from": 80 }, { "id": "kha", "name": "Khá", "from": 65 }, { "id": "yeu", "name": "Yếu" } ] }
        """;

    [Fact]
    public void QuangBinh_85PointScale_IsRatedOnItsShare()
    {
        var evaluation = Evaluate(QuangBinh,
            Cells(("kind", "agency"), ("tasks", 100), ("done", 80), ("parIndex", 80)), // 68 + 12 = 80 of 100
            Cells(("kind", "school"), ("tasks", 100), ("done", 80)), // 68 of 85 = 80 %: the edge of Tốt
            Cells(("kind", "school"), ("tasks", 1000), ("done", 799))); // 67.915 of 85 = 79.9 %
        Assert.Equal([80, 68m, 67.915m], Scores(evaluation));
        Assert.Equal([100, 85m, 85], Enumerable.Range(0, 3).Select(evaluation.Sheet.ApplicableScale));
        Assert.Equal(["tot", "tot", "kha"], Ratings(evaluation));
    }

    /// <summary>Ngân Sơn district, Bắc Kạn: 90 points that units score themselves on eight criteria, 10 given by the superior level with a reason.</summary>
    private static string NganSon() => "{ \"id\": \"ngan-son\", " + Head + """
        "fields": { "note": { "label": "Ghi chú", "type": "text" } },
        "sections": [ { "id": "I", "title": "Tự chấm", "maxPoints": 90, "criteria": [
        """ + string.Join(',', Enumerable.Range(1, 8).Select(i => $$"""{ "id": "I.{{i}}", "title": "Tiêu chí {{i}}", "maxPoints": {{(i <= 2 ? 15 : 10)}}, "manner": { "type": "judged" } }""")) + """
        ] }, { "id": "II", "title": "Cấp trên chấm", "maxPoints": 10, "criteria": [ { "id": "II.1", "title": "Cấp trên chấm", "maxPoints": 10, "manner": { "type": "judged" } } ] } ],
        "total": { "scale": 100, "notApplicable": "rescale", "missing": "zero", "unappraised": "self" },
        "ratings": [ { "id": "tot", "name": "Tốt", "from": 80 }, { "id": "kha", "name": "Khá", "from": 65 }, { "id": "trungBinh", "name": "Trung bình" } ] }
        """;

    [Fact]
    public void NganSon_SelfScoresAnd10OfTheSuperior_MakeTheTotal()
    {
        var ruleSet = Load(NganSon());
        var builder = Builder(ruleSet, new DiagnosticBag(), Cells(("note", "x")), Cells(("note", "x")));
        var place = new Place { File = "selfscores.csv" };
        for (int unit = 0; unit < 2; unit++)
            for (int i = 1; i <= 8; i++)
                builder.AddSelfScore(new SelfPoints(unit, builder.FindLeaf($"I.{i}", place)!.Index, i <= 2 ? 12 : 8, "", place)); // 72 of 90
        builder.AddAppraisal(new AppraisedPoints(0, builder.FindLeaf("II.1", place)!.Index, 8, "chấm theo kết quả kiểm tra", "", "", place with { File = "appraisal.csv" }));
        builder.AddAppraisal(new AppraisedPoints(1, builder.FindLeaf("II.1", place)!.Index, 9, "chấm theo kết quả kiểm tra", "", "", place with { File = "appraisal.csv" }));
        builder.AddAppraisal(new AppraisedPoints(1, builder.FindLeaf("I.1", place)!.Index, 10, "hồ sơ thiếu", "", "", place with { File = "appraisal.csv" })); // lowered from 12
        var evaluation = Evaluation.Of(ruleSet, builder.Build(), new DiagnosticBag());
        Assert.Equal([80m, 79], Scores(evaluation)); // 72 + 8 stands on the edge; 72 − 2 + 9 was lowered by a band
        Assert.Equal(["tot", "kha"], Ratings(evaluation));
    }

    /// <summary>Ho Chi Minh City's emulation form: +10 for a flag of the city or a ministry, +15 for one of the Government, not capped.</summary>
    private const string HoChiMinhCity = "{ \"id\": \"hcmc\", " + Head + """
        "fields": { "tasks": { "label": "Nhiệm vụ", "type": "count" }, "done": { "label": "Hoàn thành", "type": "count" }, "cityFlags": { "label": "Cờ thành phố, bộ", "type": "count" },
          "governmentFlags": { "label": "Cờ Chính phủ", "type": "count" }, "models": { "label": "Mô hình", "type": "count" }, "faults": { "label": "Vi phạm", "type": "count" } },
        "sections": [ { "id": "A", "title": "A", "maxPoints": 100, "criteria": [ { "id": "A.1", "title": "Nhiệm vụ", "maxPoints": 100, "manner": { "type": "proportional", "part": "done", "whole": "tasks", "whenNone": "none" } } ] } ],
        "bonuses": [
          { "id": "T.1", "title": "Cờ thi đua thành phố, bộ, ngành", "maxPoints": 1000, "beyondScale": true, "manner": { "type": "perItem", "count": "cityFlags", "pointsEach": 10 } },
          { "id": "T.2", "title": "Cờ thi đua Chính phủ", "maxPoints": 1000, "beyondScale": true, "manner": { "type": "perItem", "count": "governmentFlags", "pointsEach": 15 } },
          { "id": "T.3", "title": "Mô hình", "maxPoints": 5, "manner": { "type": "perItem", "count": "models", "pointsEach": 1 } } ],
        "deductions": [ { "id": "X.1", "title": "Vi phạm", "maxPoints": 200, "manner": { "type": "perItem", "count": "faults", "pointsEach": 10 } } ],
        "total": { "scale": 100, "notApplicable": "rescale", "missing": "zero" },
        "ratings": [ { "id": "xuatSac", "name": "Xuất sắc", "from": 110 }, { "id": "tot", "name": "Tốt", "from": 90 }, { "id": "kha", "name": "Khá" } ] }
        """;

    [Theory]
    [InlineData(98, 0, 0, 0, 0, 98)]
    [InlineData(98, 1, 0, 0, 0, 108)] // beyond the scale
    [InlineData(98, 1, 1, 0, 0, 123)]
    [InlineData(100, 2, 2, 0, 0, 150)] // not capped
    [InlineData(98, 0, 0, 5, 0, 100)] // this bonus stays within the scale: 103 held at 100
    [InlineData(98, 1, 0, 5, 0, 110)] // held at 100 first, then 10 beyond
    [InlineData(98, 1, 0, 5, 1, 103)] // 98 + 5 − 10 + 10
    [InlineData(5, 1, 0, 0, 9, 0)] // 5 − 90 + 10, never below 0
    public void HoChiMinhCity_Flags_CountBeyondTheScale(int done, int city, int government, int models, int faults, int score) => Assert.Equal([score],
        Scores(Evaluate(HoChiMinhCity, Cells(("tasks", 100), ("done", done), ("cityFlags", city), ("governmentFlags", government), ("models", models), ("faults", faults)))));

    /// <summary>Public software for a police emulation movement: the formula of the domain notes §3.3 within each block, scores shown to two decimals.</summary>
    private const string PoliceEmulation = "{ \"id\": \"police\", " + Head + """
        "groups": { "x": "Khối một", "y": "Khối hai" },
        "fields": { "cases": { "label": "Vụ đã giải quyết", "type": "count" }, "assigned": { "label": "Chỉ tiêu giao", "type": "count" } },
        "sections": [ { "id": "A", "title": "A", "maxPoints": 20, "criteria": [ { "id": "A.1", "title": "Giải quyết vụ việc", "maxPoints": 20,
          "manner": { "type": "relativeToBest", "actual": "cases", "target": "assigned", "within": ["group"], "whenNone": "none" } } ] } ],
        "total": { "scale": 20, "notApplicable": "rescale", "missing": "zero" }, "ratings": [ { "id": "a", "name": "A", "from": 10 }, { "id": "b", "name": "B" } ] }
        """;

    [Fact]
    public void PoliceEmulation_Formula_IsAppliedWithinEachBlock()
    {
        var evaluation = Evaluate(PoliceEmulation,
            Cells(("group", "x"), ("cases", 30), ("assigned", 40)), // ½·20·30÷40
            Cells(("group", "x"), ("cases", 40), ("assigned", 40)), // on target
            Cells(("group", "x"), ("cases", 50), ("assigned", 40)), // 10 + 10·0.25÷0.75
            Cells(("group", "x"), ("cases", 70), ("assigned", 40)), // the leader, L = 1.75
            Cells(("group", "x"), ("cases", 6), ("assigned", 0)), // no target: best of its like
            Cells(("group", "y"), ("cases", 41), ("assigned", 40)), // leader of the other block
            Cells(("group", "y"), ("cases", 0), ("assigned", 0))); // nothing assigned, nothing done
        Assert.Equal([7.5m, 10, 13.333333333m, 20, 20, 20, 0], Scores(evaluation));
        Assert.Equal("13,33", ValueText.Fixed(evaluation.Sheet.Score(2), evaluation.RuleSet.Total.Digits, Language.Vietnamese));
        Assert.Contains(evaluation.Explain(2, Language.Vietnamese).Nodes[1].Steps, step => step == "½ × 20 + ½ × 20 × (50 ÷ 40 − 1) ÷ (70 ÷ 40 − 1) (đơn vị dẫn đầu) = 13,333333333");
    }

    private static decimal[] Scores(Evaluation evaluation) => [.. Enumerable.Range(0, evaluation.Data.Units.Length).Select(evaluation.Sheet.Score)];

    private static string[] Ratings(Evaluation evaluation) => [.. Enumerable.Range(0, evaluation.Data.Units.Length).Select(unit => evaluation.Outcomes.RatingId(unit)!)];
}
