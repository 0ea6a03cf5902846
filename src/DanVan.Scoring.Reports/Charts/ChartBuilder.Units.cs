using DanVan.Scoring.Scoring;

namespace DanVan.Scoring.Reports.Charts;

/// <summary>The charts that show units.</summary>
public sealed partial class ChartBuilder
{
    private const int MostNamed = 5;
    private const int MostKeys = 6;
    private const int MostWithout = 5;

    private IEnumerable<RankingChart> Rankings()
    {
        int drawn = 0;
        foreach (var group in _result.RankedGroups)
        {
            var units = _result.UnitsOf(group).ToList();
            int scored = units.Count(unit => unit.HasScore);
            if (scored == 0 && _scored.Count > 0)
                _absent.Add(Text($"Không vẽ xếp hạng {NameOf(group)}: chưa đơn vị nào có điểm.",
                    $"No ranking of {NameOf(group)}: no unit has a score."));
            else if (units.Count == 1 && scored == 1)
                _absent.Add(Text($"Không vẽ xếp hạng {NameOf(group)}: chỉ có một đơn vị.",
                    $"No ranking of {NameOf(group)}: it has one unit."));
            else if (scored > 0 && drawn == MostGroups)
                _absent.Add(Text($"Không vẽ xếp hạng {NameOf(group)}: chỉ vẽ {MostGroups} khối đầu.",
                    $"No ranking of {NameOf(group)}: only the first {MostGroups} groups are drawn."));
            else if (scored > 0)
            {
                drawn++;
                yield return Ranking(group, units, scored);
            }
        }
    }

    private RankingChart Ranking(ResultGroup group, List<ResultUnit> units, int scored)
    {
        var ranked = units.Take(scored).ToList();
        var axis = AxisRange.Of(Rules.Scale, ranked.Select(Score));
        var shown = Ends(ranked).ToList();
        RankingGap? gap = null;
        if (shown.Count < scored)
        {
            var between = ranked.Skip(MostEnds).SkipLast(MostEnds).ToList();
            gap = new RankingGap(MostEnds,
                Text($"{between.Count} trong {Units(scored)} ở giữa (thứ {MostEnds + 1}–{scored - MostEnds}), theo điểm",
                    $"{between.Count} of {Units(scored)} between (numbers {MostEnds + 1}–{scored - MostEnds}), by score"),
                BinsOf(between.Select(Score), axis));
        }
        int without = units.Count - scored;
        if (without <= MostWithout)
            shown.AddRange(units.Skip(scored));
        string name = units[0].Group is { Length: > 0 } id ? $"ranking-{id}" : "ranking";
        return new RankingChart(
            Head(name, RankingTitle(units, scored), Text($"Xếp hạng {When(group)}; {ScaleText}", $"Ranking, {When(group)}; {ScaleText}")),
            [.. shown.Select(Bar)], Edges(), axis, Legend(shown.Where(unit => unit.HasScore)))
        {
            Gap = gap,
            Footnote = without <= MostWithout ? ""
                : Text($"{Units(without)} không có điểm, không nêu ở đây.", $"{Units(without)} without a score are not shown."),
        };
    }

    private string RankingTitle(List<ResultUnit> units, int scored)
    {
        var (first, last) = (units[0], units[scored - 1]);
        string best = _words.Shown(Score(first));
        if (scored > 1 && Score(first) == Score(last))
            return Text($"Cả {scored} đơn vị được chấm cùng {best} điểm", $"All {scored} units with a score have {best} points");
        int leaders = units.Take(scored).Count(unit => Score(unit) == Score(first));
        string lead = leaders == 1 ? Text($"{first.Name} dẫn đầu với {best} điểm", $"{first.Name} leads with {best} points")
            : Text($"{leaders} đơn vị cùng dẫn đầu với {best} điểm", $"{leaders} units lead with {best} points");
        return Rules.Ratings.Length == 0 ? lead : $"{lead}; {HighestRated(units)}";
    }

    /// <summary>"3 of 9 units are rated Good".</summary>
    private string HighestRated(IReadOnlyCollection<ResultUnit> units)
    {
        var highest = Rules.Ratings[0];
        int count = units.Count(unit => unit.Rating == highest.Id);
        return count == units.Count && count > 1 ? Text($"cả {Units(count)} xếp loại {highest.Name}",
            $"all {Units(count)} rated {highest.Name}")
            : count == 0 ? Text($"chưa đơn vị nào xếp loại {highest.Name}", $"none of {units.Count} is rated {highest.Name}")
            : Text($"{count} trong {Units(units.Count)} xếp loại {highest.Name}", $"{count} of {units.Count} units rated {highest.Name}");
    }

