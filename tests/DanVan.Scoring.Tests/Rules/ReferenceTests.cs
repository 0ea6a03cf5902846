using System.ComponentModel;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using DanVan.Scoring.Diagnostics;
using DanVan.Scoring.Loading;
using DanVan.Scoring.Rules.Documents;
using DanVan.Scoring.Scoring;
using DanVan.Scoring.Values;

namespace DanVan.Scoring.Tests.Rules;

/// <summary>The reference of the rule set is made from the types; the pages of the manners are run.</summary>
public sealed partial class ReferenceTests
{
    private static readonly Dictionary<string, Type> Manners = MannerBinding.Options.GetTypeInfo(typeof(MannerDocument)).PolymorphismOptions!.DerivedTypes
        .ToDictionary(derived => (string)derived.TypeDiscriminator!, derived => derived.DerivedType);

    public static TheoryData<string> MannerTypes => [.. Manners.Keys];

    [Fact]
    public void Reference_IsInStepWithTheTypes()
    {
        var page = new StringBuilder("""
            # Reference of the rule set

            Every key of a rule set file. This page is made from the types that files are read into and kept in step by a test; the
            same texts stand in [ruleset.schema.json](../rules/ruleset.schema.json), so that editors show them. Comments (`//`) and
            trailing commas are allowed; an unknown key is an error with a suggestion.

            "Expression" says that the text is one, and what it may name: the *fields* scope knows fields, parameters, `period`, `kind`,
            `group`, `parent`, `code` and `previous.x`; the *points* scope also `points('A')`, `maxPoints('A')` and `total`; the *outcomes*
            scope also `rating` and `rank`. An expression *of fixed values* knows numbers and parameters only.

            A file that has the key `extends` is written as changes over another: see [below](#a-rule-set-as-changes-over-another).

            Manners (cách chấm), a page each:


            """.Replace("\r", "", StringComparison.Ordinal));
        foreach (string type in Manners.Keys)
            page.Append($"- [{type}](manners/{type}.md): {DescriptionOf(Manners[type])}\n");
        Write(page, "The rule set", typeof(RuleSetDocument), [typeof(MannerDocument)]);
        page.Append("\n# A rule set as changes over another\n");
        Write(page, "The file", typeof(ExtensionDocument), [typeof(MannerDocument), typeof(ParameterDocument), typeof(FieldDocument), typeof(TableDocument)]);
        Check("docs/rule-set.md", page.ToString());
    }

