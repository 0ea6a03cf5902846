using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace DanVan.Scoring.Json;

/// <summary>An expression as written in the file: a JSON string, or a JSON number for the shortest of expressions.</summary>
[JsonConverter(typeof(ScalarTextConverter<ExpressionText>))]
public readonly record struct ExpressionText(string Text) : IScalarText<ExpressionText>
{
    static ExpressionText IScalarText<ExpressionText>.From(string text) => new(text);
}

/// <summary>A fixed value as written in the file: a number, <c>"60%"</c>, a date <c>"2023-11-01"</c>, a text, true or false.</summary>
[JsonConverter(typeof(ScalarTextConverter<LiteralText>))]
public readonly record struct LiteralText(string Text) : IScalarText<LiteralText>
{
    static LiteralText IScalarText<LiteralText>.From(string text) => new(text);
}

/// <summary>A value that JSON may hold as string, number or boolean and that is kept as text.</summary>
internal interface IScalarText<TSelf>
    where TSelf : struct, IScalarText<TSelf>
{
    string Text { get; }

    static abstract TSelf From(string text);
}

internal sealed class ScalarTextConverter<T> : JsonConverter<T>
    where T : struct, IScalarText<T>
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        T.From(reader.TokenType == JsonTokenType.String ? reader.GetString()! : Encoding.UTF8.GetString(reader.ValueSpan));

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        if (decimal.TryParse(value.Text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _))
            writer.WriteRawValue(value.Text);
        else
            writer.WriteStringValue(value.Text);
    }
}
