using System.Xml;

namespace DanVan.Scoring.Reports.Svg;

/// <summary>Draws simple shapes and text. One unit is 1/605 of 16 cm, so that 12 units of type print at 9 pt.</summary>
internal sealed class SvgCanvas(XmlWriter xml)
{
    /// <summary>Width of a chart.</summary>
    public const double Width = 605;

    /// <summary>Size of ordinary text; the smallest there is.</summary>
    public const double TextSize = 12;

    /// <summary>Distance between the lines of ordinary text.</summary>
    public const double LineHeight = 15;

    public const string Ink = "#222222";
    private const string Namespace = "http://www.w3.org/2000/svg";

    public static void Write(Stream stream, double width, double height, string title, string description, Action<SvgCanvas> draw)
    {
        using var xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new System.Text.UTF8Encoding(false), Indent = true, NewLineChars = "\n", CloseOutput = false });
        xml.WriteStartElement("svg", Namespace);
        xml.WriteAttributeString("viewBox", $"0 0 {N(width)} {N(height)}");
        xml.WriteAttributeString("width", $"{N(width * 16 / Width)}cm");
        xml.WriteAttributeString("height", $"{N(height * 16 / Width)}cm");
        xml.WriteAttributeString("role", "img");
        xml.WriteAttributeString("aria-labelledby", "title description");
        xml.WriteAttributeString("font-family", "Arial, 'Liberation Sans', Helvetica, sans-serif");
        xml.WriteStartElement("title", Namespace);
        xml.WriteAttributeString("id", "title");
        xml.WriteString(title);
        xml.WriteEndElement();
        xml.WriteStartElement("desc", Namespace);
        xml.WriteAttributeString("id", "description");
        xml.WriteString(description);
        xml.WriteEndElement();
        WriteHatch(xml);
        var canvas = new SvgCanvas(xml);
        canvas.Rectangle(0, 0, width, height, "#ffffff", null);
        draw(canvas);
        xml.WriteEndElement();
    }

    /// <summary>A rectangle; <paramref name="value"/> says which figure its length stands for.</summary>
    public void Rectangle(double x, double y, double width, double height, string fill, string? stroke, decimal? value = null)
    {
        xml.WriteStartElement("rect", Namespace);
        Attributes(("x", N(x)), ("y", N(y)), ("width", N(width)), ("height", N(height)), ("fill", fill));
        if (stroke is not null)
            Attributes(("stroke", stroke), ("stroke-width", "0.6"));
        if (value is { } number)
            Attributes(("data-value", number.ToString(CultureInfo.InvariantCulture)));
        xml.WriteEndElement();
    }

    /// <summary>A circle; <paramref name="value"/> says which figure its place stands for.</summary>
    public void Circle(double x, double y, double radius, string fill, string stroke, decimal? value = null)
    {
        xml.WriteStartElement("circle", Namespace);
        Attributes(("cx", N(x)), ("cy", N(y)), ("r", N(radius)), ("fill", fill), ("stroke", stroke), ("stroke-width", "1.2"));
        if (value is { } number)
            Attributes(("data-value", number.ToString(CultureInfo.InvariantCulture)));
        xml.WriteEndElement();
    }

    public void Line(double x1, double y1, double x2, double y2, double width = 0.6, string color = "#888888", bool isDashed = false)
    {
        xml.WriteStartElement("line", Namespace);
        Attributes(("x1", N(x1)), ("y1", N(y1)), ("x2", N(x2)), ("y2", N(y2)), ("stroke", color), ("stroke-width", N(width)));
        if (isDashed)
            Attributes(("stroke-dasharray", "4 3"));
        xml.WriteEndElement();
    }

    /// <summary>A line of text; <paramref name="y"/> is its base line.</summary>
    public void Text(double x, double y, string text, double size = TextSize, string anchor = "start", bool isBold = false, string color = Ink)
    {
        xml.WriteStartElement("text", Namespace);
        Attributes(("x", N(x)), ("y", N(y)), ("font-size", N(size)), ("fill", color));
        if (anchor != "start")
            Attributes(("text-anchor", anchor));
        if (isBold)
            Attributes(("font-weight", "bold"));
        xml.WriteString(text);
        xml.WriteEndElement();
    }

    /// <summary>Lines of text; returns the base line that would come next.</summary>
    public double Lines(double x, double y, IEnumerable<string> lines, double size = TextSize, bool isBold = false, string color = Ink, double lineHeight = LineHeight)
    {
        foreach (string line in lines)
        {
            Text(x, y, line, size, isBold: isBold, color: color);
            y += lineHeight;
        }
        return y;
    }

    private static string N(double value) => Math.Round(value, 2).ToString("0.##", CultureInfo.InvariantCulture);

    private static void WriteHatch(XmlWriter xml)
    {
        xml.WriteRaw("\n  <defs><pattern id=\"hatch\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">"
            + "<rect width=\"6\" height=\"6\" fill=\"#ffffff\"/><line x1=\"0\" y1=\"0\" x2=\"0\" y2=\"6\" stroke=\"#777777\" stroke-width=\"1.5\"/></pattern></defs>\n  ");
    }

    private void Attributes(params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        foreach (var (name, value) in attributes)
            xml.WriteAttributeString(name, value);
    }
}
