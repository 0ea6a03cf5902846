using System.Globalization;
using DanVan.Scoring.Diagnostics;
using DanVan.Scoring.Reports.Office;
using DanVan.Scoring.Results;
using DanVan.Scoring.Rules;
using DanVan.Scoring.Scoring;
using DanVan.Scoring.Values;

namespace DanVan.Scoring.Reports.Word;

/// <summary>
/// Writes <c>report.docx</c>: the summary report in the form of an official document, with tables, charts that Word
/// draws, and annexes. Every figure is one of the result; sentences come from templates (<see cref="Sentences"/>).
/// </summary>
public sealed class ReportDocument
{
    /// <summary>Most units whose scorecards stand in the annex.</summary>
    public const int MostCards = 100;

    private const int MostListed = 20;
    private const int MostRows = 200;
    private const int MostRanked = 2_000;
    private const int WeakestCriteria = 10;
    private const int WeakestNamed = 3;

    private static readonly string[] Numerals = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"];

    private readonly Result _result;
    private readonly ReportOptions _options;
    private readonly ResultWords _words;
    private readonly Sentences _sentences;
    private readonly NativeCharts _charts;
    private readonly WordDocument _document;
    private readonly List<ResultUnit> _scored;
    private int _part;

    private ReportDocument(Result result, ReportOptions options)
    {
        _result = result;
        _options = options;
        _words = ResultWords.Of(result);
        _sentences = options.Sentences ?? Sentences.Default(result.Language);
        _charts = new NativeCharts(result);
        _document = new WordDocument(Text("Bảng", "Table"), Text("Hình", "Figure"), options.Template);
        _scored = [.. result.Scored];
    }

    private ResultRules Rules => _result.RuleSet;

    /// <summary>Writes the report.</summary>
    public static void Write(Stream stream, Result result, ReportOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(result);
        options ??= new ReportOptions();
        var report = new ReportDocument(result, options);
        report.WriteReport();
        var end = report._document.Last!;
        report.WriteAnnexes();
        report._document.InsertContents(end, report.Text("MỤC LỤC", "CONTENTS"));
        report._document.Write(stream);
    }

    private void WriteReport()
    {
        if (_options.Template is null)
            foreach (var element in OfficialHead.Head(_result, _options))
                _document.Append(element);
        _document.Paragraph(Text("BÁO CÁO", "REPORT"), WordStyles.Title);
        string title = Rules.Title.Length > 1 && char.IsUpper(Rules.Title[0]) && char.IsLower(Rules.Title[1]) ? char.ToLower(Rules.Title[0], CultureInfo.InvariantCulture) + Rules.Title[1..] : Rules.Title;
        _document.Paragraph(Say("subject", ("title", title)), WordStyles.Subject);
        foreach (var basis in Rules.Basis)
            _document.Paragraph(Say("basis", ("document", basis.Label)), WordStyles.Remark);
        _document.Paragraph(Say("opening", ("issuer", Rules.Issuer ?? Text("Cơ quan chấm điểm", "The office"))));
        WriteRollout();
        WriteOverall();
        WriteGroups();
        WriteCriteria();
        WriteTargets();
        WriteAppraisal();
        WriteProposals();
        foreach (var element in OfficialHead.Foot(_result))
            _document.Append(element);
    }

