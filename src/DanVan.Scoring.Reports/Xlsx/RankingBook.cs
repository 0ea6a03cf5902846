using DanVan.Scoring.Files.Workbooks;
using DanVan.Scoring.Reports.Charts;
using DanVan.Scoring.Reports.Office;
using DanVan.Scoring.Reports.Plotting;
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

    private readonly BookWriter _book;
    private readonly Result _result;
    private readonly ResultWords _words;
    private readonly List<ResultCriterion> _sections;
    private readonly List<ResultCriterion> _bonuses;
    private readonly List<ResultCriterion> _deductions;
    private readonly ILookup<string, ResultCriterion> _children;
    private readonly List<ResultUnit> _cards;
    private readonly CardRows _rows;
    private readonly NativeCharts _charts;

    private static readonly (string Vi, string En, double Width)[]
        GapColumns = [("Tự chấm", "Self-score", 10), ("Chính thức, cùng tiêu chí", "Final, same criteria", 12), ("Chênh lệch", "Gap", 10)],
        PreviousColumns =
        [
            ("Điểm kỳ trước", "Last score", 10), ("Tăng giảm", "Change", 10), ("Hạng kỳ trước", "Last rank", 9),
            ("Tăng giảm hạng", "Places risen", 9), ("Xếp loại kỳ trước", "Last rating", 16),
        ];

    private RankingBook(BookWriter book, Result result, IEnumerable<Chart> charts)
    {
        _book = book;
        _result = result;
        _words = ResultWords.Of(result);
        _sections = [.. Rules.Sections];
        _bonuses = [.. Rules.Nodes.Where(node => node is { Parent: null, Role: NodeRole.Bonus })];
        _deductions = [.. Rules.Nodes.Where(node => node is { Parent: null, Role: NodeRole.Deduction })];
        _children = Rules.Nodes.Where(node => node.Parent is not null).ToLookup(node => node.Parent!, StringComparer.Ordinal);
        _cards = [.. result.Units.Take(MostCards).Where(unit => !unit.Nodes.IsEmpty)];
        _rows = new CardRows(_cards, CardSheet);
        _charts = new NativeCharts(result, charts);
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
    /// <param name="stream">Takes the bytes; left open.</param>
    /// <param name="result">The result.</param>
    /// <param name="pictures">Its charts; null to make them.</param>
    public static void Write(Stream stream, Result result, ResultPictures? pictures = null)
    {
        ArgumentNullException.ThrowIfNull(result);
        var charts = (pictures ?? new ResultPictures(result, new ChartRequest())).Charts;
        BookWriter.Write(stream, All(result.RuleSet.Digits, result.RuleSet.Ratings), book => new RankingBook(book, result, charts).Write());
    }

    private void Write()
    {
        WriteRanking();
        WriteCards();
        WriteTargets();
        WriteCharts();
        WriteFindings();
        WriteAbout();
    }

    private void WriteRanking()
    {
        bool hasGaps = _result.Units.Any(unit => unit.AppraisalGap is not null);
        bool hasPrevious = _result.Units.Any(unit => unit.Previous is not null || unit.PreviousMerged);
        string scale = _words.Exact(Rules.Scale);
        var sheet = AddSheet(
            RankingSheet,
            Titles(Rules.Title, Text($"Điểm trên thang {scale}; điểm từng mục và tổng điểm là công thức lấy từ trang '{CardSheet}'.",
                $"Score out of {scale}; points of sections and totals are formulas over sheet '{CardSheet}'.")),
            [
                ("Khối", "Group", 18), ("Hạng trong khối", "Rank in group", 7), ("Hạng chung", "Overall rank", 7),
                ("Mã đơn vị", "Unit code", 12), ("Tên đơn vị", "Unit", 32), ("Loại đơn vị", "Kind", 18),
                .. _sections.Select(section => $"{section.Id} ({_words.Exact(section.MaxPoints)})").Select(head => (head, head, 8.5)),
                ("Điểm thưởng", "Bonuses", 8.5), ("Điểm trừ", "Deductions", 8.5), ("Thang điểm áp dụng", "Applicable scale", 8.5),
                ("Tổng điểm", "Score", 9), ("Điểm trên thang đầy đủ", "Score on full scale", 9),
                ("Xếp loại theo điểm", "Rating by score", 11), ("Xếp loại", "Rating", 13), ("Ghi chú", "Note", 28), .. hasGaps ? GapColumns : [], .. hasPrevious ? PreviousColumns : [],
            ],
            frozenColumns: 5);
        var ratings = Rules.Ratings.ToDictionary(rating => rating.Id, rating => rating.Name, StringComparer.Ordinal);
        foreach (var (index, unit) in _result.Units.Index())
        {
            sheet.StartRow().Text(_result.GroupOf(unit)).Number(Rank(unit.RankWithin), Whole).Number(Rank(unit.RankOverall), Whole)
                .Text(unit.Code).Text(unit.Name, BoldText).Text(_result.KindOf(unit));
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
                sheet.Formula(_rows.CellOf(unit, section, CardRows.FinalColumn), points.Points, Points);
        }
        string Total(IEnumerable<ResultCriterion> nodes, int column = CardRows.FinalColumn) =>
            Sum(nodes.Select(node => _rows.CellOf(unit, node, column)));
        sheet.Formula(Total(_bonuses), unit.Bonus!.Value, Points).Formula(Total(_deductions), unit.Deduction!.Value, Points)
            .Formula(Total(_sections, CardRows.MaxColumn), unit.ApplicableScale!.Value, Points);
        string earned = $"SUM({sheet.At(FirstSection)}:{sheet.At(BonusColumn - 1)})", applicable = sheet.At(ScaleColumn);
        string scale = OfficeText.Number(Rules.Scale);
        string beyond = Total(_bonuses.Where(node => node.BeyondScale));
        string added = $"{sheet.At(BonusColumn)}-{beyond}+{sheet.At(BonusColumn + 1)}";
        string full = $"MAX(0,MIN({earned}*{scale}/{applicable}+{added},{scale})+{beyond})";
        bool isShorter = Rules.NotApplicable == NotApplicableRule.Shorten;
        sheet.Formula(isShorter ? $"MAX(0,MIN({earned}+{added},{applicable})+{beyond})" : full, unit.Score!.Value, BoldPoints)
            .Formula(isShorter ? full : sheet.At(ScoreColumn), unit.ComparableScore!.Value, Points);
    }

    private static string Sum(IEnumerable<string> cells) => cells.ToList() is { Count: > 0 } all ? $"SUM({string.Join(',', all)})" : "0";

    /// <summary>Adds a sheet with its titles and headers.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="titles">Lines above the headers.</param>
    /// <param name="columns">Headers in both languages, and widths.</param>
    /// <param name="headerRow">Row of the headers.</param>
    /// <param name="frozenColumns">Columns that stay in sight.</param>
    private SheetWriter AddSheet(
        string name, IEnumerable<(string Text, CellLook Look)> titles, (string Vi, string En, double Width)[] columns,
        uint headerRow = HeaderRow, int frozenColumns = 0)
    {
        var sheet = _book.Add(name, [.. columns.Select(column => column.Width)], headerRow, frozenColumns);
        foreach (var (text, look) in titles)
            sheet.StartRow().Text(text, look);
        sheet.Headers(columns.Select(column => Text(column.Vi, column.En)));
        return sheet;
    }

    private IEnumerable<(string Text, CellLook Look)> Titles(string title, string remark)
    {
        yield return (title, Title);
        yield return ($"{Rules.Id} {Rules.Version}. {remark}{(_result.Note is null ? "" : " " + _result.Note)}", Remark);
        if (Rules.Assumptions.Length > 0)
            yield return (
                Text("Bộ tiêu chí có giả định, xem trang cuối.", "The rule set rests on assumptions, see the last sheet."), Remark);
    }

    private string Text(string vi, string en) => _words.Text(vi, en);
}
