using System.Text;
using DanVan.Scoring.Diagnostics;

namespace DanVan.Scoring.Json;

/// <summary>The bytes of a text file with its lines, to tell the place of a byte.</summary>
internal sealed class SourceFile
{
    private const int LongestExcerpt = 120;
    private const int LongestWindow = 1_000; // bytes to either side; more than an excerpt of any script needs
    private readonly List<int> _lineStarts = [0];

    public SourceFile(string name, ReadOnlyMemory<byte> utf8)
    {
        Name = name;
        Utf8 = utf8;
        var span = utf8.Span;
        for (int i = 0; i < span.Length; i++)
            if (span[i] == (byte)'\n')
                _lineStarts.Add(i + 1);
    }

    /// <summary>The file, as the user named it.</summary>
    public string Name { get; }

    /// <summary>Content, without byte order mark.</summary>
    public ReadOnlyMemory<byte> Utf8 { get; }

    /// <summary>The place of a run of bytes, with the line it stands in.</summary>
    public Place PlaceOf(int start, int length)
    {
        start = Math.Clamp(start, 0, Utf8.Length);
        int line = _lineStarts.BinarySearch(start);
        if (line < 0)
            line = ~line - 1;
        int lineStart = _lineStarts[line];
        int lineEnd = line + 1 < _lineStarts.Count ? _lineStarts[line + 1] : Utf8.Length;
        var bytes = Utf8.Span;
        int index = Encoding.UTF8.GetCharCount(bytes[lineStart..start]);
        int end = Math.Clamp(start + length, start, lineEnd);
        int shown = Math.Max(1, Encoding.UTF8.GetCharCount(bytes[start..end]));
        // Of a long line only the part around the place is decoded: a rule set may stand on one line.
        int from = Boundary(bytes, Math.Max(lineStart, start - LongestWindow));
        int to = Boundary(bytes, Math.Min(lineEnd, start + LongestWindow));
        return new Place
        {
            File = Name,
            Line = line + 1,
            Column = index + 1,
            Excerpt = Cut(Encoding.UTF8.GetString(bytes[from..to]).TrimEnd('\r', '\n'), Encoding.UTF8.GetCharCount(bytes[from..start]), shown, from > lineStart),
        };
    }

    /// <summary>Moves on to the start of a character.</summary>
    private static int Boundary(ReadOnlySpan<byte> bytes, int at)
    {
        while (at < bytes.Length && (bytes[at] & 0xC0) == 0x80)
            at++;
        return at;
    }

    /// <summary>Keeps the part in sight when the line is long.</summary>
    private static Excerpt Cut(string line, int start, int length, bool isCutBefore)
    {
        line = line.Replace('\t', ' ');
        int from = start <= LongestExcerpt * 2 / 3 ? 0 : start - LongestExcerpt / 3;
        int to = Math.Min(line.Length, from + LongestExcerpt);
        string text = line[Math.Min(from, line.Length)..to];
        int shownStart = start - from;
        if (from > 0 || isCutBefore)
        {
            text = "…" + text;
            shownStart++;
        }
        if (to < line.Length)
            text += "…";
        return new Excerpt(text, shownStart, Math.Max(1, Math.Min(length, text.Length - shownStart)));
    }
}
