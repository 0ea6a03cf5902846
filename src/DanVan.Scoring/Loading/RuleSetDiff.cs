using System.Collections.Immutable;
using DanVan.Scoring.Rules;
using DanVan.Scoring.Values;

namespace DanVan.Scoring.Loading;

/// <summary>What differs between two rule sets, in words. Compares what they say, not how their files are written.</summary>
public static class RuleSetDiff
{
    private static readonly LocalText Yes = new("có", "yes");
    private static readonly LocalText No = new("không", "no");

    /// <summary>A line of a part: its key in the file, what it is called, what it says.</summary>
    private sealed record Line(string Key, LocalText Name, LocalText? Value);

    /// <summary>A part with its lines.</summary>
    private sealed record Part(string Id, string Title, LocalText Summary, IReadOnlyList<Line> Lines);

    /// <summary>The differences, by area, in the order of the newer rule set; what was removed stands last.</summary>
    public static ImmutableArray<RuleSetChange> Compare(RuleSet older, RuleSet newer)
    {
        ArgumentNullException.ThrowIfNull(older);
        ArgumentNullException.ThrowIfNull(newer);
        return [.. Enum.GetValues<ChangeArea>().SelectMany(area => Compare(area, [.. Parts(area, older)], [.. Parts(area, newer)]))];
    }

    private static IEnumerable<RuleSetChange> Compare(ChangeArea area, List<Part> older, List<Part> newer)
    {
        var before = older.ToLookup(part => part.Id, StringComparer.Ordinal);
        var after = newer.Select(part => part.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var part in newer)
        {
            if (before[part.Id].FirstOrDefault() is not { } old)
            {
                yield return new RuleSetChange { Area = area, Kind = ChangeKind.Added, Id = part.Id, Title = part.Title, New = part.Summary };
                continue;
            }
            foreach (var line in part.Lines)
            {
                var was = old.Lines.FirstOrDefault(other => other.Key == line.Key)?.Value;
                if (was != line.Value)
                    yield return new RuleSetChange
                    {
                        Area = area,
                        Kind = ChangeKind.Changed,
                        Id = part.Id,
                        Title = part.Title,
                        Key = line.Key,
                        What = line.Name,
                        Old = was,
                        New = line.Value,
                    };
            }
        }
        foreach (var old in older.Where(part => !after.Contains(part.Id)))
            yield return new RuleSetChange { Area = area, Kind = ChangeKind.Removed, Id = old.Id, Title = old.Title, Old = old.Summary };
    }

    private static IEnumerable<Part> Parts(ChangeArea area, RuleSet rules) => area switch
    {
        ChangeArea.General => [General(rules)],
        ChangeArea.Basis => rules.Basis.Select(choice => PartOf(choice.Id, choice.Label, [Text("title", "tên văn bản", "title", choice.Label)])),
        ChangeArea.Criteria => rules.Nodes.Select(node => NodePart(rules, node)),
        ChangeArea.Total => [TotalPart(rules.Total)],
        ChangeArea.Ratings => rules.Ratings.Select(RatingPart),
        ChangeArea.Gates => rules.Gates.Select(GatePart),
        ChangeArea.Quotas => rules.Quotas.Select(QuotaPart),
        ChangeArea.Ranking => [RankingPart(rules.Ranking)],
        ChangeArea.Targets => rules.Targets.Select(TargetPart),
        ChangeArea.Parameters => rules.Parameters.Select(ParameterPart),
        ChangeArea.Units => rules.UnitKinds.Select(kind => ChoicePart("kind:", kind)).Concat(rules.Groups.Select(group => ChoicePart("group:", group))),
        ChangeArea.Fields => rules.Fields.Select(field => FieldPart("", field))
            .Concat(rules.Tables.SelectMany(table => table.Columns.Select(column => FieldPart(table.Id + ".", column)))),
        _ => rules.Assumptions.Select(text => PartOf(text, text, [])),
    };

    private static Part General(RuleSet rules) => PartOf("", "",
    [
        Text("title", "tên", "title", rules.Title), Text("issuer", "cơ quan ban hành", "issuer", rules.Issuer),
        Text("recipient", "nơi nhận báo cáo", "recipient", rules.Recipient),
        new Line("period", new LocalText("kỳ đánh giá", "scoring period"), Both(rules.Period.ToString(System.Globalization.CultureInfo.InvariantCulture))),
        new Line("effectiveFrom", new LocalText("ngày hiệu lực", "in force from"), rules.EffectiveFrom is { } day ? Date(day) : null),
        Text("replaces", "thay thế", "replaces", rules.Replaces),
        Word("language", "ngôn ngữ", "language", rules.Language),
        Expression("scoredUnits", "đơn vị được chấm", "units scored", rules.ScoredUnits),
    ]);

