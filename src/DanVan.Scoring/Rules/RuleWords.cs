namespace DanVan.Scoring.Rules;

/// <summary>What the words of a rule set file mean, for people.</summary>
internal static class RuleWords
{
    public static LocalText Of(Enum word) => word switch
    {
        NotApplicableRule.Rescale => new("quy đổi về thang đủ", "rescaled to the full scale"),
        NotApplicableRule.Shorten => new("rút ngắn thang điểm", "the scale gets shorter"),
        NotApplicableRule.FullPoints => new("cho đủ điểm", "full points"),
        MissingRule.Zero => new("0 điểm", "0 points"),
        MissingRule.NotScored => new("không chấm đơn vị", "the unit is not scored"),
        UnappraisedRule.Computed => new("điểm máy tính", "the computed points"),
        UnappraisedRule.Self => new("điểm tự chấm", "the unit's own points"),
        GateEffect.Cap => new("khống chế mức cao nhất", "at most a rating"),
        GateEffect.DropOne => new("hạ một mức", "one rating lower"),
        GateEffect.Lowest => new("mức thấp nhất", "the lowest rating"),
        GateEffect.NotRateable => new("không xếp loại", "not rateable"),
        QuotaRounding.Down => new("xuống", "down"),
        QuotaRounding.Nearest => new("số gần nhất", "to the nearest"),
        QuotaRounding.Up => new("lên", "up"),
        QuotaTies.Keep => new("giữ cả", "all keep the rating"),
        QuotaTies.Drop => new("bỏ cả", "none keeps the rating"),
        TieRule.SharedRank => new("đồng hạng, bỏ hạng sau (1, 2, 2, 4)", "shared rank, the next is skipped (1, 2, 2, 4)"),
        TieRule.DenseRank => new("đồng hạng, không bỏ hạng (1, 2, 2, 3)", "shared rank, none is skipped (1, 2, 2, 3)"),
        TargetMissingRule.NotMet => new("tính là không đạt", "count as not met"),
        TargetMissingRule.LeftOut => new("không tính", "are left out"),
        RankingKey.Group => new("khối", "group"),
        RankingKey.Kind => new("loại đơn vị", "kind"),
        RankingKey.Parent => new("đơn vị cấp trên", "parent"),
        FieldType.Count => new("số đếm", "a count"),
        FieldType.Number => new("số", "a number"),
        FieldType.Percent => new("tỷ lệ phần trăm", "a percentage"),
        FieldType.YesNo => new("có/không", "yes/no"),
        FieldType.Date => new("ngày", "a date"),
        FieldType.Text => new("văn bản", "a text"),
        FieldType.Choice => new("chọn một giá trị", "one of a list"),
        MergeRule.Sum => new("cộng lại", "added up"),
        MergeRule.NotComparable => new("không so sánh được", "not comparable"),
        Language.Vietnamese => new("tiếng Việt", "Vietnamese"),
        Language.English => new("tiếng Anh", "English"),
        _ => new($"{word}", $"{word}"),
    };

    /// <summary>Words parted by commas; "none" for an empty list.</summary>
    public static LocalText List<T>(IEnumerable<T> words)
        where T : struct, Enum
    {
        var texts = words.Select(word => Of(word)).ToList();
        return texts.Count == 0 ? new("tất cả", "all units") : new(string.Join(", ", texts.Select(text => text.Vi)), string.Join(", ", texts.Select(text => text.En)));
    }
}
