using DanVan.Scoring.Files.Workbooks;
using static DanVan.Scoring.Reports.Xlsx.RankingLooks;

namespace DanVan.Scoring.Reports.Xlsx;

/// <summary>The sheet of scorecards.</summary>
public sealed partial class RankingBook
{
    private void WriteCards()
    {
        int all = _result.Units.Count, shown = _cards.Count;
        string cut = all == shown ? ""
            : Text($" Phiếu điểm của {shown} đơn vị đầu trong {all}.", $" Scorecards of the first {shown} of {all} units.");
        var sheet = AddSheet(
            CardSheet,
            [
                (CardSheet, Title),
                (Text("Điểm của mục có tiêu chí con là công thức cộng các tiêu chí con, không vượt điểm tối đa.",
                    "Points of a node with parts are a formula: the sum of its parts, at most its maximum.") + cut, Remark),
            ],
            [
                ("Mã đơn vị", "Unit code", 13), ("Tên đơn vị", "Unit", 32), ("Mã tiêu chí", "Criterion", 9), ("Nội dung", "Title", 48),
                ("Căn cứ", "Clause", 18), ("Điểm máy tính", "Computed", 10), ("Tự chấm", "Self", 10), ("Thẩm định", "Appraised", 10),
                ("Điểm chính thức", "Final", 10), ("Tối đa áp dụng", "Applicable max", 10), ("Điểm tối đa", "Max", 10),
                ("Trạng thái", "State", 16), ("Lý do", "Reason", 44),
            ],
            CardRows.HeaderRow, frozenColumns: 4);
        foreach (var unit in _cards)
            foreach (var (node, points) in Rules.Nodes.Zip(unit.Nodes))
                WriteCard(sheet, unit, node, points);
    }

    private void WriteCard(SheetWriter sheet, ResultUnit unit, ResultCriterion node, ResultNode points)
    {
        bool isLeaf = node.Manner is not null;
        var (text, figure) = isLeaf ? (CellLook.Body, Points) : (BoldText, BoldPoints);
        sheet.StartRow().Text(unit.Code).Text(unit.Name).Text(node.Id, text).Text(node.Title, text).Text(node.Clause)
            .Number(points.Computed, Points).Number(node.Sign * points.Self, Points).Number(node.Sign * points.Appraised, Points);
        var parts = _children[node.Id].Select(child => _rows.RowOf(unit, child)).ToList();
        string Parts(int column) => Sum(parts.Select(row => CellAddress.Of(column, row)));
        string most = OfficeText.Number(node.MaxPoints);
        if (isLeaf || (points.Final is null && points.Points == 0))
            sheet.Number(points.Final, figure);
        else
            sheet.Formula($"MAX(-{most},MIN({most},{Parts(CardRows.FinalColumn)}))", points.Points, figure);
        if (isLeaf)
            sheet.Number(points.ApplicableMax, figure);
        else
            sheet.Formula($"MIN({most},{Parts(CardRows.MaxColumn)})", points.ApplicableMax, figure);
        sheet.Number(node.Sign * node.MaxPoints, figure).Text(_words.State(points.State, points.Source))
            .Text(points.Grounds.Length > 0 ? points.Grounds : points.Corrections);
    }
}
