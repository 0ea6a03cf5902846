namespace DanVan.Scoring.Reports.Charts;

/// <summary>The charts that show groups and the whole.</summary>
public sealed partial class ChartBuilder
{
    private const int Stretches = 20;
    private const int MostRows = 12;

    private StackChart Ratings()
    {
        var units = _result.Units;
        var legend = Legend(units);
        var rows = _result.RankedGroups.Select(group =>
        {
            var members = _result.UnitsOf(group).ToList();
            ImmutableArray<int> counts = [.. legend.Select(key =>
                members.Count(unit => ToneOf(unit) == key.Tone && unit.RatingName == key.Name))];
            var before = members.Select(unit => unit.Previous?.Rating).OfType<string>().ToList();
            string last = string.Join(", ", before.GroupBy(name => name, StringComparer.Ordinal)
                .OrderBy(name => _ratings.IndexOf(name.Key) is >= 0 and var place ? place : int.MaxValue)
                .ThenBy(name => name.Key, StringComparer.Ordinal).Select(name => $"{name.Key} {name.Count()}"));
            return new StackRow($"{NameOf(group)} ({Units(group.Count)})", counts,
                string.Join(", ", legend.Zip(counts).Where(part => part.Second > 0)
                    .Select(part => $"{part.First.Name} {part.Second} ({Share((decimal)part.Second / group.Count)})")),
                last.Length == 0 ? "" : Text($"năm {LastPeriod}: {last}", $"{LastPeriod}: {last}"));
        }).ToImmutableArray();
        int without = units.Count(unit => unit.Rating is null);
        string title = HighestRated(units);
        return new StackChart(
            Head("ratings", char.ToUpperInvariant(title[0]) + title[1..]
                + (without == 0 ? "" : Text($", {without} chưa hoặc không được xếp loại", $", {without} without a rating")),
                Text($"Xếp loại năm {Rules.Period} theo khối; số đơn vị và tỷ lệ trong khối",
                    $"Ratings {Rules.Period} by group; units and share of the group")),
            rows, legend);
    }

    /// <summary>How many scores lie in each stretch of the whole scale; none is left out, so that the shape is true.</summary>
    private HistogramChart Distribution()
    {
        var scores = _scored.Select(Score).Order().ToList();
        var (low, high) = (_words.Shown(scores[0]), _words.Shown(scores[^1]));
        decimal median = MedianOf(scores);
        string title = scores.Count == 1 ? Text($"Một đơn vị được chấm, có {low} điểm", $"One unit has a score: {low}")
            : scores[0] == scores[^1]
            ? Text($"{_scored.Count} đơn vị được chấm đều có {low} điểm", $"All {_scored.Count} units with a score have {low} points")
            : Text($"Điểm trung vị là {_words.Shown(median)}; thấp nhất {low}, cao nhất {high}",
                $"The median score is {_words.Shown(median)}; the lowest {low}, the highest {high}");
        return new HistogramChart(
            Head("scores", title,
                Text($"Phân bố điểm của {_scored.Count} đơn vị năm {Rules.Period}; {ScaleText}; ngưỡng xếp loại trước điều kiện khống chế",
                $"Scores of {_scored.Count} units, {Rules.Period}; {ScaleText}; edges of ratings before gates")),
            BinsOf(scores, AxisRange.Of(Rules.Scale, scores)), Edges(),
            new Threshold(median, $"{Text("trung vị", "median")} {_words.Shown(median)}"), Text("Số đơn vị", "Units"), _words.Language);
    }