    private static Part NodePart(RuleSet rules, ScoreNode node)
    {
        var manner = node.Manner is null ? null : Local(language => node.Manner.Describe(new RuleText(rules, language, withDates: false)));
        var points = Points(node.MaxPoints);
        return new(node.Id, node.Title, manner is null ? points : new LocalText($"{points.Vi}; {manner.Vi}", $"{points.En}; {manner.En}"),
        [
        Text("title", "tên", "title", node.Title), Text("clause", "căn cứ", "clause", node.Clause),
        new Line("maxPoints", new LocalText("điểm tối đa", "maximum points"), Points(node.MaxPoints)),
        Text("in", "thuộc", "part of", node.Parent < 0 ? null : rules.Nodes[node.Parent].Id),
        Expression("appliesTo", "áp dụng cho", "applies to", node.AppliesTo),
        new Line("manner", new LocalText("cách chấm", "manner"), manner),
        YesNo("beyondScale", "vượt thang điểm", "beyond the scale", node.GoesBeyondScale),
        YesNo("assumed", "điểm là giả định", "points assumed", node.IsAssumed),
        ]);
    }

    private static Part TotalPart(TotalRule total) => PartOf("", "",
    [
        Figure("scale", "thang điểm", "scale", total.Scale), Word("notApplicable", "tiêu chí không áp dụng", "criteria that do not apply", total.NotApplicable),
        Word("missing", "tiêu chí thiếu số liệu", "criteria without data", total.Missing), Word("unappraised", "khi chưa thẩm định", "without appraisal", total.Unappraised),
        YesNo("exemptionRequired", "không áp dụng phải có người cho phép", "exemption required", total.ExemptionRequired),
        Figure("digits", "số chữ số thập phân hiển thị", "decimals shown", total.Digits),
    ]);

    private static Part RatingPart(RatingBand band) => PartOf(band.Id, band.Name,
    [
        Text("name", "tên", "name", band.Name),
        new Line("from", new LocalText("từ", "from"), band.From is { } from ? Points(from) : null),
        Text("clause", "căn cứ", "clause", band.Clause), YesNo("assumed", "là giả định", "assumed", band.IsAssumed),
    ]);

    private static Part GatePart(Gate gate) => PartOf(gate.Id ?? gate.Title, gate.Title,
    [
        Text("title", "tên", "title", gate.Title), Expression("when", "khi", "when", gate.When), Word("effect", "hệ quả", "effect", gate.Effect),
        Text("at", "mức cao nhất còn lại", "highest rating left", gate.At?.Name), Text("clause", "căn cứ", "clause", gate.Clause),
        YesNo("assumed", "là giả định", "assumed", gate.IsAssumed),
    ]);

    private static Part QuotaPart(Quota quota) => PartOf(quota.Id ?? quota.Title, quota.Title,
    [
        Text("title", "tên", "title", quota.Title), Text("rating", "mức xếp loại", "rating", quota.Rating.Name), Share("atMost", "không quá", "at most", quota.AtMost),
        Text("of", "tính trên", "of", string.Join(", ", quota.Of.Select(rating => rating.Name))), new Line("within", new LocalText("trong từng", "within"), RuleWords.List(quota.Within)),
        Word("rounding", "làm tròn", "rounding", quota.Rounding), Word("ties", "bằng điểm ở ranh giới", "ties at the cut", quota.Ties),
        Text("displacedTo", "xuống mức", "displaced to", quota.DisplacedTo.Name), Expression("except", "trừ", "except", quota.Except),
        Text("clause", "căn cứ", "clause", quota.Clause), YesNo("assumed", "là giả định", "assumed", quota.IsAssumed),
    ]);

    private static Part RankingPart(RankingRule ranking) => PartOf("", "",
    [
        new Line("within", new LocalText("xếp hạng trong từng", "ranked within"), RuleWords.List(ranking.Within)),
        Text("tieBreak", "khi bằng điểm xét", "tie-breaks", string.Join("; ", ranking.TieBreak)), Word("ties", "đồng hạng", "ties", ranking.Ties),
    ]);

