using System.Text.Json;
using DanVan.Scoring.Diagnostics;
using DanVan.Scoring.Json;
using DanVan.Scoring.Rules.Documents;

namespace DanVan.Scoring.Rules;

/// <summary>Loads rule sets.</summary>
public static class RuleSetLoader
{
    /// <summary>
    /// Reads, checks and freezes a rule set. Every fault is reported, in one run where the form of the file allows it:
    /// first its JSON, then its keys and kinds of values, then what it says.
    /// </summary>
    /// <param name="fileName">The file, as the user named it; only used to tell places.</param>
    /// <param name="utf8">Its content.</param>
    /// <param name="diagnostics">Takes the findings.</param>
    /// <returns>The rule set; null if there is an error.</returns>
    public static RuleSet? Load(string fileName, ReadOnlyMemory<byte> utf8, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(diagnostics);
        int errorsBefore = diagnostics.ErrorCount;
        if (JsonTree.Read(fileName, utf8, diagnostics) is not { } root)
            return null;
        new JsonShape(RuleSetJson.Default.Options, diagnostics).Check(root, typeof(RuleSetDocument));
        if (diagnostics.ErrorCount > errorsBefore)
            return null;
        var document = JsonSerializer.Deserialize(root.Source.Utf8.Span, RuleSetJson.Default.RuleSetDocument)!;
        var ruleSet = new RuleSetCheck(document, new JsonCursor(root), diagnostics).Check(fileName);
        return diagnostics.ErrorCount > errorsBefore ? null : ruleSet;
    }
}
