using DanVan.Scoring.Reports.Office;
using DanVan.Scoring.Results;
using DanVan.Scoring.Values;
using DocumentFormat.OpenXml.Packaging;

namespace DanVan.Scoring.Reports.Xlsx;

/// <summary>The sheet of scorecards.</summary>
public sealed partial class RankingBook
{
    private BookSheet WriteCards(WorksheetPart part, string name)
    {
        var sheet = new BookSheet(part, name, [13, 32, 9, 48, 18, 10, 10, 10, 10, 10, 10, 16, 44], CardRows.HeaderRow, frozenColumns: 4);
        string cut = _result.Units.Count > _cards.Count ? Text($" Phiếu điểm của {_cards.Count} đơn vị đầu trong {_result.Units.Count}.", $" Scorecards of the first {_cards.Count} of {_result.Units.Count} units.") : "";
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
        bool isLeaf = node.Manner is not null;
        var (text, figure) = isLeaf ? (BookStyle.Text, BookStyle.Points) : (BookStyle.BoldText, BookStyle.BoldPoints);
        sheet.StartRow().Text(0, unit.Code, BookStyle.Text).Text(1, unit.Name, BookStyle.Text).Text(2, node.Id, text).Text(3, node.Title, text).Text(4, node.Clause, BookStyle.Text)
            .Number(5, points.Computed, BookStyle.Points).Number(6, node.Sign * points.Self, BookStyle.Points).Number(7, node.Sign * points.Appraised, BookStyle.Points);
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
        sheet.Number(10, node.Sign * node.MaxPoints, figure).Text(11, _words.State(points.State, points.Source), BookStyle.Text)
            .Text(12, points.Grounds.Length > 0 ? points.Grounds : points.Corrections, BookStyle.Text);
    }
}
