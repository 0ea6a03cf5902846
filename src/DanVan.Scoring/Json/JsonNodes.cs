using System.Text.Json;
using DanVan.Scoring.Diagnostics;

namespace DanVan.Scoring.Json;

/// <summary>A value of a JSON file that knows where it stands.</summary>
/// <param name="Source">The file.</param>
/// <param name="Start">0-based offset of the first byte.</param>
/// <param name="Length">Bytes of the first token; of a scalar, all of it.</param>
internal abstract record JsonNode(SourceFile Source, int Start, int Length)
{
    public Place Place => Source.PlaceOf(Start, Length);
}

/// <summary>An object; the first of members of one name counts.</summary>
internal sealed record JsonObjectNode(SourceFile Source, int Start, IReadOnlyList<JsonMember> Members) : JsonNode(Source, Start, 1)
{
    public JsonMember? Find(string name) => Members.FirstOrDefault(member => member.Name == name);
}

/// <summary>A member of an object with the place of its name.</summary>
internal sealed record JsonMember(string Name, Place NamePlace, JsonNode Value);

internal sealed record JsonArrayNode(SourceFile Source, int Start, IReadOnlyList<JsonNode> Items) : JsonNode(Source, Start, 1);

/// <summary>A string, number, true, false or null.</summary>
/// <param name="Source">The file.</param>
/// <param name="Start">0-based offset of the first byte.</param>
/// <param name="Length">Its bytes.</param>
/// <param name="Type">Which of these it is.</param>
/// <param name="Text">A string's content; of the others, the text in the file.</param>
internal sealed record JsonScalarNode(SourceFile Source, int Start, int Length, JsonTokenType Type, string Text)
    : JsonNode(Source, Start, Length)
{
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
