using DanVan.Scoring.Diagnostics;

namespace DanVan.Scoring.Json;

/// <summary>
/// Walks the tree of a file beside the document read from it, so that a check can report at the place of the value it
/// looks at. A step to something that is not there stays at the nearest thing that is.
/// </summary>
internal readonly struct JsonCursor(JsonNode node)
{
    public JsonNode Node { get; } = node;

    public Place Place => Node.Place;

    public JsonCursor this[string key] => Node is JsonObjectNode parent && parent.Find(key) is { } member ? new(member.Value) : this;

    public JsonCursor this[int index] => Node is JsonArrayNode parent && index < parent.Items.Count ? new(parent.Items[index]) : this;

    /// <summary>The place of a member's name.</summary>
    public Place NameOf(string key) => Node is JsonObjectNode parent && parent.Find(key) is { } member ? member.NamePlace : Place;

    /// <summary>The place of a part of a text value.</summary>
    public Place PlaceInText(int index, int length) => Node is JsonScalarNode scalar ? scalar.PlaceInText(index, length) : Place;
}
