namespace DanVan.Scoring.Reports.Office;

/// <summary>
/// Estimates how much room text takes in Times New Roman, a little too much rather than too little: Office lays charts out
/// by itself, and no font needs to be at hand.
/// </summary>
internal static class OfficeRuler
{
    /// <summary>Width in points.</summary>
    public static double Width(string text, double size) => size * text.Sum(WidthOf);

    /// <summary>On how many lines a text stands that breaks between words, and within words that are wider than a line.</summary>
    public static int Lines(string text, double width, double size)
    {
        int lines = 1;
        double used = 0, space = size * WidthOf(' ');
        foreach (string word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            double length = Width(word, size);
            if (used > 0 && used + space + length > width)
                (lines, used) = (lines + 1, 0);
            used += (used > 0 ? space : 0) + length;
            while (used > width)
                (lines, used) = (lines + 1, used - width);
        }
        return lines;
    }

    private static double WidthOf(char letter) => letter switch
    {
        ' ' or '.' or ',' or ':' or ';' or '\'' or 'i' or 'l' or 'j' or 't' or 'f' or 'I' => 0.3,
        'm' or 'w' or 'M' or 'W' or '%' or '–' or '…' => 0.95,
        _ when char.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark => 0,
        _ when letter >= '\u2E80' => 1,
        _ when char.IsUpper(letter) => 0.74,
        _ => 0.51,
    };
}