    private static Part TargetPart(Target target) => new(target.Id, target.Title, RequiredOf(target),
    [
        Text("title", "tên", "title", target.Title), Text("clause", "căn cứ", "clause", target.Clause),
        new Line("required", new LocalText("yêu cầu", "required"), RequiredOf(target)), Expression("among", "tính trên", "among", target.Among),
        Expression("share", "đơn vị đạt khi", "counted", target.Share), Expression("part", "tử số", "part", target.Part), Expression("whole", "mẫu số", "whole", target.Whole),
        YesNo("stretch", "chỉ tiêu phấn đấu", "to strive for", target.IsStretch), Word("missing", "đơn vị thiếu số liệu", "units without figures", target.Missing),
    ]);

    private static LocalText RequiredOf(Target target) => Local(language => (target.IsCeiling ? "≤ " : "≥ ") + ValueText.Percent(target.Required, language));

    private static Part ParameterPart(Parameter parameter) => new(parameter.Id, parameter.Label ?? parameter.Id, ValueOf(parameter),
    [
        new Line("value", new LocalText("giá trị", "value"), ValueOf(parameter)), Text("label", "tên", "label", parameter.Label),
        Text("clause", "căn cứ", "clause", parameter.Clause), YesNo("assumed", "là giả định", "assumed", parameter.IsAssumed),
    ]);

    private static LocalText ValueOf(Parameter parameter) => Local(language => parameter.Value switch
    {
        decimal number when parameter.IsPercent => ValueText.Percent(number, language),
        decimal number => ValueText.Number(number, language),
        DateOnly day when parameter.Inclusive is { } inclusive => (inclusive, language) switch
        {
            (true, Language.Vietnamese) => $"chậm nhất ngày {ValueText.Date(day, language)}",
            (false, Language.Vietnamese) => $"trước ngày {ValueText.Date(day, language)}",
            (true, _) => $"at the latest {ValueText.Date(day, language)}",
            _ => $"before {ValueText.Date(day, language)}",
        },
        DateOnly day => ValueText.Date(day, language),
        bool yesNo => (yesNo ? Yes : No).In(language),
        var text => $"{text}",
    });

    private static Part ChoicePart(string prefix, Choice choice) => PartOf(prefix + choice.Id, choice.Label, [Text("label", "tên", "label", choice.Label)]);

    private static Part FieldPart(string prefix, Field field) => PartOf(prefix + field.Id, field.Label,
    [
        Text("label", "tên", "label", field.Label), Word("type", "kiểu", "type", field.Type), Text("unit", "đơn vị tính", "unit", field.Unit),
        Text("help", "cách điền", "help", field.Help), Text("clause", "căn cứ", "clause", field.Clause),
        Expression("atLeast", "không nhỏ hơn", "at least", field.AtLeast), Expression("atMost", "không lớn hơn", "at most", field.AtMost),
        Text("values", "các giá trị", "values", string.Join(", ", field.Values.Select(value => $"{value.Id}: {value.Label}"))),
        Text("aliases", "tiêu đề khác", "other headers", string.Join(", ", field.Aliases)), Word("onMerge", "khi sáp nhập", "on merge", field.OnMerge),
        Text("from", "lấy từ", "from", field.From is { } from ? $"{from.Table.Id}; {from.Where}; {from.Sum}" : null),
    ]);

    private static Part PartOf(string id, string title, IReadOnlyList<Line> lines) => new(id, title, Both(title), lines);

    private static Line Text(string key, string vi, string en, string? value) => new(key, new LocalText(vi, en), string.IsNullOrEmpty(value) ? null : Both(value));

    private static Line Expression(string key, string vi, string en, Expressions.Expression? value) => Text(key, vi, en, value?.Text);

    private static Line YesNo(string key, string vi, string en, bool value) => new(key, new LocalText(vi, en), value ? Yes : No);

    private static Line Figure(string key, string vi, string en, decimal value) => new(key, new LocalText(vi, en), Local(language => ValueText.Number(value, language)));

    private static Line Share(string key, string vi, string en, decimal value) => new(key, new LocalText(vi, en), Local(language => ValueText.Percent(value, language)));

    private static Line Word<T>(string key, string vi, string en, T value)
        where T : struct, Enum => new(key, new LocalText(vi, en), RuleWords.Of(value));

    private static LocalText Points(decimal value) => Local(language => $"{ValueText.Number(value, language)} {(language == Language.Vietnamese ? "điểm" : value == 1 ? "point" : "points")}");

    private static LocalText Date(DateOnly day) => Local(language => ValueText.Date(day, language));

    private static LocalText Both(string text) => new(text, text);

    private static LocalText Local(Func<Language, string> write) => new(write(Language.Vietnamese), write(Language.English));
}
