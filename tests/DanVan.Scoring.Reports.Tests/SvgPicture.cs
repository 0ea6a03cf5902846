using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using DanVan.Scoring.Reports.Charts;
using DanVan.Scoring.Reports.Plotting;
using SkiaSharp;

namespace DanVan.Scoring.Reports.Tests;

/// <summary>An area of a picture.</summary>
internal readonly record struct Box(double Left, double Top, double Right, double Bottom)
{
    public double Width => Right - Left;

    public double Height => Bottom - Top;

    public double X => (Left + Right) / 2;

    public double Y => (Top + Bottom) / 2;

    /// <summary>How far two areas lie upon each other, in the direction in which it is least; 0 or less if they do not.</summary>
    public double Overlap(Box other) => Math.Min(
        Math.Min(Right, other.Right) - Math.Max(Left, other.Left), Math.Min(Bottom, other.Bottom) - Math.Max(Top, other.Top));

    public Box Cut(Box by) => new(Math.Max(Left, by.Left), Math.Max(Top, by.Top), Math.Min(Right, by.Right), Math.Min(Bottom, by.Bottom));

    public Box Wider(double by) => new(Left - by, Top - by, Right + by, Bottom + by);

    public override string ToString() => FormattableString.Invariant($"[{Left:0.0} {Top:0.0} {Right:0.0} {Bottom:0.0}]");
}

/// <summary>A text of a picture: where its ink is.</summary>
internal sealed record DrawnText(string Text, Box Ink, double Size, double X, bool IsUpright, XElement Element);

/// <summary>A shape of a picture.</summary>
/// <param name="Kind">Its element.</param>
/// <param name="Fill">Its colour; <c>none</c> for an outline.</param>
/// <param name="Stroke">Colour of its line; null if it has none.</param>
/// <param name="Thickness">Thickness of its line.</param>
/// <param name="Area">Where it is, without the thickness of its line.</param>
/// <param name="Clip">The part of the picture in which it is seen; null for all.</param>
internal sealed record DrawnShape(string Kind, string Fill, string? Stroke, double Thickness, Box Area, Box? Clip)
{
    public Box Seen => Clip is { } clip ? Area.Wider(Thickness / 2).Cut(clip) : Area.Wider(Thickness / 2);
}

/// <summary>A picture as its SVG file says it: read from the file alone.</summary>
internal sealed partial class SvgPicture
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private SvgPicture(Picture picture, XElement root)
    {
        (Picture, Root) = (picture, root);
        Canvas = new Box(0, 0, Numbers(root.Attribute("viewBox")!.Value)[2], Numbers(root.Attribute("viewBox")!.Value)[3]);
        Texts = [.. root.Elements(Svg + "text").Select(TextOf)];
        var clips = root.Elements(Svg + "clipPath").ToDictionary(clip => clip.Attribute("id")!.Value,
            clip => AreaOf(clip.Elements().Single()));
        Shapes = [.. root.Elements().SelectMany(element => element.Name.LocalName switch
        {
            "title" or "desc" or "text" or "clipPath" => [],
            "g" => element.Elements().Select(shape => ShapeOf(shape, clips[element.Attribute("clip-path")!.Value[5..^1]])),
            _ => [ShapeOf(element, null)],
        })];
    }

    public Picture Picture { get; }

    public XElement Root { get; }

    public Chart Chart => Picture.Chart;

    public Box Canvas { get; }

    public ImmutableArray<DrawnText> Texts { get; }

    public ImmutableArray<DrawnShape> Shapes { get; }

    /// <summary>The filled rectangles of the data area, in the order in which they are drawn, without its white ground.</summary>
    public IEnumerable<DrawnShape> Bars => Shapes.Where(shape => shape is { Kind: "rect", Clip: not null } && shape.Fill != "none").Skip(1);

    /// <summary>The filled circles of the data area.</summary>
    public IEnumerable<DrawnShape> Dots => Shapes.Where(shape => shape is { Kind: "ellipse", Clip: not null } && shape.Fill != "none");

    public string? Title => Word("title");

    public string? Description => Word("desc");

    public static SvgPicture Of(Picture picture) => new(picture, XElement.Parse(TextOf(picture), LoadOptions.PreserveWhitespace));

    public static string TextOf(Picture picture)
    {
        using var stream = new MemoryStream();
        picture.WriteSvg(stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    public static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private string? Word(string name) => Root.Element(Svg + name)?.Value;

    private static double[] Numbers(string text) => [.. NumberPattern().Matches(text).Select(match => Number(match.Value))];

    private static DrawnText TextOf(XElement text)
    {
        double size = Number(text, "font-size");
        bool isBold = text.Attribute("font-weight") is not null;
        double width = TextRuler.Width(text.Value, isBold, size);
        using var outline = TextRuler.Font(size, isBold).GetTextPath(text.Value, default(SKPoint));
        var ink = outline.TightBounds;
        double shift = text.Attribute("text-anchor")?.Value switch { null => 0, "middle" => -width / 2, "end" => -width, _ => double.NaN };
        if (text.Attribute("transform")?.Value is not { } transform)
        {
            double x = Number(text, "x"), y = Number(text, "y");
            return new DrawnText(text.Value, new Box(x + shift + ink.Left, y + ink.Top, x + shift + ink.Right, y + ink.Bottom),
                size, x, false, text);
        }
        double[] moved = Numbers(transform);
        Assert.Equal(-90, moved[2]);
        var area = new Box(moved[0] + ink.Top, moved[1] - shift - ink.Right, moved[0] + ink.Bottom, moved[1] - shift - ink.Left);
        return new DrawnText(text.Value, area, size, moved[0], true, text);
    }

    private static DrawnShape ShapeOf(XElement shape, Box? clip)
    {
        Assert.Null(shape.Attribute("transform"));
        return new DrawnShape(shape.Name.LocalName, shape.Attribute("fill")?.Value ?? "black", shape.Attribute("stroke")?.Value,
            shape.Attribute("stroke") is null ? 0 : Number(shape, "stroke-width"), AreaOf(shape), clip);
    }

    private static Box AreaOf(XElement shape)
    {
        switch (shape.Name.LocalName)
        {
            case "rect":
                double left = Number(shape, "x", 0), top = Number(shape, "y", 0);
                return new Box(left, top, left + Number(shape, "width"), top + Number(shape, "height"));
            case "ellipse":
                double x = Number(shape, "cx"), y = Number(shape, "cy"), across = Number(shape, "rx"), up = Number(shape, "ry");
                return new Box(x - across, y - up, x + across, y + up);
            case "path":
                string data = shape.Attribute("d")!.Value;
                Assert.DoesNotMatch("[^MLQZ0-9eE., -]", data); // absolute places only, so that all numbers are places
                double[] places = Numbers(data);
                var (xs, ys) = (places.Where((_, index) => index % 2 == 0).ToList(), places.Where((_, index) => index % 2 == 1).ToList());
                return new Box(xs.Min(), ys.Min(), xs.Max(), ys.Max());
            default:
                throw new InvalidOperationException($"The test does not know <{shape.Name.LocalName}>.");
        }
    }

    private static double Number(XElement element, string attribute, double? without = null) =>
        element.Attribute(attribute) is { } found ? Number(found.Value)
            : without ?? throw new InvalidOperationException($"<{element.Name.LocalName}> has no {attribute}.");

    [GeneratedRegex(@"-?\d+(\.\d+)?([eE]-?\d+)?")]
    private static partial Regex NumberPattern();
}
