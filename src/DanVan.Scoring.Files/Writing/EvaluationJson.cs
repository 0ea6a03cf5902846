using System.Text.Json;

namespace DanVan.Scoring.Files.Writing;

/// <summary>Writes a result as <c>evaluation.json</c>.</summary>
public static class EvaluationJson
{
    /// <summary>Writes the file: indented for people, or without blanks if there are more than <see cref="Result.TracedUnits"/> units.</summary>
    /// <exception cref="OperationCanceledException">Writing was stopped.</exception>
    public static void Write(Stream stream, Result result, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(result);
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions
        {
            Indented = result.Units.Count <= Result.TracedUnits,
            NewLine = "\n",
            Encoder = ResultJson.Encoder,
        });
        json.WriteStartObject();
        // Whatever a result holds is written; only units and figures, of which there may be very many, go one by one.
        foreach (var property in JsonSerializer.SerializeToElement(result with { Units = [], Figures = [] }, ResultJson.Options).EnumerateObject())
            property.WriteTo(json);
        WriteList(json, "units", result.Units, cancellation);
        WriteList(json, "figures", result.Figures, cancellation);
        json.WriteEndObject();
    }

    private static void WriteList<T>(Utf8JsonWriter json, string name, IReadOnlyList<T> items, CancellationToken cancellation)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            cancellation.ThrowIfCancellationRequested();
            JsonSerializer.Serialize(json, item, ResultJson.Options);
            if (json.BytesPending > 1 << 20)
                json.Flush();
        }
        json.WriteEndArray();
    }
}
