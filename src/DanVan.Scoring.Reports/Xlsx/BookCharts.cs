using DanVan.Scoring.Files.Workbooks;
using DanVan.Scoring.Reports.Office;
using DocumentFormat.OpenXml.Packaging;
using A = DocumentFormat.OpenXml.Drawing;
using S = DocumentFormat.OpenXml.Drawing.Spreadsheet;

namespace DanVan.Scoring.Reports.Xlsx;

/// <summary>The charts of a worksheet, one below the other, below what is there; a chart grows with its bars.</summary>
/// <param name="sheet">The worksheet.</param>
internal sealed class BookCharts(SheetWriter sheet)
{
    private const string LastColumn = "7";

    private uint _row = sheet.RowNumber + 2;
    private uint _count;

    /// <summary>Adds a chart; each but the first starts a page in print.</summary>
    public void Add(NativeChart chart)
    {
        if (_count > 0)
            sheet.Pages.Add(_row);
        string id = $"rIdChart{++_count}";
        sheet.Drawing.AddNewPart<ChartPart>(id).ChartSpace = chart.Create();
        uint end = _row + (uint)Math.Max(9, 6 + (int)(chart.Categories.Length * 1.6));
        sheet.Drawing.WorksheetDrawing.Append(new S.TwoCellAnchor(
            Corner<S.FromMarker>("0", _row),
            Corner<S.ToMarker>(LastColumn, end),
            new S.GraphicFrame(
                new S.NonVisualGraphicFrameProperties(
                    new S.NonVisualDrawingProperties
                    {
                        Id = _count + 1,
                        Name = $"Chart {_count}",
                        Description = OfficeText.Clean(chart.Title, 255),
                    },
                    new S.NonVisualGraphicFrameDrawingProperties()),
                new S.Transform(new A.Offset { X = 0, Y = 0 }, new A.Extents { Cx = 0, Cy = 0 }),
                NativeChart.Graphic(id))
            { Macro = "" },
            new S.ClientData()));
        _row = end + 2;
    }

    private static T Corner<T>(string column, uint row)
        where T : S.MarkerType, new() =>
        new() { ColumnId = new(column), ColumnOffset = new("0"), RowId = new($"{row}"), RowOffset = new("0") };
}
