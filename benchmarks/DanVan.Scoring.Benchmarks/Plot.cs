using System.Globalization;
using System.Xml;

namespace DanVan.Scoring.Benchmarks;

/// <summary>A line of a plot.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Dash">How it is drawn: a dash pattern of SVG, empty for a full line.</param>
/// <param name="Points">Its points, from left to right.</param>
internal sealed record PlotLine(string Name, string Dash, IReadOnlyList<(double X, double Y)> Points);

/// <summary>A plot with logarithmic axes as SVG, readable in grey.</summary>
internal static class Plot
{
    private const double Width = 660, Height = 400, Left = 70, Right = 50, Top = 40, Bottom = 60;

    public static void Write(string path, string title, string xTitle, string yTitle, IReadOnlyList<PlotLine> lines)
    {
        var all = lines.SelectMany(line => line.Points).ToList();
        var (xFrom, xTo) = Range(all.Select(point => point.X));
        var (yFrom, yTo) = Range(all.Select(point => point.Y));
        using var svg = XmlWriter.Create(path, new XmlWriterSettings { Indent = true, OmitXmlDeclaration = true });
        svg.WriteStartElement("svg", "http://www.w3.org/2000/svg");
        Attributes(("viewBox", $"0 0 {Width} {Height}"), ("font-family", "sans-serif"), ("font-size", "12"));
        Element("rect", ("width", Text(Width)), ("height", Text(Height)), ("fill", "white"));
        Label(Left, 20, title, "start", "bold");
        for (int power = xFrom; power <= xTo; power++)
        {
            Rule(X(Math.Pow(10, power)), Top, X(Math.Pow(10, power)), Height - Bottom);
            Label(X(Math.Pow(10, power)), Height - Bottom + 18, Power(power), "middle");
        }
        for (int power = yFrom; power <= yTo; power++)
        {
            Rule(Left, Y(Math.Pow(10, power)), Width - Right, Y(Math.Pow(10, power)));
            Label(Left - 8, Y(Math.Pow(10, power)) + 4, Power(power), "end");
        }
        Label((Left + Width - Right) / 2, Height - 16, xTitle, "middle");
        Label(Left - 8, Top - 8, yTitle, "end");
        foreach (var line in lines)
        {
            Element("polyline", ("points", string.Join(' ', line.Points.Select(point => $"{Text(X(point.X))},{Text(Y(point.Y))}"))),
                ("fill", "none"), ("stroke", "black"), ("stroke-width", "1.6"), ("stroke-dasharray", line.Dash.Length == 0 ? "none" : line.Dash));
            foreach (var (x, y) in line.Points)
                Element("circle", ("cx", Text(X(x))), ("cy", Text(Y(y))), ("r", "3"), ("fill", "black"));
        }
        foreach (var (i, line) in lines.Index())
        {
            Element("line", ("x1", Text(Left + 16)), ("y1", Text(Top + 18 + (18 * i))), ("x2", Text(Left + 56)), ("y2", Text(Top + 18 + (18 * i))),
                ("stroke", "black"), ("stroke-width", "1.6"), ("stroke-dasharray", line.Dash.Length == 0 ? "none" : line.Dash));
            Label(Left + 64, Top + 22 + (18 * i), line.Name, "start");
        }

        svg.WriteEndElement();

        double X(double value) => Left + ((Math.Log10(value) - xFrom) / (xTo - xFrom) * (Width - Left - Right));
        double Y(double value) => Height - Bottom - ((Math.Log10(value) - yFrom) / (yTo - yFrom) * (Height - Top - Bottom));
        void Rule(double x1, double y1, double x2, double y2) => Element("line", ("x1", Text(x1)), ("y1", Text(y1)), ("x2", Text(x2)), ("y2", Text(y2)), ("stroke", "#ccc"));
        void Label(double x, double y, string text, string anchor, string weight = "normal")
        {
            svg.WriteStartElement("text");
            Attributes(("x", Text(x)), ("y", Text(y)), ("text-anchor", anchor), ("font-weight", weight));
            svg.WriteString(text);
            svg.WriteEndElement();
        }

        void Element(string name, params (string Name, string Value)[] attributes)
        {
            svg.WriteStartElement(name);
            Attributes(attributes);
            svg.WriteEndElement();
        }

        void Attributes(params (string Name, string Value)[] attributes)
        {
            foreach (var (name, value) in attributes)
                svg.WriteAttributeString(name, value);
        }
    }

    private static (int From, int To) Range(IEnumerable<double> values)
    {
        var logarithms = values.Select(Math.Log10).ToList();
        return ((int)Math.Floor(logarithms.Min()), (int)Math.Ceiling(logarithms.Max()));
    }

    private static string Power(int power) => power >= 0 ? Math.Pow(10, power).ToString("#,0", CultureInfo.InvariantCulture) : Math.Pow(10, power).ToString("0.#####", CultureInfo.InvariantCulture);

    private static string Text(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
