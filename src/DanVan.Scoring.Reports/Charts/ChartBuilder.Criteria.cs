using DanVan.Scoring.Scoring;

namespace DanVan.Scoring.Reports.Charts;

/// <summary>The charts that show targets, criteria and a unit's sections.</summary>
public sealed partial class ChartBuilder
{
    private const int MostCriteria = 20;
    private const decimal MostOfIt = 0.8m;

    private BulletChart Targets()
    {
        var targets = _result.Targets;
        int met = targets.Count(target => target.Verdict == TargetVerdict.Met),
            open = targets.Count(target => target.Verdict == TargetVerdict.NotAssessed);
        int missed = targets.Length - met - open;
        string title = missed == 0 && open == 0 ? Text($"Đạt cả {targets.Length} chỉ tiêu", $"All {targets.Length} targets met")
            : missed == 0 ? Text($"{met} trong {targets.Length} chỉ tiêu đạt", $"{met} of {targets.Length} targets met")
            : Text($"{missed} trong {targets.Length} chỉ tiêu chưa đạt", $"{missed} of {targets.Length} targets not met");
        if (open > 0)
            title += Text($", {open} không đánh giá được", $", {open} not assessed");
        var rows = targets.Select(target => new BulletRow(
            $"{target.Id} {_words.Title(target)}", target.Achieved, target.Required, target.Last, target.Verdict == TargetVerdict.Met,
            target.Achieved is null ? "–" : _words.Achieved(target),
            $"{_words.Required(target)}: {_words.Verdict(target.Verdict).ToLower(CultureInfo.InvariantCulture)}"
                + (target.Last is { } last ? $"; {Text("năm ", "")}{LastPeriod}: {_words.Percent(last)}" : ""))).ToImmutableArray();
        return new BulletChart(
            Head("targets", title, Text($"Kết quả thực hiện chỉ tiêu năm {Rules.Period}; tỷ lệ đạt được và tử số/mẫu số",
                $"Targets {Rules.Period}; share achieved and numerator/denominator")),
            rows, Math.Max(1, rows.Max(row => Math.Max(Math.Max(row.Value ?? 0, row.Mark ?? 0), row.Last ?? 0))),
            new BulletKeys(Text("Đạt", "Met"), Text("Không đạt", "Not met"), Text("Yêu cầu",
                "Required"), $"{Text("Năm ", "")}{LastPeriod}"));
    }

    private ParetoChart? LostPoints()
    {
        var lost = Rules.Nodes.Zip(_result.Criteria).Where(pair => pair.First is { Manner: not null, Role: NodeRole.Criterion }).ToList();
        int criteria = lost.Count;
        lost = [.. lost.Where(pair => pair.Second.Lost > 0).OrderByDescending(pair => pair.Second.Lost)
            .ThenBy(pair => pair.First.Id, StringComparer.Ordinal)];
        decimal all = lost.Sum(pair => pair.Second.Lost), sum = 0;
        if (criteria < 2 || all == 0)
        {
            if (all == 0)
                _absent.Add(Text("Không vẽ điểm mất theo tiêu chí: không đơn vị nào mất điểm.",
                    "No chart of lost points: no unit lost any."));
            return null;
        }
        var parts = lost.Select(pair => (Label: $"{pair.First.Id} {pair.First.Title}", pair.Second.Lost)).ToList();
        int most = 0;
        while (sum < MostOfIt * all)
            sum += parts[most++].Lost;
        string title = Text($"{most} trong {criteria} tiêu chí chiếm {Share(sum / all)} số điểm bị mất",
            $"{most} of {criteria} criteria make up {Share(sum / all)} of the points lost");
        if (parts.Count > MostCriteria)
            parts = [.. parts.Take(MostCriteria),
                (Text($"{parts.Count - MostCriteria} tiêu chí khác", $"{parts.Count - MostCriteria} other criteria"),
                    parts.Skip(MostCriteria).Sum(part => part.Lost))];
        sum = 0;
        return new ParetoChart(
            Head("lost-points", title,
                Text($"Điểm mất so với điểm tối đa áp dụng, cộng mọi đơn vị được chấm, năm {Rules.Period} (tổng {_words.Shown(all)} điểm)",
                $"Points lost to the maxima that apply, over all units with a score, {Rules.Period} ({_words.Shown(all)} in all)")),
            [.. parts.Select(part =>
            {
                sum += part.Lost;
                return new ParetoRow(part.Label, part.Lost, part.Lost / all, sum / all,
                    $"{_words.Shown(part.Lost)} ({Share(part.Lost / all)})", Share(sum / all));
            })],
            (Text("Tỷ lệ trong tổng số điểm mất", "Share of all points lost"), Text("Cộng dồn", "Together")))
        {
            Footnote = lost.Count == criteria ? "" : Text($"{criteria - lost.Count} tiêu chí khác không mất điểm.",
                $"{criteria - lost.Count} other criteria lost none."),
        };
    }

    private BulletChart? Profile(ResultUnit unit)
    {
        var peers = _scored.Where(other => other.Group == unit.Group).ToList();
        var rows = Rules.Sections.Select(section =>
        {
            int index = Rules.Nodes.IndexOf(section);
            decimal? ShareFor(ResultUnit of) => _result.PartOf(of, index) is var (points, max) ? points / max : null;
            decimal? own = unit.HasScore ? ShareFor(unit) : null;
            decimal[] shares = [.. peers.Select(ShareFor).OfType<decimal>().Order()];
            decimal? median = shares.Length == 0 ? null : MedianOf(shares);
            string gap = own - median is { } difference ? $" ({ValueText.Difference(difference * 100, 0, _words.Language)})" : "";
            return new BulletRow($"{section.Id} {section.Title}", own, median, null, own >= median, Share(own),
                median is null ? "–" : Text($"trung vị {Share(median)}{gap}", $"median {Share(median)}{gap}"));
        }).ToImmutableArray();
        if (peers.Count < 2 || rows.All(row => row.Value is null))
            return null;
        var compared = rows.Where(row => row.Value is not null && row.Mark is not null).ToList();
        int above = compared.Count(row => row.Value > row.Mark), below = compared.Count(row => row.Value < row.Mark);
        string group = _result.GroupOf(unit);
        return new BulletChart(
            Head("profile",
                Text($"{unit.Name}: cao hơn trung vị ở {above} trong {compared.Count} nội dung, "
                    + (below == 0 ? "không nội dung nào thấp hơn" : $"thấp hơn ở {below}"),
                    $"{unit.Name}: above the median in {above} of {compared.Count} sections, below in "
                        + $"{(below == 0 ? "none" : $"{below}")}"),
                Text($"Kết quả theo từng nội dung năm {Rules.Period}, % điểm tối đa áp dụng; so với trung vị",
                    $"Results by section {Rules.Period}, % of the maximum that applies; against the median")
                    + (group.Length == 0 ? $" ({Units(peers.Count)})" : $" ({group}, {Units(peers.Count)})")),
            rows, Math.Max(1, rows.Max(row => Math.Max(row.Value ?? 0, row.Mark ?? 0))),
            new BulletKeys(
                Text("Bằng hoặc cao hơn trung vị", "At or above the median"), Text("Thấp hơn", "Below"),
                Text("Trung vị của khối", "Median of the group"), Last: ""));
    }
}
