using System.Collections.Immutable;
using DanVan.Scoring.Comparing;
using DanVan.Scoring.Results;
using DanVan.Scoring.Values;

namespace DanVan.Scoring.Reports.Charts;

/// <summary>Makes the chart of two results compared: the largest moves first.</summary>
public static class ComparisonChart
{
    /// <summary>The chart; null if no unit has a score in both.</summary>
    public static DumbbellChart? Build(Comparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        var (before, after) = (comparison.Before, comparison.After);
        var language = after.Language;
        var moved = comparison.Units.Where(unit => unit.ScoreMove is not null)
            .OrderByDescending(unit => Math.Abs(unit.ScoreMove!.Value)).ThenBy(unit => unit.Code, StringComparer.Ordinal).ToList();
        if (moved.Count == 0)
            return null;
        var rows = moved.Take(ChartBuilder.MostUnits).Select(unit =>
        {
            string rating = unit.IsRatingMoved ? $"  {unit.Before!.RatingName ?? "–"} → {unit.After!.RatingName ?? "–"}" : "";
            return new DumbbellRow(unit.Name, unit.Before!.Score, unit.After!.Score, $"{ValueText.Difference(unit.ScoreMove!.Value, after.RuleSet.Digits, language)}{rating}");
        }).ToImmutableArray();
        bool isSameYear = before.RuleSet.Period == after.RuleSet.Period;
        string first = Label(before, isSameYear ? Text("Lần trước", "First run") : null), second = Label(after, isSameYear ? Text("Lần sau", "Second run") : null);
        string cut = moved.Count > rows.Length ? Text($"; {rows.Length} đơn vị thay đổi nhiều nhất trong {moved.Count}", $"; the {rows.Length} largest moves of {moved.Count} units") : "";
        return Dumbbells.Create(rows, Math.Max(after.RuleSet.Scale, before.RuleSet.Scale), language) with
        {
            Name = "comparison",
            Title = isSameYear ? Text($"Thay đổi tổng điểm năm {after.RuleSet.Period}", $"Score changes {after.RuleSet.Period}") : Text($"Tổng điểm năm {before.RuleSet.Period} và {after.RuleSet.Period}", $"Scores {before.RuleSet.Period} and {after.RuleSet.Period}"),
            Subtitle = Text($"Điểm trên thang {ValueText.Number(after.RuleSet.Scale, language)}", $"Score out of {ValueText.Number(after.RuleSet.Scale, language)}") + cut,
            Source = $"{Text("Nguồn", "Source")}: {before.RuleSet.Id} {before.RuleSet.Version}, {after.RuleSet.Id} {after.RuleSet.Version}." + (after.Note is { } note ? $" {note}" : ""),
            AlternativeText = string.Join("; ", rows.Select(row => $"{row.Label}: {row.ValueText}")),
            FromText = first,
            ToText = second,
        };

        string Label(Result run, string? which) => which is null ? Text($"Năm {run.RuleSet.Period}", $"{run.RuleSet.Period}") : which;
        string Text(string vi, string en) => language == Language.Vietnamese ? vi : en;
    }
}

/// <summary>What charts with two marks a row have in common.</summary>
internal static class Dumbbells
{
    /// <summary>A chart without its words. Places, not lengths, stand for values, so the axis starts at the tenth of the scale below the least; its ends are written on it.</summary>
    public static DumbbellChart Create(ImmutableArray<DumbbellRow> rows, decimal scale, Language language)
    {
        var values = rows.SelectMany(row => new[] { row.From, row.To }).OfType<decimal>().DefaultIfEmpty().ToList();
        decimal step = scale / 10;
        decimal start = Math.Floor(values.Min() / step) * step, end = Math.Max(scale, Math.Ceiling(values.Max() / step) * step);
        return new DumbbellChart
        {
            Name = "",
            Title = "",
            Subtitle = "",
            Source = "",
            AlternativeText = "",
            FromText = "",
            ToText = "",
            Rows = rows,
            AxisStart = start,
            AxisEnd = end,
            AxisStartText = ValueText.Number(start, language),
            AxisEndText = ValueText.Number(end, language),
        };
    }
}
