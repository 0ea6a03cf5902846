using System.ComponentModel;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Unicode;
using DanVan.Scoring.Json;
using DanVan.Scoring.Rules.Documents;
using JsonNode = System.Text.Json.Nodes.JsonNode;

namespace DanVan.Scoring.Loading;

/// <summary>The JSON Schema of rule sets, made from the types that rule sets are read into.</summary>
public static class RuleSetSchema
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    /// <summary>The schema as JSON text, ending in a line break.</summary>
    public static string Generate()
    {
        var schema = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = "DanVan.Scoring rule set",
            ["if"] = new JsonObject { ["required"] = new JsonArray("extends") },
            ["then"] = SchemaOf(typeof(ExtensionDocument), "#/then"),
            ["else"] = SchemaOf(typeof(RuleSetDocument), "#/else"),
        };
        return schema.ToJsonString(Readable) + "\n";
    }

    private static JsonNode SchemaOf(Type type, string root)
    {
        var node = MannerBinding.Options.GetJsonSchemaAsNode(type, new JsonSchemaExporterOptions
        {
            TreatNullObliviousAsNonNullable = true,
            TransformSchemaNode = Transform,
        });
        Rebase(node, root);
        return node;
    }

    /// <summary>The exporter refers to repeated types by their path from the root; here that root stands deeper.</summary>
    private static void Rebase(JsonNode? node, string root)
    {
        if (node is JsonArray list)
            foreach (var item in list)
                Rebase(item, root);
        if (node is not JsonObject schema)
            return;
        if (schema["$ref"] is JsonValue reference && reference.GetValue<string>() is { } path && path.StartsWith('#'))
            schema["$ref"] = root + path[1..];
        foreach (var (_, value) in schema)
            Rebase(value, root);
    }

    private static JsonNode Transform(JsonSchemaExporterContext context, JsonNode schema)
    {
        var type = Nullable.GetUnderlyingType(context.TypeInfo.Type) ?? context.TypeInfo.Type;
        if (type == typeof(ExpressionText))
            schema = new JsonObject { ["type"] = new JsonArray("string", "number") };
        else if (type == typeof(LiteralText))
            schema = new JsonObject { ["type"] = new JsonArray("string", "number", "boolean") };
        else if (type.IsEnum && schema is JsonObject { } words && words["enum"] is JsonArray names)
            words["enum"] = new JsonArray([.. names.Select(name => name is null ? null : JsonValue.Create(JsonNamingPolicy.CamelCase.ConvertName(name.GetValue<string>())))]);
        string? text = Describe(context.PropertyInfo?.AttributeProvider) ?? (context.PropertyInfo is null ? Describe(type) : null);
        if (text is null || schema is not JsonObject described)
            return schema;
        described.Remove("description");
        described.Insert(0, "description", text);
        return described;
    }

    private static string? Describe(ICustomAttributeProvider? provider) =>
        provider?.GetCustomAttributes(typeof(DescriptionAttribute), inherit: false).OfType<DescriptionAttribute>().FirstOrDefault()?.Description;
}
