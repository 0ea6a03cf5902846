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

    private static readonly int[] Ratings = [0x0B3C6F, 0x2F79B5, 0x8CBDE0, 0xF4CF83, 0xFBF0DC];
    private static readonly int[] Heat = [0xFBF0DC, 0xCFE1F0, 0x5FA0CF, 0x0B3C6F];

    /// <summary>The colour of a rating; index 0 is the best, -1 stands for none.</summary>
    public static string Rating(int index, int count) => index < 0 ? Hatch : Between(Ratings, count <= 1 ? 0 : (double)index / (count - 1));

    /// <summary>The colour of a share, and the colour of text upon it.</summary>
    public static (string Fill, string Ink) Share(double share)
    {
        string fill = Between(Heat, Math.Clamp(share, 0, 1));
        return (fill, IsDark(fill) ? "#ffffff" : SvgCanvas.Ink);
    }

    /// <summary>True if text upon the colour has to be white.</summary>
    public static bool IsDark(string color)
    {
        int value = Convert.ToInt32(color[1..], 16);
        return ((0.299 * (value >> 16)) + (0.587 * ((value >> 8) & 255)) + (0.114 * (value & 255))) / 255 < 0.55;
    }

    private static string Between(int[] stops, double at)
    {
        double position = at * (stops.Length - 1);
        int first = Math.Min((int)position, stops.Length - 2);
        return $"#{Mix(16):X2}{Mix(8):X2}{Mix(0):X2}";

        int Mix(int shift)
        {
            int from = (stops[first] >> shift) & 255, to = (stops[first + 1] >> shift) & 255;
            return (int)Math.Round(from + ((to - from) * (position - first)));
        }
    }
}
