using DanVan.Scoring.Reports.Charts;
using ScottPlot;
using SkiaSharp;

namespace DanVan.Scoring.Reports.Plotting;

/// <summary>Where a text stands.</summary>
internal enum Anchor
{
    /// <summary>It begins there.</summary>
    Start,

    /// <summary>Its middle is there.</summary>
    Middle,

    /// <summary>It ends there.</summary>
    End,
}

/// <summary>A text in a picture.</summary>
/// <param name="Text">The text.</param>
/// <param name="X">Where it is anchored, in pixels from the left.</param>
/// <param name="Y">Its base line, in pixels from the top.</param>
/// <param name="Anchor">What is anchored.</param>
/// <param name="IsBold">True for bold.</param>
/// <param name="Size">Size in pixels.</param>
/// <param name="Color">Colour.</param>
/// <param name="IsUpright">True if it reads from bottom to top.</param>
internal sealed record PlacedText(
    string Text, double X, double Y, Anchor Anchor = Anchor.Start, bool IsBold = false, double Size = TextRuler.TextSize,
    string Color = ChartColors.Ink, bool IsUpright = false);

/// <summary>
/// A picture while it is made: a ScottPlot plot whose data area is where bars, lines and marks go, and texts, swatches and
/// patterns over the whole picture. A pixel is a 96th of an inch. Down the rows of a chart, coordinates are pixels from
/// the top of the picture; across they are values.
/// </summary>
internal sealed partial class Sketch : IPlottable, IRenderLast
{
    private readonly ChartPalette _palette;
    private readonly List<Action<SKCanvas>> _shapes = [];
    private double _left;
    private double _right;

    public Sketch(double width, double height, ChartPalette palette)
    {
        (Width, Height, _palette) = (width, height, palette);
        Plot = new Plot();
        Plot.HideAxesAndGrid();
        Plot.FigureBackground.Color = Colors.White;
        Plot.DataBackground.Color = Colors.White;
    }

    public double Width { get; }

    public double Height { get; }

    public Plot Plot { get; }

    public List<PlacedText> Texts { get; } = [];

    /// <summary>False while the texts are written by somebody else.</summary>
    public bool DrawsTexts { get; set; } = true;

    bool IPlottable.IsVisible { get; set; } = true;

    IAxes IPlottable.Axes { get; set; } = new Axes();

    IEnumerable<LegendItem> IPlottable.LegendItems => [];

    AxisLimits IPlottable.GetAxisLimits() => AxisLimits.NoLimits;

    void IPlottable.Render(RenderPack rp)
    {
    }

    /// <summary>Draws what lies over the plot.</summary>
    void IRenderLast.RenderLast(RenderPack rp)
    {
        foreach (var shape in _shapes)
            shape(rp.Canvas);
        if (!DrawsTexts)
            return;
        using var paint = new SKPaint { IsAntialias = true };
        foreach (var text in Texts)
        {
            paint.Color = SKColor.Parse(Shade(text.Color));
            var font = TextRuler.Font(text.Size, text.IsBold);
            var align = text.Anchor switch { Anchor.Middle => SKTextAlign.Center, Anchor.End => SKTextAlign.Right, _ => SKTextAlign.Left };
            rp.Canvas.Save();
            rp.Canvas.Translate((float)text.X, (float)text.Y);
            if (text.IsUpright)
                rp.Canvas.RotateDegrees(-90);
            rp.Canvas.DrawText(text.Text, 0, 0, align, font, paint);
            rp.Canvas.Restore();
        }
    }

    /// <summary>Says where the data area lies and what its width stands for; downwards it counts pixels.</summary>
    public void Area(double left, double right, double top, double bottom, decimal start, decimal end) =>
        Area(left, right, top, bottom, start, end, bottom, top);

    /// <summary>Says where the data area lies and what its width and height stand for.</summary>
    public void Area(double left, double right, double top, double bottom, decimal start, decimal end, double low, double high)
    {
        (_left, _right, Start, End) = (left, right, (double)start, (double)end);
        Plot.Layout.Fixed(new PixelPadding((float)left, (float)(Width - right), (float)(Height - bottom), (float)top));
        Plot.Axes.SetLimits(Start, End, low, high);
    }

    private double Start { get; set; }

    private double End { get; set; }

    /// <summary>Where a value lies, in pixels from the left.</summary>
    public double X(decimal value) => _left + (((double)value - Start) / (End - Start) * (_right - _left));

