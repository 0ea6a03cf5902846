using DanVan.Scoring.Reports.Charts;
using DanVan.Scoring.Reports.Plotting;

namespace DanVan.Scoring.Reports.Word;

/// <summary>Writes the sheet of one unit: every criterion with its points, whose they are, the clause and the reason.</summary>
public static class CardDocument
{
    /// <summary>Writes the document that goes to the unit.</summary>
    public static void Write(Stream stream, Result result, ResultUnit unit, ReportOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(unit);
        options ??= new ReportOptions();
        var words = ResultWords.Of(result);
        var document = new WordDocument(words, options.Template);
        new OfficialHead(result, words, document).AddHead(options, words.Text("PHIẾU ĐIỂM", "SCORECARD"), result.RuleSet.Title);
        if (result.Note is { } note)
            document.Paragraph(note, WordStyles.Remark);
        AddHeading(document, result, words, unit, level: 1);
        document.Table(null,
            [
                ("Tiêu chí", "Criterion", 46), ("Tối đa", "Max", 13), ("Máy tính", "Computed", 13), ("Tự chấm", "Self", 13),
                ("Thẩm định", "Appraised", 14), ("Chính thức", "Final", 14), ("Lý do, phép tính", "Reason, arithmetic", 46),
            ],
            [.. result.RuleSet.Nodes.Zip(unit.Nodes)],
            row => Row(words, row.First, row.Second, isUpright: true));
        foreach (string step in unit.TotalSteps.Concat(unit.RatingSteps))
            document.Paragraph(step, WordStyles.Remark);
        if (ChartRenderer.Problem() is null && ChartBuilder.Profile(result, unit) is { } profile)
            foreach (var picture in ChartRenderer.Draw(profile))
                document.Picture(profile.Subtitle, picture);
        document.Write(stream);
    }

    /// <summary>Adds the sheet of a unit to a document.</summary>
    internal static void AddTo(WordDocument document, Result result, ResultWords words, ResultUnit unit)
    {
        AddHeading(document, result, words, unit, level: 3);
        document.Table(null,
            [
                ("Mã", "Id", 10), ("Tiêu chí", "Criterion", 54), ("Tối đa", "Max", 10), ("Máy tính", "Computed", 12),
                ("Tự chấm", "Self", 11), ("Thẩm định", "Appraised", 13), ("Chính thức", "Final", 13), ("Căn cứ", "Clause", 22),
                ("Lý do, trạng thái", "Reason, state", 40),
            ],
            [.. result.RuleSet.Nodes.Zip(unit.Nodes)],
            row => Row(words, row.First, row.Second, isUpright: false));
    }

    private static void AddHeading(WordDocument document, Result result, ResultWords words, ResultUnit unit, int level)
    {
        string group = result.GroupOf(unit);
        document.Heading(level, $"{unit.Name} ({unit.Code})");
        string score = unit.ComparableScore is { } comparable
            ? $"{words.Text("Tổng điểm", "Score")}: {words.Shown(comparable)}/{words.Exact(result.RuleSet.Scale)}; "
                + $"{words.Text("xếp loại", "rating")}: {unit.RatingName}; {words.Text("hạng", "rank")} {unit.RankWithin}"
                + (group.Length == 0 ? "" : $" ({group})")
            : unit.RatingName;
        document.Paragraph($"{score}." + (unit.Remark.Length == 0 ? "" : $" {words.Text("Ghi chú", "Note")}: {unit.Remark}."));
    }

    /// <summary>A criterion with its points; on an upright page id, title and clause share a column, as do reason and arithmetic.</summary>
    private static IEnumerable<WordCell> Row(ResultWords words, ResultCriterion node, ResultNode points, bool isUpright)
    {
        bool hasParts = node.Manner is null;
        string steps = isUpright && !hasParts ? string.Join("; ", points.Steps) : "";
        string reason = string.Join(". ", new[] { words.Reason(points), points.Corrections, steps }.Where(text => text.Length > 0));
        WordCell Figure(decimal? value) => WordCell.Figure(words.Points(value, ""));
        WordCell[] figures =
        [
            Figure(node.Sign * node.MaxPoints) with { Bold = hasParts }, Figure(points.Computed), Figure(node.Sign * points.Self),
            Figure(node.Sign * points.Appraised), WordCell.Figure(words.Points(points.Final), bold: true),
        ];
        string clause = string.IsNullOrEmpty(node.Clause) ? "" : $" [{node.Clause}]";
        return isUpright
            ? [new WordCell($"{node.Id}  {node.Title}{clause}", hasParts), .. figures, reason]
            : [new WordCell(node.Id, hasParts), new WordCell(node.Title, hasParts), .. figures, node.Clause, reason];
    }
}
