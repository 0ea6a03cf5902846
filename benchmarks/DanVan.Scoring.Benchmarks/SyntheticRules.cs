using System.Text;
using System.Text.Json.Nodes;
using DanVan.Scoring.Diagnostics;
using DanVan.Scoring.Loading;
using DanVan.Scoring.Rules;

namespace DanVan.Scoring.Benchmarks;

/// <summary>Rule sets of any size: the criteria of <c>benchmark.json</c> over and over, and fields that no criterion reads.</summary>
internal static class SyntheticRules
{
    /// <summary>The JSON of a rule set.</summary>
    /// <param name="criteria">How many criteria.</param>
    /// <param name="columns">How many fields; at least 40.</param>
    public static byte[] Json(int criteria, int columns = 40)
    {
        var root = JsonNode.Parse(File.ReadAllBytes(SyntheticData.RulesPath))!;
        var fields = root["fields"]!.AsObject();
        for (int i = fields.Count; i < columns; i++)
            fields[$"extra{i}"] = new JsonObject { ["label"] = $"Cột thêm {i}", ["type"] = "number" };
        var sections = root["sections"]!.AsArray();
        var templates = sections.SelectMany(section => section!["criteria"]!.AsArray().Select(criterion => (Section: section, Criterion: criterion!.DeepClone()))).ToList();
        foreach (var section in sections)
            (section!["criteria"], section["maxPoints"]) = (new JsonArray(), 0m);
        decimal scale = 0;
        for (int i = 0; i < criteria; i++)
        {
            var (section, template) = templates[i % templates.Count];
            var criterion = template.DeepClone();
            var siblings = section["criteria"]!.AsArray();
            criterion["id"] = $"{section["id"]}.{siblings.Count + 1}";
            siblings.Add(criterion);
            decimal points = criterion["maxPoints"]!.GetValue<decimal>();
            section["maxPoints"] = section["maxPoints"]!.GetValue<decimal>() + points;
            scale += points;
        }
        root["total"]!["scale"] = scale;
        return Encoding.UTF8.GetBytes(root.ToJsonString());
    }

    /// <summary>Loads a rule set of a size.</summary>
    public static RuleSet Load(byte[] json)
    {
        var findings = new DiagnosticBag();
        return RuleSetLoader.Load("synthetic.json", json, findings) ?? throw new InvalidOperationException(string.Join('\n', findings.Sorted()));
    }
}
