using DanVan.Scoring.Files.Reading;
using Spectre.Console;

namespace DanVan.Scoring.Cli.Output;

/// <summary>Prints what came of a run: ranking, ratings, targets, what is missing.</summary>
internal sealed class SummaryPrinter(Terminal terminal, Words words)
{
    private const int MostRowsPerGroup = 15;

    public void Print(Result result, DiagnosticBag diagnostics, IReadOnlyList<SourceInfo> sources)
    {
        var text = ResultWords.Of(result);
        var rules = result.RuleSet;
        terminal.Output.WriteLine(rules.Title);
        if (result.Note is { } note)
            terminal.Output.WriteLine(note);
        terminal.Output.WriteLine(words.Text("Đã đọc:", "Read:") + " " + string.Join("; ", sources.Where(source => source.Rows is not null).Select(source =>
            $"{source.File} ({source.Rows} {words.Text("dòng", "rows")}, {Form(source)}{Signs(source)})")));
        PrintRanking(result, text);
        PrintRatings(result);
        PrintTargets(result, text);
        if (rules.Assumptions.Length > 0)
        {
            terminal.Output.WriteLine(words.Text("Giả định của bộ tiêu chí:", "Assumptions of the rule set:"));
            foreach (string assumption in rules.Assumptions)
                terminal.Output.WriteLine("  - " + assumption);
        }
        terminal.Output.WriteLine(DiagnosticPrinter.Count(diagnostics, words));
    }

    private string Form(SourceInfo source) => source.Sheet is { } sheet
        ? words.Text($"trang '{sheet}', tiêu đề ở dòng {source.HeaderRow}", $"sheet '{sheet}', headers in row {source.HeaderRow}")
        : $"'{source.Delimiter}', {source.Encoding}";

    private string Signs(SourceInfo source)
    {
        var signs = source.Columns.Select(column => column.DecimalSign).OfType<string>().Distinct().ToList();
        string told = string.Join("; ", source.Columns.Where(column => column.DecimalSignFrom is not null)
            .GroupBy(column => (column.DecimalSign, column.DecimalSignFrom)).Select(columns =>
                $"'{columns.Key.DecimalSign}' {words.Text("ở", "in")} {string.Join(", ", columns.Select(column => column.Header))} "
                + string.Join(", ", columns.Key.DecimalSignFrom!.Split(' ').Select(by => By(by)))));
        return signs.Count == 0 ? "" : $", {words.Text("dấu thập phân", "decimal sign")} '{string.Join("' '", signs)}'{(told.Length == 0 ? "" : $": {told}")}";
    }

    private string By(string by) => by switch
    {
        "option" => words.Text("theo --decimal", "as --decimal says"),
        "limits" => words.Text("theo giới hạn của trường", "by the field's limits"),
        "separator" => words.Text("theo dấu phân cách của tệp", "by the file's separator"),
        _ => words.Text("theo các cột khác", "by the other columns"),
    };

    private void PrintRanking(Result result, ResultWords text)
    {
        bool hasPrevious = result.HasPrevious, hasGaps = result.SelfAssessments.Count > 0;
        foreach (var group in result.RankedGroups)
        {
            var table = NewTable(group.Name.Length == 0 ? words.Text("Xếp hạng", "Ranking") : group.Name);
            table.AddColumns(new TableColumn(words.Text("Hạng", "Rank")).RightAligned(), new TableColumn(words.Text("Mã", "Code")),
                new TableColumn(words.Text("Đơn vị", "Unit")), new TableColumn(words.Text("Điểm", "Score")).RightAligned(),
                new TableColumn(words.Text("Xếp loại", "Rating")));
            if (hasGaps)
                table.AddColumn(new TableColumn(words.Text("So với tự chấm", "Against self")).RightAligned());
            if (hasPrevious)
                table.AddColumns(new TableColumn(words.Text("So với kỳ trước", "Against last")).RightAligned(), new TableColumn(words.Text("Hạng trước", "Last rank")).RightAligned());
            table.AddColumn(words.Text("Ghi chú", "Note"));
            foreach (var unit in Enumerable.Range(group.First, Math.Min(group.Count, MostRowsPerGroup)).Select(rank => result.Units[rank]))
            {
                string[] previous = hasPrevious ? Previous(unit, text) : [];
                string[] gap = hasGaps ? [unit.AppraisalGap is { } found ? text.Difference(found.Gap) : "–"] : [];
                table.AddRow(Cells([
                    unit.HasScore ? $"{unit.RankWithin}" : "–", unit.Code, unit.Name,
                    unit.Score is { } score ? Shown(score, unit, result.RuleSet, text) : "–", unit.RatingName, .. gap, .. previous, unit.Remark]));
            }
            terminal.Rich.Write(table);
            int left = group.Count - MostRowsPerGroup;
            if (left > 0)
                terminal.Output.WriteLine(words.Text($"  … và {left} đơn vị nữa, xem ranking.csv", $"  … and {left} more units, see ranking.csv"));
        }
    }

