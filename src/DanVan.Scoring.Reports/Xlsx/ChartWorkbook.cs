using DanVan.Scoring.Reports.Office;
using DanVan.Scoring.Results;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace DanVan.Scoring.Reports.Xlsx;

/// <summary>The workbook that a chart in a Word document carries, so that people can edit its data.</summary>
internal static class ChartWorkbook
{
    private const string SheetName = "Data";

    /// <summary>The workbook.</summary>
    public static byte[] Create(NativeChart chart)
    {
        using var package = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(package, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            document.ChangeIdOfPart(workbook, "rIdWorkbook");
            workbook.AddNewPart<WorkbookStylesPart>("rIdStyles").Stylesheet = BookStyles.Create(2, 0);
            using (var sheet = new BookSheet(workbook.AddNewPart<WorksheetPart>("rId1"), SheetName, [40, .. chart.Series.Select(_ => 14.0)], 0))
            {
                sheet.StartRow();
                foreach (var (index, series) in chart.Series.Index())
                    sheet.Text(index + 1, series.Name, BookStyle.Header);
                foreach (var (row, category) in chart.Categories.Index())
                {
                    sheet.StartRow().Text(0, category, BookStyle.Text);
                    foreach (var (index, series) in chart.Series.Index())
                        sheet.Number(index + 1, series.Values[row], BookStyle.Plain);
                }
                sheet.Close();
            }
            workbook.Workbook = new Workbook(new BookViews(new WorkbookView()), new Sheets(new Sheet { Name = SheetName, SheetId = 1, Id = "rId1" }));
        }
        using var stable = new MemoryStream();
        StablePackage.Write(package, stable);
        return stable.ToArray();
    }

    /// <summary>The chart with the ranges of that workbook.</summary>
    public static NativeChart Placed(NativeChart chart) => chart with
    {
        CategoryRange = NativeChart.Range(SheetName, 0, 2, chart.Categories.Length + 1),
        Series = [.. chart.Series.Select((series, index) => series with { NameCell = NativeChart.Cell(SheetName, index + 1, 1), Range = NativeChart.Range(SheetName, index + 1, 2, chart.Categories.Length + 1) })],
    };
}
