using DanVan.Scoring.Scoring;

namespace DanVan.Scoring.Reports.Charts;

/// <summary>Makes the charts of a result, in its language.</summary>
public sealed class ChartBuilder
{
    /// <summary>Most units in one chart; the subtitle says when there are more.</summary>
    public const int MostUnits = 200;

    private readonly Result _result;
    private readonly ResultWords _words;

    private ChartBuilder(Result result) => (_result, _words) = (result, ResultWords.Of(result));

    private ResultRules Rules => _result.RuleSet;

    /// <summary>The charts: a ranking a group, targets, ratings, sections.</summary>
    public static ImmutableArray<Chart> Build(Result result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return [.. new ChartBuilder(result).All()];
    }

    /// <summary>A unit's share of each section against the median of its group; null if it has no points by section.</summary>
    public static DumbbellChart? Profile(Result result, ResultUnit unit)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(unit);
        return new ChartBuilder(result).Profile(unit);
    }

    private IEnumerable<Chart> All()
    {
        foreach (var group in _result.RankedGroups)
            yield return Ranking(group);
        if (_result.Targets.Length > 0)
            yield return Targets();
        if (_result.Units.Count > 0)
        {
            yield return Ratings();
            yield return Sections();
        }
        if (_result.Scored.Any())
            yield return Histogram();
        if (Criteria() is { } criteria)
            yield return criteria;
        if (_result.Units.Any(unit => unit.AppraisalGap is not null))
            yield return AppraisalGaps();
        if (_result.Units.Any(unit => unit.Previous?.Score is not null))
            yield return LastPeriod();
    }

    private DumbbellChart? Profile(ResultUnit unit)
    {
        var peers = _result.Scored.Where(other => other.Group == unit.Group && !other.Nodes.IsEmpty).ToList();
        var rows = Rules.Sections.Select(section =>
        {
            decimal? own = unit.HasScore ? ShareOf(unit, section) : null;
            decimal[] shares = [.. peers.Select(peer => ShareOf(peer, section)).OfType<decimal>().Order()];
            decimal? median = shares.Length == 0 ? null : (shares[(shares.Length - 1) / 2] + shares[shares.Length / 2]) / 2;
            string gap = own - median is { } difference ? ValueText.Difference(difference * 100, 0, _words.Language) : "–";
            return new DumbbellRow(
                $"{section.Id}  {section.Title}", median * 100, own * 100, own is null ? gap : $"{Percent(own)}% ({gap})");
        }).ToImmutableArray();
        if (rows.All(row => row.To is null))
            return null;
        string group = _result.GroupOf(unit);
        var head = Head("profile", "", "", "% điểm tối đa áp dụng; trong ngoặc: chênh lệch với trung vị",
            "% of the maximum that applies; in brackets: difference from the median",
            group.Length == 0 ? "" : $" ({group}, {peers.Count} {Text("đơn vị", "units")})");
        return Dumbbells(
            head with { Title = $"{unit.Name}: {Text("kết quả theo từng nội dung", "results by section")} {Rules.Period}" },
            rows, 100, Text("Trung vị của khối", "Median of the group"), Text("Đơn vị", "The unit"));
    }

    private static decimal? ShareOf(ResultUnit unit, ResultCriterion section) =>
        unit.Nodes.FirstOrDefault(node => node.Id == section.Id) is { State: CellState.Value, ApplicableMax: > 0 } points
            ? points.Points / points.ApplicableMax : null;

    private RankingChart Ranking(ResultGroup group)
    {
        var shown = _result.UnitsOf(group).Take(MostUnits).ToList();
        var bars = shown.Select(Bar).ToImmutableArray();
        string scale = _words.Exact(Rules.Scale);
        var head = Head(shown[0].Group is { Length: > 0 } id ? $"ranking-{id}" : "ranking", "Xếp hạng", "Ranking",
            $"Tổng điểm trên thang {scale}", $"Score out of {scale}", Cut(shown.Count, group.Count));
        return new RankingChart(
            group.Name.Length == 0 ? head : head with { Title = $"{head.Title}: {group.Name}" },
            bars,
            [.. Rules.Ratings.Where(rating => rating.From is not null).Select(rating =>
                new Threshold(rating.From!.Value, $"{rating.Name} {_words.Exact(rating.From.Value)}"))],
            AxisEnd: Math.Max(Rules.Scale, bars.Max(bar => bar.Value) ?? 0),
            [.. Rules.Ratings.Select((rating, index) => new RatingKey(index, rating.Name))
                .Append(new RatingKey(-1, Text("Chưa xếp loại hoặc không xếp loại", "No rating")))
                .Where(key => bars.Any(bar => bar.Rating == key.Index))],
            Rules.Ratings.Length,
            Footnote: shown.Any(unit => unit.Held)
                ? Text("* Xếp loại theo điều kiện hoặc tỷ lệ khống chế, xem ranking.csv.",
                    "* Rating set by a gate or quota, see ranking.csv.") : "");
    }

    private RankingBar Bar(ResultUnit unit) => unit.ComparableScore is { } score
        ? new RankingBar($"{unit.RankWithin}.  {unit.Name}", score,
            $"{_words.Shown(score)}  {unit.RatingName}{(unit.Held ? "*" : "")}", _result.RatingOf(unit))
        : new RankingBar($"–  {unit.Name}", null, unit.RatingName, -1);

    private TargetChart Targets()
    {
        var bars = _result.Targets.Select(target => new TargetBar(
            $"{target.Id}  {_words.Title(target)}", target.Achieved, target.Required, _words.Required(target),
            target.Verdict == TargetVerdict.Met, _words.Achieved(target),
            _words.Verdict(target.Verdict)
                + (target.Last is { } last ? Text($", kỳ trước {_words.Percent(last)}", $", last {_words.Percent(last)}") : ""),
            target.Last)).ToImmutableArray();
        return new TargetChart(
            Head("targets", "Kết quả thực hiện chỉ tiêu", "Targets", "Tỷ lệ thực hiện so với yêu cầu (%)", "Achieved against required (%)"),
            bars,
            AxisEnd: Math.Max(1, bars.Max(bar => Math.Max(Math.Max(bar.Achieved ?? 0, bar.Last ?? 0), bar.Required))),
            Legend: (_words.Verdict(TargetVerdict.Met), _words.Verdict(TargetVerdict.NotMet), Text("Mức yêu cầu", "Required")),
            LastText: bars.Any(bar => bar.Last is not null) ? Text("Kỳ trước", "Last period") : null);
    }

    private GroupedBarChart Ratings()
    {
        var groups = _result.RankedGroups.Select(group =>
        {
            var before = _result.UnitsOf(group).Select(unit => unit.Previous?.Rating).OfType<string>().ToList();
            BarRow Row(string label, int index, int count, string more = "") =>
                new(label, index, count, $"{count} ({_words.Percent((decimal)count / group.Count)}){more}");
            var rows = Rules.Ratings.Select((rating, index) =>
            {
                int last = before.Count(name => name == rating.Name);
                return Row(rating.Name, index, group.Ratings[index], before.Count == 0 ? "" : Text($", kỳ trước {last}", $", last {last}"));
            }).ToList();
            if (group.Ratings[^1] > 0)
                rows.Add(Row(Text("Chưa hoặc không xếp loại", "No rating"), -1, group.Ratings[^1]));
            string name = group.Name.Length == 0 ? Text("Tất cả", "All") : group.Name;
            return new BarGroup($"{name} ({group.Count} {Text("đơn vị", group.Count == 1 ? "unit" : "units")})", [.. rows]);
        });
        var head = Head("ratings", "Kết quả xếp loại", "Ratings", "Số đơn vị và tỷ lệ trong khối", "Count of units and share of the group");
        return Bars(head, [.. groups]) with { Joint = " " };
    }

    /// <summary>How many units fall in each stretch of the scale, under the rating that the stretch lies in: none crosses an edge.</summary>
    private GroupedBarChart Histogram()
    {
        const int stretches = 20;
        var scores = _result.Scored.Select(unit => unit.ComparableScore!.Value).ToList();
        decimal width = Rules.Scale / stretches, upper = Math.Max(Rules.Scale, scores.Max());
        var groups = new List<BarGroup>();
        foreach (var (index, rating) in Rules.Ratings.Index())
        {
            decimal lower = rating.From ?? 0, top = upper;
            var inner = Enumerable.Range(1, stretches - 1).Select(i => i * width).Where(edge => edge > lower && edge < top);
            decimal[] cuts = [lower, .. inner, top];
            var rows = Enumerable.Range(0, cuts.Length - 1).Reverse().Select(i =>
            {
                bool isLast = index == 0 && i == cuts.Length - 2;
                int count = scores.Count(score => Rounding.Total(score) >= cuts[i] && (isLast || Rounding.Total(score) < cuts[i + 1]));
                return new BarRow($"{_words.Exact(cuts[i])} – {(isLast ? "" : "< ")}{_words.Exact(cuts[i + 1])}", index, count, $"{count}");
            }).ToList();
            // Stretches far from any score would only make the chart long.
            while (rows.Count > 1 && rows[^1].Value == 0)
                rows.RemoveAt(rows.Count - 1);
            string lowest = rating.From is { } from ? $" ({Text("từ", "from")} {_words.Exact(from)})" : "";
            groups.Add(new BarGroup(rating.Name + lowest, [.. rows]));
            upper = lower;
        }
        return Bars(
            Head("scores", "Phân bố tổng điểm", "Distribution of scores",
                "Số đơn vị theo khoảng điểm; nhóm theo mức xếp loại của khoảng điểm, trước điều kiện khống chế",
                "Units by stretch of the scale, under the rating of the stretch, before gates"),
            [.. groups]);
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
        BarGroup Group(string label, IEnumerable<ResultSummary> summaries, int tone) => new(label, [.. summaries.Select(summary =>
            new BarRow($"{summary.Id}  {nodes[summary.Id].Title}", tone, summary.Share!.Value,
            $"{_words.Percent(summary.Share.Value)}, {Text("mất", "lost")} {_words.Shown(summary.Lost)}"))]);
        return Bars(
            Head("criteria", "Tiêu chí đạt thấp nhất và cao nhất", "Weakest and strongest criteria",
                "Tỷ lệ điểm đạt được của mọi đơn vị được chấm, và số điểm mất so với điểm tối đa",
                "Share of points over all units with a score, and points lost to the maxima"),
            [
                Group(Text("Đạt thấp nhất", "Weakest"), criteria.Take(size), Rules.Ratings.Length - 1),
                Group(Text("Đạt cao nhất", "Strongest"), criteria.TakeLast(size).Reverse(), 0),
            ]) with
        { AxisEnd = Math.Max(1, criteria[^1].Share!.Value) };
    }

    private HeatMapChart Sections()
    {
        var sections = Rules.Sections.ToList();
        var scored = _result.Scored.ToList();
        var rows = scored.Take(MostUnits).Select(unit => new HeatMapRow(unit.Name, [.. sections.Select(section => ShareOf(unit, section))
            .Select(share => new HeatMapCell(share, Percent(share)))])).ToImmutableArray();
        return new HeatMapChart(
            Head("sections", "Kết quả theo từng nội dung", "Results by section", "Điểm đạt được, % điểm tối đa áp dụng cho đơn vị",
                "Points, % of the maximum that applies to the unit", Cut(rows.Length, scored.Count)),
            [.. sections.Select(section => new HeatMapColumn(section.Id, section.Title))],
            rows);
    }

    private DumbbellChart AppraisalGaps()
    {
        var units = _result.Units.Where(unit => unit.AppraisalGap is not null).ToList();
        var rows = units.Take(MostUnits).Select(unit =>
        {
            var gap = unit.AppraisalGap!;
            string changed = gap.Changed == 0 ? Text("không đổi", "unchanged")
                : Text($"{gap.Changed}/{gap.Criteria} tiêu chí", $"{gap.Changed} of {gap.Criteria} criteria");
            return new DumbbellRow(unit.Name, gap.Self, gap.Final, $"{_words.Difference(gap.Gap)}  ({changed})");
        }).ToImmutableArray();
        return Dumbbells(
            Head("appraisal-gap", "Điểm tự chấm và điểm chính thức", "Self-scores and final points",
                "Cộng các tiêu chí đơn vị có tự chấm, chưa quy đổi; chênh lệch là chính thức trừ tự chấm",
                "Sum over the criteria with a self-score, not rescaled; the gap is final minus self", Cut(rows.Length, units.Count)),
            rows, Rules.Scale, Text("Tự chấm", "Self-score"), Text("Chính thức", "Final"));
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
        string scale = _words.Exact(Rules.Scale);
        var head = Head("last-period", "", "", $"Điểm trên thang {scale}", $"Score out of {scale}", Cut(rows.Length, units.Count));
        return Dumbbells(
            head with { Title = Text($"Tổng điểm năm {Rules.Period} so với kỳ trước", $"Scores {Rules.Period} against the last period") },
            rows, Rules.Scale, Text("Kỳ trước", "Last period"), Text($"Năm {Rules.Period}", $"{Rules.Period}"));
    }

    private ChartHead Head(string name, string titleVi, string titleEn, string subtitleVi, string subtitleEn, string more = "") => new(
        name, Text($"{titleVi} năm {Rules.Period}", $"{titleEn} {Rules.Period}"), Text(subtitleVi, subtitleEn) + more,
        $"{Text("Nguồn", "Source")}: {Rules.Id} {Rules.Version}, {Text("kỳ", "period")} {Rules.Period}."
            + (_result.Note is { } note ? $" {note}" : "")
            + (Rules.Assumptions.Length > 0 ? Text(" Bộ tiêu chí có giả định.", " The rule set rests on assumptions.") : ""));

    private GroupedBarChart Bars(ChartHead head, ImmutableArray<BarGroup> groups) =>
        new(head, groups, Rules.Ratings.Length, AxisEnd: groups.Max(group => group.Rows.Max(row => row.Value)));

    private DumbbellChart Dumbbells(ChartHead head, ImmutableArray<DumbbellRow> rows, decimal scale, string from, string to) =>
        DumbbellChart.Of(head, rows, scale, from, to, _words.Language);

    private string Percent(decimal? share) => share is { } part ? ValueText.Fixed(part * 100, 0, _words.Language) : "–";

    private string Cut(int shown, int all) => shown == all ? "" : Text($"; {shown} đơn vị đầu trong {all}", $"; first {shown} of {all} units");

    private string Text(string vi, string en) => _words.Text(vi, en);
}
