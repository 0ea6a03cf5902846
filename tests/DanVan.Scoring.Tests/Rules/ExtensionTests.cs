using System.Text;
using DanVan.Scoring.Diagnostics;
using DanVan.Scoring.Loading;
using DanVan.Scoring.Rules;
using DanVan.Scoring.Scoring.Manners;
using DanVan.Scoring.Values;

namespace DanVan.Scoring.Tests.Rules;

/// <summary>Rule sets written as changes over another.</summary>
public sealed class ExtensionTests
{
    private const string Base = """
        {
          "id": "y1", "version": "1", "period": 2023, "language": "vi", "title": "Năm một", "issuer": "Sở", "effectiveFrom": "2023-01-01", "replaces": "y0",
          "parameters": { "goal": { "value": "60%" }, "due": { "value": "2023-11-01", "inclusive": true }, "yearly": { "value": "09-30", "inclusive": false } },
          "unitKinds": { "u": "Đơn vị" },
          "fields": { "a": { "label": "A", "type": "count" }, "b": { "label": "B", "type": "count" }, "old": { "label": "Cũ", "type": "yesNo" } },
          "sections": [
            { "id": "A", "title": "A", "maxPoints": 60, "criteria": [
              { "id": "A.1", "title": "Một", "maxPoints": 40, "manner": { "type": "proportional", "part": "a", "whole": "b", "floor": "20%", "whenNone": "none" } },
              { "id": "A.2", "title": "Hai", "maxPoints": 20, "criteria": [
                { "id": "A.2.1", "title": "Hai một", "maxPoints": 20, "manner": { "type": "allOrNothing", "met": "old" } } ] } ] },
            { "id": "B", "title": "B", "maxPoints": 40, "criteria": [ { "id": "B.1", "title": "Ba", "maxPoints": 40, "manner": { "type": "perItem", "count": "a", "pointsEach": 1 } } ] } ],
          "total": { "scale": 100, "notApplicable": "rescale", "missing": "zero" },
          "ratings": [ { "id": "tot", "name": "Tốt", "from": 80 }, { "id": "yeu", "name": "Yếu" } ],
          "gates": [ { "id": "g", "when": "a > 100", "effect": "lowest" } ],
          "targets": [ { "id": "T", "share": "a > 0", "atLeast": "goal" } ],
          "assumptions": [ "Một." ]
        }
        """;

    [Fact]
    public void Extension_KeepsWhatItDoesNotName_ButNotTheIdentityOfTheOther()
    {
        var rules = Load("""{ "extends": "y1", "id": "y2", "version": "2", "period": 2024 }""");
        Assert.Equal(("y2", "2", 2024, "y1"), (rules.Id, rules.Version, rules.Period, rules.Extends));
        Assert.Equal(("Năm một", "Sở", null, null), (rules.Title, rules.Issuer, rules.Replaces, rules.EffectiveFrom));
        Assert.Equal(["A", "A.1", "A.2", "A.2.1", "B", "B.1"], rules.Nodes.Select(node => node.Id));
        Assert.Equal(new DateOnly(2024, 9, 29), rules.Parameters.Single(parameter => parameter.Id == "yearly").LastDayOnTime); // rolls with the period
        Assert.Equal(new DateOnly(2023, 11, 1), rules.Parameters.Single(parameter => parameter.Id == "due").LastDayOnTime);
    }

    [Fact]
    public void Change_ReplacesKeysAndKeepsTheOthers()
    {
        var rules = Load("""
            { "extends": "y1", "id": "y2", "version": "2", "period": 2024,
              "change": { "parameters": { "goal": { "value": "70%" } }, "criteria": { "A.1": { "title": "Một mới", "manner": { "target": "90%" } }, "A.2.1": { "manner": { "type": "judged" } } },
                "total": { "missing": "notScored" }, "ratings": { "tot": { "from": 85 } }, "gates": { "g": { "effect": "dropOne" } }, "targets": { "T": { "clause": "KH 1" } }, "assumptions": [ "Hai." ] } }
            """);
        Assert.Equal(("Một mới", 40m), (rules.Nodes[1].Title, rules.Nodes[1].MaxPoints));
        Assert.Contains(", full points from 90%, no points below 20%;", Describe(rules, 1), StringComparison.Ordinal);
        Assert.IsType<Judged>(rules.Nodes[3].Manner); // a manner with type replaces the whole one
        Assert.Equal((0.7m, 85m, "KH 1"), (rules.Targets[0].Required, rules.Ratings[0].From, rules.Targets[0].Clause));
        Assert.Equal("NotScored DropOne Hai.", $"{rules.Total.Missing} {rules.Gates[0].Effect} {rules.Assumptions.Single()}");
    }

    [Fact]
    public void Change_ToNull_TakesAKeyOut() => Assert.DoesNotContain("no points below", Describe(Load(
        """{ "extends": "y1", "id": "y2", "version": "2", "period": 2024, "change": { "criteria": { "A.1": { "manner": { "floor": null } } } } }"""), 1), StringComparison.Ordinal);

    private static string Describe(RuleSet rules, int node) => rules.Nodes[node].Manner!.Describe(new RuleText(rules, Language.English));

