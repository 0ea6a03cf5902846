using DanVan.Scoring.Cli.Shell;
using DanVan.Scoring.Diagnostics;
using DanVan.Scoring.Files.Reading;
using DanVan.Scoring.Results;
using DanVan.Scoring.Rules;
using DanVan.Scoring.Scoring;
using DanVan.Scoring.Values;
using Spectre.Console;

namespace DanVan.Scoring.Cli.Output;

/// <summary>Prints what came of a run: ranking, ratings, targets, what is missing.</summary>
internal static class SummaryPrinter
{
    private const int MostRowsPerGroup = 15;

    public static void Print(Terminal terminal, Evaluation evaluation, DiagnosticBag diagnostics, IReadOnlyList<SourceInfo> sources, Words words)
    {
        var text = new ResultText(evaluation, words.Language);
        var rules = evaluation.RuleSet;
        terminal.Output.WriteLine(rules.Title);
        if (evaluation.Data.Note is { } note)
            terminal.Output.WriteLine(note);
        terminal.Output.WriteLine(words.Text("Đã đọc:", "Read:") + " " + string.Join("; ", sources.Where(source => source.Rows is not null).Select(source =>
            $"{source.File} ({source.Rows} {words.Text("dòng", "rows")}, {Form(source, words)}{Signs(source, words)})")));
        PrintRanking(terminal, evaluation, text, words);
        PrintRatings(terminal, evaluation, text, words);
        PrintTargets(terminal, evaluation, text, words);
        if (rules.Assumptions.Length > 0)
        {
            terminal.Output.WriteLine(words.Text("Giả định của bộ tiêu chí:", "Assumptions of the rule set:"));
            foreach (string assumption in rules.Assumptions)
                terminal.Output.WriteLine("  - " + assumption);
        }
        terminal.Output.WriteLine(DiagnosticPrinter.Count(diagnostics, words));
    }

    private static string Form(SourceInfo source, Words words) => source.Sheet is { } sheet
        ? words.Text($"trang '{sheet}', tiêu đề ở dòng {source.HeaderRow}", $"sheet '{sheet}', headers in row {source.HeaderRow}")
        : $"'{source.Delimiter}', {source.Encoding}";

    private static string Signs(SourceInfo source, Words words)
    {
        var signs = source.Columns.Select(column => column.DecimalSign).OfType<string>().Distinct().ToList();
        string told = string.Join("; ", source.Columns.Where(column => column.DecimalSignFrom is not null)
            .GroupBy(column => (column.DecimalSign, column.DecimalSignFrom)).Select(columns =>
                $"'{columns.Key.DecimalSign}' {words.Text("ở", "in")} {string.Join(", ", columns.Select(column => column.Header))} "
                + string.Join(", ", columns.Key.DecimalSignFrom!.Split(' ').Select(by => By(by, words)))));
        return signs.Count == 0 ? "" : $", {words.Text("dấu thập phân", "decimal sign")} '{string.Join("' '", signs)}'{(told.Length == 0 ? "" : $": {told}")}";
    }

    private static string By(string by, Words words) => by switch
    {
        "option" => words.Text("theo --decimal", "as --decimal says"),
        "limits" => words.Text("theo giới hạn của trường", "by the field's limits"),
        "separator" => words.Text("theo dấu phân cách của tệp", "by the file's separator"),
        _ => words.Text("theo các cột khác", "by the other columns"),
    };

    private static void PrintRanking(Terminal terminal, Evaluation evaluation, ResultText text, Words words)
    {
        foreach (var (group, units) in Groups(evaluation, text))
        {
            var table = NewTable(group.Length == 0 ? words.Text("Xếp hạng", "Ranking") : group);
            bool hasPrevious = evaluation.Data.HasPreviousOutcomes, hasGaps = !evaluation.Gaps.IsEmpty;
            table.AddColumns(new TableColumn(words.Text("Hạng", "Rank")).RightAligned(), new TableColumn(words.Text("Mã", "Code")),
                new TableColumn(words.Text("Đơn vị", "Unit")), new TableColumn(words.Text("Điểm", "Score")).RightAligned(),
                new TableColumn(words.Text("Xếp loại", "Rating")));
            if (hasGaps)
                table.AddColumn(new TableColumn(words.Text("So với tự chấm", "Against self")).RightAligned());
            if (hasPrevious)
                table.AddColumns(new TableColumn(words.Text("So với kỳ trước", "Against last")).RightAligned(), new TableColumn(words.Text("Hạng trước", "Last rank")).RightAligned());
            table.AddColumn(words.Text("Ghi chú", "Note"));
            foreach (int unit in units.Take(MostRowsPerGroup))
            {
                bool hasScore = evaluation.Sheet.HasScore(unit);
                string[] previous = hasPrevious ? Previous(evaluation, text, unit) : [];
                string[] gap = hasGaps ? [evaluation.GapOf(unit) is { } found ? text.Difference(found.Gap) : "–"] : [];
                table.AddRow(Cells([
                    hasScore ? $"{evaluation.Outcomes.RankWithin(unit)}" : "–", evaluation.Data.Units[unit].Code, evaluation.Data.Units[unit].Name,
                    hasScore ? Shown(evaluation, text, unit) : "–", text.Rating(unit), .. gap, .. previous, text.Note(unit)]));
            }
            terminal.Rich.Write(table);
            int left = units.Count - MostRowsPerGroup;
            if (left > 0)
                terminal.Output.WriteLine(words.Text($"  … và {left} đơn vị nữa, xem ranking.csv", $"  … and {left} more units, see ranking.csv"));
        }
    }