    private static string[] Previous(ResultUnit unit, ResultWords text) => unit.Previous is not { } previous
        ? [unit.PreviousMerged ? text.NotComparable : "–", "–"]
        : [unit.ComparableScore - previous.Score is { } change ? text.Difference(change) : "–", previous.RankWithin > 0 ? $"{previous.RankWithin}" : "–"];

    private static string Shown(decimal score, ResultUnit unit, ResultRules rules, ResultWords text)
    {
        bool isShorter = rules.NotApplicable == NotApplicableRule.Shorten && unit.ApplicableScale != rules.Scale;
        return text.Shown(score) + (isShorter ? $" / {text.Shown(unit.ApplicableScale!.Value)}" : "");
    }

    private void PrintRatings(Result result)
    {
        var table = NewTable(words.Text("Số đơn vị theo xếp loại", "Units by rating"));
        table.AddColumn(words.Text("Khối", "Group"));
        foreach (var rating in result.RuleSet.Ratings)
            table.AddColumn(new TableColumn(Markup.Escape(rating.Name)).RightAligned());
        table.AddColumn(new TableColumn(words.Text("Không xếp loại", "Not rated")).RightAligned());
        foreach (var group in result.RankedGroups)
            table.AddRow(Cells([group.Name.Length == 0 ? words.Text("Chung", "All") : group.Name, .. group.Ratings.Select(count => $"{count}")]));
        terminal.Rich.Write(table);
    }

    private void PrintTargets(Result result, ResultWords text)
    {
        if (result.Targets.IsEmpty)
            return;
        var table = NewTable(words.Text("Chỉ tiêu", "Targets"));
        table.AddColumns(new TableColumn(words.Text("Mã", "Id")), new TableColumn(words.Text("Nội dung", "Title")),
            new TableColumn(words.Text("Thực hiện", "Achieved")).RightAligned(), new TableColumn(words.Text("Yêu cầu", "Required")).RightAligned(),
            new TableColumn(words.Text("Kết quả", "Verdict")), new TableColumn(words.Text("Không đạt", "Failing")).RightAligned(),
            new TableColumn(words.Text("Thiếu số liệu", "No figures")).RightAligned());
        foreach (var target in result.Targets)
        {
            string achieved = target.Achieved is { } share ? $"{text.Exact(target.Numerator)}/{text.Exact(target.Denominator)} = {text.Percent(share)}" : "–";
            string type = target.Stretch ? $" ({text.TargetType(target.Stretch)})" : "";
            table.AddRow(Cells(target.Id, target.Title + type, achieved, text.Required(target.Ceiling, target.Required), text.Verdict(target.Verdict),
                $"{target.FailingUnits.Count}", $"{target.UnitsWithoutFigures.Count}"));
        }
        terminal.Rich.Write(table);
    }

    private static Table NewTable(string title) => new Table { Border = TableBorder.Simple }.Title(new TableTitle(Markup.Escape(title))).LeftAligned();

    private static Text[] Cells(params string[] texts) => [.. texts.Select(cell => new Text(cell))];
}