    private void WriteRollout()
    {
        Part("heading.rollout");
        WriteReceipts();
        var without = _result.Units.Where(unit => !unit.HasScore).ToList();
        _document.Paragraph(without.Count == 0
            ? Say("rollout.all", ("period", $"{Rules.Period}"), ("units", $"{_result.Units.Count}"))
            : Say("rollout.units", ("period", $"{Rules.Period}"), ("units", $"{_result.Units.Count}"), ("scored", $"{_scored.Count}"), ("unscored", $"{without.Count}")));
        if (without.Count > 0)
            _document.Table(Say("rollout.table"), [Text("TT", "No."), Text("Đơn vị", "Unit"), Text("Khối", "Group"), Text("Lý do", "Reason")], [6, 40, 30, 40],
                Rows(without).Select((unit, index) => (IReadOnlyList<WordCell>)[WordCell.Word($"{index + 1}"), unit.Name, _result.GroupOf(unit), unit.Remark]), Rest(without.Count));
        int errors = _result.Diagnostics.Count(finding => finding.Severity == Severity.Error), warnings = _result.Diagnostics.Count(finding => finding.Severity == Severity.Warning);
        if (errors + warnings > 0)
            _document.Paragraph(Say("rollout.findings", ("errors", $"{errors}"), ("warnings", $"{warnings}")));
        if (_result.Note is { } note)
            _document.Paragraph(Say("note.data", ("note", note)));
        if (Rules.Assumptions.Length > 0)
            _document.Paragraph(Say("note.assumed"));
    }

    private void WriteReceipts()
    {
        if (_result.Receipts.IsEmpty)
            return;
        var missing = _result.Receipts.Where(receipt => receipt.Date is null).ToList();
        var late = _result.Receipts.Where(receipt => receipt.DaysLate > 0).ToList();
        _document.Paragraph(Say("rollout.receipts", ("received", $"{_result.Receipts.Length - missing.Count - late.Count}"), ("late", $"{late.Count}"), ("missing", $"{missing.Count}")));
        string inTime = Text("đã nhận", "received");
        var open = _result.Receipts.Where(receipt => receipt.State != inTime).ToList();
        if (open.Count > 0)
            _document.Table(Say("rollout.receiptsTable"), [Text("Đơn vị", "Unit"), Text("Tình trạng", "State"), Text("Ngày gửi", "Date sent"), Text("Số ngày muộn", "Days late")], [50, 26, 18, 14],
                open.Take(MostRows).Select(receipt => (IReadOnlyList<WordCell>)[receipt.Name.Length == 0 ? receipt.Code : receipt.Name, receipt.State, WordCell.Word(receipt.Date is { } date ? ValueText.Date(date, _words.Language) : "–"),
                    WordCell.Word(receipt.DaysLate > 0 ? $"{receipt.DaysLate}" : "–")]), Rest(open.Count));
    }

    private void WriteOverall()
    {
        if (_scored.Count == 0)
            return;
        Part("heading.overall");
        decimal average = Result.AverageOf(_scored);
        var (best, worst) = (_scored.MaxBy(Score)!, _scored.MinBy(Score)!);
        _document.Paragraph(Say("overall.scores", ("scored", $"{_scored.Count}"), ("average", _words.Shown(average)), ("scale", _words.Exact(Rules.Scale)), ("bestUnit", best.Name), ("best", _words.Shown(Score(best))),
            ("worstUnit", worst.Name), ("worst", _words.Shown(Score(worst))), ("above", $"{_scored.Count(unit => Score(unit) >= average)}")));
        var ratings = _charts.Outcomes.Select(outcome => (outcome, Count: _result.Units.Count(unit => unit.RatingName == outcome))).Where(rating => rating.Count > 0);
        _document.Paragraph(Say("overall.ratings", ("ratings", string.Join("; ", ratings.Select(rating => $"{rating.outcome}: {rating.Count} ({_words.Percent((decimal)rating.Count / _result.Units.Count)})")))));
        int held = _result.Units.Count(unit => unit.Held);
        if (held > 0)
            _document.Paragraph(Say("overall.held", ("held", $"{held}")));
        _document.Table(Say("overall.ratingsTable"), [Text("Khối", "Group"), .. _charts.Outcomes, Text("Cộng", "Total")], [40, .. _charts.Outcomes.Select(_ => 14), 12],
            _charts.Groups.Select(group => (IReadOnlyList<WordCell>)[_charts.NameOf(group), .. _charts.Outcomes.Select(outcome => WordCell.Word($"{_charts.Count(group, outcome)}")), WordCell.Word($"{_result.Units.Count(unit => _result.GroupOf(unit) == group)}", bold: true)]));
        _document.Chart(Say("overall.ratingsChart"), _charts.Distribution());
        WritePrevious();
    }

