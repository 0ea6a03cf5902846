using DanVan.Scoring.Reports.Charts;
using ScottPlot;
using SkiaSharp;

namespace DanVan.Scoring.Reports.Plotting;

/// <summary>A chart, or a part of one, ready to be written: the same bytes each time on one machine.</summary>
public sealed class Picture
{
    private const double Scale = 300 / 96.0;

    /// <summary>The chunk that says how large a PNG prints: 11,811 pixels a metre both ways, which is 300 dpi (PNG, 11.3.5.3).</summary>
    private static readonly byte[] Resolution =
        [0, 0, 0, 9, (byte)'p', (byte)'H', (byte)'Y', (byte)'s', 0, 0, 0x2E, 0x23, 0, 0, 0x2E, 0x23, 1, 0x78, 0xA5, 0x3F, 0x76];

    private readonly double _width;
    private readonly double _height;
    private readonly ChartPalette _palette;
    private readonly Action<Sketch> _fill;
    private readonly Lock _lock = new();
    private Sketch? _sketch;
    private byte[]? _svg;

    internal Picture(Chart chart, string name, string title, double width, double height, ChartPalette palette, Action<Sketch> fill) =>
        (Chart, Name, Title, _width, _height, _palette, _fill) = (chart, name, title, Whole(width), Whole(height), palette, fill);

    /// <summary>The chart.</summary>
    public Chart Chart { get; }

    /// <summary>File name without ending.</summary>
    public string Name { get; }

    /// <summary>Title, with the number of the part.</summary>
    public string Title { get; }

    /// <summary>Width in centimetres.</summary>
    public double Width => _width / ChartRenderer.PixelsPerCentimetre;

    /// <summary>Height in centimetres.</summary>
    public double Height => _height / ChartRenderer.PixelsPerCentimetre;

    /// <summary>Writes it as SVG, with its size in centimetres.</summary>
    public void WriteSvg(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        lock (_lock)
            stream.Write(_svg ??= Svg());
    }

    /// <summary>Writes it as PNG of 300 dots an inch.</summary>
    public void WritePng(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var info = new SKImageInfo(
            (int)Math.Round(_width * Scale), (int)Math.Round(_height * Scale), SKColorType.Rgba8888, SKAlphaType.Opaque);
        using var surface = SKSurface.Create(info);
        surface.Canvas.Clear(SKColors.White);
        surface.Canvas.Scale((float)Scale);
        lock (_lock)
            Draw(withTexts: true).Plot.Render(surface.Canvas, Area);
        using var pixels = surface.PeekPixels();
        using var png = pixels.Encode(new SKPngEncoderOptions(SKPngEncoderFilterFlags.Up, 4));
        var bytes = png!.AsSpan();
        const int afterHeader = 8 + 25;
        stream.Write(bytes[..afterHeader]);
        stream.Write(Resolution);
        stream.Write(bytes[afterHeader..]);
    }

    /// <summary>A length of whole dots, so that no dot at the edge is half white.</summary>
    private static double Whole(double length) => Math.Round(length * Scale) / Scale;

    private PixelRect Area => new(0, (float)_width, (float)_height, 0);

    private byte[] Svg()
    {
        var sketch = Draw(withTexts: false);
        using var raw = new MemoryStream();
        using (var canvas = SKSvgCanvas.Create(new SKRect(0, 0, (float)_width, (float)_height), raw))
            sketch.Plot.Render(canvas, Area);
        raw.Position = 0;
        using var svg = new MemoryStream();
        SvgFile.Write(svg, raw, sketch, this);
        return svg.ToArray();
    }

    private Sketch Draw(bool withTexts)
    {
        if (_sketch is null)
        {
            _sketch = new Sketch(_width, _height, _palette);
            _fill(_sketch);
            _sketch.Plot.Add.Plottable(_sketch);
            // A plot finds its axes when it is drawn first, and then draws itself again: once to nowhere, so that a picture has it once.
            using var nowhere = new SKNoDrawCanvas((int)Math.Ceiling(_width), (int)Math.Ceiling(_height));
            _sketch.Plot.Render(nowhere, Area);
        }
        _sketch.DrawsTexts = withTexts;
        return _sketch;
    }
}
