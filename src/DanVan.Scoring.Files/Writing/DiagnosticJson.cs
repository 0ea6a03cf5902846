using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using DanVan.Scoring.Diagnostics;
using DanVan.Scoring.Values;

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
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) });
        json.WriteStartObject();
        WriteCounts(json, diagnostics.CountOf);
        json.WriteStartArray("kinds");
        foreach (var kind in diagnostics.Kinds())
        {
            json.WriteStartObject();
            json.WriteString("code", kind.Descriptor.Code);
            json.WriteString("severity", Camel(kind.Descriptor.Severity));
            json.WriteNumber("count", kind.Count);
            json.WriteNumber("units", kind.Units);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("units");
        foreach (var unit in diagnostics.Units().Where(unit => unit.Code is not null))
        {
            json.WriteStartObject();
            json.WriteString("code", unit.Code);
            WriteOptional(json, "name", names.GetValueOrDefault(unit.Code!));
            WriteCounts(json, unit.CountOf);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        WriteList(json, diagnostics.Sorted(), language);
        json.WriteEndObject();
    }

    /// <summary>The list <c>diagnostics</c>, an object a finding.</summary>
    private static void WriteList(Utf8JsonWriter json, IReadOnlyList<Diagnostic> diagnostics, Language language)
    {
        json.WriteStartArray("diagnostics");
        foreach (var diagnostic in diagnostics)
        {
            json.WriteStartObject();
            json.WriteString("code", diagnostic.Code);
            json.WriteString("severity", Camel(diagnostic.Severity));
            json.WriteString("place", diagnostic.Place.Describe(language));
            WriteOptional(json, "unit", diagnostic.UnitCode);
            json.WriteString("message", diagnostic.Message(language));
            WriteOptional(json, "hint", diagnostic.Hint(language) is { Length: > 0 } hint ? hint : null);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteCounts(Utf8JsonWriter json, Func<Severity, int> countOf)
    {
        json.WriteNumber("errors", countOf(Severity.Error));
        json.WriteNumber("warnings", countOf(Severity.Warning));
        json.WriteNumber("hints", countOf(Severity.Hint));
    }

    private static void WriteOptional(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
            json.WriteString(name, text);
    }

    private static string Camel(Severity severity) => JsonNamingPolicy.CamelCase.ConvertName(severity.ToString());
}
