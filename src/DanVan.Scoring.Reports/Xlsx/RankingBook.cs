using System.Globalization;
using DanVan.Scoring.Reports.Office;
using DanVan.Scoring.Results;
using DanVan.Scoring.Rules;
using DanVan.Scoring.Values;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

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
        using var package = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(package, SpreadsheetDocumentType.Workbook))
            new RankingBook(result).Write(document);
        StablePackage.Write(package, stream);
    }

    private void Write(SpreadsheetDocument document)
    {
        var workbook = document.AddWorkbookPart();
        document.ChangeIdOfPart(workbook, "rIdWorkbook");
        workbook.AddNewPart<WorkbookStylesPart>("rIdStyles").Stylesheet = BookStyles.Create(Rules.Digits, Rules.Ratings.Length);
        var list = new Sheets();
        var names = new DefinedNames();
        foreach (var (index, (name, write)) in new (string, Func<WorksheetPart, string, BookSheet>)[]
        {
            (RankingSheet, WriteRanking), (CardSheet, WriteCards), (Text("Chỉ tiêu", "Targets"), WriteTargets), (Text("Biểu đồ", "Charts"), WriteCharts),
            (Text("Cảnh báo", "Findings"), WriteFindings), (Text("Căn cứ", "About"), WriteAbout),
        }.Index())
        {
            string id = string.Create(CultureInfo.InvariantCulture, $"rId{index + 1}");
            list.Append(new Sheet { Name = name, SheetId = (uint)index + 1, Id = id });
            using var sheet = write(workbook.AddNewPart<WorksheetPart>(id), name);
            if (sheet.FilterRange is { } filter)
                names.Append(new DefinedName(filter) { Name = "_xlnm._FilterDatabase", LocalSheetId = (uint)index, Hidden = true });
            if (sheet.PrintTitles is { } titles)
                names.Append(new DefinedName(titles) { Name = "_xlnm.Print_Titles", LocalSheetId = (uint)index });
        }
        workbook.Workbook = new Workbook(new BookViews(new WorkbookView()), list, names);
    }

    private BookSheet WriteRanking(WorksheetPart part, string name)
    {
        bool hasGaps = _result.Units.Any(unit => unit.AppraisalGap is not null), hasPrevious = _result.Units.Any(unit => unit.Previous is not null || unit.PreviousMerged);
        var sheet = new BookSheet(part, name,
        [
            18, 7, 7, 12, 32, 18, .. _sections.Select(_ => 8.5), 8.5, 8.5, 8.5, 9, 9, 11, 13, 28,
            .. hasGaps ? new double[] { 10, 12, 10 } : [], .. hasPrevious ? new double[] { 10, 10, 9, 9, 16 } : [],
        ], HeaderRow, frozenColumns: 5);
        Titles(sheet, Rules.Title, Text($"Điểm trên thang {_words.Exact(Rules.Scale)}; điểm từng mục và tổng điểm là công thức lấy từ trang '{CardSheet}'.",
            $"Score out of {_words.Exact(Rules.Scale)}; points of sections and totals are formulas over sheet '{CardSheet}'."));
        sheet.SkipTo(HeaderRow);
        sheet.StartRow().Headers(
        [
            Text("Khối", "Group"), Text("Hạng trong khối", "Rank in group"), Text("Hạng chung", "Overall rank"), Text("Mã đơn vị", "Unit code"), Text("Tên đơn vị", "Unit"), Text("Loại đơn vị", "Kind"),
            .. _sections.Select(section => $"{section.Id} ({_words.Exact(section.MaxPoints)})"),
            Text("Điểm thưởng", "Bonuses"), Text("Điểm trừ", "Deductions"), Text("Thang điểm áp dụng", "Applicable scale"), Text("Tổng điểm", "Score"), Text("Điểm trên thang đầy đủ", "Score on full scale"),
            Text("Xếp loại theo điểm", "Rating by score"), Text("Xếp loại", "Rating"), Text("Ghi chú", "Note"),
            .. hasGaps ? [Text("Tự chấm", "Self-score"), Text("Chính thức, cùng tiêu chí", "Final, same criteria"), Text("Chênh lệch", "Gap")] : Array.Empty<string>(),
            .. hasPrevious ? [Text("Điểm kỳ trước", "Last score"), Text("Tăng giảm", "Change"), Text("Hạng kỳ trước", "Last rank"), Text("Tăng giảm hạng", "Places risen"), Text("Xếp loại kỳ trước", "Last rating")] : Array.Empty<string>(),
        ]);
        var kinds = Rules.UnitKinds.ToDictionary(kind => kind.Id, kind => kind.Label, StringComparer.Ordinal);
        var ratings = Rules.Ratings.ToDictionary(rating => rating.Id, rating => rating.Name, StringComparer.Ordinal);
        foreach (var (index, unit) in _result.Units.Index())
        {
            sheet.StartRow().Text(0, _result.GroupOf(unit), BookStyle.Text)
                .Number(1, unit.RankWithin > 0 ? unit.RankWithin : null, BookStyle.Whole).Number(2, unit.RankOverall > 0 ? unit.RankOverall : null, BookStyle.Whole)
                .Text(3, unit.Code, BookStyle.Text).Text(4, unit.Name, BookStyle.BoldText).Text(5, kinds.GetValueOrDefault(unit.Kind, unit.Kind), BookStyle.Text);
            WriteTotals(sheet, unit, hasCard: index < MostCards && !unit.Nodes.IsEmpty);
            sheet.Text(RatingColumn - 1, unit.Band is null ? null : ratings[unit.Band], BookStyle.Centre).Text(RatingColumn, unit.RatingName, BookStyle.Centre).Text(RatingColumn + 1, unit.Remark, BookStyle.Text);
            int column = RatingColumn + 2;
            if (hasGaps)
            {
                sheet.Number(column, unit.AppraisalGap?.Self, BookStyle.Points).Number(column + 1, unit.AppraisalGap?.Final, BookStyle.Points).Number(column + 2, unit.AppraisalGap?.Gap, BookStyle.Points);
                column += 3;
            }
            if (hasPrevious)
                WritePrevious(sheet, unit, column);
        }
        sheet.ColorBy(RatingColumn, [.. Rules.Ratings.Select(rating => rating.Name)], sheet.RowNumber);
        sheet.Close();
        return sheet;
    }

    private void WritePrevious(BookSheet sheet, ResultUnit unit, int column)
    {
        var previous = unit.Previous;
        sheet.Number(column, previous?.Score, BookStyle.Points).Number(column + 1, unit.ComparableScore - previous?.Score, BookStyle.Points)
            .Number(column + 2, previous is { RankWithin: > 0 } ? previous.RankWithin : null, BookStyle.Whole)
            .Number(column + 3, previous is { RankWithin: > 0 } && unit.RankWithin > 0 ? previous.RankWithin - unit.RankWithin : null, BookStyle.Whole)
            .Text(column + 4, previous?.Rating ?? (unit.PreviousMerged ? _words.NotComparable : null), BookStyle.Text);
    }

    /// <summary>Sections, bonuses, deductions, scale and score: formulas over the scorecard where there is one.</summary>
    private void WriteTotals(BookSheet sheet, ResultUnit unit, bool hasCard)
    {
        if (!unit.HasScore || !hasCard)
        {
            foreach (var (index, _) in _sections.Index())
                sheet.Number(FirstSection + index, null, BookStyle.Points);
            sheet.Number(BonusColumn, unit.Bonus, BookStyle.Points).Number(BonusColumn + 1, unit.Deduction, BookStyle.Points).Number(ScaleColumn, unit.ApplicableScale, BookStyle.Points)
                .Number(ScoreColumn, unit.Score, BookStyle.BoldPoints).Number(FullScaleColumn, unit.ComparableScore, BookStyle.Points);
            return;
        }
        foreach (var (index, section) in _sections.Index())
        {
            var points = unit.Nodes.Single(node => node.Id == section.Id);
            if (points.State == CellState.NotApplicable && points.Points == 0)
                sheet.Text(FirstSection + index, null, BookStyle.Points);
            else
                sheet.Formula(FirstSection + index, _rows.Final(unit, section.Id), points.Points, BookStyle.Points);
        }
        uint row = sheet.RowNumber;
        sheet.Formula(BonusColumn, Sum(_bonuses.Select(node => _rows.Final(unit, node.Id))), unit.Bonus!.Value, BookStyle.Points)
            .Formula(BonusColumn + 1, Sum(_deductions.Select(node => _rows.Final(unit, node.Id))), unit.Deduction!.Value, BookStyle.Points)
            .Formula(ScaleColumn, Sum(_sections.Select(node => _rows.Max(unit, node.Id))), unit.ApplicableScale!.Value, BookStyle.Points);
        string earned = $"SUM({CellAddress.Of(FirstSection, row)}:{CellAddress.Of(BonusColumn - 1, row)})", applicable = CellAddress.Of(ScaleColumn, row);
        string scale = OfficeText.Number(Rules.Scale);
        string beyond = Sum(_bonuses.Where(node => node.BeyondScale).Select(node => _rows.Final(unit, node.Id)));
        string added = $"{CellAddress.Of(BonusColumn, row)}-{beyond}+{CellAddress.Of(BonusColumn + 1, row)}";
        string full = $"MAX(0,MIN({earned}*{scale}/{applicable}+{added},{scale})+{beyond})";
        bool isShorter = Rules.NotApplicable == NotApplicableRule.Shorten;
        sheet.Formula(ScoreColumn, isShorter ? $"MAX(0,MIN({earned}+{added},{applicable})+{beyond})" : full, unit.Score!.Value, BookStyle.BoldPoints)
            .Formula(FullScaleColumn, isShorter ? full : CellAddress.Of(ScoreColumn, row), unit.ComparableScore!.Value, BookStyle.Points);
    }

    private static string Sum(IEnumerable<string> cells) => cells.ToList() is { Count: > 0 } all ? $"SUM({string.Join(',', all)})" : "0";

    private void Titles(BookSheet sheet, string title, string remark)
    {
        sheet.StartRow().Text(0, title, BookStyle.Title);
        sheet.StartRow().Text(0, $"{Rules.Id} {Rules.Version}. {remark}{(_result.Note is null ? "" : " " + _result.Note)}", BookStyle.Remark);
        if (Rules.Assumptions.Length > 0)
            sheet.StartRow().Text(0, Text("Bộ tiêu chí có giả định, xem trang cuối.", "The rule set rests on assumptions, see the last sheet."), BookStyle.Remark);
    }

    private string Text(string vi, string en) => _words.Text(vi, en);
}
