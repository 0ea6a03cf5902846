using DanVan.Scoring.Reports.Charts;
using DanVan.Scoring.Scoring;

namespace DanVan.Scoring.Reports.Word;

/// <summary>The parts of the report about scores, groups, criteria and targets.</summary>
public sealed partial class ReportDocument
{
    private void WriteOverall()
    {
        if (_scored.Count == 0)
            return;
        Part("heading.overall");
        decimal average = Result.AverageOf(_scored);
        var (best, worst) = (_scored.MaxBy(Score)!, _scored.MinBy(Score)!);
        Tell("overall.scores", ("scored", _scored.Count), ("average", average), ("scale", _words.Exact(Rules.Scale)),
            ("bestUnit", best.Name), ("best", Score(best)), ("worstUnit", worst.Name), ("worst", Score(worst)),
            ("above", _scored.Count(unit => Score(unit) >= average)));
        var outcomes = _result.Outcomes;
        var ratings = outcomes.Select(outcome => (Name: outcome, Count: _result.Units.Count(unit => unit.RatingName == outcome)))
            .Where(rating => rating.Count > 0)
            .Select(rating => $"{rating.Name}: {rating.Count} ({_words.Percent((decimal)rating.Count / _result.Units.Count)})");
        Tell("overall.ratings", ("ratings", string.Join("; ", ratings)));
        int held = _result.Units.Count(unit => unit.Held);
        if (held > 0)
            Tell("overall.held", ("held", held));
        _document.Table(Say("overall.ratingsTable"),
            [("Khối", "Group", 40), .. outcomes.Select(outcome => (outcome, outcome, 14)), ("Cộng", "Total", 12)],
            _result.RankedGroups,
            group =>
            [
                _charts.NameOf(group), .. outcomes.Select(outcome => (WordCell)_result.CountOf(group, outcome)),
                WordCell.Word($"{group.Count}", bold: true),
            ]);
        Chart(Say("overall.ratingsChart", ("period", Rules.Period)), _charts.Ratings());
        if (_result.RankedGroups.Any(group => _charts.Ranking(group) is { } ranking && _document.Fit(ranking).Break > 0))
            Chart(Say("overall.scoresChart", ("scored", _scored.Count), ("period", Rules.Period)), _charts.Distribution());
        WritePrevious();
    }

    private void WritePrevious()
    {
        var compared = _scored.Where(unit => unit.Previous?.Score is not null).ToList();
        if (compared.Count == 0)
            return;
        decimal Move(ResultUnit unit) => Score(unit) - unit.Previous!.Score!.Value;
        var (rise, fall) = (compared.MaxBy(Move)!, compared.MinBy(Move)!);
        Tell("overall.previous", ("compared", compared.Count), ("rose", compared.Count(unit => Move(unit) > 0)),
            ("fell", compared.Count(unit => Move(unit) < 0)), ("mostRose", rise.Name), ("rise", _words.Difference(Move(rise))),
            ("mostFell", fall.Name), ("fall", _words.Difference(Move(fall))));
        _document.Table(Say("overall.previousTable"),
            [
                ("Đơn vị", "Unit", 40), ("Kỳ trước", "Last", 12), ("Năm nay", "Now", 12), ("Tăng giảm", "Change", 12),
                ("Hạng trước", "Last rank", 10), ("Hạng nay", "Rank", 10), ("Xếp loại trước → nay", "Rating then → now", 26),
            ],
            compared.Select(unit => (Now: unit, Last: unit.Previous!)).ToList(),
            unit =>
            [
                unit.Now.Name, Points(unit.Last.Score), Points(Score(unit.Now)), WordCell.Figure(_words.Difference(Move(unit.Now))),
                unit.Last.RankWithin, unit.Now.RankWithin,
                unit.Last.Rating == unit.Now.RatingName ? unit.Now.RatingName : $"{unit.Last.Rating} → {unit.Now.RatingName}",
            ],
            MostRows);
        Chart(Say("overall.previousChart", ("period", Rules.Period)), _charts.LastPeriod(compared.Count), _charts.Find<DifferenceChart>());
    }

    private void WriteGroups()
    {
        Part("heading.groups");
        foreach (var (index, group) in _result.RankedGroups.Index())
        {
            string name = _charts.NameOf(group);
            _document.Heading(2, $"{index + 1}. {name}");
            var units = _result.UnitsOf(group).ToList();
            var scored = units.Where(unit => unit.HasScore).ToList();
            if (scored.Count > 0)
                Tell("group.scores", ("group", name), ("scored", scored.Count), ("average", Result.AverageOf(scored)),
                    ("bestUnit", scored[0].Name), ("best", Score(scored[0])));
            _document.Table(Say("group.table", ("group", name)),
                [("Hạng", "Rank", 10), ("Đơn vị", "Unit", 46), ("Tổng điểm", "Score", 14), ("Xếp loại", "Rating", 20),
                    ("Ghi chú", "Note", 36)],
                units,
                unit =>
                [
                    WordCell.Word(unit.Rank()), unit.Name, Points(unit.ComparableScore) with { Bold = true },
                    WordCell.Word(unit.RatingName), unit.Remark,
                ],
                MostRows);
            Chart(Say("group.chart", ("group", name), ("period", Rules.Period)), _charts.Ranking(group));
        }
    }