    [Fact]
    public void EveryManner_HasAPage_AndEveryPageAManner() => Assert.Equal(Manners.Keys.Order(StringComparer.Ordinal),
        Directory.EnumerateFiles(Path.Combine(Testing.Repository, "docs/manners")).Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(MannerTypes))]
    public void MannerPage_ListsItsKeys(string type)
    {
        string page = Read(type);
        var keys = new StringBuilder();
        WriteKeys(keys, Manners[type]);
        foreach (var part in Parts(Manners[type], []))
        {
            keys.Append($"\nEach of `{part.Key}`:\n\n");
            WriteKeys(keys, part.Type);
        }
        Check($"docs/manners/{type}.md", Keys().Replace(page, $"<!-- keys of {type}: written by a test from the types -->\n{keys}<!-- end -->"));
    }

    [Theory]
    [MemberData(nameof(MannerTypes))]
    public void MannerPage_ExamplesGiveThePointsTheyShow(string type)
    {
        string page = Read(type);
        string manner = Sample().Match(page).Groups[1].Value;
        Assert.Contains($"\"type\": \"{type}\"", manner, StringComparison.Ordinal);
        var table = page.Split('\n').SkipWhile(line => !line.StartsWith("| ", StringComparison.Ordinal)).TakeWhile(line => line.StartsWith('|'))
            .Select(line => line.Trim().Trim('|').Split('|').Select(cell => cell.Trim()).ToArray()).ToList();
        string[] header = table[0];
        var rows = table.Skip(2).ToList();
        Assert.NotEmpty(rows);
        var fields = header[..^1].Where(name => !name.StartsWith("previous.", StringComparison.Ordinal)).ToDictionary(name => name, name => rows.Select(row => row[Array.IndexOf(header, name)]).First(cell => cell.Length > 0));
        var ruleSet = Testing.Load($$"""
            { "id": "page", "version": "1", "period": 2023, "language": "vi", "title": "Page", "unitKinds": { "office": "Office" },
              "parameters": { "deadline": { "value": "2023-11-01", "inclusive": true } },
              "fields": { {{string.Join(", ", fields.Select(field => $"\"{field.Key}\": {{ \"label\": \"{field.Key}\", \"type\": \"{TypeOf(field.Value)}\" }}"))}} },
              "sections": [ { "id": "S", "title": "S", "maxPoints": 10, "criteria": [ { "id": "S.1", "title": "S.1", "maxPoints": 10, "manner": {{manner}} } ] } ],
              "total": { "scale": 10, "notApplicable": "rescale", "missing": "zero" }, "ratings": [ { "id": "a", "name": "A" } ] }
            """);
        var builder = Testing.Builder(ruleSet, new DiagnosticBag(), [.. rows.Select(row => fields.ToDictionary(field => field.Key, field => Value(row[Array.IndexOf(header, field.Key)])))]);
        foreach (string name in header.Where(name => name.StartsWith("previous.", StringComparison.Ordinal)))
            for (int i = 0; i < rows.Count; i++)
                Testing.Fill(builder.ColumnOf(ruleSet.Fields.Single(field => field.Id == name["previous.".Length..]).Index, isPrevious: true), i, Value(rows[i][Array.IndexOf(header, name)]));
        var evaluation = Evaluation.Of(ruleSet, builder.Build(), new DiagnosticBag());
        for (int i = 0; i < rows.Count; i++)
        {
            string got = evaluation.Sheet.States(1)[i] switch
            {
                CellState.Value => ValueText.Number(evaluation.Sheet.Points(1)[i], Language.English),
                CellState.NotApplicable => "n/a",
                CellState.Missing => "missing",
                _ => "invalid",
            };
            Assert.Equal($"{string.Join(" ", rows[i][..^1])}: {rows[i][^1]}", $"{string.Join(" ", rows[i][..^1])}: {got}");
        }
    }

    private static object? Value(string cell) => cell switch
    {
        "" => null,
        "có" => true,
        "không" => false,
        _ when cell.Contains('/', StringComparison.Ordinal) => DateOnly.ParseExact(cell, "dd/MM/yyyy", System.Globalization.CultureInfo.InvariantCulture),
        _ => decimal.Parse(cell, System.Globalization.CultureInfo.InvariantCulture),
    };

    private static string TypeOf(string cell) => Value(cell) switch { bool => "yesNo", DateOnly => "date", _ => "number" };

    private static void Write(StringBuilder page, string title, Type type, HashSet<Type> done)
    {
        var waiting = new Queue<(string Title, Type Type)>([(title, type)]);
        while (waiting.TryDequeue(out var next))
        {
            if (!done.Add(next.Type))
                continue;
            page.Append($"\n## {next.Title}\n\n{DescriptionOf(next.Type)}{(DescriptionOf(next.Type).Length > 0 ? "\n\n" : "")}");
            WriteKeys(page, next.Type);
            foreach (var part in Parts(next.Type, done))
                waiting.Enqueue((part.Type == typeof(CriterionDocument) ? "criteria, bonuses, deductions" : part.Key, part.Type));
        }
    }

    private static void WriteKeys(StringBuilder page, Type type)
    {
        var properties = Properties(type).ToList();
        if (properties.Count == 0)
        {
            page.Append("None.\n");
            return;
        }
        page.Append("| key | | meaning |\n|---|---|---|\n");
        foreach (var property in properties)
            page.Append($"| `{KeyOf(property)}` | {(property.GetCustomAttribute<RequiredMemberAttribute>() is null ? "" : "required")} | {property.GetCustomAttribute<DescriptionAttribute>()!.Description.Replace("|", "\\|", StringComparison.Ordinal)} |\n");
    }

    /// <summary>The types of the parts of a type that have keys of their own.</summary>
    private static IEnumerable<(string Key, Type Type)> Parts(Type type, HashSet<Type> done) => Properties(type).Select(property => (KeyOf(property), Inner(property.PropertyType)))
        .Where(part => part.Item2.Name.EndsWith("Document", StringComparison.Ordinal) && !done.Contains(part.Item2)).DistinctBy(part => part.Item2);

    private static Type Inner(Type type) => Nullable.GetUnderlyingType(type) is { } value ? Inner(value) : type.IsGenericType ? Inner(type.GetGenericArguments()[^1]) : type;

    private static IEnumerable<PropertyInfo> Properties(Type type) => type.GetProperties().Where(property => property.GetCustomAttribute<DescriptionAttribute>() is not null);

    private static string KeyOf(PropertyInfo property) => property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name ?? JsonNamingPolicy.CamelCase.ConvertName(property.Name);

    private static string DescriptionOf(Type type) => type.GetCustomAttribute<DescriptionAttribute>(inherit: false)?.Description ?? "";

    private static string Read(string type) => File.ReadAllText(Path.Combine(Testing.Repository, $"docs/manners/{type}.md")).Replace("\r", "", StringComparison.Ordinal);

    private static void Check(string file, string text)
    {
        string path = Path.Combine(Testing.Repository, file);
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
            File.WriteAllText(path, text);
        Assert.Equal(text, File.ReadAllText(path).Replace("\r", "", StringComparison.Ordinal));
    }

    [GeneratedRegex(@"<!-- keys of .*?<!-- end -->", RegexOptions.Singleline)]
    private static partial Regex Keys();

    [GeneratedRegex(@"```json\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Sample();
}