    private static string[] Previous(Evaluation evaluation, ResultText text, int unit) => evaluation.Data.PreviousOutcomeOf(unit) is not { } previous
        ? [text.NoPrevious(unit) is { Length: > 0 } merged ? merged : "–", "–"]
        : [previous.Score is { } last && evaluation.Sheet.HasScore(unit) ? text.Difference(evaluation.Sheet.ComparableScore(unit) - last) : "–", previous.RankWithin > 0 ? $"{previous.RankWithin}" : "–"];

    private static string Shown(Evaluation evaluation, ResultText text, int unit)
    {
        decimal scale = evaluation.Sheet.ApplicableScale(unit);
        bool isShorter = evaluation.RuleSet.Total.NotApplicable == NotApplicableRule.Shorten && scale != evaluation.RuleSet.Total.Scale;
        return text.Shown(evaluation.Sheet.Score(unit)) + (isShorter ? $" / {text.Shown(scale)}" : "");
    }

    private static void PrintRatings(Terminal terminal, Evaluation evaluation, ResultText text, Words words)
    {
        var ratings = evaluation.RuleSet.Ratings;
        var table = NewTable(words.Text("Số đơn vị theo xếp loại", "Units by rating"));
        table.AddColumn(words.Text("Khối", "Group"));
        foreach (var rating in ratings)
            table.AddColumn(new TableColumn(Markup.Escape(rating.Name)).RightAligned());
        table.AddColumn(new TableColumn(words.Text("Không xếp loại", "Not rated")).RightAligned());
        foreach (var (group, units) in Groups(evaluation, text))
        {
            int[] counts = new int[ratings.Length + 1];
            foreach (int unit in units)
                counts[evaluation.Outcomes.Rating(unit)?.Index ?? ratings.Length]++;
            table.AddRow(Cells([group.Length == 0 ? words.Text("Chung", "All") : group, .. counts.Select(count => $"{count}")]));
        }
        terminal.Rich.Write(table);
    }

    /// <summary>The ranking by group, of which each stands in one piece in it.</summary>
    private static IEnumerable<(string Group, ArraySegment<int> Units)> Groups(Evaluation evaluation, ResultText text)
    {
        int[] ranking = [.. evaluation.Ranking];
        for (int start = 0, end = 0; start < ranking.Length; start = end)
        {
            string group = text.Group(evaluation.Data.Units[ranking[start]]);
            while (end < ranking.Length && text.Group(evaluation.Data.Units[ranking[end]]) == group)
                end++;
            yield return (group, new ArraySegment<int>(ranking, start, end - start));
        }
    }

    private static void PrintTargets(Terminal terminal, Evaluation evaluation, ResultText text, Words words)
    {
        if (evaluation.Targets.Length == 0)
            return;
        var table = NewTable(words.Text("Chỉ tiêu", "Targets"));
        table.AddColumns(new TableColumn(words.Text("Mã", "Id")), new TableColumn(words.Text("Nội dung", "Title")),
            new TableColumn(words.Text("Thực hiện", "Achieved")).RightAligned(), new TableColumn(words.Text("Yêu cầu", "Required")).RightAligned(),
            new TableColumn(words.Text("Kết quả", "Verdict")), new TableColumn(words.Text("Không đạt", "Failing")).RightAligned(),
            new TableColumn(words.Text("Thiếu số liệu", "No figures")).RightAligned());
        foreach (var result in evaluation.Targets)
        {
            string achieved = result.Achieved is { } share
                ? $"{ValueText.Number(result.Numerator, words.Language)}/{ValueText.Number(result.Denominator, words.Language)} = {ValueText.Percent(share, words.Language)}"
                : "–";
            string type = result.Target.IsStretch ? $" ({text.TargetType(result.Target)})" : "";
            table.AddRow(Cells(result.Target.Id, result.Target.Title + type, achieved, text.Required(result.Target), text.Verdict(result.Verdict),
                $"{result.FailingUnits.Length}", $"{result.UnitsWithoutFigures.Length}"));
        }
        terminal.Rich.Write(table);
    }

    private static Table NewTable(string title) => new Table { Border = TableBorder.Simple }.Title(new TableTitle(Markup.Escape(title))).LeftAligned();

    private static Text[] Cells(params string[] texts) => [.. texts.Select(cell => new Text(cell))];
}