    private void WriteCriteria()
    {
        if (_scored.Count == 0)
            return;
        Part("heading.criteria");
        var summaries = _result.Criteria
            .Join(Rules.Nodes, summary => summary.Id, node => node.Id, (summary, node) => (Node: node, Sum: summary)).ToList();
        var sections = summaries.Where(item =>
            item.Node is { Parent: null, Role: NodeRole.Section or NodeRole.Criterion } && item.Sum.Share is not null).ToList();
        if (sections.Count > 1)
        {
            var (strong, weak) = (sections.MaxBy(item => item.Sum.Share), sections.MinBy(item => item.Sum.Share));
            Tell("criteria.sections", ("strongest", $"{strong.Node.Id} – {strong.Node.Title}"), ("strongestShare", ShareOf(strong.Sum)),
                ("weakest", $"{weak.Node.Id} – {weak.Node.Title}"), ("weakestShare", ShareOf(weak.Sum)));
        }
        _document.Table(Say("criteria.table"),
            [
                ("Mã", "Id", 8), ("Nội dung", "Section", 56), ("Số đơn vị", "Units", 11), ("Điểm bình quân", "Average", 14),
                ("Tối đa bình quân", "Average max", 14), ("Tỷ lệ", "Share", 14),
            ],
            sections,
            item =>
            [
                WordCell.Word(item.Node.Id), item.Node.Title, item.Sum.Units, Points(item.Sum.Points / item.Sum.Units),
                Points(item.Sum.MaxPoints / item.Sum.Units), WordCell.Figure(ShareOf(item.Sum), bold: true),
            ]);
        SectionPictures();
        var weakest = summaries.Where(item => item.Node is { Manner: not null, Role: NodeRole.Criterion } && item.Sum.Lost > 0)
            .OrderByDescending(item => item.Sum.Lost).ThenBy(item => item.Node.Id, StringComparer.Ordinal).Take(WeakestCriteria).ToList();
        if (weakest.Count == 0)
            return;
        Tell("criteria.weakest", ("list", string.Join("; ", weakest.Take(WeakestNamed).Select(item => Say("criteria.weakestItem",
            ("id", item.Node.Id), ("criterion", item.Node.Title), ("lost", item.Sum.Lost), ("units", item.Sum.Units - item.Sum.Full),
            ("share", ShareOf(item.Sum)))))));
        var lost = _charts.Find<ParetoChart>();
        _document.Table(Say("criteria.weakestTable"),
            [
                ("Mã", "Id", 9), ("Tiêu chí", "Criterion", 44), ("Căn cứ", "Clause", 18), ("Đơn vị mất điểm", "Units", 17),
                ("Điểm mất", "Points lost", 13), ("Tỷ lệ đạt", "Share", 13),
                .. lost is null ? [] : ((string, string, int)[])[("Cộng dồn điểm mất", "Lost together", 13)],
            ],
            [.. weakest.Index()],
            row =>
            [
                WordCell.Word(row.Item.Node.Id), row.Item.Node.Title, row.Item.Node.Clause,
                WordCell.Word($"{row.Item.Sum.Units - row.Item.Sum.Full}/{row.Item.Sum.Units}"), Points(row.Item.Sum.Lost),
                WordCell.Figure(ShareOf(row.Item.Sum)),
                .. lost is null ? [] : (WordCell[])[WordCell.Figure(_words.Percent(lost.Rows[row.Index].Sum))],
            ]);
        Chart(lost?.Subtitle ?? "", _charts.LostPoints(), lost);

        string ShareOf(ResultSummary summary) => _words.Percent(summary.Share!.Value);
    }

    private void WriteTargets()
    {
        if (_result.Targets.IsEmpty)
            return;
        Part("heading.targets");
        int Count(TargetVerdict verdict) => _result.Targets.Count(target => target.Verdict == verdict);
        Tell("targets.summary", ("targets", _result.Targets.Length), ("met", Count(TargetVerdict.Met)),
            ("notMet", Count(TargetVerdict.NotMet)), ("notAssessed", Count(TargetVerdict.NotAssessed)));
        _document.Table(Say("targets.table"),
            [
                ("Mã", "Id", 10), ("Chỉ tiêu", "Target", 46), ("Căn cứ", "Clause", 18), ("Yêu cầu", "Required", 13),
                ("Thực hiện", "Achieved", 22), ("Kết quả", "Verdict", 14),
            ],
            _result.Targets,
            target =>
            [
                WordCell.Word(target.Id), _words.Title(target), target.Clause, WordCell.Word(_words.Required(target)),
                WordCell.Word(_words.Achieved(target) + (target is { Achieved: not null, Last: { } last }
                    ? Text($"; kỳ trước {_words.Percent(last)}", $"; last {_words.Percent(last)}") : "")),
                WordCell.Word(_words.Verdict(target.Verdict), bold: true),
            ]);
        Chart(Say(_result.Targets.Any(target => target is { Achieved: not null, Verdict: not TargetVerdict.Met })
            ? "targets.chartHatched" : "targets.chart", ("period", Rules.Period)), _charts.Targets());
        var names = _result.Units.Select(unit => (unit.Code, unit.Name))
            .Concat(_result.OtherUnits.Select(unit => (Code: unit.Id, Name: unit.Label)))
            .ToDictionary(unit => unit.Code, unit => unit.Name, StringComparer.Ordinal);
        foreach (var target in _result.Targets.Where(target => target.Verdict == TargetVerdict.NotMet && target.FailingUnits.Count > 0))
            Tell("targets.failing", ("id", target.Id), ("target", target.Title), ("failing", target.FailingUnits.Count),
                ("list", List([.. target.FailingUnits.Select(code => names.GetValueOrDefault(code, code))])));
    }
}
