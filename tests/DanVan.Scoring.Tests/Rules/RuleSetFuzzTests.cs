using System.Text;
using DanVan.Scoring.Diagnostics;
using DanVan.Scoring.Loading;
using DanVan.Scoring.Tests.Oracle;
using DanVan.Scoring.Values;
using FsCheck;
using FsCheck.Fluent;

namespace DanVan.Scoring.Tests.Rules;

/// <summary>Whatever text is loaded gives a rule set, or at least one error whose place is in the text. Never a crash.</summary>
public sealed class RuleSetFuzzTests
{
    private static readonly string[] Pieces =
    [
        "\"", "{", "}", "[", "]", ",", ":", "'", "(", ")", "0,5", "1e999", "-1", "null", "true", "\\u0000", "\\ud800", "\"id\": \"x\",", " and ", " in ", "previous.", "/", "99999999999999999999",
        "\u0301", "𝄞", "//", "/*", "points('A')", "if(", "60%", "2023-11-01", "\"type\": \"judged\",", "\n", "\0",
    ];

    [Fact]
    public void MutatedRuleSets_GiveARuleSetOrLocatedErrors()
    {
        string[] models = [.. ModelGenerator.Models.Generator.Sample(1, 20).Select(model => model.ToJson())];
        Prop.ForAll(Arb.From(Gen.Choose(0, int.MaxValue)), seed => Load(Mutate(models[seed % models.Length], new System.Random(seed))))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(LongMode.Times(3_000)).WithReplay(42UL, 17UL));
    }

    [Fact]
    public void MutatedExtensions_GiveARuleSetOrLocatedErrors()
    {
        string older = ModelGenerator.Models.Generator.Sample(1, 30).MaxBy(model => model.Leaves.Count())!.ToJson();
        const string extension = """
            { "extends": "model", "id": "next", "version": "2", "period": 2024, "title": "Next",
              "remove": { "criteria": ["S0.0"], "fields": ["y1"] },
              "change": { "criteria": { "S0": { "maxPoints": 5 }, "S1.0": { "manner": { "type": "judged" } } }, "total": { "digits": 3 }, "ratings": { "r0": { "from": 99 } } },
              "add": { "fields": { "z": { "label": "Z", "type": "count" } }, "criteria": [ { "in": "S0", "before": "S0.1", "id": "N", "title": "N", "maxPoints": 1, "manner": { "type": "judged" } } ] } }
            """;
        Prop.ForAll(Arb.From(Gen.Choose(0, int.MaxValue)), seed =>
        {
            string text = Mutate(extension, new System.Random(seed));
            Load(text, id => id == "model" ? new RuleSetFile("model.json", Encoding.UTF8.GetBytes(older)) : null, Math.Max(text.Length, older.Length));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(LongMode.Times(2_000)).WithReplay(42UL, 17UL));
    }

    [Fact]
    public void RandomExpressions_GiveAConditionOrLocatedErrors()
    {
        string[] words = ["a", "b", "yes", "day", "word", "kind", "and", "or", "not", "in", "(", ")", ",", "+", "-", "*", "/", "=", "<", ">=", "%", "1", "0.5", "60%", "'x'", "2023-11-01", "if", "min", "has", "coalesce", "round", "previous", ".", "total"];
        Prop.ForAll(Arb.From(Gen.Choose(0, int.MaxValue)), seed =>
        {
            var random = new System.Random(seed);
            string text = string.Join(random.Next(3) == 0 ? "" : " ", Enumerable.Range(0, random.Next(1, 14)).Select(_ => words[random.Next(words.Length)]));
            Load(Testing.OneCriterion($$"""{ "type": "allOrNothing", "met": "{{text}}" }"""));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(LongMode.Times(3_000)).WithReplay(42UL, 17UL));
    }

    [Theory]
    [InlineData("\uFEFF{}")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("{} {}")]
    [InlineData("{\"id\": \"\\ud800\"}")]
    [InlineData("{\"\\udc00\": 1}")]
    [InlineData("{\"sections\": null}")]
    [InlineData("{\"id\": 5, \"fields\": [], \"sections\": {}, \"total\": []}")]
    public void OddRoots_AreErrors(string text)
    {
        var diagnostics = new DiagnosticBag();
        Assert.Null(RuleSetLoader.Load("r.json", Encoding.UTF8.GetBytes(text), diagnostics));
        Assert.True(diagnostics.HasErrors);
    }

    [Fact]
    public void AllFaults_OfAFile_AreReportedInOneRun()
    {
        string json = Testing.OneCriterion("""{ "type": "allOrNothing", "met": "aa > 1" }""", "\"appliesTo\": \"knid = 'office'\"")
            .Replace("\"from\": 5", "\"from\": 9", StringComparison.Ordinal).Replace("\"scale\": 10", "\"scale\": 11", StringComparison.Ordinal);
        var diagnostics = new DiagnosticBag();
        RuleSetLoader.Load("r.json", Encoding.UTF8.GetBytes(json), diagnostics);
        Assert.Equal(["EX2006", "EX2006", "RS1108", "RS1110"], diagnostics.Sorted().Select(diagnostic => diagnostic.Code).Order());
    }

    [Fact]
    public void ThreeHundredCriteria_Load()
    {
        var criteria = Enumerable.Range(0, 300).Select(i => new ModelCriterion($"C.{i}", 1, new JudgedModel(), null)).ToList();
        var model = ModelGenerator.Models.Generator.Sample(1, 1)[0] with { Sections = [ModelSection.Of("C", criteria)], Gates = [], Targets = [], Bonuses = [], Deductions = [] };
        Assert.Equal(301, Testing.Load(model.ToJson()).Nodes.Length);
    }

    private static void Load(string text, Func<string, RuleSetFile?>? find = null, int mostLines = 0)
    {
        var diagnostics = new DiagnosticBag();
        var ruleSet = RuleSetLoader.Load("r.json", Encoding.UTF8.GetBytes(text), diagnostics, find);
        Assert.Equal(ruleSet is null, diagnostics.HasErrors);
        int lines = Math.Max(mostLines, text.Count(c => c == '\n') + 1);
        foreach (var diagnostic in diagnostics.Sorted())
        {
            Assert.True(diagnostic.Place.Line is null || (diagnostic.Place.Line >= 1 && diagnostic.Place.Line <= lines));
            Assert.NotEmpty(diagnostic.Describe(Language.Vietnamese));
        }
    }

    private static string Mutate(string text, System.Random random)
    {
        var mutated = new StringBuilder(text);
        for (int i = random.Next(1, 4); i > 0; i--)
        {
            int at = random.Next(mutated.Length);
            switch (random.Next(3))
            {
                case 0:
                    mutated.Remove(at, Math.Min(random.Next(1, 12), mutated.Length - at));
                    break;
                case 1:
                    mutated.Insert(at, Pieces[random.Next(Pieces.Length)]);
                    break;
                default:
                    mutated[at] = (char)random.Next(32, 127);
                    break;
            }
        }
        return mutated.ToString();
    }
}
