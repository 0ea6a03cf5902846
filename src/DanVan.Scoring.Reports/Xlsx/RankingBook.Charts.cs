using DanVan.Scoring.Reports.Office;
using DanVan.Scoring.Values;
using DocumentFormat.OpenXml.Packaging;

namespace DanVan.Scoring.Reports.Xlsx;

/// <summary>The sheet of charts.</summary>
public sealed partial class RankingBook
{
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
        uint lastRow = (uint)_result.Units.Count + HeaderRow;
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
}
