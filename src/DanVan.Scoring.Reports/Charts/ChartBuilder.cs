using System.Collections.Immutable;
using DanVan.Scoring.Results;
using DanVan.Scoring.Rules;
using DanVan.Scoring.Scoring;
using DanVan.Scoring.Values;

namespace DanVan.Scoring.Reports.Charts;

/// <summary>Makes the charts of a result, in its language.</summary>
public sealed class ChartBuilder
{
    /// <summary>Most units in one chart; the subtitle says when there are more.</summary>
    public const int MostUnits = 200;

    private readonly Result _result;
    private readonly ResultWords _words;
    private readonly Dictionary<string, int> _ratingIndex;

    private ChartBuilder(Result result)
    {
        _result = result;
        _words = ResultWords.Of(result);
        _ratingIndex = result.RuleSet.Ratings.Index().ToDictionary(rating => rating.Item.Id, rating => rating.Index, StringComparer.Ordinal);
    }

    private ResultRules Rules => _result.RuleSet;

    private string Source => $"{Text("Nguồn", "Source")}: {Rules.Id} {Rules.Version}, {Text("kỳ", "period")} {Rules.Period}."
        + (_result.Note is { } note ? $" {note}" : "")
        + (Rules.Assumptions.Length > 0 ? Text(" Bộ tiêu chí có giả định.", " The rule set rests on assumptions.") : "");

    /// <summary>The charts: a ranking a group, targets, ratings, sections.</summary>
    public static ImmutableArray<Chart> Build(Result result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var builder = new ChartBuilder(result);
        var charts = ImmutableArray.CreateBuilder<Chart>();
        foreach (var group in result.Units.GroupBy(unit => unit.Group ?? ""))
            charts.Add(builder.Ranking(group.Key, [.. group]));
        if (result.Targets.Length > 0)
            charts.Add(builder.Targets());
        if (result.Units.Count > 0)
        {
            charts.Add(builder.Ratings());
            charts.Add(builder.Sections());
        }
        if (result.Scored.Any())
            charts.Add(builder.Histogram());
        if (builder.Criteria() is { } criteria)
            charts.Add(criteria);
        if (result.Units.Any(unit => unit.AppraisalGap is not null))
            charts.Add(builder.AppraisalGaps());
        if (result.Units.Any(unit => unit.Previous?.Score is not null))
            charts.Add(builder.LastPeriod());
        return charts.ToImmutable();
    }

