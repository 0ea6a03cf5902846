using DanVan.Scoring.Diagnostics;
using DanVan.Scoring.Reports.Charts;
using DanVan.Scoring.Reports.Office;
using DanVan.Scoring.Reports.Plotting;

namespace DanVan.Scoring.Reports.Word;

/// <summary>
/// Writes <c>report.docx</c>: the summary report in the form of an official document, with tables, charts that Word
/// draws, and annexes. Every figure is one of the result; sentences come from templates (<see cref="Sentences"/>).
/// </summary>
public sealed partial class ReportDocument
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
    private readonly ResultPictures _pictures;
    private readonly NativeCharts _charts;
    private readonly WordDocument _document;
    private readonly List<ResultUnit> _scored;
    private int _part;

    private ReportDocument(Result result, ReportOptions options, ResultPictures pictures)
    {
        _result = result;
        _options = options;
        _words = ResultWords.Of(result);
        _sentences = options.Sentences ?? Sentences.Default(result.Language);
        _pictures = pictures;
        _charts = new NativeCharts(result, pictures.Charts);
        _document = new WordDocument(_words, options.Template);
        _scored = [.. result.Scored];
    }

    private ResultRules Rules => _result.RuleSet;

    /// <summary>Writes the report.</summary>
    /// <param name="stream">Takes the bytes; left open.</param>
    /// <param name="result">The result.</param>
    /// <param name="options">What the document needs to know beyond it.</param>
    /// <param name="pictures">Its charts; null to make them.</param>
    public static void Write(Stream stream, Result result, ReportOptions? options = null, ResultPictures? pictures = null)
    {
        ArgumentNullException.ThrowIfNull(result);
        var report = new ReportDocument(result, options ?? new ReportOptions(), pictures ?? new ResultPictures(result, new ChartRequest()));
        report.WriteReport();
        var end = report._document.Last!;
        report.WriteAnnexes();
        report._document.InsertContents(end, report.Text("MỤC LỤC", "CONTENTS"));
        report._document.Write(stream);
    }

    private void WriteReport()
    {
        var frame = new OfficialHead(_result, _words, _document);
        string title = Rules.Title;
        if (title.Length > 1 && char.IsUpper(title[0]) && char.IsLower(title[1]))
            title = char.ToLowerInvariant(title[0]) + title[1..];
        frame.AddHead(_options, Text("BÁO CÁO", "REPORT"), Say("subject", ("title", title)));
        foreach (var basis in Rules.Basis)
            _document.Paragraph(Say("basis", ("document", basis.Label)), WordStyles.Remark);
        Tell("opening", ("issuer", Rules.Issuer ?? Text("Cơ quan chấm điểm", "The office")));
        WriteRollout();
        WriteOverall();
        WriteGroups();
        WriteCriteria();
        WriteTargets();
        WriteAppraisal();
        WriteProposals();
        frame.AddFoot();
    }

    private void WriteRollout()
    {
        Part("heading.rollout");
        WriteReceipts();
        var without = _result.Units.Where(unit => !unit.HasScore).ToList();
        Tell(without.Count == 0 ? "rollout.all" : "rollout.units",
            ("period", Rules.Period), ("units", _result.Units.Count), ("scored", _scored.Count), ("unscored", without.Count));
        if (without.Count > 0)
            _document.Table(Say("rollout.table"),
                [("TT", "No.", 6), ("Đơn vị", "Unit", 40), ("Khối", "Group", 30), ("Lý do", "Reason", 40)],
                [.. without.Index()], row => [row.Index + 1, row.Item.Name, _result.GroupOf(row.Item), row.Item.Remark], MostRows);
        int errors = CountOf(Severity.Error), warnings = CountOf(Severity.Warning);
        if (errors + warnings > 0)
            Tell("rollout.findings", ("errors", errors), ("warnings", warnings));
        if (_result.Note is { } note)
            Tell("note.data", ("note", note));
        if (Rules.Assumptions.Length > 0)
            Tell("note.assumed");

        int CountOf(Severity severity) => _result.Diagnostics.Count(finding => finding.Severity == severity);
    }

    private void WriteReceipts()
    {
        var receipts = _result.Receipts;
        if (receipts.IsEmpty)
            return;
        int missing = receipts.Count(receipt => receipt.Date is null), late = receipts.Count(receipt => receipt.DaysLate > 0);
        Tell("rollout.receipts", ("received", receipts.Length - missing - late), ("late", late), ("missing", missing));
        var open = receipts.Where(receipt => receipt.State != Text("đã nhận", "received")).ToList();
        if (open.Count > 0)
            _document.Table(Say("rollout.receiptsTable"),
                [("Đơn vị", "Unit", 50), ("Tình trạng", "State", 26), ("Ngày gửi", "Date sent", 18), ("Số ngày muộn", "Days late", 14)],
                open,
                receipt =>
                [
                    receipt.Name.Length == 0 ? receipt.Code : receipt.Name, receipt.State,
                    WordCell.Word(receipt.Date is { } date ? Values.ValueText.Date(date, _words.Language) : "–"),
                    WordCell.Word(receipt.DaysLate > 0 ? $"{receipt.DaysLate}" : "–"),
                ],
                MostRows);
    }

    private void WriteAppraisal()
    {
        var own = _scored.Where(unit => unit.AppraisalGap is not null).ToList();
        int appraised = _result.Appraised;
        if (own.Count == 0 && appraised == 0)
            return;
        Part("heading.appraisal");
        int changed = own.Sum(unit => unit.AppraisalGap!.Changed);
        if (own.Count > 0)
            Tell(changed == 0 ? "appraisal.none" : "appraisal.summary", ("changed", changed),
                ("units", own.Count(unit => unit.AppraisalGap!.Changed > 0)),
                ("gap", _words.Difference(own.Sum(unit => unit.AppraisalGap!.Gap))));
        if (appraised > 0)
            Tell("appraisal.corrected", ("appraised", appraised));
        if (own.Count > 0)
            _document.Table(Say("appraisal.table"),
                [
                    ("Đơn vị", "Unit", 50), ("Tự chấm", "Self", 16), ("Chính thức, cùng tiêu chí", "Final, same criteria", 18),
                    ("Chênh lệch", "Gap", 16), ("Số tiêu chí thay đổi", "Criteria changed", 18),
                ],
                own.Select(unit => (unit.Name, Gap: unit.AppraisalGap!)).ToList(),
                unit =>
                [
                    unit.Name, Points(unit.Gap.Self), Points(unit.Gap.Final), WordCell.Figure(_words.Difference(unit.Gap.Gap), bold: true),
                    WordCell.Word($"{unit.Gap.Changed}/{unit.Gap.Criteria}"),
                ],
                MostRows);
    }

    private void WriteProposals()
    {
        Part("heading.proposals");
        var (highest, lowest) = (Rules.Ratings[0], Rules.Ratings[^1]);
        var best = NamesOf(highest);
        Tell(best.Count == 0 ? "proposals.none" : "proposals.reward",
            ("count", best.Count), ("rating", highest.Name), ("list", List(best)));
        var weak = NamesOf(lowest);
        if (weak.Count > 0 && Rules.Ratings.Length > 1)
            Tell("proposals.weak", ("rating", lowest.Name), ("list", List(weak)));
        _document.Paragraph(
            Text("Trên đây là báo cáo kết quả; kèm theo các phụ lục./.", "The annexes are part of this report./."), keepNext: true);

        List<string> NamesOf(ResultRating rating) => [.. _scored.Where(unit => unit.Rating == rating.Id).Select(unit => unit.Name)];
    }

    private void WriteAnnexes()
    {
        _document.Turn(toLandscape: true);
        Annex(1, "annex.ranking");
        var sections = Rules.Sections.Select(section => (section.Id, Position: Rules.Nodes.IndexOf(section))).ToList();
        _document.Table(null,
            [
                ("Hạng", "Rank", 14), ("Mã", "Code", 20), ("Đơn vị", "Unit", 44),
                .. sections.Select(section => (section.Id, section.Id, 14)),
                ("Thưởng", "Bonus", 20), ("Trừ", "Deduction", 14), ("Tổng", "Score", 15), ("Xếp loại", "Rating", 22),
                ("Ghi chú", "Note", 34),
            ],
            _result.Units,
            unit =>
            [
                WordCell.Word(unit.Rank()), unit.Code, unit.Name,
                .. sections.Select(section => Points(unit.HasScore ? _result.PointsOf(unit, section.Position) : null)),
                Points(unit.Bonus), Points(unit.Deduction), Points(unit.ComparableScore) with { Bold = true },
                WordCell.Word(unit.RatingName), unit.Remark,
            ],
            MostRanked);
        _document.Break();
        Annex(2, "annex.cards");
        var cards = _result.Units.Where(unit => !unit.Nodes.IsEmpty).Take(MostCards).ToList();
        if (cards.Count < _result.Units.Count)
            _document.Paragraph(Say("annex.cardsCut", ("shown", cards.Count), ("units", _result.Units.Count)), WordStyles.Remark);
        foreach (var unit in cards)
            CardDocument.AddTo(_document, _result, _words, unit);
        _document.Turn(toLandscape: false);
        Annex(3, "annex.basis");
        _document.Paragraph(
            $"{Text("Bộ tiêu chí", "Rule set")}: {Rules.Id}, {Text("phiên bản", "version")} {Rules.Version}, "
            + $"{Text("năm", "period")} {Rules.Period}.");
        foreach (var basis in Rules.Basis)
            _document.Paragraph($"{basis.Id}: {basis.Label}.");
        foreach (string assumption in Rules.Assumptions)
            _document.Paragraph($"{Text("Giả định", "Assumption")}: {assumption}");
        if (_result.Note is { } note)
            _document.Paragraph(note);
    }

    private void Part(string heading) => _document.Heading(1, $"{Numerals[_part++]}. {Say(heading).ToUpper(WordDocument.Vietnamese)}");

    private void Annex(int number, string heading) => _document.Heading(1, $"{Text("PHỤ LỤC", "ANNEX")} {number}. {Say(heading)}");

    private static decimal Score(ResultUnit unit) => unit.ComparableScore!.Value;

    private WordCell Points(decimal? points) => WordCell.Figure(_words.Points(points));

    private string List(IReadOnlyCollection<string> names) => string.Join("; ", names.Take(MostListed))
        + (names.Count > MostListed
            ? Text($"; và {names.Count - MostListed} đơn vị khác", $"; and {names.Count - MostListed} others") : "");

    private void Tell(string key, params ReadOnlySpan<(string Name, object Value)> figures) => _document.Paragraph(Say(key, figures));

    /// <summary>A sentence with its figures: texts and counts as they are, points with the digits that are shown.</summary>
    private string Say(string key, params ReadOnlySpan<(string Name, object Value)> figures) => _sentences.Get(key,
        [.. figures.ToArray().Select(figure => (figure.Name, figure.Value is decimal points ? _words.Shown(points) : $"{figure.Value}"))]);

    private string Text(string vi, string en) => _words.Text(vi, en);
}
