using System.Text;
using DanVan.Scoring.Diagnostics;
using DanVan.Scoring.Files.Reading;
using DanVan.Scoring.Files.Writing;
using DanVan.Scoring.Loading;
using DanVan.Scoring.Results;
using DanVan.Scoring.Rules;
using DanVan.Scoring.Values;

namespace DanVan.Scoring.Files.Tests.Reading;

/// <summary>Cells read from disk part by part, when they are needed, give byte for byte what cells in memory give.</summary>
public sealed class StreamingTests
{
    private static readonly CsvCut Tiny = new(PartSize: 60, MostInMemory: 20);

    [Fact]
    public void DatasetsOfTheRepository_GiveTheSameTables()
    {
        foreach (string folder in Directory.GetDirectories(Path.Combine(Root(), "datasets")))
        {
            string rules = Path.Combine(Root(), "rules");
            var ruleSet = RuleSetLoader.Load(Path.GetFileName(folder) + ".json", File.ReadAllBytes(Path.Combine(rules, Path.GetFileName(folder) + ".json")), new DiagnosticBag(),
                id => new RuleSetFile(id + ".json", File.ReadAllBytes(Path.Combine(rules, id + ".json"))))!;
            AssertSame(folder, ruleSet, folder);
            using var withoutPanel = new TemporaryFolder();
            foreach (string file in Directory.GetFiles(folder, "*.csv").Where(file => Path.GetFileName(file) != "appraisal.csv"))
                File.Copy(file, Path.Combine(withoutPanel.Path, Path.GetFileName(file)));
            Assert.True(AssertSame(withoutPanel.Path, ruleSet, folder), $"{folder} was not streamed");
        }
    }

    [Fact]
    public void MutatedTables_GiveTheSameTablesAndFindings()
    {
        var sample = new Sample { SelfScores = "code;criterion;points\nU1;A.1;40,5\n", Exemptions = "code;criterion;reason;by\nU2;A.2;không có;Sở\n" };
        var ruleSet = RuleSetLoader.Load("rules.json", Encoding.UTF8.GetBytes(sample.Rules), new DiagnosticBag())!;
        int streamed = 0;
        for (int seed = 0; seed < LongMode.Times(600); seed++)
        {
            var random = new Random(seed);
            using var folder = new TemporaryFolder();
            sample.WriteTo(folder.Path);
            string file = Path.Combine(folder.Path, random.Next(4) == 0 ? "units.csv" : "results.csv");
            File.WriteAllBytes(file, CsvFuzzTests.Mutate(File.ReadAllBytes(file), random));
            streamed += AssertSame(folder.Path, ruleSet, $"seed {seed}") ? 1 : 0;
        }
        Assert.True(streamed > 50, $"{streamed} streamed: the mutations no longer reach that");
    }

    [Fact]
    public void FileChangedMeanwhile_IsTold()
    {
        using var folder = new TemporaryFolder();
        var sample = new Sample();
        var ruleSet = RuleSetLoader.Load("rules.json", Encoding.UTF8.GetBytes(sample.Rules), new DiagnosticBag())!;
        using var reading = DatasetReader.Read(sample.WriteTo(folder.Path), ruleSet, new DiagnosticBag(), Tiny, keepsCells: false)!;
        File.AppendAllText(Path.Combine(folder.Path, "results.csv"), "U3;1\n");
        var fault = Assert.Throws<IOException>(() => Result.Of(ruleSet, reading.Data, new DiagnosticBag(), keepsCriteria: false));
        Assert.Contains("results.csv", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void LineAndRowNumbers_GoOnFromPartToPart()
    {
        using var folder = new TemporaryFolder();
        string path = Path.Combine(folder.Path, "t.csv");
        File.WriteAllText(path, "code;name\n" + string.Concat(Enumerable.Range(1, 50).Select(i => i % 7 == 0 ? $"\n{i};\"hai\ndòng\"\n" : $"{i};một\n")));
        var places = Places(new CsvCut());
        Assert.Equal(places, Places(Tiny));
        Assert.Equal(places, Places(new CsvCut(PartSize: 1)));
        Assert.Equal(places, Places(new CsvCut(PartSize: 1, MostInMemory: 1)));

        List<(string, long, long)> Places(CsvCut cut)
        {
            using var table = CsvTable.Open(path, "t.csv", new KnownHeaders(["code", "name"]), new DiagnosticBag(), cut: cut)!;
            var places = new List<(string, long, long)>();
            while (table.Read())
                places.Add((table.Text(0), table.Row, table.Line));
            return places;
        }
    }

    /// <summary>True if cells were read when they were needed.</summary>
    private static bool AssertSame(string folder, RuleSet ruleSet, string what)
    {
        DiagnosticBag held = new(), streamed = new();
        using var inMemory = DatasetReader.Read(folder, ruleSet, held);
        using var onDisk = DatasetReader.Read(folder, ruleSet, streamed, Tiny, keepsCells: false);
        Assert.True((inMemory is null) == (onDisk is null), what);
        if (inMemory is null)
        {
            Assert.True(Texts(held) == Texts(streamed), $"{what}:\n{Texts(held)}\n---\n{Texts(streamed)}");
            return false;
        }
        foreach (var (left, right) in inMemory.Sources.Zip(onDisk!.Sources))
        {
            Assert.Equal(left with { Columns = [] }, right with { Columns = [] });
            Assert.Equal(left.Columns, right.Columns);
        }
        string expected = Written(Result.Of(ruleSet, inMemory.Data, held), held);
        string found = Written(Result.Of(ruleSet, onDisk.Data, streamed, keepsCriteria: false), streamed);
        Assert.True(expected == found, $"{what}:\n{expected}\n---\n{found}");
        return onDisk.Open is not null;
    }

    private static string Written(Result evaluation, DiagnosticBag findings)
    {
        using var stream = new MemoryStream();
        var tables = new ResultTables(evaluation, CsvStyle.Office);
        tables.WriteRanking(stream);
        tables.WriteTargets(stream);
        return Encoding.UTF8.GetString(stream.ToArray()) + Texts(findings);
    }

    private static string Texts(DiagnosticBag findings) => string.Join('\n', findings.Sorted().Select(finding => $"{finding.UnitCode}: {finding.Describe(Language.English)}"));

    private static string Root()
    {
        string folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "DanVan.Scoring.sln")))
            folder = Path.GetDirectoryName(folder)!;
        return folder;
    }
}