    private RankingBar Bar(ResultUnit unit) => unit.ComparableScore is { } score
        ? new RankingBar($"{unit.RankWithin}. {unit.Name}", score,
            unit.Rating is null ? _words.Shown(score) : $"{_words.Shown(score)} {unit.RatingName}", ToneOf(unit),
            unit.Rating is null ? $"{unit.RatingName}: {unit.Remark}" : unit.Rating != unit.Band ? unit.Remark : "")
        : new RankingBar($"– {unit.Name}", null, "–", ToneOf(unit), $"{unit.RatingName}: {_words.NoScore(unit.State)}".TrimEnd(':', ' '));

    /// <summary>The ratings, and what stands in place of one, that units hold.</summary>
    private ImmutableArray<ToneKey> Legend(IEnumerable<ResultUnit> units)
    {
        var held = units.Select(unit => (Tone: ToneOf(unit), Name: unit.RatingName)).ToHashSet();
        return [.. Rules.Ratings.Select((rating, index) => new ToneKey(_tones[index], rating.Name))
            .Where(key => held.Contains((key.Tone, key.Name))),
            .. held.Where(key => key.Tone.State != RatingState.Rated).OrderBy(key => key.Tone.State == RatingState.NotScored)
                .ThenBy(key => key.Tone.State)
                .Select(key => new ToneKey(key.Tone, key.Name))];
    }

    private DifferenceChart? AgainstLast()
    {
        var known = _scored.Where(unit => unit.Previous?.Score is not null)
            .Select(unit => (Unit: unit, Last: unit.Previous!.Score!.Value, Move: Score(unit) - unit.Previous.Score.Value))
            .OrderByDescending(row => row.Move).ToList();
        if (known.Count == 0)
            return null;
        int rose = known.Count(row => row.Move > 0), fell = known.Count(row => row.Move < 0);
        var rows = Ends(known).Select(row => new DifferenceRow(row.Unit.Name, row.Move,
            Move(row.Last, Score(row.Unit)) + MoveOf(row.Unit))).ToImmutableArray();
        int merged = _scored.Count(unit => unit.PreviousMerged), others = _scored.Count - known.Count - merged;
        var head = Head("last-period",
            Moved(rose, fell, known.Count, Text($"so với năm {LastPeriod}", $"since {LastPeriod}")),
            Text($"Điểm năm {Rules.Period} trừ điểm năm {LastPeriod}; {ScaleText}",
                $"Score of {Rules.Period} less that of {LastPeriod}; {ScaleText}"));
        return DifferenceChart.Of(head, rows, RiseAndFall()) with
        {
            Footnote = string.Join(" ", new[]
            {
                Left(rows.Length, known.Count),
                others == 0 ? "" : Text($"{Units(others)} không có điểm năm {LastPeriod}.",
                    $"{Units(others)} without a score of {LastPeriod}."),
                merged == 0 ? "" : $"{Units(merged)}: {_words.NotComparable}.",
            }.Where(text => text.Length > 0)),
        };

        string MoveOf(ResultUnit unit) => unit.Rating is null || unit.RatingName == unit.Previous!.Rating ? ""
            : RatingMove(unit.Previous.Rating, unit.RatingName);
    }

    /// <summary>"+4,91: 94,80 lên 99,71".</summary>
    private string Move(decimal from, decimal to) => $"{_words.Difference(to - from)}: {_words.Shown(from)} "
        + $"{(to < from ? Text("xuống", "down to") : to > from ? Text("lên", "up to") : Text("và", "and"))} {_words.Shown(to)}";

    private (string Rise, string Fall) RiseAndFall() => (Text("Tăng", "Rise"), Text("Giảm", "Fall"));

    private string Moved(int rose, int fell, int all, string since) => (rose, fell) switch
    {
        (0, 0) => Text($"Không đơn vị nào trong {all} thay đổi điểm {since}", $"None of {all} units moved {since}"),
        (_, 0) => Text($"{rose} trong {all} đơn vị tăng điểm {since}, không đơn vị nào giảm",
            $"{rose} of {all} units rose {since}, none fell"),
        (0, _) => Text($"{fell} trong {all} đơn vị giảm điểm {since}, không đơn vị nào tăng",
            $"{fell} of {all} units fell {since}, none rose"),
        _ => Text($"{Units(rose)} tăng điểm, {fell} giảm {since}", $"{rose} units rose, {fell} fell {since}"),
    };

