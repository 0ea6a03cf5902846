using DanVan.Scoring.Scoring;

namespace DanVan.Scoring.Reports.Charts;

/// <summary>
/// Colours that differ in lightness first, so that they stay apart in grey print and for colour-blind eyes: dark blue
/// is best, light sand is lowest, patterns stand for what has no rating.
/// </summary>
internal static class ChartColors
{
    public const string Ink = "#222222";
    public const string Soft = "#444444";
    public const string Outline = "#333333";
    public const string Grid = "#DDDDDD";
    public const string White = "#FFFFFF";

    /// <summary>What is as it should be, or rose.</summary>
    public const string Good = "#2F79B5";

    /// <summary>What is not, or fell.</summary>
    public const string Bad = "#F4CF83";

    private static readonly int[] Ratings = [0x0B3C6F, 0x2F79B5, 0x8CBDE0, 0xF4CF83, 0xFBF0DC];
    private static readonly int[] Heat = [0xFBF0DC, 0xCFE1F0, 0x5FA0CF, 0x0B3C6F];

    /// <summary>The colour of a rating; white for what stands in place of one.</summary>
    public static string Of(Tone tone) => tone.State == RatingState.Rated ? Between(Ratings, tone.Place) : White;

    /// <summary>The pattern of what stands in place of a rating.</summary>
    public static Pattern PatternOf(Tone tone) => tone.State switch
    {
        RatingState.Pending => Pattern.Stripes,
        RatingState.NotRateable => Pattern.Crosses,
        _ => Pattern.None,
    };

    /// <summary>The colour of a share, from 0 to 1.</summary>
    public static string Share(double share) => Between(Heat, Math.Clamp(share, 0, 1));

    /// <summary>Black or white, whichever stands out more upon a colour: by 4.5 to 1 at least (WCAG 2.2, 1.4.3).</summary>
    public static string InkOn(string color) => Contrast(color, White) >= Contrast(color, "#000000") ? White : "#000000";

    /// <summary>How far two colours stand out against each other, from 1 to 21 (WCAG 2.2, relative luminance).</summary>
    public static double Contrast(string one, string other)
    {
        double a = Luminance(one), b = Luminance(other);
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    /// <summary>The grey that is as light as a colour.</summary>
    public static string Grey(string color)
    {
        int value = Convert.ToInt32(color[1..], 16);
        int grey = (int)Math.Round((0.299 * (value >> 16)) + (0.587 * ((value >> 8) & 255)) + (0.114 * (value & 255)));
        return $"#{grey:X2}{grey:X2}{grey:X2}";
    }

    private static double Luminance(string color)
    {
        int value = Convert.ToInt32(color[1..], 16);
        return (0.2126 * Linear(value >> 16)) + (0.7152 * Linear((value >> 8) & 255)) + (0.0722 * Linear(value & 255));

        static double Linear(int part) => part / 255.0 <= 0.04045 ? part / 255.0 / 12.92 : Math.Pow(((part / 255.0) + 0.055) / 1.055, 2.4);
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

/// <summary>Lines upon a bar.</summary>
internal enum Pattern
{
    /// <summary>None.</summary>
    None,

    /// <summary>Slanting lines.</summary>
    Stripes,

    /// <summary>Slanting lines both ways.</summary>
    Crosses,
}
