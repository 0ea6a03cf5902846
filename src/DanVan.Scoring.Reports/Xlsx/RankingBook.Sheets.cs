using DanVan.Scoring.Values;
using DocumentFormat.OpenXml.Packaging;

namespace DanVan.Scoring.Reports.Xlsx;

/// <summary>The sheets of targets, findings, and what the workbook rests on.</summary>
public sealed partial class RankingBook
{
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

    private BookSheet WriteFindings(WorksheetPart part, string name)
    {
        const int most = 20_000;
        var sheet = new BookSheet(part, name, [12, 10, 40, 14, 70, 60], HeaderRow);
        string cut = _result.Diagnostics.Count > most ? Text($" {most} dòng đầu trong {_result.Diagnostics.Count}; xem đủ trong diagnostics.csv.", $" The first {most} of {_result.Diagnostics.Count}; see diagnostics.csv for all.") : "";
        Titles(sheet, Text("Cảnh báo về số liệu", "Findings about the data"), (_result.Diagnostics.Count == 0 ? Text("Không có.", "None.") : "") + cut);
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
}
