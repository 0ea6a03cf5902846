using System.Collections.Immutable;
using DanVan.Scoring.Data;
using DanVan.Scoring.Diagnostics;
using DanVan.Scoring.Rules;
using DanVan.Scoring.Targets;

namespace DanVan.Scoring.Reports.Charts;

/// <summary>Makes the charts of an evaluation, in the language of its rule set.</summary>
public sealed class ChartBuilder
{
    /// <summary>Most units in one chart; the subtitle says when there are more.</summary>
    public const int MostUnits = 200;

    private readonly Evaluation _evaluation;
    private readonly ResultText _text;
    private readonly Language _language;

    private ChartBuilder(Evaluation evaluation)
    {
        _evaluation = evaluation;
        _text = new ResultText(evaluation);
        _language = evaluation.RuleSet.Language;
    }

    private RuleSet RuleSet => _evaluation.RuleSet;

    private string Source => $"{Text("Nguồn", "Source")}: {RuleSet.Id} {RuleSet.Version}, {Text("kỳ", "period")} {RuleSet.Period}."
        + (_evaluation.Data.Note is { } note ? $" {note}" : "")
        + (RuleSet.Assumptions.Length > 0 ? Text(" Bộ tiêu chí có giả định.", " The rule set rests on assumptions.") : "");

    /// <summary>The charts: a ranking a group, targets, ratings, sections.</summary>
    public static ImmutableArray<Chart> Build(Evaluation evaluation)
    {
        ArgumentNullException.ThrowIfNull(evaluation);
        var builder = new ChartBuilder(evaluation);
        var charts = ImmutableArray.CreateBuilder<Chart>();
        foreach (var group in evaluation.Ranking.GroupBy(unit => evaluation.Data.Units[unit].Group ?? ""))
            charts.Add(builder.Ranking(group.Key, [.. group]));
        if (evaluation.Targets.Length > 0)
            charts.Add(builder.Targets());
        if (evaluation.Ranking.Length > 0)
        {
            charts.Add(builder.Ratings());
            charts.Add(builder.Sections());
        }
        if (evaluation.Ranking.Any(unit => evaluation.GapOf(unit) is not null))
            charts.Add(builder.AppraisalGaps());
        if (evaluation.Ranking.Any(unit => evaluation.Data.PreviousOutcomeOf(unit)?.Score is not null))
            charts.Add(builder.LastPeriod());
        return charts.ToImmutable();
    }

    private RankingChart Ranking(string group, List<int> units)
    {
        var shown = units.Take(MostUnits).ToList();
        string groupName = group.Length == 0 ? "" : _text.Group(_evaluation.Data.Units[units[0]]);
        var bars = shown.Select(Bar).ToImmutableArray();
        decimal scale = RuleSet.Total.Scale;
        bool isAnyHeld = shown.Any(IsHeld);
        return new RankingChart
        {
            Name = group.Length == 0 ? "ranking" : $"ranking-{group}",
            Title = Text($"Xếp hạng năm {RuleSet.Period}", $"Ranking {RuleSet.Period}") + (groupName.Length == 0 ? "" : $": {groupName}"),
            Subtitle = Text($"Tổng điểm trên thang {ValueText.Number(scale, _language)}", $"Score out of {ValueText.Number(scale, _language)}") + Cut(shown.Count, units.Count),
            Source = Source,
            AlternativeText = string.Join("; ", bars.Select(bar => $"{bar.Label}: {bar.ValueText}")),
            Bars = bars,
            Thresholds = [.. RuleSet.Ratings.Where(rating => rating.From is not null).Select(rating =>
                new Threshold(rating.From!.Value, $"{rating.Name} {ValueText.Number(rating.From.Value, _language)}"))],
            AxisEnd = Math.Max(scale, bars.Max(bar => bar.Value) ?? 0),
            Legend = [.. RuleSet.Ratings.Select(rating => new RatingKey(rating.Index, rating.Name)).Append(new RatingKey(-1, Text("Chưa xếp loại hoặc không xếp loại", "No rating")))
                .Where(key => bars.Any(bar => bar.Rating == key.Index))],
            RatingCount = RuleSet.Ratings.Length,
            Footnote = isAnyHeld ? Text("* Xếp loại theo điều kiện hoặc tỷ lệ khống chế, xem ranking.csv.", "* Rating set by a gate or quota, see ranking.csv.") : "",
        };
    }

    /// <summary>True if a gate or a quota bears on the rating.</summary>
    private bool IsHeld(int unit) => _evaluation.Outcomes.GatesOf(unit).Length > 0 || _evaluation.Outcomes.QuotasOf(unit).Length > 0;

