using System.Text.Json;
using System.Text.Json.Serialization;

namespace DanVan.Scoring.Results;

/// <summary>The figures of a unit, also of one that only counts in targets.</summary>
/// <param name="Code">Code of the unit.</param>
/// <param name="Values">Values by id of the field: number, yes or no, or text (dates as year-month-day). Blank ones are left out.</param>
public sealed record ResultFigures(string Code, IReadOnlyDictionary<string, object> Values)
{
    /// <summary>Fields marked as not applicable.</summary>
    public ImmutableArray<string> NotApplicable { get; init; } = [];
}

/// <summary>A figure as JSON: a number, true or false, or text.</summary>
internal sealed class FigureConverter : JsonConverter<object>
{
    public override object Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.Number => reader.GetDecimal(),
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        JsonTokenType.String => reader.GetString()!,
        _ => throw new JsonException(),
    };

    public override void Write(Utf8JsonWriter writer, object value, JsonSerializerOptions options)
    {
        switch (value)
        {
            case decimal number:
                writer.WriteNumberValue(number);
                break;
            case bool answer:
                writer.WriteBooleanValue(answer);
                break;
            case DateOnly date:
                writer.WriteStringValue(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                break;
            default:
                writer.WriteStringValue((string)value);
                break;
        }
    }
}
