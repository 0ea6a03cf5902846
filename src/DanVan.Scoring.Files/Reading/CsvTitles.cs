namespace DanVan.Scoring.Files.Reading;

/// <summary>Finds titles that stand above the headers of a CSV file, as they do in the sheets it was saved from.</summary>
internal static class CsvTitles
{
    private const int MostLines = 60;
    private const int FewestHeaders = 2;
    private static readonly LocalText Why = new("tiêu đề phía trên bảng", "a title above the table");

    /// <summary>Cuts off the lines above the headers and reports them. A first line that holds a known header is the header.</summary>
    /// <returns>The file from its header on, and how many lines were cut off.</returns>
    public static (TextFile File, int Lines) CutOff(TextFile file, char[] delimiters, KnownHeaders knownHeaders, DiagnosticBag diagnostics)
    {
        var lines = FirstLines(file.Utf8.Span);
        int KnownIn(string line) => delimiters.Max(delimiter => line.Split(delimiter).Select(cell => cell.Trim().Trim('"')).Where(cell => cell.Length > 0).Count(knownHeaders.Contains));
        if (lines.Count < 2 || lines[0].Text.StartsWith("sep=", StringComparison.Ordinal) || KnownIn(lines[0].Text) > 0)
            return (file, 0);
        var (known, index) = lines.Index().Select(line => (Known: KnownIn(line.Item.Text), line.Index)).MaxBy(line => line.Known);
        if (known < FewestHeaders)
            return (file, 0);
        foreach (var (line, (text, _)) in lines.Take(index).Index())
            if (text.Trim([.. delimiters, ' ', '\u00A0', '"']) is { Length: > 0 } title)
                diagnostics.Add(DatasetDiagnostics.RowNotUsed.At(new Place { File = file.Name, Line = line + 1 }, ("found", ValueText.Cut(title, 80)), ("why", Why)));
        return (file.Behind(lines[index].Start), index);
    }

    private static List<(string Text, int Start)> FirstLines(ReadOnlySpan<byte> text)
    {
        var lines = new List<(string, int)>();
        int start = 0;
        while (lines.Count < MostLines && start < text.Length)
        {
            int length = text[start..].IndexOf((byte)'\n') is >= 0 and var found ? found : text.Length - start;
            lines.Add((Encoding.UTF8.GetString(text.Slice(start, Math.Min(length, Table.LargestCell))).TrimEnd('\r'), start));
            start += length + 1;
        }
        return lines;
    }
}