    /// <summary>A lying bar.</summary>
    public void Bar(decimal from, decimal to, double middle, double height, string fill, Pattern pattern = Pattern.None)
    {
        Plot.Add.Bar(new Bar
        {
            Orientation = Orientation.Horizontal,
            ValueBase = (double)from,
            Value = (double)to,
            Position = middle,
            Size = height,
            FillColor = Paint(fill),
            LineColor = Paint(ChartColors.Outline),
            LineWidth = 0.6f,
        });
        Hatch(X(Math.Min(from, to)), middle - (height / 2), X(Math.Max(from, to)), middle + (height / 2), pattern);
    }

    /// <summary>A standing bar.</summary>
    public void Column(decimal from, decimal to, double low, double high, string fill) => Plot.Add.Bar(new Bar
    {
        ValueBase = low,
        Value = high,
        Position = (double)(from + to) / 2,
        Size = (double)(to - from),
        FillColor = Paint(fill),
        LineColor = Paint(ChartColors.Outline),
        LineWidth = 0.6f,
    });

    /// <summary>A field of a map.</summary>
    public void Field(decimal from, decimal to, double top, double bottom, string fill)
    {
        var field = Plot.Add.Rectangle((double)from, (double)to, top, bottom);
        field.FillColor = Paint(fill);
        field.LineColor = Colors.White;
        field.LineWidth = 1;
    }

    /// <summary>A line between two points of the data area.</summary>
    public void Line(decimal x1, double y1, decimal x2, double y2, double width = 1, string color = ChartColors.Outline)
    {
        var line = Plot.Add.Line((double)x1, y1, (double)x2, y2);
        line.LineWidth = (float)width;
        line.LineColor = Paint(color);
        line.MarkerSize = 0;
    }

    /// <summary>A dashed line from the lower left to the upper right, dash by dash: slanting patterns are lost in SVG.</summary>
    public void Diagonal(decimal start, decimal end)
    {
        const int dashes = 40;
        decimal step = (end - start) / dashes;
        for (decimal at = start; at < end; at += step)
            Line(at, (double)at, at + (step * 0.6m), (double)(at + (step * 0.6m)), 1.2);
    }

    /// <summary>Black or white upon a colour, as it is drawn.</summary>
    public string InkOn(string fill) => ChartColors.InkOn(Shade(fill));

    /// <summary>Lines up through the data area.</summary>
    public void Grid(IEnumerable<decimal> values)
    {
        foreach (decimal value in values)
            Up(value, 0.7, ChartColors.Grid);
    }

    /// <summary>A line up through the data area.</summary>
    public void Up(decimal value, double width = 1, string color = ChartColors.Outline, bool isDashed = false)
    {
        var line = Plot.Add.VerticalLine((double)value);
        line.LineWidth = (float)width;
        line.LineColor = Paint(color);
        line.LinePattern = isDashed ? LinePattern.Dashed : LinePattern.Solid;
    }

    /// <summary>A mark.</summary>
    public void Mark(decimal x, double y, MarkerShape shape, double size, string fill)
    {
        var mark = Plot.Add.Marker((double)x, y);
        mark.MarkerStyle = new MarkerStyle(shape, (float)size, Paint(fill))
        {
            LineColor = Paint(ChartColors.Outline),
            LineWidth = 1,
            OutlineColor = Paint(ChartColors.Outline),
            OutlineWidth = 0.8f,
        };
    }

    /// <summary>A text.</summary>
    public void Text(PlacedText text) => Texts.Add(text with { Text = TextRuler.Clean(text.Text), Color = Shade(text.Color) });

    /// <summary>Lines of text, the first with its base line at <paramref name="y"/>; returns where the next would stand.</summary>
    public double Lines(
        IEnumerable<string> lines, double x, double y, Anchor anchor = Anchor.Start, bool isBold = false, string color = ChartColors.Ink,
        double size = TextRuler.TextSize, double lineHeight = TextRuler.LineHeight)
    {
        foreach (string line in lines)
        {
            Text(new PlacedText(line, x, y, anchor, isBold, size, color));
            y += lineHeight;
        }
        return y;
    }

    /// <summary>Lines of text whose middle is at a height.</summary>
    public void Centred(IReadOnlyCollection<string> lines, double x, double middle, Anchor anchor = Anchor.Start,
        bool isBold = false, string color = ChartColors.Ink) =>
        Lines(lines, x, middle - ((lines.Count - 1) * TextRuler.LineHeight / 2) + 4.2, anchor, isBold, color);

    private string Shade(string color) => _palette == ChartPalette.Grey ? ChartColors.Grey(color) : color;

    private Color Paint(string color) => Color.FromHex(Shade(color));
}
