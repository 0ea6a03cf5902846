using DanVan.Scoring.Reports.Svg;

namespace DanVan.Scoring.Reports.Charts;

/// <summary>
/// Colours that differ in lightness first, so that they stay apart in grey print and for colour-blind eyes: dark blue
/// is best, light sand is lowest, hatched is without rating.
/// </summary>
internal static class ChartColors
{
    public const string Outline = "#333333";
    public const string Hatch = "url(#hatch)";

    private static readonly (int R, int G, int B)[] Ratings = [(0x0B, 0x3C, 0x6F), (0x2F, 0x79, 0xB5), (0x8C, 0xBD, 0xE0), (0xF4, 0xCF, 0x83), (0xFB, 0xF0, 0xDC)];
    private static readonly (int R, int G, int B)[] Heat = [(0xFB, 0xF0, 0xDC), (0xCF, 0xE1, 0xF0), (0x5F, 0xA0, 0xCF), (0x0B, 0x3C, 0x6F)];

    /// <summary>The colour of a rating; index 0 is the best, -1 stands for none.</summary>
    public static string Rating(int index, int count) => index < 0 ? Hatch : Hex(Between(Ratings, count <= 1 ? 0 : (double)index / (count - 1)));

    /// <summary>The colour of a share, and the colour of text upon it.</summary>
    public static (string Fill, string Ink) Share(double share)
    {
        string fill = Hex(Between(Heat, Math.Clamp(share, 0, 1)));
        return (fill, IsDark(fill) ? "#ffffff" : SvgCanvas.Ink);
    }

    /// <summary>True if text upon the colour has to be white.</summary>
    public static bool IsDark(string color)
    {
        int value = Convert.ToInt32(color[1..], 16);
        return ((0.299 * (value >> 16)) + (0.587 * ((value >> 8) & 255)) + (0.114 * (value & 255))) / 255 < 0.55;
    }

    private static (int R, int G, int B) Between((int R, int G, int B)[] stops, double at)
    {
        double position = at * (stops.Length - 1);
        int first = Math.Min((int)position, stops.Length - 2);
        double part = position - first;
        int Mix(int x, int y) => (int)Math.Round(x + ((y - x) * part));
        return (Mix(stops[first].R, stops[first + 1].R), Mix(stops[first].G, stops[first + 1].G), Mix(stops[first].B, stops[first + 1].B));
    }

    private static string Hex((int R, int G, int B) color) => $"#{color.R:X2}{color.G:X2}{color.B:X2}";
}
