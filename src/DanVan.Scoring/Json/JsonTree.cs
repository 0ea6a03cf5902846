using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using DanVan.Scoring.Diagnostics;

namespace DanVan.Scoring.Json;

/// <summary>Reads a JSON text into a tree whose nodes know their place. Comments and trailing commas are allowed.</summary>
internal static class JsonTree
{
    /// <summary>Deeper nesting is refused.</summary>
    public const int DeepestNesting = 64;

    /// <summary>A larger file is refused, in bytes.</summary>
    public const int LargestFile = 16 * 1024 * 1024;

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>The tree; null if the text is not JSON, which is then reported with its place.</summary>
    public static JsonNode? Read(string fileName, ReadOnlyMemory<byte> utf8, DiagnosticBag diagnostics)
    {
        if (utf8.Span.StartsWith(ByteOrderMark))
            utf8 = utf8[3..];
        var source = new SourceFile(fileName, utf8.Length > LargestFile ? ReadOnlyMemory<byte>.Empty : utf8);
        if (utf8.Length > LargestFile)
        {
            diagnostics.Add(RuleSetDiagnostics.FileTooLarge.At(source.PlaceOf(0, 1), ("size", utf8.Length), ("limit", LargestFile)));
            return null;
        }
        if (!Utf8.IsValid(utf8.Span) || utf8.Span.Contains((byte)0))
        {
            diagnostics.Add(RuleSetDiagnostics.NotText.At(new Place { File = fileName }));
            return null;
        }
        if (Encoding.UTF8.GetString(utf8.Span[..Math.Min(utf8.Length, 4096)]).AsSpan().Trim().IsEmpty && utf8.Length <= 4096)
        {
            diagnostics.Add(RuleSetDiagnostics.EmptyFile.At(new Place { File = fileName }));
            return null;
        }
        try
        {
            var reader = new Utf8JsonReader(utf8.Span, new JsonReaderOptions
            {
                CommentHandling = JsonCommentHandling.Skip,
                AllowTrailingCommas = true,
                MaxDepth = DeepestNesting,
            });
            reader.Read();
            var root = ReadValue(ref reader, source, diagnostics);
            reader.Read(); // whatever follows is reported by the reader itself
            return root;
        }
        catch (JsonException e)
        {
            diagnostics.Add(SyntaxError(e, source));
            return null;
        }
    }

    private static JsonNode ReadValue(ref Utf8JsonReader reader, SourceFile source, DiagnosticBag diagnostics)
    {
        int start = (int)reader.TokenStartIndex;
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                var members = new List<JsonMember>();
                var seen = new Dictionary<string, Place>(StringComparer.Ordinal);
                while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                {
                    string name = Text(ref reader, source, diagnostics);
                    var place = source.PlaceOf((int)reader.TokenStartIndex, reader.ValueSpan.Length + 2);
                    reader.Read();
                    var value = ReadValue(ref reader, source, diagnostics);
                    if (seen.TryGetValue(name, out var first))
                        diagnostics.Add(RuleSetDiagnostics.DuplicateKey.At(place, ("key", name)) with { Related = first });
                    else
                    {
                        seen.Add(name, place);
                        members.Add(new JsonMember(name, place, value));
                    }
                }
                return new JsonObjectNode(source, start, members);
            case JsonTokenType.StartArray:
                var items = new List<JsonNode>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                    items.Add(ReadValue(ref reader, source, diagnostics));
                return new JsonArrayNode(source, start, items);
            default:
                int length = (int)reader.BytesConsumed - start;
                string text = reader.TokenType == JsonTokenType.String ? Text(ref reader, source, diagnostics) : Encoding.UTF8.GetString(reader.ValueSpan);
                return new JsonScalarNode(source, start, length, reader.TokenType, text);
        }
    }

    /// <summary>A string's content. An escape for half of a surrogate pair, which no text can hold, is reported.</summary>
    private static string Text(ref Utf8JsonReader reader, SourceFile source, DiagnosticBag diagnostics)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            diagnostics.Add(RuleSetDiagnostics.NotJson.At(source.PlaceOf((int)reader.TokenStartIndex, reader.ValueSpan.Length + 2),
                ("detail", new LocalText("một mã \\u chỉ là nửa ký tự.", "a \\u escape is half of a character."))));
            return Encoding.UTF8.GetString(reader.ValueSpan);
        }
    }

    private static Diagnostic SyntaxError(JsonException e, SourceFile source)
    {
        int lineStart = 0;
        var bytes = source.Utf8.Span;
        for (long line = e.LineNumber ?? 0; line > 0; line--)
        {
            int next = bytes[lineStart..].IndexOf((byte)'\n');
            if (next < 0)
                break;
            lineStart += next + 1;
        }
        var place = source.PlaceOf(lineStart + (int)(e.BytePositionInLine ?? 0), 1);
        string message = e.Message;
        int tail = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        if (tail >= 0)
            message = message[..tail];
        return message.Contains("depth", StringComparison.OrdinalIgnoreCase) && message.Contains("maximum", StringComparison.OrdinalIgnoreCase)
            ? RuleSetDiagnostics.TooDeep.At(place, ("limit", DeepestNesting))
            : RuleSetDiagnostics.NotJson.At(place, ("detail", message));
    }
}
