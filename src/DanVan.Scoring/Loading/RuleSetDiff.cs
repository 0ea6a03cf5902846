using DanVan.Scoring.Rules;
using Line = (string Key, string Vi, string En, object? Value);

namespace DanVan.Scoring.Loading;

/// <summary>What differs between two rule sets, in words. Compares what they say, not how their files are written.</summary>
public static class RuleSetDiff
{
    private static readonly LocalText Yes = new("có", "yes");
    private static readonly LocalText No = new("không", "no");

    /// <summary>A part with its lines: the key of each in the file, what it is called, what it says.</summary>
    private sealed record Part(string Id, string Title, IReadOnlyList<Line> Lines, LocalText? Summary = null);

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
                yield return Change(ChangeKind.Added, part) with { New = SummaryOf(part) };
                continue;
            }
            foreach (var (key, vi, en, value) in part.Lines)
            {
                var (was, now) = (Shown(old.Lines.FirstOrDefault(other => other.Key == key).Value), Shown(value));
                if (was != now)
                    yield return Change(ChangeKind.Changed, part) with { Key = key, What = new LocalText(vi, en), Old = was, New = now };
            }
        }
        foreach (var old in older.Where(part => !after.Contains(part.Id)))
            yield return Change(ChangeKind.Removed, old) with { Old = SummaryOf(old) };

        RuleSetChange Change(ChangeKind kind, Part part) => new() { Area = area, Kind = kind, Id = part.Id, Title = part.Title };

        static LocalText SummaryOf(Part part) => part.Summary ?? Both(part.Title);
    }

    private static IEnumerable<Part> Parts(ChangeArea area, RuleSet rules) => area switch
    {
        ChangeArea.General => [General(rules)],
        ChangeArea.Basis => rules.Basis.Select(choice =>
            new Part(choice.Id, choice.Label, [("title", "tên văn bản", "title", choice.Label)])),
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
        _ => rules.Assumptions.Select(text => new Part(text, text, [])),
    };

    private static Part General(RuleSet rules) => new("", "",
    [
        ("title", "tên", "title", rules.Title), ("issuer", "cơ quan ban hành", "issuer", rules.Issuer),
        ("recipient", "nơi nhận báo cáo", "recipient", rules.Recipient),
        ("period", "kỳ đánh giá", "scoring period", $"{rules.Period}"),
        ("effectiveFrom", "ngày hiệu lực", "in force from", rules.EffectiveFrom),
        ("replaces", "thay thế", "replaces", rules.Replaces),
        ("language", "ngôn ngữ", "language", rules.Language),
        ("scoredUnits", "đơn vị được chấm", "units scored", rules.ScoredUnits),
    ]);

    private static Part NodePart(RuleSet rules, ScoreNode node)
    {
        var manner = node.Manner is null ? null : Local(language => node.Manner.Describe(new RuleText(rules, language, withDates: false)));
        var points = Points(node.MaxPoints);
        return new(node.Id, node.Title,
        [
            ("title", "tên", "title", node.Title), ("clause", "căn cứ", "clause", node.Clause),
            ("maxPoints", "điểm tối đa", "maximum points", points),
            ("in", "thuộc", "part of", node.Parent < 0 ? null : rules.Nodes[node.Parent].Id),
            ("appliesTo", "áp dụng cho", "applies to", node.AppliesTo),
            ("manner", "cách chấm", "manner", manner), ("beyondScale", "vượt thang điểm", "beyond the scale", node.GoesBeyondScale),
            ("assumed", "điểm là giả định", "points assumed", node.IsAssumed),
        ], manner is null ? points : new LocalText($"{points.Vi}; {manner.Vi}", $"{points.En}; {manner.En}"));
    }

    private static Part TotalPart(TotalRule total) => new("", "",
    [
        ("scale", "thang điểm", "scale", total.Scale),
        ("notApplicable", "tiêu chí không áp dụng", "criteria that do not apply", total.NotApplicable),
        ("missing", "tiêu chí thiếu số liệu", "criteria without data", total.Missing),
        ("unappraised", "khi chưa thẩm định", "without appraisal", total.Unappraised),
        ("exemptionRequired", "không áp dụng phải có người cho phép", "exemption required", total.ExemptionRequired),
        ("digits", "số chữ số thập phân hiển thị", "decimals shown", (decimal)total.Digits),
    ]);

    private static Part RatingPart(RatingBand band) => new(band.Id, band.Name,
    [
        ("name", "tên", "name", band.Name),
        ("from", "từ", "from", band.From is { } from ? Points(from) : null),
        ("clause", "căn cứ", "clause", band.Clause), ("assumed", "là giả định", "assumed", band.IsAssumed),
    ]);

    private static Part GatePart(Gate gate) => new(gate.Id ?? gate.Title, gate.Title,
    [
        ("title", "tên", "title", gate.Title), ("when", "khi", "when", gate.When), ("effect", "hệ quả", "effect", gate.Effect),
        ("at", "mức cao nhất còn lại", "highest rating left", gate.At?.Name), ("clause", "căn cứ", "clause", gate.Clause),
        ("assumed", "là giả định", "assumed", gate.IsAssumed),
    ]);

    private static Part QuotaPart(Quota quota) => new(quota.Id ?? quota.Title, quota.Title,
    [
        ("title", "tên", "title", quota.Title), ("rating", "mức xếp loại", "rating", quota.Rating.Name),
        ("atMost", "không quá", "at most", Percent(quota.AtMost)),
        ("of", "tính trên", "of", string.Join(", ", quota.Of.Select(rating => rating.Name))),
        ("within", "trong từng", "within", RuleWords.List(quota.Within)),
        ("rounding", "làm tròn", "rounding", quota.Rounding), ("ties", "bằng điểm ở ranh giới", "ties at the cut", quota.Ties),
        ("displacedTo", "xuống mức", "displaced to", quota.DisplacedTo.Name), ("except", "trừ", "except", quota.Except),
        ("clause", "căn cứ", "clause", quota.Clause), ("assumed", "là giả định", "assumed", quota.IsAssumed),
    ]);

    private static Part RankingPart(RankingRule ranking) => new("", "",
    [
        ("within", "xếp hạng trong từng", "ranked within", RuleWords.List(ranking.Within)),
        ("tieBreak", "khi bằng điểm xét", "tie-breaks", string.Join("; ", ranking.TieBreak)), ("ties", "đồng hạng", "ties", ranking.Ties),
    ]);

    private static Part TargetPart(Target target) => new(target.Id, target.Title,
    [
        ("title", "tên", "title", target.Title), ("clause", "căn cứ", "clause", target.Clause),
        ("required", "yêu cầu", "required", RequiredOf(target)), ("among", "tính trên", "among", target.Among),
        ("share", "đơn vị đạt khi", "counted", target.Share), ("part", "tử số", "part", target.Part),
        ("whole", "mẫu số", "whole", target.Whole),
        ("stretch", "chỉ tiêu phấn đấu", "to strive for", target.IsStretch),
        ("missing", "đơn vị thiếu số liệu", "units without figures", target.Missing),
    ], RequiredOf(target));

    private static LocalText RequiredOf(Target target) => Local(language => (target.IsCeiling ? "≤ " : "≥ ") + ValueText.Percent(target.Required, language));

    private static Part ParameterPart(Parameter parameter) => new(parameter.Id, parameter.Label ?? parameter.Id,
    [
        ("value", "giá trị", "value", ValueOf(parameter)), ("label", "tên", "label", parameter.Label),
        ("clause", "căn cứ", "clause", parameter.Clause), ("assumed", "là giả định", "assumed", parameter.IsAssumed),
    ], ValueOf(parameter));

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

    private static Part ChoicePart(string prefix, Choice choice) =>
        new(prefix + choice.Id, choice.Label, [("label", "tên", "label", choice.Label)]);

    private static Part FieldPart(string prefix, Field field) => new(prefix + field.Id, field.Label,
    [
        ("label", "tên", "label", field.Label), ("type", "kiểu", "type", field.Type), ("unit", "đơn vị tính", "unit", field.Unit),
        ("help", "cách điền", "help", field.Help), ("clause", "căn cứ", "clause", field.Clause),
        ("atLeast", "không nhỏ hơn", "at least", field.AtLeast), ("atMost", "không lớn hơn", "at most", field.AtMost),
        ("values", "các giá trị", "values", string.Join(", ", field.Values.Select(value => $"{value.Id}: {value.Label}"))),
        ("aliases", "tiêu đề khác", "other headers", string.Join(", ", field.Aliases)),
        ("onMerge", "khi sáp nhập", "on merge", field.OnMerge),
        ("from", "lấy từ", "from", field.From is { } from ? $"{from.Table.Id}; {from.Where}; {from.Sum}" : null),
    ]);

    /// <summary>What a line says; null if nothing.</summary>
    private static LocalText? Shown(object? value) => value switch
    {
        null or "" => null,
        LocalText text => text,
        bool yesNo => yesNo ? Yes : No,
        decimal number => Local(language => ValueText.Number(number, language)),
        DateOnly day => Local(language => ValueText.Date(day, language)),
        Enum word => RuleWords.Of(word),
        _ => Both($"{value}"),
    };

    private static LocalText Percent(decimal share) => Local(language => ValueText.Percent(share, language));

    private static LocalText Points(decimal value) => Local(language => $"{ValueText.Number(value, language)} {(language == Language.Vietnamese ? "điểm" : value == 1 ? "point" : "points")}");

    private static LocalText Both(string text) => new(text, text);

    private static LocalText Local(Func<Language, string> write) => new(write(Language.Vietnamese), write(Language.English));
}