    /// <summary>A unit's share of each section against the median of its group; null if it has no points by section.</summary>
    public static DumbbellChart? Profile(Result result, ResultUnit unit)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(unit);
        return new ChartBuilder(result).Profile(unit);
    }

    private DumbbellChart? Profile(ResultUnit unit)
    {
        var peers = _result.Scored.Where(other => other.Group == unit.Group && !other.Nodes.IsEmpty).ToList();
        var rows = Rules.Sections.Select(node =>
        {
            decimal? own = unit.HasScore ? ShareOf(unit, node) : null;
            decimal[] shares = [.. peers.Select(peer => ShareOf(peer, node)).OfType<decimal>().Order()];
            decimal? median = shares.Length == 0 ? null : (shares[(shares.Length - 1) / 2] + shares[shares.Length / 2]) / 2;
            string text = own is null || median is null ? "–" : ValueText.Difference((own.Value - median.Value) * 100, 0, _words.Language);
            return new DumbbellRow($"{node.Id}  {node.Title}", median * 100, own * 100, own is null ? text : $"{ValueText.Fixed(own.Value * 100, 0, _words.Language)}% ({text})");
        }).ToImmutableArray();
        if (rows.All(row => row.To is null))
            return null;
        string group = _result.GroupOf(unit);
        return Dumbbells.Create(rows, 100, _words.Language) with
        {
            Name = "profile",
            Title = $"{unit.Name}: {Text("kết quả theo từng nội dung", "results by section")} {Rules.Period}",
            Subtitle = Text("% điểm tối đa áp dụng; trong ngoặc: chênh lệch với trung vị", "% of the maximum that applies; in brackets: difference from the median") + (group.Length == 0 ? "" : $" ({group}, {peers.Count} {Text("đơn vị", "units")})"),
            Source = Source,
            AlternativeText = string.Join("; ", rows.Select(row => $"{row.Label}: {row.ValueText}")),
            FromText = Text("Trung vị của khối", "Median of the group"),
            ToText = Text("Đơn vị", "The unit"),
        };
    }

    private static decimal? ShareOf(ResultUnit unit, ResultCriterion section) =>
        unit.Nodes.FirstOrDefault(node => node.Id == section.Id) is { State: CellState.Value, ApplicableMax: > 0 } points ? points.Points / points.ApplicableMax : null;

    private RankingChart Ranking(string group, List<ResultUnit> units)
    {
        var shown = units.Take(MostUnits).ToList();
        string groupName = group.Length == 0 ? "" : _result.GroupOf(units[0]);
        var bars = shown.Select(Bar).ToImmutableArray();
        decimal scale = Rules.Scale;
        bool isAnyHeld = shown.Any(unit => unit.Held);
        return new RankingChart
        {
            Name = group.Length == 0 ? "ranking" : $"ranking-{group}",
            Title = Text($"Xếp hạng năm {Rules.Period}", $"Ranking {Rules.Period}") + (groupName.Length == 0 ? "" : $": {groupName}"),
            Subtitle = Text($"Tổng điểm trên thang {_words.Exact(scale)}", $"Score out of {_words.Exact(scale)}") + Cut(shown.Count, units.Count),
            Source = Source,
            AlternativeText = string.Join("; ", bars.Select(bar => $"{bar.Label}: {bar.ValueText}")),
            Bars = bars,
            Thresholds = [.. Rules.Ratings.Where(rating => rating.From is not null).Select(rating =>
                new Threshold(rating.From!.Value, $"{rating.Name} {_words.Exact(rating.From.Value)}"))],
            AxisEnd = Math.Max(scale, bars.Max(bar => bar.Value) ?? 0),
            Legend = [.. Rules.Ratings.Select(rating => new RatingKey(_ratingIndex[rating.Id], rating.Name)).Append(new RatingKey(-1, Text("Chưa xếp loại hoặc không xếp loại", "No rating")))
                .Where(key => bars.Any(bar => bar.Rating == key.Index))],
            RatingCount = Rules.Ratings.Length,
            Footnote = isAnyHeld ? Text("* Xếp loại theo điều kiện hoặc tỷ lệ khống chế, xem ranking.csv.", "* Rating set by a gate or quota, see ranking.csv.") : "",
        };
    }

    private RankingBar Bar(ResultUnit unit) => unit.ComparableScore is { } score
        ? new RankingBar($"{unit.RankWithin}.  {unit.Name}", score, $"{_words.Shown(score)}  {unit.RatingName}{(unit.Held ? "*" : "")}", RatingOf(unit))
        : new RankingBar($"–  {unit.Name}", null, unit.RatingName, -1);

    private int RatingOf(ResultUnit unit) => unit.Rating is null ? -1 : _ratingIndex[unit.Rating];

    private TargetChart Targets()
    {
        var bars = _result.Targets.Select(result =>
        {
            string achieved = result.Achieved is { } share ? _words.Percent(share) : "–";
            string counts = result.Denominator == 0 ? "" : $" ({_words.Exact(result.Numerator)}/{_words.Exact(result.Denominator)})";
            string type = result.Stretch ? $" ({_words.TargetType(true)})" : "";
            return new TargetBar($"{result.Id}  {result.Title}{type}", result.Achieved, result.Required,
                _words.Required(result.Ceiling, result.Required), result.Verdict == TargetVerdict.Met, $"{achieved}{counts}", _words.Verdict(result.Verdict) + (result.Last is { } last ? Text($", kỳ trước {_words.Percent(last)}", $", last {_words.Percent(last)}") : ""), result.Last);
        }).ToImmutableArray();
        return new TargetChart
        {
            Name = "targets",
            Title = Text($"Kết quả thực hiện chỉ tiêu năm {Rules.Period}", $"Targets {Rules.Period}"),
            Subtitle = Text("Tỷ lệ thực hiện so với yêu cầu (%)", "Achieved against required (%)"),
            Source = Source,
            AlternativeText = string.Join("; ", bars.Select(bar => $"{bar.Label}: {bar.ValueText} {bar.RequiredText}, {bar.VerdictText}")),
            Bars = bars,
            AxisEnd = Math.Max(1, bars.Max(bar => Math.Max(Math.Max(bar.Achieved ?? 0, bar.Last ?? 0), bar.Required))),
            Legend = (_words.Verdict(TargetVerdict.Met), _words.Verdict(TargetVerdict.NotMet), Text("Mức yêu cầu", "Required")),
            LastText = bars.Any(bar => bar.Last is not null) ? Text("Kỳ trước", "Last period") : null,
        };
    }

    private GroupedBarChart Ratings()
    {
        var groups = _result.Units.GroupBy(_result.GroupOf).Select(group =>
        {
            int size = group.Count();
            BarRow Row(string label, int index, int count, int? last) =>
                new(label, index, count, $"{count} ({_words.Percent((decimal)count / size)})" + (last is null ? "" : Text($", kỳ trước {last}", $", last {last}")));
            bool hasLast = group.Any(unit => unit.Previous?.Rating is not null);
            var rows = Rules.Ratings.Select(rating => Row(rating.Name, _ratingIndex[rating.Id], group.Count(unit => unit.Rating == rating.Id), hasLast ? group.Count(unit => unit.Previous?.Rating == rating.Name) : null)).ToList();
            int without = group.Count(unit => unit.Rating is null);
            if (without > 0)
                rows.Add(Row(Text("Chưa hoặc không xếp loại", "No rating"), -1, without, null));
            string name = group.Key.Length == 0 ? Text("Tất cả", "All") : group.Key;
            return new BarGroup($"{name} ({size} {Text("đơn vị", size == 1 ? "unit" : "units")})", [.. rows]);
        }).ToImmutableArray();
        return new GroupedBarChart
        {
            Name = "ratings",
            Title = Text($"Kết quả xếp loại năm {Rules.Period}", $"Ratings {Rules.Period}"),
            Subtitle = Text("Số đơn vị và tỷ lệ trong khối", "Count of units and share of the group"),
            Source = Source,
            AlternativeText = string.Join("; ", groups.Select(group => $"{group.Label}: {string.Join(", ", group.Rows.Select(row => $"{row.Label} {row.Text}"))}")),
            Groups = groups,
            RatingCount = Rules.Ratings.Length,
            AxisEnd = groups.Max(group => group.Rows.Max(row => row.Value)),
        };
    }

    /// <summary>How many units fall in each stretch of the scale, under the rating that the stretch lies in: none crosses an edge.</summary>
    private GroupedBarChart Histogram()
    {
        const int stretches = 20;
        var scores = _result.Scored.Select(unit => unit.ComparableScore!.Value).ToList();
        decimal width = Rules.Scale / stretches, top = Math.Max(Rules.Scale, scores.Max());
        var edges = Rules.Ratings.Select(rating => rating.From ?? 0).ToList();
        var groups = Rules.Ratings.Index().Select(rating =>
        {
            decimal upper = rating.Index == 0 ? top : edges[rating.Index - 1], lower = rating.Item.From ?? 0;
            var inner = Enumerable.Range(1, stretches - 1).Select(i => i * width).Where(edge => edge > lower && edge < upper);
            decimal[] cuts = [lower, .. inner, upper];
            bool isTop = rating.Index == 0;
            var rows = Enumerable.Range(0, cuts.Length - 1).Reverse().Select(i =>
            {
                bool isLast = isTop && i == cuts.Length - 2;
                int count = scores.Count(score => Rounding.Total(score) >= cuts[i] && (isLast || Rounding.Total(score) < cuts[i + 1]));
                return new BarRow($"{_words.Exact(cuts[i])} – {(isLast ? "" : "< ")}{_words.Exact(cuts[i + 1])}", rating.Index, count, $"{count}");
            }).ToList();
            // Stretches far from any score would only make the chart long.
            while (rows.Count > 1 && rows[^1].Value == 0)
                rows.RemoveAt(rows.Count - 1);
            return new BarGroup(rating.Item.From is { } from ? $"{rating.Item.Name} ({Text("từ", "from")} {_words.Exact(from)})" : rating.Item.Name, [.. rows]);
        }).ToImmutableArray();
        return new GroupedBarChart
        {
            Name = "scores",
            Title = Text($"Phân bố tổng điểm năm {Rules.Period}", $"Distribution of scores {Rules.Period}"),
            Subtitle = Text("Số đơn vị theo khoảng điểm; nhóm theo mức xếp loại của khoảng điểm, trước điều kiện khống chế", "Units by stretch of the scale, under the rating of the stretch, before gates"),
            Source = Source,
            AlternativeText = string.Join("; ", groups.Select(group => $"{group.Label}: {string.Join(", ", group.Rows.Select(row => $"{row.Label}: {row.Text}"))}")),
            Groups = groups,
            RatingCount = Rules.Ratings.Length,
            AxisEnd = groups.Max(group => group.Rows.Max(row => row.Value)),
        };
    }

    /// <summary>The criteria with the highest and the lowest share of points; null if too few units have points to tell.</summary>
    private GroupedBarChart? Criteria()
    {
        const int most = 6;
        var nodes = Rules.Nodes.ToDictionary(node => node.Id, StringComparer.Ordinal);
        var criteria = _result.Criteria.Where(summary => nodes[summary.Id] is { Manner: not null, Role: NodeRole.Criterion } && summary.Share is not null)
            .OrderBy(summary => summary.Share).ThenByDescending(summary => summary.Lost).ThenBy(summary => summary.Id, StringComparer.Ordinal).ToList();
        if (criteria.Count < 2)
            return null;
        int size = Math.Min(most, criteria.Count / 2);
        BarRow Row(ResultSummary summary, int tone) => new($"{summary.Id}  {nodes[summary.Id].Title}", tone, summary.Share!.Value, $"{_words.Percent(summary.Share.Value)}, {Text("mất", "lost")} {_words.Shown(summary.Lost)}");
        ImmutableArray<BarGroup> groups =
        [
            new(Text("Đạt thấp nhất", "Weakest"), [.. criteria.Take(size).Select(summary => Row(summary, Rules.Ratings.Length - 1))]),
            new(Text("Đạt cao nhất", "Strongest"), [.. criteria.TakeLast(size).Reverse().Select(summary => Row(summary, 0))]),
        ];
        return new GroupedBarChart
        {
            Name = "criteria",
            Title = Text($"Tiêu chí đạt thấp nhất và cao nhất năm {Rules.Period}", $"Weakest and strongest criteria {Rules.Period}"),
            Subtitle = Text("Tỷ lệ điểm đạt được của mọi đơn vị được chấm, và số điểm mất so với điểm tối đa", "Share of points over all units with a score, and points lost to the maxima"),
            Source = Source,
            AlternativeText = string.Join("; ", groups.Select(group => $"{group.Label}: {string.Join(", ", group.Rows.Select(row => $"{row.Label}: {row.Text}"))}")),
            Groups = groups,
            RatingCount = Rules.Ratings.Length,
            AxisEnd = Math.Max(1, criteria[^1].Share!.Value),
        };
    }

    private HeatMapChart Sections()
    {
        var sections = Rules.Sections.ToList();
        var scored = _result.Scored.ToList();
        var rows = scored.Take(MostUnits).Select(unit => new HeatMapRow(unit.Name, [.. sections.Select(section =>
        {
            var points = unit.Nodes.Single(node => node.Id == section.Id);
            if (points.ApplicableMax == 0 || points.State != CellState.Value)
                return new HeatMapCell(null, "–");
            decimal share = points.Points / points.ApplicableMax;
            return new HeatMapCell(share, ValueText.Fixed(share * 100, 0, _words.Language));
        })])).ToImmutableArray();
        return new HeatMapChart
        {
            Name = "sections",
            Title = Text($"Kết quả theo từng nội dung năm {Rules.Period}", $"Results by section {Rules.Period}"),
            Subtitle = Text("Điểm đạt được, % điểm tối đa áp dụng cho đơn vị", "Points, % of the maximum that applies to the unit") + Cut(rows.Length, scored.Count),
            Source = Source,
            AlternativeText = string.Join("; ", rows.Select(row => $"{row.Label}: {string.Join(", ", row.Cells.Select((cell, i) => $"{sections[i].Id} {cell.Text}"))}")),
            Columns = [.. sections.Select(section => new HeatMapColumn(section.Id, section.Title))],
            Rows = rows,
        };
    }

    private DumbbellChart AppraisalGaps()
    {
        var units = _result.Units.Where(unit => unit.AppraisalGap is not null).ToList();
        var rows = units.Take(MostUnits).Select(unit =>
        {
            var gap = unit.AppraisalGap!;
            string changed = gap.Changed == 0 ? Text("không đổi", "unchanged") : Text($"{gap.Changed}/{gap.Criteria} tiêu chí", $"{gap.Changed} of {gap.Criteria} criteria");
            return new DumbbellRow(unit.Name, gap.Self, gap.Final, $"{_words.Difference(gap.Gap)}  ({changed})");
        }).ToImmutableArray();
        return Dumbbells.Create(rows, Rules.Scale, _words.Language) with
        {
            Name = "appraisal-gap",
            Title = Text($"Điểm tự chấm và điểm chính thức năm {Rules.Period}", $"Self-scores and final points {Rules.Period}"),
            Subtitle = Text("Cộng các tiêu chí đơn vị có tự chấm, chưa quy đổi; chênh lệch là chính thức trừ tự chấm", "Sum over the criteria with a self-score, not rescaled; the gap is final minus self") + Cut(rows.Length, units.Count),
            Source = Source,
            AlternativeText = string.Join("; ", rows.Select(row => $"{row.Label}: {row.ValueText}")),
            FromText = Text("Tự chấm", "Self-score"),
            ToText = Text("Chính thức", "Final"),
        };
    }

    private DumbbellChart LastPeriod()
    {
        var units = _result.Scored.ToList();
        var rows = units.Take(MostUnits).Select(unit =>
        {
            decimal score = unit.ComparableScore!.Value;
            if (unit.Previous is not { Score: { } last } previous)
                return new DumbbellRow(unit.Name, null, score, unit.PreviousMerged ? _words.NotComparable : Text("không có kỳ trước", "no last period"));
            string rating = unit.Rating is not null && unit.RatingName != previous.Rating ? $"  {previous.Rating ?? "–"} → {unit.RatingName}" : "";
            return new DumbbellRow(unit.Name, last, score, $"{_words.Difference(score - last)}{rating}");
        }).ToImmutableArray();
        return Dumbbells.Create(rows, Rules.Scale, _words.Language) with
        {
            Name = "last-period",
            Title = Text($"Tổng điểm năm {Rules.Period} so với kỳ trước", $"Scores {Rules.Period} against the last period"),
            Subtitle = Text($"Điểm trên thang {_words.Exact(Rules.Scale)}", $"Score out of {_words.Exact(Rules.Scale)}") + Cut(rows.Length, units.Count),
            Source = Source,
            AlternativeText = string.Join("; ", rows.Select(row => $"{row.Label}: {row.ValueText}")),
            FromText = Text("Kỳ trước", "Last period"),
            ToText = Text($"Năm {Rules.Period}", $"{Rules.Period}"),
        };
    }

    private string Cut(int shown, int all) => shown == all ? "" : Text($"; {shown} đơn vị đầu trong {all}", $"; first {shown} of {all} units");

    private string Text(string vi, string en) => _words.Text(vi, en);
}
