using DanVan.Scoring.Comparing;

namespace DanVan.Scoring.Files.Writing;

/// <summary>Writes a comparison of two results as CSV tables, in the language of the second.</summary>
public sealed class ComparisonTables(Comparison comparison, CsvStyle style)
{
    /// <summary><c>comparison.csv</c>: a row a unit.</summary>
    public void WriteUnits(Stream stream)
    {
        using var table = new TableWriter(stream, style, Headers("Khối|Group", "Mã đơn vị|Unit code", "Tên đơn vị|Unit", "Điểm trước|Score before", "Điểm sau|Score after", "Tăng giảm điểm|Score change",
            "Hạng trước|Rank before", "Hạng sau|Rank after", "Tăng giảm hạng|Places risen", "Xếp loại trước|Rating before", "Xếp loại sau|Rating after", "Ghi chú|Note", "Tiêu chí thay đổi|Criteria that moved"), Note);
        foreach (var unit in comparison.Units)
            table.Text(unit.Group).Text(unit.Code).Text(unit.Name).Number(unit.Before?.Score).Number(unit.After?.Score).Number(unit.ScoreMove)
                .Number(Rank(unit.Before?.RankWithin)).Number(Rank(unit.After?.RankWithin)).Number(unit.RankMove)
                .Text(unit.Before?.RatingName).Text(unit.After?.RatingName).Text(string.Join("; ", unit.RatingSteps.Prepend(ComparisonText.Kind(unit.Kind).In(comparison.After.Language)).Where(text => text.Length > 0)))
                .Text(string.Join(", ", unit.Criteria.Select(change => change.Id))).EndRow();
    }

    /// <summary><c>comparison-criteria.csv</c>: a row for each criterion of a unit whose points moved, with why.</summary>
    public void WriteCriteria(Stream stream)
    {
        using var table = new TableWriter(stream, style, Headers("Mã đơn vị|Unit code", "Tên đơn vị|Unit", "Mã tiêu chí|Criterion", "Nội dung|Title", "Điểm trước|Points before", "Điểm sau|Points after",
            "Tăng giảm|Change", "Vì sao|Why"), Note);
        foreach (var unit in comparison.Units)
            foreach (var change in unit.Criteria)
                table.Text(unit.Code).Text(unit.Name).Text(change.Id).Text(change.Title).Number(change.Before).Number(change.After)
                    .Number(change.After - change.Before).Text(change.Why).EndRow();
    }

    private (string, string)? Note => TableWriter.NoteOf(comparison.After);

    private static decimal? Rank(int? rank) => rank is > 0 ? rank : null;

    private string[] Headers(params string[] names) => TableWriter.Headers(comparison.After.Language, names);
}

/// <summary>Words of a comparison.</summary>
public static class ComparisonText
{
    /// <summary>Where a unit stands if not in both; empty for both.</summary>
    public static LocalText Kind(UnitPresence kind) => kind switch
    {
        UnitPresence.OnlyBefore => new("chỉ có trong kết quả trước", "only in the first result"),
        UnitPresence.OnlyAfter => new("chỉ có trong kết quả sau", "only in the second result"),
        UnitPresence.Merged => new("không so sánh được: sáp nhập, chia tách", "not comparable: merged or split"),
        _ => new("", ""),
    };
}
