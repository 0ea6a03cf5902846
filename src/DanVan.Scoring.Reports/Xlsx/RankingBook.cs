using DanVan.Scoring.Files.Workbooks;
using DanVan.Scoring.Reports.Office;
using DanVan.Scoring.Results;
using DanVan.Scoring.Rules;
using DanVan.Scoring.Values;
using static DanVan.Scoring.Files.Workbooks.CellLook;
using static DanVan.Scoring.Reports.Xlsx.RankingLooks;

namespace DanVan.Scoring.Reports.Xlsx;

/// <summary>
/// Writes <c>ranking.xlsx</c>: ranking, scorecards, targets, charts, findings and what it rests on. Points of sections
/// and totals are formulas over the scorecards, so that an inspector can follow them; each holds the value of the
/// evaluation. The same result gives the same bytes.
/// </summary>
public sealed partial class RankingBook
{
    /// <summary>Most units whose scorecards are in the workbook; the totals of others are plain values.</summary>
    public const int MostCards = 2_000;

    private const uint HeaderRow = 4;
    private const int NameColumn = 4;
    private const int FirstSection = 6;

    private readonly Result _result;
    private readonly ResultWords _words;
    private readonly List<ResultCriterion> _sections;
    private readonly List<ResultCriterion> _bonuses;
    private readonly List<ResultCriterion> _deductions;
    private readonly ILookup<string, ResultCriterion> _children;
    private readonly List<ResultUnit> _cards;
    private readonly CardRows _rows;
    private readonly NativeCharts _charts;

    private RankingBook(Result result)
    {
        _result = result;
        _words = ResultWords.Of(result);
        var top = result.RuleSet.Nodes.Where(node => node.Parent is null).ToList();
        _sections = [.. result.RuleSet.Sections];
        _bonuses = [.. top.Where(node => node.Role == NodeRole.Bonus)];
        _deductions = [.. top.Where(node => node.Role == NodeRole.Deduction)];
        _children = result.RuleSet.Nodes.Where(node => node.Parent is not null).ToLookup(node => node.Parent!, StringComparer.Ordinal);
        _cards = [.. result.Units.Take(MostCards).Where(unit => !unit.Nodes.IsEmpty)];
        _rows = new CardRows(_cards, CardSheet);
        _charts = new NativeCharts(result);
    }

    private ResultRules Rules => _result.RuleSet;

    private string RankingSheet => Text("Xếp hạng", "Ranking");

    private string CardSheet => Text("Phiếu điểm", "Scorecards");

    private int BonusColumn => FirstSection + _sections.Count;

    private int ScaleColumn => BonusColumn + 2;

    private int ScoreColumn => BonusColumn + 3;

    private int FullScaleColumn => BonusColumn + 4;

    private int RatingColumn => BonusColumn + 6;

    /// <summary>Writes the workbook.</summary>
    public static void Write(Stream stream, Result result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var ranking = new RankingBook(result);
        BookWriter.Write(stream, All(result.RuleSet.Digits, result.RuleSet.Ratings.Length), book =>
        {
            ranking.WriteRanking(book);
            ranking.WriteCards(book);
            ranking.WriteTargets(book);
            ranking.WriteCharts(book);
            ranking.WriteFindings(book);
            ranking.WriteAbout(book);
        });
    }