    /// <summary>All items, or the first and the last of many.</summary>
    private static IEnumerable<T> Ends<T>(IReadOnlyCollection<T> items) =>
        items.Count <= MostUnits ? items : [.. items.Take(MostEnds), .. items.TakeLast(MostEnds)];

    /// <summary>What a chart of the first and the last leaves out; empty if nothing.</summary>
    private string Left(int shown, int all) => shown == all ? ""
        : Text($"Nêu {MostEnds} đơn vị tăng nhiều nhất và {MostEnds} đơn vị giảm nhiều nhất (hoặc tăng ít nhất) trong {all}.",
            $"Shown are the {MostEnds} that rose most and the {MostEnds} that fell most (or rose least) of {all}.");

    private ScatterChart? AppraisalGaps()
    {
        var units = _result.Units.Where(unit => unit.AppraisalGap is not null)
            .Select(unit => (Unit: unit, Gap: unit.AppraisalGap!)).ToList();
        if (units.Count == 0)
            return null;
        var appraisers = units.Select(row => AppraiserOf(row.Unit)).ToList();
        var keys = appraisers.Distinct().OrderBy(key => key.Length == 0).ThenBy(key => key, StringComparer.Ordinal).ToList();
        bool isKeyed = keys.Count is > 1 and <= MostKeys;
        var named = units.Where(row => row.Gap.Gap != 0).OrderByDescending(row => Math.Abs(row.Gap.Gap))
            .Take(MostNamed).Select(row => row.Unit.Code)
            .ToHashSet(StringComparer.Ordinal);
        var points = units.Select((row, index) => new ScatterPoint(row.Unit.Name, row.Gap.Self, row.Gap.Final,
            isKeyed ? keys.IndexOf(appraisers[index]) : 0, named.Contains(row.Unit.Code),
            Text($"tự chấm {_words.Shown(row.Gap.Self)}, chính thức {_words.Shown(row.Gap.Final)} ({_words.Difference(row.Gap.Gap)}; "
                + $"{row.Gap.Changed}/{row.Gap.Criteria} tiêu chí thay đổi)",
                $"self {_words.Shown(row.Gap.Self)}, final {_words.Shown(row.Gap.Final)} ({_words.Difference(row.Gap.Gap)}; "
                + $"{row.Gap.Changed} of {row.Gap.Criteria} criteria changed)"))).ToImmutableArray();
        int lower = units.Count(row => row.Gap.Gap < 0), higher = units.Count(row => row.Gap.Gap > 0);
        string title = (lower, higher) switch
        {
            (0, 0) => Text($"Điểm chính thức bằng điểm tự chấm ở cả {units.Count} đơn vị",
                $"Final points equal self-scores in all {units.Count} units"),
            _ => Text($"Điểm chính thức thấp hơn tự chấm ở {lower} trong {units.Count} đơn vị, cao hơn ở {higher}",
                $"Final points are below self-scores in {lower} of {units.Count} units, above in {higher}"),
        };
        var values = points.SelectMany(point => new[] { point.Across, point.Up }).ToList();
        decimal step = Rules.Scale / 10;
        var axis = new AxisRange(Math.Floor(values.Min() / step) * step,
            Math.Max(1, Math.Floor(values.Max() / step) + 1) * step)
        { Step = step };
        return new ScatterChart(
            Head("appraisal-gap", title, Text($"Năm {Rules.Period}; cộng các tiêu chí đơn vị có tự chấm, chưa quy đổi",
                $"{Rules.Period}; sums over the criteria with a self-score, not rescaled")),
            points, axis, Text("Tự chấm", "Self-score"), Text("Chính thức", "Final"), Text("bằng nhau", "equal"),
            isKeyed ? [.. keys.Select(key => key.Length == 0 ? Text("không có thẩm định", "not appraised") : key)] : [], _words.Language)
        {
            Footnote = named.Count > 0 && named.Count < lower + higher
                ? Text($"Nêu tên {named.Count} đơn vị chênh lệch nhiều nhất.", $"The {named.Count} largest gaps are named.") : "",
        };
    }

    /// <summary>Who appraised a unit, empty if nobody did.</summary>
    private string AppraiserOf(ResultUnit unit)
    {
        var by = unit.Nodes.Where(node => node.Appraised is not null).Select(node => node.By).OfType<string>().Distinct().Take(2).ToList();
        return by.Count switch { 0 => "", 1 => by[0], _ => Text("nhiều người", "several") };
    }
}
