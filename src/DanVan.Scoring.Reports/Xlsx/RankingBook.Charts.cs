using DanVan.Scoring.Files.Workbooks;
using DanVan.Scoring.Reports.Office;
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
        string NameOf(NativeSeries series) => SheetAddress.Cell(name, ColumnOf(series), header);
        if (_charts.Ratings() is { } ratings)
        {
            var shown = Fit(ratings with { Categories = [.. groups.Select(_charts.NameOf)] });
            string Cells(int column) => SheetAddress.Range(name, column, header + 1, header + shown.Categories.Length);
            charts.Add(shown with
            {
                CategoryRange = Cells(0),
                Series = [.. shown.Series.Select(series => series with { NameCell = NameOf(series), Range = Cells(ColumnOf(series)) })],
            });
        }
        foreach (var group in groups)
            if (_charts.Ranking(group) is { } chart)
                charts.Add(OverRanking(Fit(chart), group, NameOf, SheetAddress.Cell(name, 0, header - 1)));

        int ColumnOf(NativeSeries series) => 1 + outcomes.Index().First(outcome => outcome.Item == series.Name).Index;
    }

    /// <summary>As much of a chart as fits a page; its subtitle says what is left out.</summary>
    private NativeChart Fit(NativeChart chart)
    {
        var fit = BookCharts.Fit(chart);
        int shown = fit.Shown, first = fit.Break;
        if (shown == chart.All)
            return fit;
        string ends = first == 0 ? "" : Text($" ({first} đầu, {shown - first} cuối)", $" (first {first}, last {shown - first})");
        return fit with
        {
            Subtitle = chart.Subtitle + Text($"; nêu {shown} trong {chart.All}", $"; {shown} of {chart.All} shown") + ends,
        };
    }

    /// <summary>
    /// The chart of a group over the cells of the ranking: those of the first and of the last units, where not all have room.
    /// </summary>
    /// <param name="chart">The chart.</param>
    /// <param name="group">The group.</param>
    /// <param name="nameOf">The cell that holds the name of a rating, for the legend.</param>
    /// <param name="none">An empty cell.</param>
    private NativeChart OverRanking(NativeChart chart, ResultGroup group, Func<NativeSeries, string> nameOf, string none)
    {
        var units = chart.Places.Select(place => group.First + place).ToList();
        string Cells(int column)
        {
            string Part(int from, int to) =>
                SheetAddress.Range(RankingSheet, column, HeaderRow + 1 + units[from], HeaderRow + 1 + units[to]);
            return chart.Break == 0 ? Part(0, units.Count - 1) : $"({Part(0, chart.Break - 1)},{Part(chart.Break, units.Count - 1)})";
        }
        string score = SheetAddress.Cell(RankingSheet, FullScaleColumn, HeaderRow);
        return chart with
        {
            Categories = [.. units.Select(unit => _result.Units[unit].Name)],
            CategoryRange = Cells(NameColumn),
            Series = [.. chart.Merged(Text("Điểm trên thang đầy đủ", "Score on full scale")).Series.Select((series, index) =>
                index == 0 ? series with { NameCell = score, Range = Cells(FullScaleColumn) }
                : series with { NameCell = series.IsNamed ? nameOf(series) : none, Range = none })],
        };
    }
}
