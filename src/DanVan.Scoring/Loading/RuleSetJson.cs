using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using DanVan.Scoring.Rules.Documents;
using DanVan.Scoring.Scoring.Manners;

namespace DanVan.Scoring.Loading;

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
[JsonSerializable(typeof(AllOrNothingDocument))]
[JsonSerializable(typeof(ProportionalDocument))]
[JsonSerializable(typeof(BandsDocument))]
[JsonSerializable(typeof(PerItemDocument))]
[JsonSerializable(typeof(PerEventDocument))]
[JsonSerializable(typeof(TimelinessDocument))]
[JsonSerializable(typeof(StepTableDocument))]
[JsonSerializable(typeof(AgainstLastDocument))]
[JsonSerializable(typeof(SurveyDocument))]
[JsonSerializable(typeof(RelativeToBestDocument))]
[JsonSerializable(typeof(ShareOfBestDocument))]
[JsonSerializable(typeof(MinMaxDocument))]
[JsonSerializable(typeof(ImportedDocument))]
[JsonSerializable(typeof(JudgedDocument))]
[JsonSerializable(typeof(FormulaDocument))]
internal sealed partial class RuleSetJson : JsonSerializerContext
{
}

/// <summary>Binds the manners to rule sets.</summary>
internal static class MannerBinding
{
    /// <summary>How rule sets are read, with the manners.</summary>
    public static JsonSerializerOptions Options { get; } = new(RuleSetJson.Default.Options)
    {
        TypeInfoResolver = RuleSetJson.Default.WithAddedModifier(AddManners),
    };

    /// <summary>A manner is named after its document.</summary>
    private static void AddManners(JsonTypeInfo type)
    {
        if (type.Type != typeof(MannerDocument))
            return;
        var options = type.PolymorphismOptions = new JsonPolymorphismOptions { TypeDiscriminatorPropertyName = "type" };
        foreach (var attribute in typeof(RuleSetJson).GetCustomAttributesData())
            if (attribute.ConstructorArguments is [{ Value: Type document }] && document.IsSubclassOf(typeof(MannerDocument)))
                options.DerivedTypes.Add(new JsonDerivedType(document, JsonNamingPolicy.CamelCase.ConvertName(document.Name[..^"Document".Length])));
    }
}