    [Fact]
    public void RemoveAndAdd_WorkAtAnyDepth_AndKeepTheOrder()
    {
        var rules = Load("""
            { "extends": "y1", "id": "y2", "version": "2", "period": 2024,
              "remove": { "criteria": ["A.2.1"], "fields": ["old"], "gates": ["g"] },
              "add": { "fields": { "c": { "label": "C", "type": "count" } },
                "criteria": [ { "in": "A.2", "id": "A.2.2", "title": "Mới", "maxPoints": 15, "manner": { "type": "perItem", "count": "c", "pointsEach": 1 } },
                              { "in": "A.2", "before": "A.2.2", "id": "A.2.0", "title": "Đầu", "maxPoints": 5, "manner": { "type": "judged" } } ],
                "ratings": [ { "before": "yeu", "id": "kha", "name": "Khá", "from": 50 } ], "bonuses": [ { "id": "T.1", "title": "Thưởng", "maxPoints": 2, "manner": { "type": "judged" } } ],
                "assumptions": [ "Hai." ] } }
            """);
        Assert.Equal(["A", "A.1", "A.2", "A.2.0", "A.2.2", "B", "B.1", "T.1"], rules.Nodes.Select(node => node.Id));
        Assert.Equal(["tot", "kha", "yeu"], rules.Ratings.Select(rating => rating.Id));
        Assert.Equal(["a", "b", "c"], rules.Fields.Select(field => field.Id));
        Assert.Empty(rules.Gates);
        Assert.Equal(["Một.", "Hai."], rules.Assumptions);
    }

    [Fact]
    public void RemovedThenAdded_IsReplaced() => Assert.IsType<Judged>(Load("""
        { "extends": "y1", "id": "y2", "version": "2", "period": 2024, "remove": { "criteria": ["B.1"] },
          "add": { "criteria": [ { "in": "B", "id": "B.1", "title": "Ba", "maxPoints": 40, "manner": { "type": "judged" } } ] } }
        """).Nodes[5].Manner);

    [Fact]
    public void Chain_OfYears_BuildsOnTheOneBefore()
    {
        const string second = """{ "extends": "y1", "id": "y2", "version": "2", "period": 2024, "change": { "criteria": { "B.1": { "title": "Ba 2024" } } } }""";
        var rules = Load("""{ "extends": "y2", "id": "y3", "version": "1", "period": 2025, "change": { "parameters": { "goal": { "value": "80%" } } } }""", ("y2", second));
        Assert.Equal(("Ba 2024", 0.8m, 2025, "y2"), (rules.Nodes[5].Title, rules.Targets[0].Required, rules.Period, rules.Extends));
    }

    [Theory]
    [InlineData("\"change\": { \"criteria\": { \"A.11\": { \"maxPoints\": 1 } } }", "RS1203", "y2.json")]
    [InlineData("\"change\": { \"fields\": { \"z\": { \"label\": \"Z\" } } }", "RS1203", "y2.json")]
    [InlineData("\"remove\": { \"targets\": [\"T2\"] }", "RS1203", "y2.json")]
    [InlineData("\"remove\": { \"criteria\": [\"C.1\"] }", "RS1203", "y2.json")]
    [InlineData("\"add\": { \"criteria\": [ { \"in\": \"Z\", \"id\": \"Z.1\", \"title\": \"Z\", \"maxPoints\": 1, \"manner\": { \"type\": \"judged\" } } ] }", "RS1203", "y2.json")]
    [InlineData("\"add\": { \"criteria\": [ { \"in\": \"A\", \"before\": \"Z\", \"id\": \"Z.1\", \"title\": \"Z\", \"maxPoints\": 1, \"manner\": { \"type\": \"judged\" } } ] }", "RS1203", "y2.json")]
    [InlineData("\"add\": { \"criteria\": [ { \"id\": \"Z.1\", \"title\": \"Z\", \"maxPoints\": 1, \"manner\": { \"type\": \"judged\" } } ] }", "RS1008", "y2.json")]
    [InlineData("\"add\": { \"criteria\": [ { \"in\": \"A\", \"id\": \"B.1\", \"title\": \"Z\", \"maxPoints\": 1, \"manner\": { \"type\": \"judged\" } } ] }", "RS1204", "y2.json")]
    [InlineData("\"add\": { \"targets\": [ { \"id\": \"T\", \"share\": \"a > 0\", \"atLeast\": 1 } ] }", "RS1204", "y2.json")]
    [InlineData("\"change\": { \"criterion\": {} }", "RS1007", "y2.json")]
    [InlineData("\"change\": { \"criteria\": { \"A.1\": { \"maxPoint\": 1 } } }", "RS1007", "y2.json")]
    [InlineData("\"change\": { \"criteria\": { \"A.1\": 5 } }", "RS1009", "y2.json")]
    [InlineData("\"change\": { \"total\": 5 }", "RS1009", "y2.json")]
    [InlineData("\"change\": { \"criteria\": { \"A.1\": { \"maxPoints\": 30 } } }", "RS1106", "y1.json")] // the section's 60 stand in the other file
    [InlineData("\"remove\": { \"fields\": [\"old\"] }", "EX2006", "y1.json")] // still used there
    [InlineData("\"change\": { \"criteria\": { \"A.1\": { \"manner\": { \"part\": \"aa\" } } } }", "EX2006", "y2.json")]
    public void Fault_IsToldInTheFileItStandsIn(string changes, string code, string file)
    {
        Assert.Null(TryLoad($$"""{ "extends": "y1", "id": "y2", "version": "2", "period": 2024, {{changes}} }""", out var diagnostics));
        var found = diagnostics.Sorted().First(diagnostic => diagnostic.Code == code);
        Assert.Equal(file, found.Place.File);
        Assert.NotNull(found.Place.Line);
    }

