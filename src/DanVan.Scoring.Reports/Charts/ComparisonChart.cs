using DanVan.Scoring.Comparing;

namespace DanVan.Scoring.Reports.Charts;

/// <summary>Makes the chart of two results compared: the largest moves first.</summary>
public static class ComparisonChart
{
    /// <summary>The chart; null if no unit has a score in both.</summary>
    public static DumbbellChart? Build(Comparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        var (before, after) = (comparison.Before.RuleSet, comparison.After.RuleSet);
        var words = ResultWords.Of(comparison.After);
        var moved = comparison.Units.Where(unit => unit.ScoreMove is not null)
            .OrderByDescending(unit => Math.Abs(unit.ScoreMove!.Value)).ThenBy(unit => unit.Code, StringComparer.Ordinal).ToList();
        if (moved.Count == 0)
            return null;
        var rows = moved.Take(ChartBuilder.MostUnits).Select(unit =>
        {
            string rating = unit.IsRatingMoved ? $"  {unit.Before!.RatingName ?? "–"} → {unit.After!.RatingName ?? "–"}" : "";
            return new DumbbellRow(unit.Name, unit.Before!.Score, unit.After!.Score, $"{words.Difference(unit.ScoreMove!.Value)}{rating}");
        }).ToImmutableArray();
        bool isSameYear = before.Period == after.Period;
        string scale = words.Exact(after.Scale);
        string cut = moved.Count > rows.Length
            ? words.Text($"; {rows.Length} đơn vị thay đổi nhiều nhất trong {moved.Count}",
                $"; the {rows.Length} largest moves of {moved.Count} units") : "";
        var head = new ChartHead(
            "comparison",
            isSameYear ? words.Text($"Thay đổi tổng điểm năm {after.Period}", $"Score changes {after.Period}")
                : words.Text($"Tổng điểm năm {before.Period} và {after.Period}", $"Scores {before.Period} and {after.Period}"),
            words.Text($"Điểm trên thang {scale}", $"Score out of {scale}") + cut,
            $"{words.Text("Nguồn", "Source")}: {before.Id} {before.Version}, {after.Id} {after.Version}."
                + (comparison.After.Note is { } note ? $" {note}" : ""));
        return DumbbellChart.Of(head, rows, Math.Max(after.Scale, before.Scale),
            Label(before, "Lần trước", "First run"), Label(after, "Lần sau", "Second run"), words.Language);

        string Label(ResultRules run, string vi, string en) =>
            isSameYear ? words.Text(vi, en) : words.Text($"Năm {run.Period}", $"{run.Period}");
    }
}
