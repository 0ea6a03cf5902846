using DanVan.Scoring.Files.Workbooks;
using DanVan.Scoring.Reports.Office;

namespace DanVan.Scoring.Reports.Xlsx;

/// <summary>The workbook that a chart in a Word document carries, so that people can edit its data.</summary>
internal static class ChartWorkbook
{
    private const string SheetName = "Data";

    /// <summary>Writes the workbook.</summary>
    public static void Write(Stream stream, NativeChart chart) => BookWriter.Write(stream, RankingLooks.All(2, []), book =>
    {
        var sheet = book.Add(SheetName, [40, .. chart.Series.Select(_ => 14.0)]);
        sheet.StartRow().To(1);
        foreach (var series in chart.Series)
            sheet.Text(series.Name, CellLook.Header);
        foreach (var (row, category) in chart.Categories.Index())
        {
            sheet.StartRow().Text(category);
            foreach (var series in chart.Series)
                sheet.Number(series.Values[row], RankingLooks.Plain);
        }
    });

    /// <summary>The chart with the ranges of that workbook.</summary>
    public static NativeChart Placed(NativeChart chart) => chart.Below(SheetName, 1);
}
