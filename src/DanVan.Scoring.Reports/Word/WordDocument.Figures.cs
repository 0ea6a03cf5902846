using DanVan.Scoring.Files.Workbooks;
using DanVan.Scoring.Reports.Office;
using DanVan.Scoring.Reports.Xlsx;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using A = DocumentFormat.OpenXml.Drawing;
using D = DocumentFormat.OpenXml.Drawing.Wordprocessing;
using P = DocumentFormat.OpenXml.Drawing.Pictures;
using Picture = DanVan.Scoring.Reports.Plotting.Picture;

namespace DanVan.Scoring.Reports.Word;

/// <summary>The charts and pictures of the document.</summary>
internal sealed partial class WordDocument
{
    private const double EmuPerPoint = 12_700;
    private const double PointsPerCentimetre = 72 / 2.54;
    private const double MostHeight = 22 * PointsPerCentimetre;
    private const int LongestDescription = 2_000;
    private const string WorkbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private readonly List<(string Id, NativeChart Chart, double Width)> _charts = [];
    private readonly List<(string Id, Picture Picture)> _pictures = [];

    /// <summary>Width of the text in points.</summary>
    private double FigureWidth => TextWidth / 20.0;

    /// <summary>The chart, cut to what fits a page; its caption says what its subtitle would.</summary>
    public NativeChart Fit(NativeChart chart) => (chart with { Subtitle = "" }).Fit(
        FigureWidth, MostHeight, units => words.Text($"… {units} đơn vị ở giữa", $"… {units} units between"));

    /// <summary>A chart that Word draws, with its data in an embedded workbook and a caption below.</summary>
    public void Chart(string caption, NativeChart chart)
    {
        string id = $"rIdChart{_charts.Count + 1}";
        _charts.Add((id, chart, FigureWidth));
        Figure(caption, FigureWidth, NativeLayout.Of(chart, FigureWidth).Height, $"{chart.Title}. {chart.Description}",
            new D.NonVisualGraphicFrameDrawingProperties(), _ => NativeDrawing.Graphic(id));
    }

    /// <summary>A picture with a caption below, as wide as the text at most.</summary>
    public void Picture(string caption, Picture picture)
    {
        string id = $"rIdPicture{_pictures.Count + 1}";
        _pictures.Add((id, picture));
        double width = picture.Width * PointsPerCentimetre, height = picture.Height * PointsPerCentimetre;
        double scale = Math.Min(1, Math.Min(FigureWidth / width, MostHeight / height));
        Figure(caption, width * scale, height * scale, $"{picture.Title}. {picture.Chart.AlternativeText}",
            new D.NonVisualGraphicFrameDrawingProperties(new A.GraphicFrameLocks { NoChangeAspect = true }),
            size => new A.Graphic(new A.GraphicData(new P.Picture(
                new P.NonVisualPictureProperties(
                    new P.NonVisualDrawingProperties { Id = 0, Name = $"{picture.Name}.png" }, new P.NonVisualPictureDrawingProperties()),
                new P.BlipFill(new A.Blip { Embed = id }, new A.Stretch(new A.FillRectangle())),
                new P.ShapeProperties(
                    new A.Transform2D(new A.Offset { X = 0, Y = 0 }, new A.Extents { Cx = size.Cx, Cy = size.Cy }),
                    new A.PresetGeometry(new A.AdjustValueList()) { Preset = A.ShapeTypeValues.Rectangle })))
            { Uri = "http://schemas.openxmlformats.org/drawingml/2006/picture" }));
    }

    private void Figure(
        string caption, double width, double height, string description, D.NonVisualGraphicFrameDrawingProperties properties,
        Func<D.Extent, A.Graphic> graphic)
    {
        int number = _charts.Count + _pictures.Count;
        var size = new D.Extent { Cx = (long)(width * EmuPerPoint), Cy = (long)(height * EmuPerPoint) };
        _body.Append(new Paragraph(
            new ParagraphProperties(
                new KeepNext(), new SpacingBetweenLines { Before = "120" }, new Justification { Val = JustificationValues.Center }),
            new Run(new Drawing(new D.Inline(
                size,
                new D.DocProperties
                {
                    Id = (uint)number,
                    Name = $"{words.Text("Hình", "Figure")} {number}",
                    Description = OfficeText.Clean(description, LongestDescription),
                },
                properties, graphic(size))
            { DistanceFromTop = 0, DistanceFromBottom = 0, DistanceFromLeft = 0, DistanceFromRight = 0 }))));
        _body.Append(Caption(words.Text("Hình", "Figure"), number, caption, isBelow: true));
    }

    private void FillFigures(WordprocessingDocument document)
    {
        var main = document.MainDocumentPart!;
        document.PartExtensionProvider.AddPartExtension(WorkbookType, ".xlsx");
        foreach (var (id, chart, width) in _charts)
        {
            var part = main.AddNewPart<ChartPart>(id);
            using var data = new MemoryStream();
            ChartWorkbook.Write(data, chart);
            data.Position = 0;
            part.AddNewPart<EmbeddedPackagePart>(WorkbookType, "rIdData").FeedData(data);
            part.ChartSpace = new NativeDrawing(ChartWorkbook.Placed(chart), width).Create("rIdData");
        }
        foreach (var (id, picture) in _pictures)
        {
            using var png = new MemoryStream();
            picture.WritePng(png);
            png.Position = 0;
            main.AddImagePart(ImagePartType.Png, id).FeedData(png);
        }
    }
}