    private BoxChart? Groups()
    {
        var rows = _scored.GroupBy(_result.GroupOf).Select(group =>
        {
            ImmutableArray<decimal> values = [.. group.Select(Score).Order()];
            return (Name: group.Key, Median: MedianOf(values),
                Row: new BoxRow(group.Key, values, values.Length == 1 ? $"{Units(1)}: {_words.Shown(values[0])}"
                : Text($"{Units(values.Length)}: trung vị {_words.Shown(MedianOf(values))}, từ {_words.Shown(values[0])} đến "
                    + $"{_words.Shown(values[^1])}",
                    $"{Units(values.Length)}: median {_words.Shown(MedianOf(values))}, {_words.Shown(values[0])} to "
                        + $"{_words.Shown(values[^1])}")));
        }).OrderByDescending(row => row.Median).ToList();
        if (rows.Count < 2)
            return null;
        var several = rows.Where(row => row.Row.Values.Length > 1).ToList();
        var (best, worst) = several.Count > 1 ? (several[0], several[^1]) : (rows[0], rows[^1]);
        decimal step = Rules.Scale / 10, low = Math.Floor(_scored.Min(Score) / step) * step;
        var axis = new AxisRange(low, Math.Max(Math.Max(low + step, Rules.Scale), _scored.Max(Score))) { Step = step };
        return new BoxChart(
            Head("groups", best.Median == worst.Median
                    ? Text($"Trung vị điểm của mọi khối là {_words.Shown(best.Median)}",
                        $"The median score of every group is {_words.Shown(best.Median)}")
                    : Text($"{best.Name} có điểm trung vị cao nhất ({_words.Shown(best.Median)}), {worst.Name} thấp nhất "
                        + $"({_words.Shown(worst.Median)})",
                        $"{best.Name} has the highest median score ({_words.Shown(best.Median)}), {worst.Name} the lowest "
                            + $"({_words.Shown(worst.Median)})"),
                Text($"Điểm các đơn vị theo khối năm {Rules.Period}; {ScaleText}",
                    $"Scores of units by group, {Rules.Period}; {ScaleText}")),
            [.. rows.Select(row => row.Row)], [.. Edges().Where(edge => edge.Value >= low)], axis,
            _words.Language)
        {
            Footnote = (several.Count is > 1 and var left && left < rows.Count
                ? Text("Tiêu đề không kể khối chỉ có một đơn vị. ", "The title leaves out groups of one unit. ") : "") + Text(
                $"Chấm tròn: từng đơn vị (khối trên {BoxRow.MostPoints} đơn vị: các đơn vị ngoài râu). Hộp (khối từ "
                    + $"{BoxRow.LeastForBox} đơn vị): "
                    + "một nửa số đơn vị ở giữa; vạch đậm: trung vị; râu: đến 1,5 lần chiều dài hộp.",
                $"Dots: units (in groups of more than {BoxRow.MostPoints}: those beyond the whiskers). Box (groups of "
                    + $"{BoxRow.LeastForBox} or more): "
                    + "the middle half of the units; thick line: median; whiskers: up to 1.5 box lengths."),
        };
    }

