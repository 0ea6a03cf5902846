namespace DanVan.Scoring.Reports.Svg;

/// <summary>
/// Estimates the width of text in the sans-serif fonts that show our charts, so that layout needs no font on the machine.
/// Letters with diacritics are as wide as their base letter. Widths are those of Arial with a margin, because a
/// machine without it may take a wider font.
/// </summary>
internal static class TextMetrics
{
    private const double Margin = 1.12;

    // Advance widths of U+0020–U+007E in thousandths of the font size.
    private static readonly short[] Widths =
    [
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
        556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
        1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
        667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
        333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
        556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
    ];

    /// <summary>Width in the units of the font size.</summary>
    public static double Width(string text, double fontSize, bool isBold = false)
    {
        double sum = 0;
        foreach (char c in text.Normalize(NormalizationForm.FormD))
        {
            if (c is >= '\u0300' and <= '\u036F')
                continue;
            sum += c is >= ' ' and <= '~' ? Widths[c - ' '] : c is 'đ' ? 556 : c is 'Đ' ? 722 : 650;
        }
        return sum / 1000 * fontSize * Margin * (isBold ? 1.08 : 1);
    }

    /// <summary>Breaks text into lines no wider than given; a word that is wider by itself is broken too.</summary>
    public static IReadOnlyList<string> Wrap(string text, double width, double fontSize, bool isBold = false)
    {
        var lines = new List<string>();
        var line = new StringBuilder();
        foreach (string word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            foreach (string piece in Pieces(word, width, fontSize, isBold))
            {
                string candidate = line.Length == 0 ? piece : $"{line} {piece}";
                if (line.Length > 0 && Width(candidate, fontSize, isBold) > width)
                {
                    lines.Add(line.ToString());
                    line.Clear().Append(piece);
                }
                else
                {
                    line.Clear().Append(candidate);
                }
            }
        }
        lines.Add(line.ToString());
        return lines;
    }

    private static IEnumerable<string> Pieces(string word, double width, double fontSize, bool isBold)
    {
        int from = 0;
        for (int to = 1; to <= word.Length; to++)
        {
            if (to - from > 1 && Width(word[from..to], fontSize, isBold) > width)
            {
                yield return word[from..(to - 1)];
                from = to - 1;
            }
        }
        yield return word[from..];
    }
}
