using System.Globalization;
using DanVan.Scoring.Data;
using DanVan.Scoring.Reports.Office;
using DanVan.Scoring.Results;
using DanVan.Scoring.Rules;
using DanVan.Scoring.Rules.Documents;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace DanVan.Scoring.Reports.Xlsx;

/// <summary>
/// Writes <c>ranking.xlsx</c>: ranking, scorecards, targets, charts, findings and what it rests on. Points of sections
/// and totals are formulas over the scorecards, so that an inspector can follow them; each holds the value of the
/// evaluation. The same result gives the same bytes.
/// </summary>
public sealed class RankingBook
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
        _sections = [.. top.Where(node => node.Role is NodeRole.Section or NodeRole.Criterion)];
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

    private BookSheet WriteCards(WorksheetPart part, string name)
    {
        var sheet = new BookSheet(part, name, [13, 32, 9, 48, 18, 10, 10, 10, 10, 10, 10, 16, 44], CardRows.HeaderRow, frozenColumns: 4);
        string cut = _result.Units.Length > _cards.Count ? Text($" Phiếu điểm của {_cards.Count} đơn vị đầu trong {_result.Units.Length}.", $" Scorecards of the first {_cards.Count} of {_result.Units.Length} units.") : "";
        sheet.StartRow().Text(0, name, BookStyle.Title);
        sheet.StartRow().Text(0, Text("Điểm của mục có tiêu chí con là công thức cộng các tiêu chí con, không vượt điểm tối đa.", "Points of a node with parts are a formula: the sum of its parts, at most its maximum.") + cut, BookStyle.Remark);
        sheet.StartRow().Headers([Text("Mã đơn vị", "Unit code"), Text("Tên đơn vị", "Unit"), Text("Mã tiêu chí", "Criterion"), Text("Nội dung", "Title"), Text("Căn cứ", "Clause"),
            Text("Điểm máy tính", "Computed"), Text("Tự chấm", "Self"), Text("Thẩm định", "Appraised"), Text("Điểm chính thức", "Final"), Text("Tối đa áp dụng", "Applicable max"), Text("Điểm tối đa", "Max"),
            Text("Trạng thái", "State"), Text("Lý do", "Reason")]);
        foreach (var unit in _cards)
            foreach (var (node, points) in Rules.Nodes.Zip(unit.Nodes))
                WriteCard(sheet, unit, node, points);
        sheet.Close();
        return sheet;
    }

    private void WriteCard(BookSheet sheet, ResultUnit unit, ResultCriterion node, ResultNode points)
    {
        decimal sign = node.Role == NodeRole.Deduction ? -1 : 1;
        bool isLeaf = node.Manner is not null;
        var (text, figure) = isLeaf ? (BookStyle.Text, BookStyle.Points) : (BookStyle.BoldText, BookStyle.BoldPoints);
        sheet.StartRow().Text(0, unit.Code, BookStyle.Text).Text(1, unit.Name, BookStyle.Text).Text(2, node.Id, text).Text(3, node.Title, text).Text(4, node.Clause, BookStyle.Text)
            .Number(5, points.Computed, BookStyle.Points).Number(6, sign * points.Self, BookStyle.Points).Number(7, sign * points.Appraised, BookStyle.Points);
        var parts = _children[node.Id].Select(child => _rows.RowOf(unit, child.Id)).ToList();
        string Parts(int column) => Sum(parts.Select(row => CellAddress.Of(column, row)));
        string most = OfficeText.Number(node.MaxPoints);
        if (isLeaf || (points.Final is null && points.Points == 0))
            sheet.Number(CardRows.FinalColumn, points.Final, figure);
        else
            sheet.Formula(CardRows.FinalColumn, $"MAX(-{most},MIN({most},{Parts(CardRows.FinalColumn)}))", points.Points, figure);
        if (isLeaf)
            sheet.Number(CardRows.MaxColumn, points.ApplicableMax, figure);
        else
            sheet.Formula(CardRows.MaxColumn, $"MIN({most},{Parts(CardRows.MaxColumn)})", points.ApplicableMax, figure);
        sheet.Number(10, sign * node.MaxPoints, figure).Text(11, _words.State(points.State, points.Source), BookStyle.Text)
            .Text(12, points.Grounds.Length > 0 ? points.Grounds : string.Join("; ", points.Inputs.Where(input => input.Correction is not null).Select(input => $"{input.Name}: {input.Correction}")), BookStyle.Text);
    }

    private BookSheet WriteTargets(WorksheetPart part, string name)
    {
        var sheet = new BookSheet(part, name, [10, 48, 18, 12, 12, 12, 12, 12, 18, 12, 34, 34], HeaderRow, frozenColumns: 2);
        Titles(sheet, Text($"Kết quả thực hiện chỉ tiêu năm {Rules.Period}", $"Targets {Rules.Period}"), Text("Thực hiện là công thức: tử số chia mẫu số.", "Achieved is a formula: numerator by denominator."));
        sheet.SkipTo(HeaderRow);
        sheet.StartRow().Headers([Text("Mã", "Id"), Text("Nội dung", "Title"), Text("Căn cứ", "Clause"), Text("Loại", "Type"), Text("Tử số", "Numerator"), Text("Mẫu số", "Denominator"), Text("Thực hiện", "Achieved"),
            Text("Yêu cầu", "Required"), Text("Kết quả", "Verdict"), Text("Số đơn vị", "Units"), Text("Đơn vị không đạt", "Failing units"), Text("Đơn vị thiếu số liệu", "Units without figures")]);
        foreach (var target in _result.Targets)
        {
            sheet.StartRow().Text(0, target.Id, BookStyle.Text).Text(1, target.Title, BookStyle.Text).Text(2, target.Clause, BookStyle.Text).Text(3, _words.TargetType(target.Stretch), BookStyle.Centre)
                .Number(4, target.Numerator, BookStyle.Whole).Number(5, target.Denominator, BookStyle.Whole);
            uint row = sheet.RowNumber;
            if (target.Achieved is { } achieved)
                sheet.Formula(6, $"{CellAddress.Of(4, row)}/{CellAddress.Of(5, row)}", achieved, BookStyle.Percent);
            else
                sheet.Text(6, null, BookStyle.Percent);
            sheet.Text(7, _words.Required(target.Ceiling, target.Required), BookStyle.Centre).Text(8, _words.Verdict(target.Verdict), BookStyle.Centre).Number(9, target.Population, BookStyle.Whole)
                .Text(10, string.Join(", ", target.FailingUnits), BookStyle.Text).Text(11, string.Join(", ", target.UnitsWithoutFigures), BookStyle.Text);
        }
        sheet.Close();
        return sheet;
    }

    /// <summary>How many units of each group hold each rating, as formulas over the ranking, and charts that Excel draws.</summary>
    private BookSheet WriteCharts(WorksheetPart part, string name)
    {
        const uint header = 3;
        var (groups, outcomes) = (_charts.Groups, _charts.Outcomes);
        var sheet = new BookSheet(part, name, [44, .. outcomes.Select(_ => 14.0), 10], 0);
        sheet.StartRow().Text(0, Text("Số đơn vị theo khối và xếp loại", "Units by group and rating"), BookStyle.Title);
        sheet.SkipTo(header);
        sheet.StartRow().Text(0, Text("Khối", "Group"), BookStyle.Header);
        foreach (var (index, outcome) in outcomes.Append(Text("Cộng", "Total")).Index())
            sheet.Text(index + 1, outcome, BookStyle.Header);
        uint lastRow = (uint)_result.Units.Length + HeaderRow;
        string groupCells = NativeChart.Range(RankingSheet, 0, HeaderRow + 1, lastRow), ratingCells = NativeChart.Range(RankingSheet, RatingColumn, HeaderRow + 1, lastRow);
        foreach (string group in groups)
        {
            sheet.StartRow().Text(0, _charts.NameOf(group), BookStyle.Text);
            uint row = sheet.RowNumber;
            foreach (var (index, outcome) in outcomes.Index())
            {
                // SUMPRODUCT compares texts exactly; COUNTIFS would take * and ? in them for any letters.
                string inGroup = group.Length == 0 ? $"({groupCells}=\"\")" : $"({groupCells}={CellAddress.Of(0, row)})";
                sheet.Formula(index + 1, $"SUMPRODUCT({inGroup}*({ratingCells}={CellAddress.Letters(index + 1)}${header}))", _charts.Count(group, outcome), BookStyle.Whole);
            }
            sheet.Formula(outcomes.Count + 1, $"SUM({CellAddress.Of(1, row)}:{CellAddress.Of(outcomes.Count, row)})", _result.Units.Count(unit => _result.GroupOf(unit) == group), BookStyle.Whole);
        }
        var charts = new BookCharts(part, firstRow: (int)sheet.RowNumber + 2);
        if (groups.Count > 0)
            charts.Add(Distribution(name, header), groups.Count);
        foreach (string group in groups)
            if (Ranking(group) is { } chart)
                charts.Add(chart, chart.Categories.Length);
        sheet.Close(charts.Close(), charts.Pages);
        return sheet;
    }

    private NativeChart Distribution(string sheet, uint header)
    {
        var chart = _charts.Distribution();
        return chart with
        {
            CategoryRange = NativeChart.Range(sheet, 0, header + 1, header + _charts.Groups.Count),
            Series = [.. chart.Series.Select((series, index) => series with
            {
                NameCell = NativeChart.Cell(sheet, index + 1, header),
                Range = NativeChart.Range(sheet, index + 1, header + 1, header + _charts.Groups.Count),
            })],
        };
    }

    private NativeChart? Ranking(string group)
    {
        if (_charts.Ranking(group) is not { } chart)
            return null;
        var units = _charts.Ranked(group).ToList();
        long first = HeaderRow + 1 + units[0].Index, last = HeaderRow + 1 + units[^1].Index;
        return chart with
        {
            CategoryRange = NativeChart.Range(RankingSheet, 4, first, last),
            Series = [chart.Series[0] with { NameCell = NativeChart.Cell(RankingSheet, FullScaleColumn, HeaderRow), Range = NativeChart.Range(RankingSheet, FullScaleColumn, first, last) }],
        };
    }

    private BookSheet WriteFindings(WorksheetPart part, string name)
    {
        const int most = 20_000;
        var sheet = new BookSheet(part, name, [12, 10, 40, 14, 70, 60], HeaderRow);
        string cut = _result.Diagnostics.Length > most ? Text($" {most} dòng đầu trong {_result.Diagnostics.Length}; xem đủ trong diagnostics.csv.", $" The first {most} of {_result.Diagnostics.Length}; see diagnostics.csv for all.") : "";
        Titles(sheet, Text("Cảnh báo về số liệu", "Findings about the data"), (_result.Diagnostics.IsEmpty ? Text("Không có.", "None.") : "") + cut);
        sheet.SkipTo(HeaderRow);
        sheet.StartRow().Headers([Text("Mức độ", "Severity"), Text("Mã", "Code"), Text("Vị trí", "Place"), Text("Mã đơn vị", "Unit code"), Text("Nội dung", "Message"), Text("Cách xử lý", "What to do")]);
        foreach (var finding in _result.Diagnostics.Take(most))
            sheet.StartRow().Text(0, Diagnostics.SeverityWords.In(finding.Severity, _words.Language), BookStyle.Centre).Text(1, finding.Code, BookStyle.Centre).Text(2, finding.Place, BookStyle.Text)
                .Text(3, finding.Unit, BookStyle.Text).Text(4, finding.Message, BookStyle.Text).Text(5, finding.Hint, BookStyle.Text);
        sheet.Close();
        return sheet;
    }

    private BookSheet WriteAbout(WorksheetPart part, string name)
    {
        var sheet = new BookSheet(part, name, [26, 110], 0);
        sheet.StartRow().Text(0, Rules.Title, BookStyle.Title);
        sheet.SkipTo(3);
        Line(Text("Bộ tiêu chí", "Rule set"), $"{Rules.Id}, {Text("phiên bản", "version")} {Rules.Version}");
        Line(Text("Năm đánh giá", "Period"), $"{Rules.Period}");
        Line(Text("Cơ quan ban hành", "Issued by"), Rules.Issuer);
        foreach (var (index, basis) in Rules.Basis.Index())
            Line(index == 0 ? Text("Căn cứ", "Basis") : "", $"{basis.Id}: {basis.Label}");
        foreach (var (index, rating) in Rules.Ratings.Index())
            Line(index == 0 ? Text("Mức xếp loại", "Ratings") : "", rating.From is { } from ? $"{rating.Name}: {Text("từ", "from")} {_words.Exact(from)}" : rating.Name);
        foreach (var (index, section) in _sections.Concat(_bonuses).Concat(_deductions).Index())
            Line(index == 0 ? Text("Các mục", "Sections") : "", $"{section.Id}: {section.Title} ({Text("tối đa", "at most")} {_words.Exact(section.MaxPoints)})");
        foreach (var (index, assumption) in Rules.Assumptions.Index())
            Line(index == 0 ? Text("Giả định", "Assumptions") : "", assumption);
        Line(Text("Ghi chú về số liệu", "Note on the data"), _result.Note);
        Line(Text("Công thức", "Formulas"), Text("Tổng điểm = các mục × thang điểm ÷ thang áp dụng + điểm thưởng + điểm trừ, giữ trong khoảng 0 đến thang điểm. Hạng và xếp loại do chương trình tính, xem lý do ở cột ghi chú.",
            "Score = sections × scale ÷ applicable scale + bonuses + deductions, held within 0 and the scale. Ranks and ratings are the program's; the note says why."));
        sheet.Close();
        return sheet;

        void Line(string label, string? text)
        {
            if (!string.IsNullOrEmpty(text))
                sheet.StartRow().Text(0, label, BookStyle.BoldText).Text(1, text, BookStyle.Text);
        }
    }

    private void Titles(BookSheet sheet, string title, string remark)
    {
        sheet.StartRow().Text(0, title, BookStyle.Title);
        sheet.StartRow().Text(0, $"{Rules.Id} {Rules.Version}. {remark}{(_result.Note is null ? "" : " " + _result.Note)}", BookStyle.Remark);
        if (Rules.Assumptions.Length > 0)
            sheet.StartRow().Text(0, Text("Bộ tiêu chí có giả định, xem trang cuối.", "The rule set rests on assumptions, see the last sheet."), BookStyle.Remark);
    }

    private string Text(string vi, string en) => _words.Text(vi, en);
}