    private void WriteRanking(BookWriter book)
    {
        bool hasGaps = _result.Units.Any(unit => unit.AppraisalGap is not null);
        bool hasPrevious = _result.Units.Any(unit => unit.Previous is not null || unit.PreviousMerged);
        var sheet = book.Add(RankingSheet,
        [
            18, 7, 7, 12, 32, 18, .. _sections.Select(_ => 8.5), 8.5, 8.5, 8.5, 9, 9, 11, 13, 28,
            .. hasGaps ? new double[] { 10, 12, 10 } : [], .. hasPrevious ? new double[] { 10, 10, 9, 9, 16 } : [],
        ], HeaderRow, frozenColumns: 5);
        string scale = _words.Exact(Rules.Scale);
        Titles(sheet, Rules.Title, Text($"Điểm trên thang {scale}; điểm từng mục và tổng điểm là công thức lấy từ trang '{CardSheet}'.",
            $"Score out of {scale}; points of sections and totals are formulas over sheet '{CardSheet}'."));
        sheet.Headers(
        [
            Text("Khối", "Group"), Text("Hạng trong khối", "Rank in group"), Text("Hạng chung", "Overall rank"),
            Text("Mã đơn vị", "Unit code"), Text("Tên đơn vị", "Unit"), Text("Loại đơn vị", "Kind"),
            .. _sections.Select(section => $"{section.Id} ({_words.Exact(section.MaxPoints)})"),
            Text("Điểm thưởng", "Bonuses"), Text("Điểm trừ", "Deductions"), Text("Thang điểm áp dụng", "Applicable scale"),
            Text("Tổng điểm", "Score"), Text("Điểm trên thang đầy đủ", "Score on full scale"),
            Text("Xếp loại theo điểm", "Rating by score"), Text("Xếp loại", "Rating"), Text("Ghi chú", "Note"),
            .. hasGaps
                ? [Text("Tự chấm", "Self-score"), Text("Chính thức, cùng tiêu chí", "Final, same criteria"), Text("Chênh lệch", "Gap")]
                : Array.Empty<string>(),
            .. hasPrevious
                ? [
                    Text("Điểm kỳ trước", "Last score"), Text("Tăng giảm", "Change"), Text("Hạng kỳ trước", "Last rank"),
                    Text("Tăng giảm hạng", "Places risen"), Text("Xếp loại kỳ trước", "Last rating"),
                ]
                : Array.Empty<string>(),
        ]);
        var kinds = Rules.UnitKinds.ToDictionary(kind => kind.Id, kind => kind.Label, StringComparer.Ordinal);
        var ratings = Rules.Ratings.ToDictionary(rating => rating.Id, rating => rating.Name, StringComparer.Ordinal);
        foreach (var (index, unit) in _result.Units.Index())
        {
            sheet.StartRow().Text(_result.GroupOf(unit)).Number(Rank(unit.RankWithin), Whole).Number(Rank(unit.RankOverall), Whole)
                .Text(unit.Code).Text(unit.Name, BoldText).Text(kinds.GetValueOrDefault(unit.Kind, unit.Kind));
            WriteTotals(sheet, unit, hasCard: index < MostCards && !unit.Nodes.IsEmpty);
            sheet.Text(unit.Band is null ? null : ratings[unit.Band], Centre).Text(unit.RatingName, Centre).Text(unit.Remark);
            if (hasGaps)
                sheet.Number(unit.AppraisalGap?.Self, Points).Number(unit.AppraisalGap?.Final, Points)
                    .Number(unit.AppraisalGap?.Gap, Points);
            if (hasPrevious)
                sheet.Number(unit.Previous?.Score, Points).Number(unit.ComparableScore - unit.Previous?.Score, Points)
                    .Number(Rank(unit.Previous?.RankWithin), Whole).Number(Rank(unit.Previous?.RankWithin) - Rank(unit.RankWithin), Whole)
                    .Text(unit.Previous?.Rating ?? (unit.PreviousMerged ? _words.NotComparable : null));
        }
        sheet.ColorBy(RatingColumn, Rules.Ratings.Select(rating => rating.Name));
    }

    private static int? Rank(int? rank) => rank > 0 ? rank : null;

    /// <summary>Sections, bonuses, deductions, scale and score: formulas over the scorecard where there is one.</summary>
    private void WriteTotals(SheetWriter sheet, ResultUnit unit, bool hasCard)
    {
        if (!unit.HasScore || !hasCard)
        {
            foreach (var _ in _sections)
                sheet.Number(null, Points);
            sheet.Number(unit.Bonus, Points).Number(unit.Deduction, Points).Number(unit.ApplicableScale, Points)
                .Number(unit.Score, BoldPoints).Number(unit.ComparableScore, Points);
            return;
        }
        foreach (var section in _sections)
        {
            var points = unit.Nodes.Single(node => node.Id == section.Id);
            if (points.State == CellState.NotApplicable && points.Points == 0)
                sheet.Number(null, Points);
            else
                sheet.Formula(_rows.Final(unit, section.Id), points.Points, Points);
        }
        sheet.Formula(Sum(_bonuses.Select(node => _rows.Final(unit, node.Id))), unit.Bonus!.Value, Points)
            .Formula(Sum(_deductions.Select(node => _rows.Final(unit, node.Id))), unit.Deduction!.Value, Points)
            .Formula(Sum(_sections.Select(node => _rows.Max(unit, node.Id))), unit.ApplicableScale!.Value, Points);
        string earned = $"SUM({sheet.At(FirstSection)}:{sheet.At(BonusColumn - 1)})", applicable = sheet.At(ScaleColumn);
        string scale = OfficeText.Number(Rules.Scale);
        string beyond = Sum(_bonuses.Where(node => node.BeyondScale).Select(node => _rows.Final(unit, node.Id)));
        string added = $"{sheet.At(BonusColumn)}-{beyond}+{sheet.At(BonusColumn + 1)}";
        string full = $"MAX(0,MIN({earned}*{scale}/{applicable}+{added},{scale})+{beyond})";
        bool isShorter = Rules.NotApplicable == NotApplicableRule.Shorten;
        sheet.Formula(isShorter ? $"MAX(0,MIN({earned}+{added},{applicable})+{beyond})" : full, unit.Score!.Value, BoldPoints)
            .Formula(isShorter ? full : sheet.At(ScoreColumn), unit.ComparableScore!.Value, Points);
    }

    private static string Sum(IEnumerable<string> cells) => cells.ToList() is { Count: > 0 } all ? $"SUM({string.Join(',', all)})" : "0";

    private void Titles(SheetWriter sheet, string title, string remark)
    {
        sheet.StartRow().Text(title, Title);
        sheet.StartRow().Text($"{Rules.Id} {Rules.Version}. {remark}{(_result.Note is null ? "" : " " + _result.Note)}", Remark);
        if (Rules.Assumptions.Length > 0)
            sheet.StartRow().Text(
                Text("Bộ tiêu chí có giả định, xem trang cuối.", "The rule set rests on assumptions, see the last sheet."), Remark);
    }

    private string Text(string vi, string en) => _words.Text(vi, en);
}
