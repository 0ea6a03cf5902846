using System.Buffers;
using System.Text.Json;

namespace DanVan.Scoring.Json;

/// <summary>Writes a tree back to JSON text, without comments and places.</summary>
internal static class JsonTreeWriter
{
    public static ReadOnlyMemory<byte> Write(JsonNode root)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
            Write(json, root);
        return buffer.WrittenMemory;
    }

    private static void Write(Utf8JsonWriter json, JsonNode node)
    {
        switch (node)
        {
            case JsonObjectNode parent:
                json.WriteStartObject();
                foreach (var member in parent.Members)
                {
                    json.WritePropertyName(member.Name);
                    Write(json, member.Value);
                }
                json.WriteEndObject();
                break;
            case JsonArrayNode list:
                json.WriteStartArray();
                foreach (var item in list.Items)
                    Write(json, item);
                json.WriteEndArray();
                break;
            case JsonScalarNode { Type: JsonTokenType.String } scalar:
                json.WriteStringValue(scalar.Text);
                break;
            default:
                json.WriteRawValue(((JsonScalarNode)node).Text);
                break;
        }
    }
}
