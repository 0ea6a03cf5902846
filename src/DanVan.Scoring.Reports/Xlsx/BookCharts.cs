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
    private const double Width = 24 * PointsPerCentimetre;
    private const double MostHeight = 17.5 * PointsPerCentimetre;
    private const double PointsPerCentimetre = 72 / 2.54;
    private const double RowHeight = 15;
    private const long EmuPerPoint = 12_700;

    private uint _row = sheet.RowNumber + 2;
    private uint _count;

    /// <summary>As much of a chart as fits a page.</summary>
    public static NativeChart Fit(NativeChart chart) => chart.Fit(Width, MostHeight);

    /// <summary>Adds a chart; each but the first starts a page in print.</summary>
    public void Add(NativeChart chart)
    {
        if (_count > 0)
            sheet.Pages.Add(_row);
        string id = $"rIdChart{++_count}";
        sheet.Drawing.AddNewPart<ChartPart>(id).ChartSpace = new NativeDrawing(chart, Width).Create();
        double height = NativeLayout.Of(chart, Width).Height;
        sheet.Drawing.WorksheetDrawing.Append(new S.OneCellAnchor(
            new S.FromMarker
            {
                ColumnId = new("0"),
                ColumnOffset = new("0"),
                RowId = new($"{_row}"),
                RowOffset = new($"{3 * EmuPerPoint}"), // so that its edge is not on the page before
            },
            new S.Extent { Cx = (long)(Width * EmuPerPoint), Cy = (long)(height * EmuPerPoint) },
            new S.GraphicFrame(
                new S.NonVisualGraphicFrameProperties(
                    new S.NonVisualDrawingProperties
                    {
                        Id = _count + 1,
                        Name = $"Chart {_count}",
                        Description = OfficeText.Clean($"{chart.Title}. {chart.Description}", 2_000),
                    },
                    new S.NonVisualGraphicFrameDrawingProperties()),
                new S.Transform(new A.Offset { X = 0, Y = 0 }, new A.Extents { Cx = 0, Cy = 0 }),
                NativeDrawing.Graphic(id))
            { Macro = "" },
            new S.ClientData()));
        _row += (uint)Math.Ceiling(height / RowHeight) + 2;
    }
}
