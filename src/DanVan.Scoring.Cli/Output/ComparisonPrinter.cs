using DanVan.Scoring.Comparing;
using DanVan.Scoring.Data;
using DanVan.Scoring.Files.Writing;
using Spectre.Console;

namespace DanVan.Scoring.Cli.Output;

/// <summary>Prints what moved between two results.</summary>
internal sealed class ComparisonPrinter(Terminal terminal, Words words)
{
    private const int MostRows = 60;
    private const int MostReasons = 5;

    public void Print(Comparison comparison)
    {
        var (before, after) = (comparison.Before, comparison.After);
        terminal.Output.WriteLine($"{before.RuleSet.Id} {before.RuleSet.Version} ({before.RuleSet.Period}) → {after.RuleSet.Id} {after.RuleSet.Version} ({after.RuleSet.Period})");
        if (before.RuleSet.Id != after.RuleSet.Id && before.RuleSet.Period == after.RuleSet.Period)
            terminal.Output.WriteLine(words.Text("Hai kết quả theo hai bộ tiêu chí khác nhau của cùng một năm.", "The two results are of different rule sets of one year."));
        var moved = comparison.Units.Where(unit => unit.IsMoved).ToList();
        if (moved.Count > 0)
            terminal.Rich.Write(TableOf(moved, after.RuleSet.Digits));
        if (moved.Count > MostRows)
            terminal.Output.WriteLine(words.Text($"  … và {moved.Count - MostRows} đơn vị nữa; dùng --out để ghi đủ.", $"  … and {moved.Count - MostRows} more units; --out writes them all."));
        foreach (var unit in moved.Take(MostRows).Where(unit => !unit.Criteria.IsEmpty || !unit.RatingSteps.IsEmpty))
        {
            terminal.Output.WriteLine($"{unit.Code}  {unit.Name}");
            foreach (var change in unit.Criteria.Take(MostReasons))
                terminal.Output.WriteLine($"  {change.Id}  {Points(change.Before)} → {Points(change.After)}{(change.Why.Length == 0 ? "" : $"  ({change.Why})")}");
            if (unit.Criteria.Length > MostReasons)
                terminal.Output.WriteLine(words.Text($"  … và {unit.Criteria.Length - MostReasons} tiêu chí nữa", $"  … and {unit.Criteria.Length - MostReasons} more criteria"));
            foreach (string step in unit.RatingSteps)
                terminal.Output.WriteLine($"  {step}");
        }
        int rose = comparison.Units.Count(unit => unit.ScoreMove > 0), fell = comparison.Units.Count(unit => unit.ScoreMove < 0);
        terminal.Output.WriteLine(words.Text(
            $"{comparison.Units.Length} đơn vị: {rose} tăng điểm, {fell} giảm điểm, {comparison.Units.Count(unit => unit.RankMove is not 0 and not null)} đổi hạng, {comparison.Units.Count(unit => unit.IsRatingMoved)} đổi xếp loại.",
            $"{comparison.Units.Length} units: {rose} rose, {fell} fell, {comparison.Units.Count(unit => unit.RankMove is not 0 and not null)} changed rank, {comparison.Units.Count(unit => unit.IsRatingMoved)} changed rating."));

        string Points(decimal? points) => points is { } value ? ValueText.Number(value, words.Language) : "–";
    }

    private Table TableOf(List<UnitChange> moved, int digits)
    {
        var table = new Table { Border = TableBorder.Simple }.Title(new TableTitle(words.Text("Các đơn vị có thay đổi", "Units that moved"))).LeftAligned();
        table.AddColumns(new TableColumn(words.Text("Mã", "Code")), new TableColumn(words.Text("Đơn vị", "Unit")), new TableColumn(words.Text("Trước", "Before")).RightAligned(),
            new TableColumn(words.Text("Sau", "After")).RightAligned(), new TableColumn(words.Text("Tăng giảm", "Change")).RightAligned(), new TableColumn(words.Text("Hạng", "Rank")),
            new TableColumn(words.Text("Xếp loại", "Rating")), new TableColumn(words.Text("Ghi chú", "Note")));
        foreach (var unit in moved.Take(MostRows))
            table.AddRow(new[]
            {
                unit.Code, unit.Name, Score(unit.Before?.Score), Score(unit.After?.Score), unit.ScoreMove is { } move ? ValueText.Difference(move, digits, words.Language) : "–",
                Move(Rank(unit.Before), Rank(unit.After)), Move(unit.Before?.RatingName ?? "–", unit.After?.RatingName ?? "–"), ComparisonText.Kind(unit.Kind).In(words.Language),
            }.Select(cell => new Text(cell)));
        return table;

        string Score(decimal? score) => score is { } value ? ValueText.Fixed(value, digits, words.Language) : "–";
        string Rank(PreviousOutcome? outcome) => outcome is { RankWithin: > 0 } ? $"{outcome.RankWithin}" : "–";
        string Move(string from, string to) => from == to ? from : $"{from} → {to}";
    }
}