    private HeatMapChart? Sections()
    {
        var sections = Rules.Sections.Select(section => (section.Title, Index: Rules.Nodes.IndexOf(section))).ToList();
        if (sections.Count < 2)
            return null;
        var groups = _scored.GroupBy(_result.GroupOf).Select(group => (group.Key, Units: group.ToList())).ToList();
        bool isCut = _scored.Count > MostUnits;
        int ends = !isCut ? int.MaxValue : groups.Count * MostRows <= MostUnits ? Math.Min(MostEnds, MostUnits / groups.Count / 2) : 0;
        var rows = groups.Select(group => group.Units.Count == 1 && ends > 0
            ? new HeatMapGroup(Row(group.Key.Length == 0 ? group.Units[0].Name : $"{group.Key}: {group.Units[0].Name}", group.Units), [])
            : new HeatMapGroup(Row($"{(group.Key.Length == 0 ? Text("Tất cả", "All") : group.Key)} ({Text("bình quân", "average of")} "
                + $"{Units(group.Units.Count)})", group.Units),
            group.Units.Count <= 2L * ends ? [.. group.Units.Select(unit => Row(unit.Name, [unit]))]
                : [.. group.Units.Take(ends).Concat(group.Units.TakeLast(ends)).Select(unit => Row(unit.Name, [unit]))]))
                    .ToImmutableArray();
        var shares = Rules.Nodes.Zip(_result.Criteria)
            .Where(pair => pair.First is { Parent: null, Role: NodeRole.Section or NodeRole.Criterion } && pair.Second.Share is not null)
            .OrderBy(pair => pair.Second.Share).ToList();
        string title = shares.Count == 0 ? Text("Kết quả theo từng nội dung", "Results by section")
            : shares[0].Second.Share == shares[^1].Second.Share
                ? Text($"Các nội dung đều đạt {Share(shares[0].Second.Share)} số điểm",
                    $"All sections reach {Share(shares[0].Second.Share)} of their points")
                : Text($"Yếu nhất là “{shares[0].First.Title}”, đạt {Share(shares[0].Second.Share)} số điểm",
                    $"Weakest is “{shares[0].First.Title}”, with {Share(shares[0].Second.Share)} of its points");
        int shown = rows.Sum(group => ends > 0 ? Math.Max(1, group.Rows.Length) : 0);
        return new HeatMapChart(
            Head("sections", title, Text($"Kết quả theo từng nội dung năm {Rules.Period}; điểm đạt được, % điểm tối đa áp dụng cho đơn vị",
                $"Results by section, {Rules.Period}; points, % of the maximum that applies to the unit")),
            [.. sections.Select(section => section.Title), Text("Tổng điểm", "Total")], rows)
        {
            Footnote = shown == _scored.Count ? ""
                : shown == 0 ? Text($"Chỉ nêu bình quân từng khối của {_scored.Count} đơn vị.",
                    $"Of {_scored.Count} units only the averages of groups are shown.")
                : Text($"Nêu {shown} trong {_scored.Count} đơn vị: {ends} đơn vị đầu và {ends} đơn vị cuối mỗi khối; bình quân tính "
                    + "trên mọi đơn vị.",
                    $"Shown are {shown} of {_scored.Count} units: the first {ends} and the last {ends} of each group; averages are "
                        + "over all units."),
        };

        HeatMapRow Row(string label, List<ResultUnit> units) => new(label,
        [
            .. sections.Select(section => ShareOf(units.Select(unit => _result.PartOf(unit, section.Index)))).Select(Cell),
            Cell(ShareOf(units.Select(unit => ((decimal, decimal)?)(Score(unit), Rules.Scale)))),
        ]);

        HeatMapCell Cell(decimal? share) => new(share, share is { } part ? ValueText.Fixed(part * 100, 0, _words.Language) : "–");
    }

    /// <summary>Points ÷ maxima over units; null if there are none.</summary>
    private static decimal? ShareOf(IEnumerable<(decimal Points, decimal Max)?> parts)
    {
        var (points, max) = parts.OfType<(decimal Points, decimal Max)>()
            .Aggregate((Points: 0m, Max: 0m), (sum, part) => (sum.Points + part.Points, sum.Max + part.Max));
        return max == 0 ? null : points / max;
    }

    private static decimal MedianOf(IReadOnlyList<decimal> ascending) =>
        (ascending[(ascending.Count - 1) / 2] + ascending[ascending.Count / 2]) / 2;

    /// <summary>Stretches of a twentieth of the scale over the whole axis.</summary>
    private ImmutableArray<Bin> BinsOf(IEnumerable<decimal> scores, AxisRange axis)
    {
        decimal width = Rules.Scale / Stretches;
        int first = (int)Math.Floor(axis.Start / width), count = (int)Math.Ceiling(axis.End / width) - first;
        int[] counts = new int[count];
        foreach (decimal score in scores)
            counts[Math.Clamp((int)Math.Floor(score / width) - first, 0, count - 1)]++;
        return [.. counts.Select((value, index) => new Bin((first + index) * width, (first + index + 1) * width, value))];
    }
}
