using System.Text;
using DanVan.Scoring.Data;
using DanVan.Scoring.Diagnostics;
using DanVan.Scoring.Loading;
using DanVan.Scoring.Results;
using DanVan.Scoring.Rules;
using DanVan.Scoring.Values;

namespace DanVan.Scoring.Reports.Tests;

/// <summary>A made-up result: ties, gates that cap, exclude and wait, a quota, a deduction below 0, missing data.</summary>
/// <param name="Units">How many units.</param>
internal sealed record Made(int Units)
{
    public const string LongName = "Trung tâm Giáo dục nghề nghiệp - Giáo dục thường xuyên huyện Dương Minh Châu, tỉnh Tây Ninh";

    private static readonly Place Nowhere = new() { File = "test" }, Panel = new() { File = "panel" };

    public string Rules { get; init; } = """
        {
          "id": "chart", "version": "1", "period": 2023, "language": "vi", "title": "Chart",
          "unitKinds": { "office": "Cơ quan" },
          "groups": { "g": "Khối các cơ quan chuyên môn thuộc Ủy ban nhân dân tỉnh và các đơn vị sự nghiệp công lập",
              "h": "Khối đoàn thể" },
          "fields": { "a": { "label": "A", "type": "number" }, "b": { "label": "B", "type": "number" },
            "minus": { "label": "M", "type": "count" }, "hot": { "label": "H", "type": "yesNo" },
                "late": { "label": "L", "type": "yesNo" } },
          "sections": [
            { "id": "I", "title": "Quán triệt, học tập các chỉ thị, nghị quyết của Đảng, chính sách, pháp luật của Nhà nước",
              "maxPoints": 60, "criteria": [ { "id": "I.1", "title": "Học tập nghị quyết", "maxPoints": 60,
                "manner": { "type": "formula", "points": "a" } } ] },
            { "id": "II", "title": "Báo cáo", "maxPoints": 40, "criteria": [ { "id": "II.1", "title": "Báo cáo đúng hạn", "maxPoints": 40,
              "manner": { "type": "formula", "points": "b" } } ] } ],
          "deductions": [ { "id": "X", "title": "X", "maxPoints": 200,
              "manner": { "type": "perItem", "count": "minus", "pointsEach": 50 } } ],
          "total": { "scale": 100, "notApplicable": "rescale", "missing": "notScored" },
          "ratings": [ { "id": "tot", "name": "Tốt", "from": 80 }, { "id": "kha", "name": "Khá", "from": 65 },
            { "id": "tb", "name": "Trung bình", "from": 50 }, { "id": "yeu", "name": "Yếu" } ],
          "gates": [ { "title": "Điểm nóng", "when": "hot", "effect": "notRateable" },
            { "title": "Gửi hồ sơ muộn", "when": "late", "effect": "cap", "at": "kha" } ],
          "quotas": [ { "rating": "tot", "atMost": "30%", "within": [] } ],
          "targets": [
            { "id": "T1", "title": "Tỷ lệ đơn vị không có điểm nóng và hoàn thành đầy đủ các nội dung theo kế hoạch",
                "share": "not hot", "atLeast": "100%" },
            { "id": "T2", "title": "Gộp", "part": "a", "whole": "b", "atLeast": "150%" },
            { "id": "T3", "title": "Không ai", "among": "code = 'x'", "share": "hot", "atMost": "5%" },
            { "id": "T4", "title": "Dễ đạt", "share": "a >= 0", "atLeast": "50%" } ]
        }
        """;

    public Func<int, string> Name { get; init; } = unit => $"Đơn vị {unit}";

    public Func<int, string> Group { get; init; } = unit => unit % 4 == 3 ? "h" : "g";

    public Func<int, decimal?> A { get; init; } = unit => 60 - (unit % 37);

    /// <summary>Points of the second section; null where it does not apply, -1 where it is missing.</summary>
    public Func<int, decimal?> B { get; init; } = unit => unit % 5 == 3 ? null : unit % 11 == 7 ? -1 : 40m - (unit % 23);

