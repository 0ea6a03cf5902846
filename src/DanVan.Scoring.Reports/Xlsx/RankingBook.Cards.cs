using DanVan.Scoring.Files.Workbooks;
using DanVan.Scoring.Results;
using DanVan.Scoring.Values;
using static DanVan.Scoring.Reports.Xlsx.RankingLooks;

namespace DanVan.Scoring.Reports.Xlsx;

/// <summary>The sheet of scorecards.</summary>
public sealed partial class RankingBook
{
    private void WriteCards(BookWriter book)
    {
        var sheet = book.Add(CardSheet, [13, 32, 9, 48, 18, 10, 10, 10, 10, 10, 10, 16, 44], CardRows.HeaderRow, frozenColumns: 4);
        int all = _result.Units.Count, shown = _cards.Count;
        string cut = all == shown ? ""
            : Text($" Phiếu điểm của {shown} đơn vị đầu trong {all}.", $" Scorecards of the first {shown} of {all} units.");
        sheet.StartRow().Text(CardSheet, Title);
        sheet.StartRow().Text(Text("Điểm của mục có tiêu chí con là công thức cộng các tiêu chí con, không vượt điểm tối đa.",
            "Points of a node with parts are a formula: the sum of its parts, at most its maximum.") + cut, Remark);
        sheet.Headers([
            Text("Mã đơn vị", "Unit code"), Text("Tên đơn vị", "Unit"), Text("Mã tiêu chí", "Criterion"), Text("Nội dung", "Title"),
            Text("Căn cứ", "Clause"), Text("Điểm máy tính", "Computed"), Text("Tự chấm", "Self"), Text("Thẩm định", "Appraised"),
            Text("Điểm chính thức", "Final"), Text("Tối đa áp dụng", "Applicable max"), Text("Điểm tối đa", "Max"),
            Text("Trạng thái", "State"), Text("Lý do", "Reason"),
        ]);
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
        var parts = _children[node.Id].Select(child => _rows.RowOf(unit, child.Id)).ToList();
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
