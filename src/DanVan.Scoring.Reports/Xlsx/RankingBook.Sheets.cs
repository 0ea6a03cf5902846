using DanVan.Scoring.Reports.Charts;
using static DanVan.Scoring.Files.Workbooks.CellLook;
using static DanVan.Scoring.Reports.Xlsx.RankingLooks;

namespace DanVan.Scoring.Reports.Xlsx;

/// <summary>The sheets of targets, findings, and what the workbook rests on.</summary>
public sealed partial class RankingBook
{
    private void WriteTargets()
    {
        var sheet = AddSheet(
            Text("Chỉ tiêu", "Targets"),
            Titles(Text($"Kết quả thực hiện chỉ tiêu năm {Rules.Period}", $"Targets {Rules.Period}"),
                Text("Thực hiện là công thức: tử số chia mẫu số.", "Achieved is a formula: numerator by denominator.")),
            [
                ("Mã", "Id", 10), ("Nội dung", "Title", 48), ("Căn cứ", "Clause", 18), ("Loại", "Type", 12), ("Tử số", "Numerator", 12),
                ("Mẫu số", "Denominator", 12), ("Thực hiện", "Achieved", 12), ("Yêu cầu", "Required", 12), ("Kết quả", "Verdict", 18),
                ("Số đơn vị", "Units", 12), ("Đơn vị không đạt", "Failing units", 34),
                ("Đơn vị thiếu số liệu", "Units without figures", 34),
            ],
            frozenColumns: 2);
        foreach (var target in _result.Targets)
        {
            sheet.StartRow().Text(target.Id).Text(target.Title).Text(target.Clause).Text(_words.TargetType(target.Stretch), Centre)
                .Number(target.Numerator, Whole).Number(target.Denominator, Whole);
            if (target.Achieved is { } achieved)
                sheet.Formula($"{sheet.At(4)}/{sheet.At(5)}", achieved, Percent);
            else
                sheet.Text(null, Percent);
            sheet.Text(_words.Required(target), Centre).Text(_words.Verdict(target.Verdict), Centre)
                .Number(target.Population, Whole).Text(string.Join(", ", target.FailingUnits))
                .Text(string.Join(", ", target.UnitsWithoutFigures));
        }
    }

    private void WriteFindings()
    {
        const int most = 20_000;
        int all = _result.Diagnostics.Count;
        string cut = all == 0 ? Text("Không có.", "None.")
            : all <= most ? ""
            : Text($" {most} dòng đầu trong {all}; xem đủ trong diagnostics.csv.",
                $" The first {most} of {all}; see diagnostics.csv for all.");
        var sheet = AddSheet(
            Text("Cảnh báo", "Findings"), Titles(Text("Cảnh báo về số liệu", "Findings about the data"), cut),
            [
                ("Mức độ", "Severity", 12), ("Mã", "Code", 10), ("Vị trí", "Place", 40), ("Mã đơn vị", "Unit code", 14),
                ("Nội dung", "Message", 70), ("Cách xử lý", "What to do", 60),
            ]);
        foreach (var finding in _result.Diagnostics.Take(most))
            sheet.StartRow().Text(Diagnostics.SeverityWords.In(finding.Severity, _words.Language), Centre).Text(finding.Code, Centre)
                .Text(finding.Place).Text(finding.Unit).Text(finding.Message).Text(finding.Hint);
    }

    private void WriteAbout()
    {
        var sheet = _book.Add(Text("Căn cứ", "About"), [26, 110]);
        sheet.StartRow().Text(Rules.Title, Title).SkipRow();
        Line(Text("Bộ tiêu chí", "Rule set"), $"{Rules.Id}, {Text("phiên bản", "version")} {Rules.Version}");
        Line(Text("Năm đánh giá", "Period"), $"{Rules.Period}");
        Line(Text("Cơ quan ban hành", "Issued by"), Rules.Issuer);
        Lines(Text("Căn cứ", "Basis"), Rules.Basis.Select(basis => $"{basis.Id}: {basis.Label}"));
        Lines(Text("Mức xếp loại", "Ratings"), Rules.Ratings.Select(rating =>
            rating.From is { } from ? $"{rating.Name}: {Text("từ", "from")} {_words.Exact(from)}" : rating.Name));
        Lines(Text("Các mục", "Sections"), _sections.Concat(_bonuses).Concat(_deductions)
            .Select(section => $"{section.Id}: {section.Title} ({Text("tối đa", "at most")} {_words.Exact(section.MaxPoints)})"));
        Lines(Text("Giả định", "Assumptions"), Rules.Assumptions);
        Line(Text("Ghi chú về số liệu", "Note on the data"), _result.Note);
        Line(Text("Công thức", "Formulas"), Text(
            "Tổng điểm = các mục × thang điểm ÷ thang áp dụng + điểm thưởng + điểm trừ, giữ trong khoảng 0 đến thang điểm. "
            + "Hạng và xếp loại do chương trình tính, xem lý do ở cột ghi chú.",
            "Score = sections × scale ÷ applicable scale + bonuses + deductions, held within 0 and the scale. "
            + "Ranks and ratings are the program's; the note says why."));

        void Line(string label, string? text)
        {
            if (!string.IsNullOrEmpty(text))
                sheet.StartRow().Text(label, BoldText).Text(text);
        }

        void Lines(string label, IEnumerable<string> texts)
        {
            foreach (var (index, text) in texts.Index())
                Line(index == 0 ? label : "", text);
        }
    }
}
