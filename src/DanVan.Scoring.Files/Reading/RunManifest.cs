using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace DanVan.Scoring.Files.Reading;

/// <summary>What <c>run.json</c> holds: where results came from, and which files the program wrote.</summary>
public sealed record RunManifest
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "run.json";

    /// <summary>Version of the format.</summary>
    public int Format { get; init; } = 1;

    /// <summary>Program and version.</summary>
    public required string Program { get; init; }

    /// <summary>When it ran, UTC; null if it was asked not to say.</summary>
    public string? Generated { get; init; }

    /// <summary>Id of the rule set.</summary>
    public required string RuleSet { get; init; }

    /// <summary>Version of the rule set.</summary>
    public required string RuleSetVersion { get; init; }

    /// <summary>Options that shape the output.</summary>
    public required ImmutableSortedDictionary<string, string> Options { get; init; }

    /// <summary>Files that were read, and what was recognised in them.</summary>
    public required ImmutableArray<SourceInfo> Inputs { get; init; }

    /// <summary>Files that were written, by path in the folder with <c>/</c>, with their SHA-256.</summary>
    public required ImmutableSortedDictionary<string, string> Outputs { get; init; }

    /// <summary>While files of a folder are replaced one by one: what the earlier ones were; null once that is done.</summary>
    public ImmutableArray<ReplacedFile>? Replaced { get; init; }

    /// <summary>The manifest as JSON.</summary>
    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, RunManifestJson.Readable.RunManifest);

    /// <summary>The outputs named by a manifest; null if it cannot be read.</summary>
    public static IReadOnlyDictionary<string, string>? ReadOutputs(string path) => Read(path)?.Outputs;

    /// <summary>Reads a manifest; null if it cannot be read, or names files outside its folder.</summary>
    public static RunManifest? Read(string path)
    {
        try
        {
            var manifest = JsonSerializer.Deserialize(TextFile.ReadBytes(path), RunManifestJson.Readable.RunManifest);
            return manifest is null || manifest.Outputs.Keys.Any(LeadsOut) ? null : manifest;
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static bool LeadsOut(string name) =>
        name.Length == 0 || Path.IsPathRooted(name) || name.Split('/', '\\').Any(part => part is "" or "." or "..");
}

/// <summary>A file that is being replaced.</summary>
/// <param name="File">Its name.</param>
/// <param name="Sha256">SHA-256 of its bytes before.</param>
public sealed record ReplacedFile(string File, string Sha256);

[JsonSerializable(typeof(RunManifest))]
internal sealed partial class RunManifestJson : JsonSerializerContext
{
    /// <summary>Indented, with Vietnamese letters as they are.</summary>
    public static RunManifestJson Readable { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    });
}