    private RankingBar Bar(int unit)
    {
        string name = _evaluation.Data.Units[unit].Name;
        if (!_evaluation.Sheet.HasScore(unit))
            return new RankingBar($"–  {name}", null, _text.Rating(unit), -1);
        string mark = IsHeld(unit) ? "*" : "";
        return new RankingBar($"{_evaluation.Outcomes.RankWithin(unit)}.  {name}", _evaluation.Sheet.ComparableScore(unit),
            $"{_text.Shown(_evaluation.Sheet.ComparableScore(unit))}  {_text.Rating(unit)}{mark}", _evaluation.Outcomes.Rating(unit)?.Index ?? -1);
    }

    private TargetChart Targets()
    {
        var bars = _evaluation.Targets.Select(result =>
        {
            string achieved = result.Achieved is { } share ? ValueText.Percent(share, _language) : "–";
            string counts = result.Denominator == 0 ? "" : $" ({ValueText.Number(result.Numerator, _language)}/{ValueText.Number(result.Denominator, _language)})";
            string type = result.Target.IsStretch ? $" ({_text.TargetType(result.Target)})" : "";
            return new TargetBar($"{result.Target.Id}  {result.Target.Title}{type}", result.Achieved, result.Target.Required,
                _text.Required(result.Target), result.Verdict == TargetVerdict.Met, $"{achieved}{counts}", _text.Verdict(result.Verdict));
        }).ToImmutableArray();
        return new TargetChart
        {
            Name = "targets",
            Title = Text($"Kết quả thực hiện chỉ tiêu năm {RuleSet.Period}", $"Targets {RuleSet.Period}"),
            Subtitle = Text("Tỷ lệ thực hiện so với yêu cầu (%)", "Achieved against required (%)"),
            Source = Source,
            AlternativeText = string.Join("; ", bars.Select(bar => $"{bar.Label}: {bar.ValueText} {bar.RequiredText}, {bar.VerdictText}")),
            Bars = bars,
            AxisEnd = Math.Max(1, bars.Max(bar => Math.Max(bar.Achieved ?? 0, bar.Required))),
            Legend = (_text.Verdict(TargetVerdict.Met), _text.Verdict(TargetVerdict.NotMet), Text("Mức yêu cầu", "Required")),
        };
    }

    private RatingChart Ratings()
    {
        var groups = _evaluation.Ranking.GroupBy(unit => _text.Group(_evaluation.Data.Units[unit])).Select(group =>
        {
            int size = group.Count();
            RatingRow Row(string label, int index, int count) =>
                new(label, index, count, $"{count} ({ValueText.Percent((decimal)count / size, _language)})");
            var rows = RuleSet.Ratings.Select(rating => Row(rating.Name, rating.Index, group.Count(unit => _evaluation.Outcomes.Rating(unit) == rating))).ToList();
            int without = group.Count(unit => _evaluation.Outcomes.Rating(unit) is null);
            if (without > 0)
                rows.Add(Row(Text("Chưa hoặc không xếp loại", "No rating"), -1, without));
            string name = group.Key.Length == 0 ? Text("Tất cả", "All") : group.Key;
            return new RatingGroup($"{name} ({size} {Text("đơn vị", size == 1 ? "unit" : "units")})", [.. rows]);
        }).ToImmutableArray();
        return new RatingChart
        {
            Name = "ratings",
            Title = Text($"Kết quả xếp loại năm {RuleSet.Period}", $"Ratings {RuleSet.Period}"),
            Subtitle = Text("Số đơn vị và tỷ lệ trong khối", "Count of units and share of the group"),
            Source = Source,
            AlternativeText = string.Join("; ", groups.Select(group => $"{group.Label}: {string.Join(", ", group.Rows.Select(row => $"{row.Label} {row.Text}"))}")),
            Groups = groups,
            RatingCount = RuleSet.Ratings.Length,
            AxisEnd = groups.Max(group => group.Rows.Max(row => row.Count)),
        };
    }

