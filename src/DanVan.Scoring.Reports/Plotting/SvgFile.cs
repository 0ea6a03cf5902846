using System.Xml;
using System.Xml.Linq;

namespace DanVan.Scoring.Reports.Plotting;

/// <summary>
/// Makes what SkiaSharp writes a file that looks the same everywhere: each text at one place with its anchor and fonts to fall
/// back on (SkiaSharp places every letter by the font of the machine that drew, see ScottPlot issue 5141), one clip a data
/// area, names that are not those of another picture on the same page, a title and a description.
/// </summary>
internal static class SvgFile
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public static void Write(Stream stream, Stream raw, Sketch sketch, Picture picture)
    {
        var drawn = XDocument.Load(raw).Root!;
        string id = picture.Name;
        var root = new XElement(Svg + "svg",
            new XAttribute("viewBox", $"0 0 {N(sketch.Width)} {N(sketch.Height)}"),
            new XAttribute("width", $"{N(picture.Width)}cm"), new XAttribute("height", $"{N(picture.Height)}cm"),
            new XAttribute("role", "img"), new XAttribute("aria-labelledby", $"{id}-title {id}-description"),
            new XAttribute("font-family", "'Be Vietnam Pro', Arial, 'Liberation Sans', sans-serif"),
            new XElement(Svg + "title", new XAttribute("id", $"{id}-title"), TextRuler.Clean(picture.Title)),
            new XElement(Svg + "desc", new XAttribute("id", $"{id}-description"), TextRuler.Clean(picture.Chart.AlternativeText)));
        root.Add(Shapes(drawn, id));
        root.Add(sketch.Texts.Select(Text));
        using var xml = XmlWriter.Create(stream, new XmlWriterSettings
        {
            Encoding = new UTF8Encoding(false),
            Indent = true,
            IndentChars = "",
            NewLineChars = "\n",
            OmitXmlDeclaration = true,
            CloseOutput = false,
        });
        root.Save(xml);
    }

    /// <summary>The shapes, those of one clip in one group.</summary>
    private static IEnumerable<XElement> Shapes(XElement drawn, string id)
    {
        var clips = drawn.Descendants(Svg + "clipPath").ToDictionary(clip => clip.Attribute("id")!.Value, clip => clip.Elements().Single());
        var kept = new List<(string Area, string Id)>();
        XElement? group = null;
        bool isFirst = true;
        foreach (var shape in drawn.Elements().Where(element => element.Name != Svg + "clipPath"))
        {
            if (isFirst)
            {
                isFirst = false; // a canvas is cleared before anything is drawn
                continue;
            }
            if (shape.Attribute("clip-path")?.Value is not { } reference)
            {
                group = null;
                yield return Plain(shape);
                continue;
            }
            string area = clips[reference[5..^1]].ToString();
            int index = kept.FindIndex(clip => clip.Area == area);
            if (index < 0)
            {
                (index, group) = (kept.Count, null);
                kept.Add((area, $"{id}-area{index}"));
                yield return new XElement(Svg + "clipPath", new XAttribute("id", kept[index].Id), Plain(clips[reference[5..^1]]));
            }
            string own = $"url(#{kept[index].Id})";
            if (group?.Attribute("clip-path")!.Value != own)
                yield return group = new XElement(Svg + "g", new XAttribute("clip-path", own));
            group.Add(shape.Elements().Select(Plain));
        }
    }

    private static XElement Plain(XElement element) => new(element.Name,
        element.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration), element.Elements().Select(Plain));

    private static XElement Text(PlacedText text) => new(Svg + "text",
        text.IsUpright ? new XAttribute("transform", $"translate({N(text.X)} {N(text.Y)}) rotate(-90)") : null,
        text.IsUpright ? null : new XAttribute("x", N(text.X)),
        text.IsUpright ? null : new XAttribute("y", N(text.Y)),
        new XAttribute("font-size", N(text.Size)),
        text.Text.Length == 1 ? null : new XAttribute("textLength", N(TextRuler.Width(text.Text, text.IsBold, text.Size))),
        text.Text.Length == 1 ? null : new XAttribute("lengthAdjust", "spacingAndGlyphs"), // as wide in any font as it was measured
        new XAttribute("fill", text.Color),
        text.Anchor == Anchor.Start ? null : new XAttribute("text-anchor", text.Anchor == Anchor.Middle ? "middle" : "end"),
        text.IsBold ? new XAttribute("font-weight", "bold") : null,
        text.Text);

    private static string N(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
