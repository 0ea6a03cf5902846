using DanVan.Scoring.Data;
using DanVan.Scoring.Diagnostics;
using DanVan.Scoring.Rules;
using DanVan.Scoring.Scoring;

namespace DanVan.Scoring.Tests.Oracle;

/// <summary>Runs a model through the program.</summary>
internal static class ModelRun
{
    /// <summary>Scores the model's units; <paramref name="order"/> says in which order they are handed over.</summary>
    public static Evaluation Evaluate(Model model, IReadOnlyList<int>? order = null) => Evaluate(Testing.Load(model.ToJson()), model, order);

    public static Evaluation Evaluate(RuleSet ruleSet, Model model, IReadOnlyList<int>? order = null)
    {
        order ??= [.. Enumerable.Range(0, model.Units.Count)];
        var place = new Place { File = "test" };
        var builder = new DatasetBuilder(ruleSet, order.Select(i => new Unit
        {
            Index = 0,
            Code = $"u{i:D5}",
            Name = $"Unit {i}",
            Kind = model.Units[i].Kind,
            Group = model.Units[i].Group,
            Place = place,
        }), new DiagnosticBag());
        foreach (int i in order)
        {
            int unit = builder.FindUnit($"u{i:D5}", place)!.Value;
            builder.NameRow(unit, "results.csv", i + 2, i + 1);
            foreach (var field in ruleSet.Fields)
                Testing.Fill(builder.ColumnOf(field.Index), unit, model.Units[i].Cells.GetValueOrDefault(field.Id));
            var known = model.Leaves.Select(leaf => leaf.Id).ToHashSet(); // a shrunk model has entries for criteria it no longer has
            foreach (var (id, points) in model.Units[i].Appraised.Where(entry => known.Contains(entry.Key)))
                builder.AddAppraisal(new AppraisedPoints(unit, builder.FindLeaf(id, place)!.Index, points, "reason", "", "", place));
            foreach (var (id, points) in model.Units[i].Self.Where(entry => known.Contains(entry.Key)))
                builder.AddSelfScore(new SelfPoints(unit, builder.FindLeaf(id, place)!.Index, points, "", place with { File = "selfscores.csv" }));
            foreach (string id in model.Units[i].Exempt.Where(known.Contains))
                builder.AddExemption(new Exemption(unit, builder.FindLeaf(id, place)!.Index, "reason", "board", "", place with { File = "exemptions.csv" }));
        }
        return Evaluation.Of(ruleSet, builder.Build(), new DiagnosticBag());
    }
}