    private HeatMapChart Sections()
    {
        var sections = RuleSet.Sections.ToList();
        var scored = _evaluation.Ranking.Where(_evaluation.Sheet.HasScore).ToList();
        var rows = scored.Take(MostUnits).Select(unit => new HeatMapRow(_evaluation.Data.Units[unit].Name, [.. sections.Select(section =>
        {
            decimal max = _evaluation.Sheet.ApplicableMax(section.Index)[unit];
            if (max == 0 || _evaluation.Sheet.States(section.Index)[unit] != CellState.Value)
                return new HeatMapCell(null, "–");
            decimal share = _evaluation.Sheet.Points(section.Index)[unit] / max;
            return new HeatMapCell(share, ValueText.Fixed(share * 100, 0, _language));
        })])).ToImmutableArray();
        return new HeatMapChart
        {
            Name = "sections",
            Title = Text($"Kết quả theo từng nội dung năm {RuleSet.Period}", $"Results by section {RuleSet.Period}"),
            Subtitle = Text("Điểm đạt được, % điểm tối đa áp dụng cho đơn vị", "Points, % of the maximum that applies to the unit") + Cut(rows.Length, scored.Count),
            Source = Source,
            AlternativeText = string.Join("; ", rows.Select(row => $"{row.Label}: {string.Join(", ", row.Cells.Select((cell, i) => $"{sections[i].Id} {cell.Text}"))}")),
            Columns = [.. sections.Select(section => new HeatMapColumn(section.Id, section.Title))],
            Rows = rows,
        };
    }

    private DumbbellChart AppraisalGaps()
    {
        var units = _evaluation.Ranking.Where(unit => _evaluation.GapOf(unit) is not null).ToList();
        var rows = units.Take(MostUnits).Select(unit =>
        {
            var gap = _evaluation.GapOf(unit)!;
            string changed = gap.Changed == 0 ? Text("không đổi", "unchanged") : Text($"{gap.Changed}/{gap.Criteria} tiêu chí", $"{gap.Changed} of {gap.Criteria} criteria");
            return new DumbbellRow(_evaluation.Data.Units[unit].Name, gap.Self, gap.Final, $"{ValueText.Difference(gap.Gap, RuleSet.Total.Digits, _language)}  ({changed})");
        }).ToImmutableArray();
        return Dumbbells.Create(rows, RuleSet.Total.Scale, _language) with
        {
            Name = "appraisal-gap",
            Title = Text($"Điểm tự chấm và điểm chính thức năm {RuleSet.Period}", $"Self-scores and final points {RuleSet.Period}"),
            Subtitle = Text("Cộng các tiêu chí đơn vị có tự chấm, chưa quy đổi; chênh lệch là chính thức trừ tự chấm", "Sum over the criteria with a self-score, not rescaled; the gap is final minus self") + Cut(rows.Length, units.Count),
            Source = Source,
            AlternativeText = string.Join("; ", rows.Select(row => $"{row.Label}: {row.ValueText}")),
            FromText = Text("Tự chấm", "Self-score"),
            ToText = Text("Chính thức", "Final"),
        };
    }

    private DumbbellChart LastPeriod()
    {
        var units = _evaluation.Ranking.Where(_evaluation.Sheet.HasScore).ToList();
        var rows = units.Take(MostUnits).Select(unit =>
        {
            decimal score = _evaluation.Sheet.ComparableScore(unit);
            string name = _evaluation.Data.Units[unit].Name;
            if (_evaluation.Data.PreviousOutcomeOf(unit) is not { Score: { } last } previous)
                return new DumbbellRow(name, null, score, _text.NoPrevious(unit) is { Length: > 0 } merged ? merged : Text("không có kỳ trước", "no last period"));
            string rating = _evaluation.Outcomes.Rating(unit)?.Name is { } now && now != previous.RatingName ? $"  {previous.RatingName ?? "–"} → {now}" : "";
            return new DumbbellRow(name, last, score, $"{ValueText.Difference(score - last, RuleSet.Total.Digits, _language)}{rating}");
        }).ToImmutableArray();
        return Dumbbells.Create(rows, RuleSet.Total.Scale, _language) with
        {
            Name = "last-period",
            Title = Text($"Tổng điểm năm {RuleSet.Period} so với kỳ trước", $"Scores {RuleSet.Period} against the last period"),
            Subtitle = Text($"Điểm trên thang {ValueText.Number(RuleSet.Total.Scale, _language)}", $"Score out of {ValueText.Number(RuleSet.Total.Scale, _language)}") + Cut(rows.Length, units.Count),
            Source = Source,
            AlternativeText = string.Join("; ", rows.Select(row => $"{row.Label}: {row.ValueText}")),
            FromText = Text("Kỳ trước", "Last period"),
            ToText = Text($"Năm {RuleSet.Period}", $"{RuleSet.Period}"),
        };
    }

    private string Cut(int shown, int all) => shown == all ? "" : Text($"; {shown} đơn vị đầu trong {all}", $"; first {shown} of {all} units");

    private string Text(string vi, string en) => _language == Language.Vietnamese ? vi : en;
}