    [Fact]
    public void MisspeltExtends_IsOneFinding_NotADozenMissingKeys()
    {
        Assert.Null(TryLoad("""{ "extend": "y1", "id": "y2", "version": "2", "period": 2024 }""", out var diagnostics));
        Assert.Contains("Did you mean 'extends'?", Assert.Single(diagnostics.Sorted()).Hint(Language.English), StringComparison.Ordinal);
    }

    [Fact]
    public void Circle_IsReported_NotFollowed()
    {
        const string second = """{ "extends": "y3", "id": "y2", "version": "2", "period": 2024 }""";
        Assert.Null(TryLoad("""{ "extends": "y2", "id": "y3", "version": "2", "period": 2024 }""", out var diagnostics, ("y2", second), ("y3", """{ "extends": "y2", "id": "y3", "version": "2", "period": 2024 }""")));
        Assert.Equal("RS1202", Assert.Single(diagnostics.Sorted()).Code);
        Assert.Contains("y2, y3", diagnostics.Sorted()[0].Message(Language.English), StringComparison.Ordinal);
    }

    [Fact]
    public void FaultOfTheOther_StopsThere()
    {
        Assert.Null(TryLoad("""{ "extends": "broken", "id": "y2", "version": "2", "period": 2024, "remove": { "criteria": ["A.9"] } }""", out var diagnostics, ("broken", "{ \"id\": ")));
        Assert.Equal(("RS1003", "broken.json"), (Assert.Single(diagnostics.Sorted()).Code, diagnostics.Sorted()[0].Place.File));
    }

    [Fact]
    public void Diff_OfAnExtension_IsWhatItSays()
    {
        var older = Load(Base);
        var newer = Load("""{ "extends": "y1", "id": "y2", "version": "2", "period": 2023, "change": { "criteria": { "B.1": { "manner": { "pointsEach": 2 } } } }, "remove": { "assumptions": [] } }""".Replace(", \"remove\": { \"assumptions\": [] }", "", StringComparison.Ordinal));
        var changes = RuleSetDiff.Compare(older, newer).Where(change => change.Area != ChangeArea.General).ToList();
        var change = Assert.Single(changes);
        Assert.Equal((ChangeArea.Criteria, ChangeKind.Changed, "B.1", "manner"), (change.Area, change.Kind, change.Id, change.Key));
        Assert.Equal("\"A\": mỗi lần 2 điểm", change.New!.Vi);
    }

    [Fact]
    public void Diff_WithItself_IsEmpty() => Assert.Empty(RuleSetDiff.Compare(Load(Base), Load(Base)));

    [Fact]
    public void Draft_OfTheNextYear_LoadsAndMovesTheDates()
    {
        var older = Load(Base);
        string text = RuleSetDraft.Next(older, 2024, "y2");
        var draft = Load(text);
        Assert.Equal(("y2", 2024, "y1"), (draft.Id, draft.Period, draft.Replaces));
        var due = draft.Parameters.Single(parameter => parameter.Id == "due");
        Assert.Equal((new DateOnly(2024, 11, 1), true, true), ((DateOnly)due.Value, due.Inclusive, due.IsAssumed));
        Assert.DoesNotContain("yearly", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tinh-x-2023", "tinh-x-2024")]
    [InlineData("tinh-x", "tinh-x-2024")]
    public void Draft_Id_HasTheNewYear(string id, string next) =>
        Assert.Equal(next, RuleSetDraft.NextId(Load(Base.Replace("\"id\": \"y1\"", $"\"id\": \"{id}\"", StringComparison.Ordinal)), 2024));

    private static RuleSet Load(string json, params (string Id, string Json)[] others)
    {
        var rules = TryLoad(json, out var diagnostics, others);
        Assert.True(rules is not null, string.Join('\n', diagnostics.Sorted()));
        return rules;
    }

    private static RuleSet? TryLoad(string json, out DiagnosticBag diagnostics, params (string Id, string Json)[] others)
    {
        diagnostics = new DiagnosticBag();
        var files = others.Append(("y1", Base)).ToDictionary(file => file.Item1, file => file.Item2);
        return RuleSetLoader.Load("y2.json", Encoding.UTF8.GetBytes(json), diagnostics,
            id => files.TryGetValue(id, out string? text) ? new RuleSetFile(id + ".json", Encoding.UTF8.GetBytes(text)) : null);
    }
}