    private void WritePrevious()
    {
        var compared = _scored.Where(unit => unit.Previous?.Score is not null).ToList();
        if (compared.Count == 0)
            return;
        decimal Move(ResultUnit unit) => Score(unit) - unit.Previous!.Score!.Value;
        var (rise, fall) = (compared.MaxBy(Move)!, compared.MinBy(Move)!);
        _document.Paragraph(Say("overall.previous", ("compared", $"{compared.Count}"), ("rose", $"{compared.Count(unit => Move(unit) > 0)}"), ("fell", $"{compared.Count(unit => Move(unit) < 0)}"),
            ("mostRose", rise.Name), ("rise", _words.Difference(Move(rise))), ("mostFell", fall.Name), ("fall", _words.Difference(Move(fall)))));
        _document.Table(Say("overall.previousTable"), [Text("Đơn vị", "Unit"), Text("Kỳ trước", "Last"), Text("Năm nay", "Now"), Text("Tăng giảm", "Change"), Text("Hạng trước", "Last rank"), Text("Hạng nay", "Rank"), Text("Xếp loại trước → nay", "Rating then → now")], [40, 12, 12, 12, 10, 10, 26],
            Rows(compared).Select(unit => (IReadOnlyList<WordCell>)[unit.Name, WordCell.Figure(_words.Shown(unit.Previous!.Score!.Value)), WordCell.Figure(_words.Shown(Score(unit))), WordCell.Figure(_words.Difference(Move(unit))),
                WordCell.Word($"{unit.Previous.RankWithin}"), WordCell.Word($"{unit.RankWithin}"), unit.Previous.Rating == unit.RatingName ? unit.RatingName : $"{unit.Previous.Rating} → {unit.RatingName}"]), Rest(compared.Count));
    }

    private void WriteGroups()
    {
        Part("heading.groups");
        foreach (var (index, group) in _charts.Groups.Index())
        {
            string name = _charts.NameOf(group);
            _document.Heading(2, $"{index + 1}. {name}");
            var units = _result.Units.Where(unit => _result.GroupOf(unit) == group).ToList();
            var scored = units.Where(unit => unit.HasScore).ToList();
            if (scored.Count > 0)
                _document.Paragraph(Say("group.scores", ("group", name), ("scored", $"{scored.Count}"), ("average", _words.Shown(Result.AverageOf(scored))), ("bestUnit", scored[0].Name), ("best", _words.Shown(Score(scored[0])))));
            _document.Table(Say("group.table", ("group", name)), [Text("Hạng", "Rank"), Text("Đơn vị", "Unit"), Text("Tổng điểm", "Score"), Text("Xếp loại", "Rating"), Text("Ghi chú", "Note")], [10, 46, 14, 20, 36],
                Rows(units).Select(unit => (IReadOnlyList<WordCell>)[WordCell.Word(unit.RankWithin > 0 ? $"{unit.RankWithin}" : "–"), unit.Name, WordCell.Figure(unit.ComparableScore is { } score ? _words.Shown(score) : "–", bold: true), WordCell.Word(unit.RatingName), unit.Remark]), Rest(units.Count));
            if (_charts.Ranking(group) is { Categories.Length: > 1 } chart)
                _document.Chart(Say("group.chart", ("group", name)), chart);
        }
    }