    public Func<int, int> Minus { get; init; } = unit => unit % 13 == 12 ? 3 : 0;

    /// <summary>Whether a gate excludes the unit; null if that is not known.</summary>
    public Func<int, bool?> Hot { get; init; } = unit => unit % 10 == 6 ? null : unit % 9 == 4;

    public Func<int, bool> Late { get; init; } = unit => unit % 6 == 2;

    /// <summary>Score of the last period; null if it is not known.</summary>
    public Func<int, decimal?> Last { get; init; } = unit => unit % 4 == 0 || unit % 5 == 0 ? null : 100 - (unit % 41);

    public bool IsAllFaulty { get; init; }

    public bool IsAppraised { get; init; } = true;

    public int? PreviousPeriod { get; init; }

    /// <summary>One group, all units with all figures, no gate, no deduction.</summary>
    public static Made Plain(params decimal[] scores) => new(scores.Length)
    {
        Group = _ => "g",
        A = unit => scores[unit] * 0.6m,
        B = unit => scores[unit] * 0.4m,
        Minus = _ => 0,
        Hot = _ => false,
        Late = _ => false,
        Last = _ => null,
        IsAppraised = false,
    };

    public Made With(string rule, string other)
    {
        Assert.Contains(rule, Rules, StringComparison.Ordinal);
        return this with { Rules = Rules.Replace(rule, other, StringComparison.Ordinal) };
    }

    public Made WithoutQuota() => With("\"quotas\": [ { \"rating\": \"tot\", \"atMost\": \"30%\", \"within\": [] } ],", "");

    public Result Score()
    {
        var findings = new DiagnosticBag();
        var ruleSet = RuleSetLoader.Load("rules.json", Encoding.UTF8.GetBytes(Rules), findings);
        Assert.True(ruleSet is not null, string.Join('\n', findings.Sorted()));
        var builder = new DatasetBuilder(ruleSet, Enumerable.Range(0, Units).Select(i => new Unit
        {
            Index = i,
            Code = $"U{i:D4}",
            Name = Name(i),
            Kind = "office",
            Group = Group(i),
            Place = Nowhere,
        }), findings);
        for (int i = 0; i < Units; i++)
        {
            builder.NameRow(i, "results.csv", i + 2, i + 1);
            if (!IsAllFaulty)
                Fill(builder, ruleSet, i);
        }
        builder.AddPrevious([.. Enumerable.Range(0, Units).Where(i => Last(i) is not null).Select(i =>
            new PreviousRow($"U{i:D4}", Nowhere, new PreviousOutcome(Last(i), "kha", "Khá", i + 1, i + 1)))], []);
        builder.PreviousPeriod = PreviousPeriod;
        return Result.Of(ruleSet, builder.Build(), findings);
    }

    private void Fill(DatasetBuilder builder, RuleSet ruleSet, int i)
    {
        Put(builder.ColumnOf(0), i, A(i));
        Put(builder.ColumnOf(1), i, B(i));
        DatasetBuilder.Set(builder.ColumnOf(2), i, (decimal)Minus(i));
        if (Hot(i) is { } hot)
            DatasetBuilder.Set(builder.ColumnOf(3), i, hot);
        DatasetBuilder.Set(builder.ColumnOf(4), i, Late(i));
        if (!IsAppraised)
            return;
        int node = ruleSet.Nodes.Single(node => node.Id == "I.1").Index;
        if (i % 3 > 0)
            builder.AddSelfScore(new SelfPoints(i, node, i % 60, "", Nowhere));
        if (i % 12 is 4 or 5)
            builder.AddAppraisal(new AppraisedPoints(i, node, 30, "Thiếu minh chứng", i % 12 == 4 ? "Tổ một" : "Tổ hai", "", Panel));
    }

    private static void Put(Column column, int unit, decimal? value)
    {
        if (value is null)
            DatasetBuilder.SetState(column, unit, CellState.NotApplicable);
        else if (value >= 0)
            DatasetBuilder.Set(column, unit, value.Value);
    }
}
