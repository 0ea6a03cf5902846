using System.Runtime.CompilerServices;
using System.Text;
using DanVan.Scoring.Data;
using DanVan.Scoring.Diagnostics;
using DanVan.Scoring.Loading;
using DanVan.Scoring.Rules;
using DanVan.Scoring.Scoring;
using DanVan.Scoring.Values;

namespace DanVan.Scoring.Tests;

/// <summary>Loads rule sets from text and scores units given in code: short ways for tests.</summary>
internal static class Testing
{
    private static readonly Place Nowhere = new() { File = "test" };

    /// <summary>The folder of the repository.</summary>
    public static string Repository { get; } = FindRepository();

    /// <summary>A cell that does not apply.</summary>
    public static readonly object NotApplicable = new();

    private static string FindRepository([CallerFilePath] string caller = "")
    {
        string folder = Path.GetDirectoryName(caller)!;
        while (!File.Exists(Path.Combine(folder, "DanVan.Scoring.sln")))
            folder = Path.GetDirectoryName(folder)!;
        return folder;
    }

    public static RuleSet? TryLoad(string json, out DiagnosticBag diagnostics)
    {
        diagnostics = new DiagnosticBag();
        return RuleSetLoader.Load("rules.json", Encoding.UTF8.GetBytes(json), diagnostics);
    }

    public static RuleSet Load(string json)
    {
        var ruleSet = TryLoad(json, out var diagnostics);
        Assert.True(ruleSet is not null, string.Join('\n', diagnostics.Sorted()));
        return ruleSet;
    }

    /// <summary>
    /// A rule set with one section of one criterion of 10 points, over the fields a, b, c (numbers), yes (yes/no), day
    /// (date) and word (choice x, y).
    /// </summary>
    public static string OneCriterion(string manner, string criterion = "", string root = "") => $$"""
        {
          "id": "one", "version": "1", "period": 2023, "language": "en", "title": "One",
          "parameters": { "deadline": { "value": "2023-11-01", "inclusive": true }, "before": { "value": "2023-10-30", "inclusive": false }, "half": { "value": "50%" } },
          "unitKinds": { "office": "Office", "school": "School" },
          "fields": { "a": { "label": "A", "type": "number" }, "b": { "label": "B", "type": "number" }, "c": { "label": "C", "type": "number" },
            "yes": { "label": "Yes", "type": "yesNo" }, "day": { "label": "Day", "type": "date" },
            "word": { "label": "Word", "type": "choice", "values": { "x": "X", "y": "Y" } } },
          "sections": [ { "id": "S", "title": "S", "maxPoints": 10, "criteria": [
            { "id": "S.1", "title": "S.1", "maxPoints": 10, "manner": {{manner}} {{(criterion.Length == 0 ? "" : ", " + criterion)}} } ] } ],
          {{(root.Contains("\"total\"", StringComparison.Ordinal) ? "" : "\"total\": { \"scale\": 10, \"notApplicable\": \"rescale\", \"missing\": \"zero\" },")}}
          "ratings": [ { "id": "high", "name": "High", "from": 8 }, { "id": "mid", "name": "Mid", "from": 5 }, { "id": "low", "name": "Low" } ]
          {{(root.Length == 0 ? "" : ", " + root)}}
        }
        """;

    /// <summary>Units u0, u1, … of kind office with these cells by field; a null cell is blank.</summary>
    public static Dataset DataOf(RuleSet ruleSet, params Dictionary<string, object?>[] units) => DataOf(ruleSet, new DiagnosticBag(), units);

    public static Dataset DataOf(RuleSet ruleSet, DiagnosticBag diagnostics, params Dictionary<string, object?>[] units)
    {
        var builder = Builder(ruleSet, diagnostics, units);
        return builder.Build();
    }

    public static DatasetBuilder Builder(RuleSet ruleSet, DiagnosticBag diagnostics, params Dictionary<string, object?>[] units)
    {
        var builder = new DatasetBuilder(ruleSet, units.Select((cells, i) => new Unit
        {
            Index = i,
            Code = $"u{i:D5}",
            Name = $"Unit {i}",
            Kind = cells.GetValueOrDefault("kind") as string ?? "office",
            Group = cells.GetValueOrDefault("group") as string,
            Place = Nowhere,
        }), diagnostics);
        for (int i = 0; i < units.Length; i++)
        {
            builder.NameRow(i, "results.csv", i + 2, i + 1);
            foreach (var field in ruleSet.Fields)
                Fill(builder.ColumnOf(field.Index), i, units[i].GetValueOrDefault(field.Id));
        }
        return builder;
    }

    public static Dictionary<string, object?> Cells(params (string Field, object? Value)[] cells) => cells.ToDictionary(cell => cell.Field, cell => cell.Value);

    /// <summary>Scores one unit with a rule set of one criterion.</summary>
    public static (decimal Points, CellState State) Score(string manner, params (string Field, object? Value)[] cells)
    {
        var ruleSet = Load(OneCriterion(manner));
        var evaluation = Evaluation.Of(ruleSet, DataOf(ruleSet, Cells(cells)), new DiagnosticBag());
        return (evaluation.Sheet.Points(1)[0], evaluation.Sheet.States(1)[0]);
    }

    public static Evaluation Evaluate(string json, params Dictionary<string, object?>[] units)
    {
        var ruleSet = Load(json);
        return Evaluation.Of(ruleSet, DataOf(ruleSet, units), new DiagnosticBag());
    }

    public static void Fill(Column column, int unit, object? value)
    {
        switch (value)
        {
            case null:
                break;
            case int number:
                DatasetBuilder.Set(column, unit, (decimal)number);
                break;
            case decimal number:
                DatasetBuilder.Set(column, unit, number);
                break;
            case bool yesNo:
                DatasetBuilder.Set(column, unit, yesNo);
                break;
            case DateOnly date:
                DatasetBuilder.Set(column, unit, date);
                break;
            case string text:
                DatasetBuilder.Set(column, unit, text);
                break;
            case CellState state:
                DatasetBuilder.SetState(column, unit, state);
                break;
            default:
                DatasetBuilder.SetState(column, unit, CellState.NotApplicable);
                break;
        }
    }
}