    private void WriteCriteria()
    {
        if (_scored.Count == 0)
            return;
        Part("heading.criteria");
        var nodes = Rules.Nodes.ToDictionary(node => node.Id, StringComparer.Ordinal);
        var sections = _result.Criteria.Where(summary => nodes[summary.Id] is { Parent: null, Role: NodeRole.Section or NodeRole.Criterion } && summary.Share is not null).ToList();
        string Name(ResultSummary summary) => $"{summary.Id} – {nodes[summary.Id].Title}";
        if (sections.Count > 1)
        {
            var (strong, weak) = (sections.MaxBy(summary => summary.Share)!, sections.MinBy(summary => summary.Share)!);
            _document.Paragraph(Say("criteria.sections", ("strongest", Name(strong)), ("strongestShare", _words.Percent(strong.Share!.Value)), ("weakest", Name(weak)), ("weakestShare", _words.Percent(weak.Share!.Value))));
        }
        _document.Table(Say("criteria.table"), [Text("Mã", "Id"), Text("Nội dung", "Section"), Text("Số đơn vị", "Units"), Text("Điểm bình quân", "Average"), Text("Tối đa bình quân", "Average max"), Text("Tỷ lệ", "Share")], [8, 56, 11, 14, 14, 14],
            sections.Select(summary => (IReadOnlyList<WordCell>)[WordCell.Word(summary.Id), nodes[summary.Id].Title, WordCell.Word($"{summary.Units}"), WordCell.Figure(_words.Shown(summary.Points / summary.Units)),
                WordCell.Figure(_words.Shown(summary.MaxPoints / summary.Units)), WordCell.Figure(_words.Percent(summary.Share!.Value), bold: true)]));
        var weakest = _result.Criteria.Where(summary => nodes[summary.Id] is { Manner: not null, Role: NodeRole.Criterion } && summary.Lost > 0).OrderByDescending(summary => summary.Lost).ThenBy(summary => summary.Id, StringComparer.Ordinal).Take(WeakestCriteria).ToList();
        if (weakest.Count == 0)
            return;
        _document.Paragraph(Say("criteria.weakest", ("list", string.Join("; ", weakest.Take(WeakestNamed).Select(summary => Say("criteria.weakestItem", ("id", summary.Id), ("criterion", nodes[summary.Id].Title),
            ("lost", _words.Shown(summary.Lost)), ("units", $"{summary.Units - summary.Full}"), ("share", _words.Percent(summary.Share!.Value))))))));
        _document.Table(Say("criteria.weakestTable"), [Text("Mã", "Id"), Text("Tiêu chí", "Criterion"), Text("Căn cứ", "Clause"), Text("Đơn vị mất điểm", "Units"), Text("Điểm mất", "Points lost"), Text("Tỷ lệ đạt", "Share")], [9, 52, 20, 13, 13, 14],
            weakest.Select(summary => (IReadOnlyList<WordCell>)[WordCell.Word(summary.Id), nodes[summary.Id].Title, nodes[summary.Id].Clause, WordCell.Word($"{summary.Units - summary.Full}/{summary.Units}"), WordCell.Figure(_words.Shown(summary.Lost)), WordCell.Figure(_words.Percent(summary.Share!.Value))]));
    }

    private void WriteTargets()
    {
        if (_result.Targets.IsEmpty)
            return;
        Part("heading.targets");
        int Count(TargetVerdict verdict) => _result.Targets.Count(target => target.Verdict == verdict);
        _document.Paragraph(Say("targets.summary", ("targets", $"{_result.Targets.Length}"), ("met", $"{Count(TargetVerdict.Met)}"), ("notMet", $"{Count(TargetVerdict.NotMet)}"), ("notAssessed", $"{Count(TargetVerdict.NotAssessed)}")));
        _document.Table(Say("targets.table"), [Text("Mã", "Id"), Text("Chỉ tiêu", "Target"), Text("Căn cứ", "Clause"), Text("Yêu cầu", "Required"), Text("Thực hiện", "Achieved"), Text("Kết quả", "Verdict")], [10, 46, 18, 13, 22, 14],
            _result.Targets.Select(target => (IReadOnlyList<WordCell>)[WordCell.Word(target.Id), target.Title + (target.Stretch ? $" ({_words.TargetType(true)})" : ""), target.Clause, WordCell.Word(_words.Required(target.Ceiling, target.Required)),
                WordCell.Word(target.Achieved is { } share ? $"{_words.Percent(share)} ({_words.Exact(target.Numerator)}/{_words.Exact(target.Denominator)})" + (target.Last is { } last ? Text($"; kỳ trước {_words.Percent(last)}", $"; last {_words.Percent(last)}") : "") : "–"), WordCell.Word(_words.Verdict(target.Verdict), bold: true)]));
        var names = _result.Units.Select(unit => (unit.Code, unit.Name)).Concat(_result.OtherUnits.Select(unit => (Code: unit.Id, Name: unit.Label))).ToDictionary(unit => unit.Code, unit => unit.Name, StringComparer.Ordinal);
        foreach (var target in _result.Targets.Where(target => target.Verdict == TargetVerdict.NotMet && target.FailingUnits.Count > 0))
            _document.Paragraph(Say("targets.failing", ("id", target.Id), ("target", target.Title), ("failing", $"{target.FailingUnits.Count}"), ("list", List(target.FailingUnits.Select(code => names.GetValueOrDefault(code, code)).ToList()))));
    }

