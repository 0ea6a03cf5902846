using System.Text.Json;
using DanVan.Scoring.Diagnostics;

namespace DanVan.Scoring.Json;

/// <summary>A value of a JSON file that knows where it stands.</summary>
internal abstract class JsonNode(SourceFile source, int start, int length)
{
    public SourceFile Source { get; } = source;

    /// <summary>0-based offset of the first byte.</summary>
    public int Start { get; } = start;

    /// <summary>Bytes of the first token; of a scalar, all of it.</summary>
    public int Length { get; } = length;

    public Place Place => Source.PlaceOf(Start, Length);
}

/// <summary>An object; the first of members of one name counts.</summary>
internal sealed class JsonObjectNode(SourceFile source, int start, IReadOnlyList<JsonMember> members) : JsonNode(source, start, 1)
{
    public IReadOnlyList<JsonMember> Members { get; } = members;

    public JsonMember? Find(string name) => Members.FirstOrDefault(member => member.Name == name);
}

/// <summary>A member of an object with the place of its name.</summary>
internal sealed record JsonMember(string Name, Place NamePlace, JsonNode Value);

internal sealed class JsonArrayNode(SourceFile source, int start, IReadOnlyList<JsonNode> items) : JsonNode(source, start, 1)
{
    public IReadOnlyList<JsonNode> Items { get; } = items;
}

/// <summary>A string, number, true, false or null.</summary>
internal sealed class JsonScalarNode(SourceFile source, int start, int length, JsonTokenType type, string text)
    : JsonNode(source, start, length)
{
    public JsonTokenType Type { get; } = type;

    /// <summary>A string's content; of the others, the text in the file.</summary>
    public string Text { get; } = text;

    /// <summary>
    /// The place of a part of a string's content. Exact where the string holds no escapes; with escapes, the characters
    /// of the file are walked to find it.
    /// </summary>
    public Place PlaceInText(int index, int length)
    {
        if (Type != JsonTokenType.String)
            return Place;
        var raw = Source.Utf8.Span.Slice(Start + 1, Math.Max(0, Length - 2));
        int from = RawOffset(raw, index);
        int to = RawOffset(raw, index + Math.Max(1, length));
        return Source.PlaceOf(Start + 1 + from, Math.Max(1, to - from));
    }

    /// <summary>Bytes before the UTF-16 index of the content.</summary>
    private static int RawOffset(ReadOnlySpan<byte> raw, int index)
    {
        int at = 0, chars = 0;
        while (at < raw.Length && chars < index)
        {
            if (raw[at] == (byte)'\\')
            {
                at += at + 1 < raw.Length && raw[at + 1] == (byte)'u' ? 6 : 2;
                chars++;
                continue;
            }
            System.Text.Rune.DecodeFromUtf8(raw[at..], out var rune, out int used);
            at += used;
            chars += rune.Utf16SequenceLength;
        }
        return Math.Min(at, raw.Length);
    }
}
