using System.Text.Json;
using DanVan.Scoring.Diagnostics;
using DanVan.Scoring.Results;
using DanVan.Scoring.Scoring;
using DanVan.Scoring.Values;

namespace DanVan.Scoring.Files.Writing;

/// <summary>Writes an evaluation as <c>evaluation.json</c>: its <see cref="Result"/>, and the figures of all units, which the next period compares with.</summary>
public static class EvaluationJson
{
    /// <summary>Writes the file: indented for people, or without blanks if there are more than <see cref="Result.TracedUnits"/> units.</summary>
    /// <exception cref="OperationCanceledException">Writing was stopped.</exception>
    public static void Write(Stream stream, Evaluation evaluation, IReadOnlyList<Diagnostic> diagnostics, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(evaluation);
        ArgumentNullException.ThrowIfNull(diagnostics);
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions
        {
            Indented = evaluation.Ranking.Length <= Result.TracedUnits,
            NewLine = "\n",
            Encoder = ResultJson.Encoder,
        });
        var builder = new ResultBuilder(evaluation);
        json.WriteStartObject();
        // Whatever a result holds is written; only units and figures, of which there may be very many, go one by one.
        foreach (var property in JsonSerializer.SerializeToElement(builder.BuildWithoutUnits(diagnostics), ResultJson.Options).EnumerateObject())
            property.WriteTo(json);
        json.WriteStartArray("units");
        foreach (var unit in builder.Units(cancellation))
        {
            JsonSerializer.Serialize(json, unit, ResultJson.Options);
            if (json.BytesPending > 1 << 20)
                json.Flush();
        }
        json.WriteEndArray();
        WriteFigures(json, evaluation, cancellation);
        json.WriteEndObject();
    }

    /// <summary>The values of all units.</summary>
    private static void WriteFigures(Utf8JsonWriter json, Evaluation evaluation, CancellationToken cancellation)
    {
        json.WriteStartArray("figures");
        foreach (var unit in evaluation.Data.Units)
        {
            cancellation.ThrowIfCancellationRequested();
            var values = evaluation.Data.Fields.Where(column => column[unit.Index] is not null).ToDictionary(column => column.Field.Id, column => column[unit.Index]!, StringComparer.Ordinal);
            JsonSerializer.Serialize(json, new ResultFigures(unit.Code, values)
            {
                NotApplicable = [.. evaluation.Data.Fields.Where(column => column.States[unit.Index] == CellState.NotApplicable).Select(column => column.Field.Id)],
            }, ResultJson.Options);
            if (json.BytesPending > 1 << 20)
                json.Flush();
        }
        json.WriteEndArray();
    }
}