    private void WriteAppraisal()
    {
        var own = _scored.Where(unit => unit.AppraisalGap is not null).ToList();
        int appraised = _scored.Sum(unit => unit.Nodes.Count(node => node.Appraised is not null));
        if (own.Count == 0 && appraised == 0)
            return;
        Part("heading.appraisal");
        if (own.Count > 0)
        {
            int changed = own.Sum(unit => unit.AppraisalGap!.Changed);
            _document.Paragraph(changed == 0 ? Say("appraisal.none")
                : Say("appraisal.summary", ("changed", $"{changed}"), ("units", $"{own.Count(unit => unit.AppraisalGap!.Changed > 0)}"), ("gap", _words.Difference(own.Sum(unit => unit.AppraisalGap!.Gap)))));
        }
        if (appraised > 0)
            _document.Paragraph(Say("appraisal.corrected", ("appraised", $"{appraised}")));
        if (own.Count > 0)
            _document.Table(Say("appraisal.table"), [Text("Đơn vị", "Unit"), Text("Tự chấm", "Self"), Text("Chính thức, cùng tiêu chí", "Final, same criteria"), Text("Chênh lệch", "Gap"), Text("Số tiêu chí thay đổi", "Criteria changed")], [50, 16, 18, 16, 18],
                Rows(own).Select(unit => (IReadOnlyList<WordCell>)[unit.Name, WordCell.Figure(_words.Shown(unit.AppraisalGap!.Self)), WordCell.Figure(_words.Shown(unit.AppraisalGap.Final)), WordCell.Figure(_words.Difference(unit.AppraisalGap.Gap), bold: true), WordCell.Word($"{unit.AppraisalGap.Changed}/{unit.AppraisalGap.Criteria}")]), Rest(own.Count));
    }

    private void WriteProposals()
    {
        Part("heading.proposals");
        var (highest, lowest) = (Rules.Ratings[0], Rules.Ratings[^1]);
        var best = _scored.Where(unit => unit.Rating == highest.Id).ToList();
        _document.Paragraph(best.Count == 0 ? Say("proposals.none", ("rating", highest.Name))
            : Say("proposals.reward", ("count", $"{best.Count}"), ("rating", highest.Name), ("list", List([.. best.Select(unit => unit.Name)]))));
        var weak = _scored.Where(unit => unit.Rating == lowest.Id).ToList();
        if (weak.Count > 0 && Rules.Ratings.Length > 1)
            _document.Paragraph(Say("proposals.weak", ("rating", lowest.Name), ("list", List([.. weak.Select(unit => unit.Name)]))));
        _document.Paragraph(Text("Trên đây là báo cáo kết quả; kèm theo các phụ lục./.", "The annexes are part of this report./."), WordStyles.Body, keepNext: true);
    }

