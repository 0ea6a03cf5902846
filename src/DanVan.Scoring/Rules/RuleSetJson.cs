using System.Text.Json;
using System.Text.Json.Serialization;
using DanVan.Scoring.Rules.Documents;

namespace DanVan.Scoring.Rules;

/// <summary>How rule set documents are read, and the shape that files are checked against.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    AllowTrailingCommas = true,
    ReadCommentHandling = JsonCommentHandling.Skip,
    AllowOutOfOrderMetadataProperties = true,
    RespectNullableAnnotations = true,
    MaxDepth = 64,
    GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(RuleSetDocument))]
[JsonSerializable(typeof(ExtensionDocument))]
internal sealed partial class RuleSetJson : JsonSerializerContext
{
}
