using System.Globalization;
using DanVan.Scoring.Reports.Office;
using DocumentFormat.OpenXml.Packaging;
using A = DocumentFormat.OpenXml.Drawing;
using C = DocumentFormat.OpenXml.Drawing.Charts;
using S = DocumentFormat.OpenXml.Drawing.Spreadsheet;

namespace DanVan.Scoring.Reports.Xlsx;

/// <summary>The charts of a worksheet, one below the other; a chart grows with its bars.</summary>
/// <param name="sheet">The worksheet.</param>
/// <param name="firstRow">0-based row of the first chart.</param>
internal sealed class BookCharts(WorksheetPart sheet, int firstRow)
{
    private const string DrawingId = "rIdDrawing";
    private const int LastColumn = 7;

    private readonly S.WorksheetDrawing _drawing = new();
    private DrawingsPart? _part;
    private int _row = firstRow;
    private uint _count;

    /// <summary>0-based rows of the charts but the first: each starts a page in print.</summary>
    public List<int> Pages { get; } = [];

    /// <summary>Adds a chart.</summary>
    /// <param name="chart">The chart.</param>
    /// <param name="bars">How many bars it has.</param>
    public void Add(NativeChart chart, int bars)
    {
        if (_count > 0)
            Pages.Add(_row);
        _part ??= sheet.AddNewPart<DrawingsPart>(DrawingId);
        string id = string.Create(CultureInfo.InvariantCulture, $"rIdChart{++_count}");
        _part.AddNewPart<ChartPart>(id).ChartSpace = chart.Create();
        int height = Math.Max(9, 6 + (int)(bars * 1.6));
        _drawing.Append(new S.TwoCellAnchor(
            new S.FromMarker(new S.ColumnId("0"), new S.ColumnOffset("0"), new S.RowId(Text(_row)), new S.RowOffset("0")),
            new S.ToMarker(new S.ColumnId(Text(LastColumn)), new S.ColumnOffset("0"), new S.RowId(Text(_row + height)), new S.RowOffset("0")),
            new S.GraphicFrame(
                new S.NonVisualGraphicFrameProperties(
                    new S.NonVisualDrawingProperties { Id = _count + 1, Name = $"Chart {Text((int)_count)}", Description = OfficeText.Clean(chart.Title, 255) },
                    new S.NonVisualGraphicFrameDrawingProperties()),
                new S.Transform(new A.Offset { X = 0, Y = 0 }, new A.Extents { Cx = 0, Cy = 0 }),
                new A.Graphic(new A.GraphicData(new C.ChartReference { Id = id }) { Uri = "http://schemas.openxmlformats.org/drawingml/2006/chart" }))
            { Macro = "" },
            new S.ClientData()));
        _row += height + 2;
    }

    /// <summary>Ends the charts; gives the relationship of the drawing, null if there are none.</summary>
    public string? Close()
    {
        if (_part is null)
            return null;
        _part.WorksheetDrawing = _drawing;
        return DrawingId;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
