using DanVan.Scoring.Files.Workbooks;
using static DanVan.Scoring.Reports.Xlsx.RankingLooks;

namespace DanVan.Scoring.Reports.Xlsx;

/// <summary>The sheet of charts.</summary>
public sealed partial class RankingBook
{
    /// <summary>How many units of each group hold each rating, as formulas over the ranking, and charts that Excel draws.</summary>
    private void WriteCharts()
    {
        const uint header = 3;
        string name = Text("Biểu đồ", "Charts");
        var (groups, outcomes) = (_result.RankedGroups, _result.Outcomes);
        var sheet = _book.Add(name, [44, .. outcomes.Select(_ => 14.0), 10]);
        sheet.StartRow().Text(Text("Số đơn vị theo khối và xếp loại", "Units by group and rating"), Title).SkipRow();
        sheet.StartRow();
        foreach (string text in (string[])[Text("Khối", "Group"), .. outcomes, Text("Cộng", "Total")])
            sheet.Text(text, CellLook.Header);
        uint lastRow = (uint)_result.Units.Count + HeaderRow;
        string CellsOf(int column) => SheetAddress.Range(RankingSheet, column, HeaderRow + 1, lastRow);
        foreach (var group in groups)
        {
            sheet.StartRow().Text(_charts.NameOf(group));
            foreach (var (index, outcome) in outcomes.Index())
            {
                // SUMPRODUCT compares texts exactly; COUNTIFS would take * and ? in them for any letters.
                string own = group.Name.Length == 0 ? "\"\"" : sheet.At(0);
                sheet.Formula($"SUMPRODUCT(({CellsOf(0)}={own})*({CellsOf(RatingColumn)}={CellAddress.Letters(index + 1)}${header}))",
                    _result.CountOf(group, outcome), Whole);
            }
            sheet.Formula($"SUM({sheet.At(1)}:{sheet.At(outcomes.Count)})", group.Count, Whole);
        }
        var charts = new BookCharts(sheet);
        if (groups.Count > 0)
            charts.Add(_charts.Distribution().Below(name, header));
        foreach (var group in groups)
            if (_charts.Ranking(group) is { } chart)
            {
                long first = HeaderRow + 1 + group.First, last = first + chart.Categories.Length - 1;
                charts.Add(chart.Over(RankingSheet, HeaderRow, first, last, NameColumn, FullScaleColumn));
            }
    }
}
