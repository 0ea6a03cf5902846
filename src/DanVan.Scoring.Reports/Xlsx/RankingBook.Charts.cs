using DanVan.Scoring.Files.Workbooks;
using DanVan.Scoring.Values;
using static DanVan.Scoring.Reports.Xlsx.RankingLooks;

namespace DanVan.Scoring.Reports.Xlsx;

/// <summary>The sheet of charts.</summary>
public sealed partial class RankingBook
{
    /// <summary>How many units of each group hold each rating, as formulas over the ranking, and charts that Excel draws.</summary>
    private void WriteCharts(BookWriter book)
    {
        const uint header = 3;
        string name = Text("Biểu đồ", "Charts");
        var (groups, outcomes) = (_charts.Groups, _charts.Outcomes);
        var sheet = book.Add(name, [44, .. outcomes.Select(_ => 14.0), 10]);
        sheet.StartRow().Text(Text("Số đơn vị theo khối và xếp loại", "Units by group and rating"), Title).SkipRow();
        sheet.StartRow();
        foreach (string text in outcomes.Prepend(Text("Khối", "Group")).Append(Text("Cộng", "Total")))
            sheet.Text(text, CellLook.Header);
        uint lastRow = (uint)_result.Units.Count + HeaderRow;
        string CellsOf(int column) => SheetAddress.Range(RankingSheet, column, HeaderRow + 1, lastRow);
        foreach (string group in groups)
        {
            sheet.StartRow().Text(_charts.NameOf(group));
            foreach (var (index, outcome) in outcomes.Index())
            {
                // SUMPRODUCT compares texts exactly; COUNTIFS would take * and ? in them for any letters.
                string own = group.Length == 0 ? "\"\"" : sheet.At(0);
                sheet.Formula($"SUMPRODUCT(({CellsOf(0)}={own})*({CellsOf(RatingColumn)}={CellAddress.Letters(index + 1)}${header}))",
                    _charts.Count(group, outcome), Whole);
            }
            int count = _result.Units.Count(unit => _result.GroupOf(unit) == group);
            sheet.Formula($"SUM({sheet.At(1)}:{sheet.At(outcomes.Count)})", count, Whole);
        }
        var charts = new BookCharts(sheet);
        if (groups.Count > 0)
            charts.Add(_charts.Distribution().Below(name, header), groups.Count);
        foreach (string group in groups)
            if (_charts.Ranking(group) is { } chart)
            {
                var units = _charts.Ranked(group).ToList();
                long first = HeaderRow + 1 + units[0].Index, last = HeaderRow + 1 + units[^1].Index;
                charts.Add(chart.Over(RankingSheet, HeaderRow, first, last, NameColumn, FullScaleColumn), units.Count);
            }
    }
}