    private void WriteAnnexes()
    {
        _document.Turn(toLandscape: true);
        Annex(1, "annex.ranking");
        var sections = Rules.Sections.ToList();
        _document.Table(null, [Text("Hạng", "Rank"), Text("Mã", "Code"), Text("Đơn vị", "Unit"), .. sections.Select(section => section.Id), Text("Thưởng", "Bonus"), Text("Trừ", "Deduction"), Text("Tổng", "Score"), Text("Xếp loại", "Rating"), Text("Ghi chú", "Note")],
            [14, 20, 44, .. sections.Select(_ => 14), 20, 14, 15, 22, 34],
            _result.Units.Take(MostRanked).Select(unit => (IReadOnlyList<WordCell>)
            [
                WordCell.Word(unit.RankWithin > 0 ? $"{unit.RankWithin}" : "–"), unit.Code, unit.Name, .. sections.Select(section => WordCell.Figure(PointsOf(unit, section.Id))),
                WordCell.Figure(unit.Bonus is { } bonus ? _words.Shown(bonus) : "–"), WordCell.Figure(unit.Deduction is { } deduction ? _words.Shown(deduction) : "–"),
                WordCell.Figure(unit.ComparableScore is { } score ? _words.Shown(score) : "–", bold: true), WordCell.Word(unit.RatingName), unit.Remark,
            ]), Rest(_result.Units.Count, MostRanked));
        _document.Break();
        Annex(2, "annex.cards");
        var cards = _result.Units.Where(unit => !unit.Nodes.IsEmpty).Take(MostCards).ToList();
        if (cards.Count < _result.Units.Count)
            _document.Paragraph(Say("annex.cardsCut", ("shown", $"{cards.Count}"), ("units", $"{_result.Units.Count}")), WordStyles.Remark);
        foreach (var unit in cards)
            CardDocument.AddTo(_document, _result, unit, level: 3);
        _document.Turn(toLandscape: false);
        Annex(3, "annex.basis");
        _document.Paragraph($"{Text("Bộ tiêu chí", "Rule set")}: {Rules.Id}, {Text("phiên bản", "version")} {Rules.Version}, {Text("năm", "period")} {Rules.Period}.");
        foreach (var basis in Rules.Basis)
            _document.Paragraph($"{basis.Id}: {basis.Label}.");
        foreach (string assumption in Rules.Assumptions)
            _document.Paragraph($"{Text("Giả định", "Assumption")}: {assumption}");
        if (_result.Note is { } note)
            _document.Paragraph(note);
    }

    private void Part(string heading) => _document.Heading(1, $"{Numerals[_part++]}. {Say(heading).ToUpper(CultureInfo.GetCultureInfo("vi-VN"))}");

    private void Annex(int number, string heading) => _document.Heading(1, $"{Text("PHỤ LỤC", "ANNEX")} {number}. {Say(heading)}");

    private static IEnumerable<ResultUnit> Rows(List<ResultUnit> units) => units.Take(MostRows);

    /// <summary>How many rows a long table leaves out; null if none.</summary>
    private string? Rest(int count, int most = MostRows) =>
        count <= most ? null : Text($"… và {count - most} đơn vị nữa, xem ranking.csv.", $"… and {count - most} more units, see ranking.csv.");

    private string PointsOf(ResultUnit unit, string node) =>
        unit.HasScore && unit.Nodes.FirstOrDefault(points => points.Id == node) is { } points
            && (points.Counts || points.State != CellState.NotApplicable) ? _words.Shown(points.Points) : "–";

    private static decimal Score(ResultUnit unit) => unit.ComparableScore!.Value;

    private string List(List<string> names) => string.Join("; ", names.Take(MostListed)) + (names.Count > MostListed ? Text($"; và {names.Count - MostListed} đơn vị khác", $"; and {names.Count - MostListed} others") : "");

    private string Say(string key, params ReadOnlySpan<(string Name, string Value)> figures) => _sentences.Get(key, figures);

    private string Text(string vi, string en) => _words.Text(vi, en);
}
