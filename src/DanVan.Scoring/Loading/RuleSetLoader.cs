using System.Text.Json;
using DanVan.Scoring.Diagnostics;
using DanVan.Scoring.Json;
using DanVan.Scoring.Rules;
using DanVan.Scoring.Rules.Documents;

namespace DanVan.Scoring.Loading;

/// <summary>A rule set file.</summary>
/// <param name="Name">The file, as the user is to see it.</param>
/// <param name="Utf8">Its content.</param>
public sealed record RuleSetFile(string Name, ReadOnlyMemory<byte> Utf8);

/// <summary>Loads rule sets.</summary>
public static class RuleSetLoader
{
    private const int LongestChain = 20;

    /// <summary>
    /// Reads, checks and freezes a rule set. Every fault is reported, in one run where the form of the file allows it:
    /// first its JSON, then its keys and kinds of values, then what it says.
    /// </summary>
    /// <param name="fileName">The file, as the user named it; only used to tell places.</param>
    /// <param name="utf8">Its content.</param>
    /// <param name="diagnostics">Takes the findings.</param>
    /// <param name="find">Finds the file of a rule set that another extends, by id; null if there is none.</param>
    /// <returns>The rule set; null if there is an error.</returns>
    public static RuleSet? Load(string fileName, ReadOnlyMemory<byte> utf8, DiagnosticBag diagnostics, Func<string, RuleSetFile?>? find = null)
    {
        ArgumentNullException.ThrowIfNull(diagnostics);
        int errorsBefore = diagnostics.ErrorCount;
        var chain = new List<string>();
        if (ReadTree(new RuleSetFile(fileName, utf8), diagnostics, find ?? (_ => null), chain) is not { } root || diagnostics.ErrorCount > errorsBefore)
            return null;
        new JsonShape(MannerBinding.Options, diagnostics).Check(root, typeof(RuleSetDocument));
        if (diagnostics.ErrorCount > errorsBefore)
            return null;
        var document = JsonSerializer.Deserialize<RuleSetDocument>(JsonTreeWriter.Write(root).Span, MannerBinding.Options)!;
        var ruleSet = new RuleSetCheck(document, new JsonCursor(root), diagnostics).Check(fileName);
        return diagnostics.ErrorCount > errorsBefore || ruleSet is null ? null : ruleSet with { Extends = chain.FirstOrDefault() };
    }

    /// <summary>The tree of a file; of one that extends another, the tree of both.</summary>
    private static JsonNode? ReadTree(RuleSetFile file, DiagnosticBag diagnostics, Func<string, RuleSetFile?> find, List<string> chain)
    {
        int errorsBefore = diagnostics.ErrorCount;
        var root = JsonTree.Read(file.Name, file.Utf8, diagnostics);
        if (root is JsonObjectNode { } whole && whole.Find("sections") is null
            && whole.Members.FirstOrDefault(member => member.Name != "extends" && Suggestion.Nearest(member.Name, ["extends"]) is not null) is { } misspelt)
            diagnostics.Add(RuleSetDiagnostics.UnknownKey.At(misspelt.NamePlace, ("key", misspelt.Name), ("suggestion", "extends"), ("allowed", new[] { "extends" })));
        if (root is not JsonObjectNode extension || extension.Find("extends") is not { } extends)
            return diagnostics.ErrorCount > errorsBefore ? null : root;
        new JsonShape(MannerBinding.Options, diagnostics).Check(root, typeof(ExtensionDocument));
        if (diagnostics.ErrorCount > errorsBefore)
            return null;
        string id = ((JsonScalarNode)extends.Value).Text;
        if (chain.Contains(id) || chain.Count >= LongestChain || id == (extension.Find("id")?.Value as JsonScalarNode)?.Text)
        {
            diagnostics.Add(RuleSetDiagnostics.ExtendsCycle.At(extends.Value.Place, ("chain", chain.Append(id).ToList())));
            return null;
        }
        chain.Add(id);
        if (find(id) is not { } baseFile)
        {
            diagnostics.Add(RuleSetDiagnostics.ExtendsMissing.At(extends.Value.Place, ("id", id)));
            return null;
        }
        return ReadTree(baseFile, diagnostics, find, chain) switch
        {
            null => null,
            JsonObjectNode baseRoot => new RuleSetExtension(diagnostics).Apply(baseRoot, extension),
            var other => other,
        };
    }
}
