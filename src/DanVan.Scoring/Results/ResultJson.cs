using System.Collections;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;

namespace DanVan.Scoring.Results;

/// <summary>How results are written as JSON: names in camel case, decimals with all their digits, nothing for what is blank.</summary>
public static class ResultJson
{
    /// <summary>Any letter stands as it is.</summary>
    public static JavaScriptEncoder Encoder { get; } = JavaScriptEncoder.Create(UnicodeRanges.All);

    /// <summary>For writing and reading.</summary>
    public static JsonSerializerOptions Options { get; } = CreateOptions();

    private static JsonSerializerOptions CreateOptions()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Encoder = Encoder,
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
            MaxDepth = 32,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutBlank } },
        };
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        options.Converters.Add(new FigureConverter());
        options.MakeReadOnly();
        return options;
    }

    /// <summary>Empty lists and texts, and "no", are left out where they are what is read if there is nothing.</summary>
    private static void LeaveOutBlank(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
            if (property.ShouldSerialize is null && !property.IsRequired && property.AssociatedParameter is null)
                property.ShouldSerialize = static (_, value) => value is not (null or false or "" or ICollection { Count: 0 });
    }
}
