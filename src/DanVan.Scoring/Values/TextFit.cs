namespace DanVan.Scoring.Values;

/// <summary>Estimates the room that text takes in a cell of a worksheet: programs do not agree on fitting rows by themselves.</summary>
public static class TextFit
{
    private const decimal LineHeight = 14.5m;
    private const decimal Padding = 3;

    /// <summary>Lines that a text takes in a column, with some room to spare.</summary>
    /// <param name="text">The text.</param>
    /// <param name="width">Width of the column, in characters.</param>
    /// <param name="isBold">True for bold text, which is wider.</param>
    public static int Lines(string text, decimal width, bool isBold = false)
    {
        ArgumentNullException.ThrowIfNull(text);
        decimal room = width * (isBold ? 0.88m : 0.98m), used = 0;
        int lines = 1;
        foreach (string word in text.Split(' '))
        {
            if (used > 0 && used + 1 + word.Length > room)
            {
                lines++;
                used = 0;
            }
            used += word.Length + (used > 0 ? 1 : 0);
            lines += (int)((used - 1) / room);
            used = used > room ? used % room : used;
        }
        return lines;
    }

    /// <summary>Height of a row that holds so many lines, in points; at most what a row can have.</summary>
    public static decimal RowHeight(int lines) => Math.Min(409, Padding + (LineHeight * lines));
}
