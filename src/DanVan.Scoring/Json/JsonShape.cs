using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using DanVan.Scoring.Diagnostics;

namespace DanVan.Scoring.Json;

/// <summary>
/// Compares a JSON tree with the types it is to be read into, and reports every difference at its place: unknown and
/// missing keys, values of the wrong kind, words that are not allowed. The types are the only description of the file.
/// </summary>
internal sealed class JsonShape(JsonSerializerOptions options, DiagnosticBag diagnostics)
{
    private static readonly LocalText Object = new("một đối tượng {…}", "an object {…}");
    private static readonly LocalText List = new("một danh sách […]", "a list […]");
    private static readonly LocalText Text = new("một đoạn chữ \"…\"", "a text \"…\"");
    private static readonly LocalText Number = new("một số", "a number");
    private static readonly LocalText WholeNumber = new("một số nguyên", "a whole number");
    private static readonly LocalText YesNo = new("true hoặc false", "true or false");
    private static readonly LocalText Scalar = new("một số hoặc một đoạn chữ \"…\"", "a number or a text \"…\"");

    public void Check(JsonNode node, Type type)
    {
        var valueType = Nullable.GetUnderlyingType(type) ?? type;
        if (valueType == typeof(JsonElement))
            return; // checked after it has found its place
        if (valueType.IsEnum)
        {
            CheckWord(node, [.. Enum.GetNames(valueType).Select(JsonNamingPolicy.CamelCase.ConvertName)]);
            return;
        }
        var info = options.GetTypeInfo(valueType);
        switch (info.Kind)
        {
            case JsonTypeInfoKind.Object:
                CheckObject(node, info);
                break;
            case JsonTypeInfoKind.Dictionary:
                if (node is JsonObjectNode map)
                    foreach (var member in map.Members)
                        Check(member.Value, info.ElementType!);
                else
                    Wrong(node, Object);
                break;
            case JsonTypeInfoKind.Enumerable:
                if (node is JsonArrayNode list)
                    foreach (var item in list.Items)
                        Check(item, info.ElementType!);
                else
                    Wrong(node, List);
                break;
            default:
                CheckScalar(node, valueType);
                break;
        }
    }

    private void CheckObject(JsonNode node, JsonTypeInfo info)
    {
        if (node is not JsonObjectNode members)
        {
            Wrong(node, Object);
            return;
        }
        string? discriminator = null;
        if (info.PolymorphismOptions is { } polymorphism)
        {
            discriminator = polymorphism.TypeDiscriminatorPropertyName;
            if (members.Find(discriminator) is not { } word)
            {
                diagnostics.Add(RuleSetDiagnostics.MissingKey.At(node.Place, ("key", discriminator)));
                return;
            }
            var cases = polymorphism.DerivedTypes.ToDictionary(derived => (string)derived.TypeDiscriminator!, derived => derived.DerivedType);
            if (!CheckWord(word.Value, cases.Keys))
                return;
            info = options.GetTypeInfo(cases[((JsonScalarNode)word.Value).Text]);
        }
        var properties = info.Properties.ToDictionary(property => property.Name, StringComparer.Ordinal);
        foreach (var member in members.Members)
        {
            if (member.Name == discriminator)
                continue;
            if (properties.TryGetValue(member.Name, out var property))
                CheckProperty(member, property);
            else
                diagnostics.Add(RuleSetDiagnostics.UnknownKey.At(member.NamePlace, ("key", member.Name),
                    ("suggestion", Suggestion.Nearest(member.Name, properties.Keys)), ("allowed", properties.Keys)));
        }
        foreach (var property in info.Properties)
            if (property.IsRequired && members.Find(property.Name) is null)
                diagnostics.Add(RuleSetDiagnostics.MissingKey.At(node.Place, ("key", property.Name)));
    }

    private void CheckProperty(JsonMember member, JsonPropertyInfo property)
    {
        bool isNull = member.Value is JsonScalarNode { Type: JsonTokenType.Null };
        if (!isNull || property.IsRequired)
            Check(member.Value, property.PropertyType);
    }

    private bool CheckWord(JsonNode node, IReadOnlyCollection<string> allowed)
    {
        if (node is not JsonScalarNode { Type: JsonTokenType.String } scalar)
        {
            Wrong(node, Text);
            return false;
        }
        if (allowed.Contains(scalar.Text))
            return true;
        diagnostics.Add(RuleSetDiagnostics.UnknownWord.At(node.Place, ("value", scalar.Text),
            ("suggestion", Suggestion.Nearest(scalar.Text, allowed)), ("allowed", allowed)));
        return false;
    }

    private void CheckScalar(JsonNode node, Type type)
    {
        var scalar = node as JsonScalarNode;
        bool isText = scalar?.Type == JsonTokenType.String;
        bool isNumber = scalar?.Type == JsonTokenType.Number;
        bool isYesNo = scalar?.Type is JsonTokenType.True or JsonTokenType.False;
        var (fits, expected) = type switch
        {
            _ when type == typeof(string) => (isText, Text),
            _ when type == typeof(bool) => (isYesNo, YesNo),
            _ when type == typeof(int) => (isNumber && int.TryParse(scalar!.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _), WholeNumber),
            _ when type == typeof(decimal) => (isNumber && decimal.TryParse(scalar!.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out _), Number),
            _ when type == typeof(ExpressionText) => (isText || isNumber, Scalar),
            _ when type == typeof(LiteralText) => (isText || isNumber || isYesNo, Scalar),
            _ => throw new InvalidOperationException($"No rule for a JSON value of type {type}."),
        };
        if (!fits)
            Wrong(node, expected);
    }

    private void Wrong(JsonNode node, LocalText expected) =>
        diagnostics.Add(RuleSetDiagnostics.WrongKind.At(node.Place, ("found", Describe(node)), ("expected", expected)));

    private static object Describe(JsonNode node) => node switch
    {
        JsonObjectNode => Object,
        JsonArrayNode => List,
        JsonScalarNode { Type: JsonTokenType.String } scalar => $"\"{scalar.Text}\"",
        _ => ((JsonScalarNode)node).Text,
    };
}
