using System.Text.Json;

namespace DanVan.Scoring.Files.Writing;

/// <summary>Findings as JSON: how many of each weight, by kind, by unit, and each of them.</summary>
public static class DiagnosticJson
{
    /// <summary>Writes the document of <c>danvan check --format json</c>.</summary>
    /// <param name="stream">Takes the bytes; left open.</param>
    /// <param name="diagnostics">The findings.</param>
    /// <param name="names">Names of units by code, as far as they are known.</param>
    /// <param name="language">Language of messages.</param>
    public static void Write(Stream stream, DiagnosticBag diagnostics, IReadOnlyDictionary<string, string> names, Language language)
    {
        ArgumentNullException.ThrowIfNull(diagnostics);
        ArgumentNullException.ThrowIfNull(names);
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = ResultJson.Encoder });
        JsonSerializer.Serialize(json, new
        {
            Errors = diagnostics.CountOf(Severity.Error),
            Warnings = diagnostics.CountOf(Severity.Warning),
            Hints = diagnostics.CountOf(Severity.Hint),
            Kinds = diagnostics.Kinds().Select(kind => new { kind.Descriptor.Code, kind.Descriptor.Severity, kind.Count, kind.Units }),
            Units = diagnostics.Units().Where(unit => unit.Code is not null).Select(unit => new
            {
                unit.Code,
                Name = names.GetValueOrDefault(unit.Code!),
                Errors = unit.CountOf(Severity.Error),
                Warnings = unit.CountOf(Severity.Warning),
                Hints = unit.CountOf(Severity.Hint),
            }),
            Diagnostics = diagnostics.Sorted().Select(diagnostic => new
            {
                diagnostic.Code,
                diagnostic.Severity,
                Place = diagnostic.Place.Describe(language),
                Unit = diagnostic.UnitCode,
                Message = diagnostic.Message(language),
                Hint = diagnostic.Hint(language) is { Length: > 0 } hint ? hint : null,
            }),
        }, ResultJson.Options);
    }
}
