using DanVan.Scoring.Results;
using DanVan.Scoring.Values;

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
        var document = new WordDocument(words.Text("Bảng", "Table"), words.Text("Hình", "Figure"), options.Template);
        if (options.Template is null)
            foreach (var element in OfficialHead.Head(result, options))
                document.Append(element);
        document.Paragraph(words.Text("PHIẾU ĐIỂM", "SCORECARD"), WordStyles.Title);
        document.Paragraph(result.RuleSet.Title, WordStyles.Subject);
        if (result.Note is { } note)
            document.Paragraph(note, WordStyles.Remark);
        AddTo(document, result, unit, level: 1, withSteps: true);
        document.Write(stream);
    }

    /// <summary>Adds the sheet of a unit to a document.</summary>
    internal static void AddTo(WordDocument document, Result result, ResultUnit unit, int level, bool withSteps = false)
    {
        var words = ResultWords.Of(result);
        string group = result.GroupOf(unit);
        document.Heading(level, $"{unit.Name} ({unit.Code})");
        string score = unit.ComparableScore is { } comparable
            ? $"{words.Text("Tổng điểm", "Score")}: {words.Shown(comparable)}/{words.Exact(result.RuleSet.Scale)}; {words.Text("xếp loại", "rating")}: {unit.RatingName}; {words.Text("hạng", "rank")} {unit.RankWithin}{(group.Length == 0 ? "" : $" ({group})")}."
            : $"{unit.RatingName}.";
        document.Paragraph(score + (unit.Remark.Length == 0 ? "" : $" {words.Text("Ghi chú", "Note")}: {unit.Remark}."));
        if (withSteps)
        {
            document.Table(null,
                [words.Text("Tiêu chí", "Criterion"), words.Text("Tối đa", "Max"), words.Text("Máy tính", "Computed"), words.Text("Tự chấm", "Self"), words.Text("Thẩm định", "Appraised"), words.Text("Chính thức", "Final"), words.Text("Lý do, phép tính", "Reason, arithmetic")],
                [46, 13, 13, 13, 14, 14, 46],
                result.RuleSet.Nodes.Zip(unit.Nodes, (node, points) => Narrow(Row(node, points, words, withSteps: true))));
            foreach (string step in unit.TotalSteps.Concat(unit.RatingSteps))
                document.Paragraph(step, WordStyles.Remark);
            return;
        }
        document.Table(null,
            [words.Text("Mã", "Id"), words.Text("Tiêu chí", "Criterion"), words.Text("Tối đa", "Max"), words.Text("Máy tính", "Computed"), words.Text("Tự chấm", "Self"), words.Text("Thẩm định", "Appraised"), words.Text("Chính thức", "Final"), words.Text("Căn cứ", "Clause"), words.Text("Lý do, trạng thái", "Reason, state")],
            [10, 54, 10, 12, 11, 13, 13, 22, 40],
            result.RuleSet.Nodes.Zip(unit.Nodes, (node, points) => Row(node, points, words, withSteps: false)));
    }

    /// <summary>For an upright page: id, title and clause in one column.</summary>
    private static IReadOnlyList<WordCell> Narrow(IReadOnlyList<WordCell> row) =>
        [row[0] with { Text = $"{row[0].Text}  {row[1].Text}{(row[7].Text.Length == 0 ? "" : $" [{row[7].Text}]")}" }, .. row.Skip(2).Take(5), row[8]];

    private static IReadOnlyList<WordCell> Row(ResultCriterion node, ResultNode points, ResultWords words, bool withSteps)
    {
        bool isPart = node.Manner is not null;
        string Shown(decimal? value) => value is { } number ? words.Shown(number) : "";
        string reason = points.Grounds.Length > 0 ? points.Grounds : points.State == CellState.Value ? "" : words.State(points.State, points.Source);
        string steps = withSteps && isPart ? string.Join("; ", points.Steps) : "";
        return
        [
            new WordCell(node.Id, Bold: !isPart), new WordCell(node.Title, Bold: !isPart), WordCell.Figure(Shown(node.Sign * node.MaxPoints), !isPart), WordCell.Figure(Shown(points.Computed)), WordCell.Figure(Shown(node.Sign * points.Self)),
            WordCell.Figure(Shown(node.Sign * points.Appraised)), WordCell.Figure(points.Final is { } final ? words.Shown(final) : "–", bold: true), node.Clause,
            string.Join(". ", new[] { reason, points.Corrections, steps }.Where(text => text.Length > 0)),
        ];
    }
}
