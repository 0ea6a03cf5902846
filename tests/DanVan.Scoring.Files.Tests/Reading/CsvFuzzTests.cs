using System.Text;
using DanVan.Scoring.Diagnostics;
using DanVan.Scoring.Files.Reading;
using DanVan.Scoring.Loading;
using DanVan.Scoring.Scoring;
using DanVan.Scoring.Values;

namespace DanVan.Scoring.Files.Tests.Reading;

/// <summary>Whatever bytes the tables hold, reading and scoring end with a dataset or with errors. Never a crash.</summary>
public sealed class CsvFuzzTests
{
    private static readonly string[] Pieces = [";", ",", "\"", "\"\"", "\n", "\r", "\t", "%", "−", "1.000", "1,5", "n/a", "sep=;\n", "sep=é\n", "sep=\"\n", "\u00A0", "é", "=cmd", "99999999999999999999", "31/02/2023", "\0"];

    [Fact]
    public void MutatedTables_GiveADatasetOrErrors()
    {
        var sample = new Sample { Appraisal = "code;item;value;reason\nU1;A.1;30;lý do\nU2;staff;25;lý do\n", SelfScores = "code;criterion;points\nU1;A.1;40,5\n", Exemptions = "code;criterion;reason;by\nU2;A.2;không có;Sở\n" };
        var ruleSet = RuleSetLoader.Load("rules.json", Encoding.UTF8.GetBytes(sample.Rules), new DiagnosticBag())!;
        int read = 0, refused = 0;
        for (int seed = 0; seed < LongMode.Times(1_500); seed++)
        {
            var random = new Random(seed);
            using var folder = new TemporaryFolder();
            sample.WriteTo(folder.Path);
            string[] files = Directory.GetFiles(folder.Path);
            string file = files.Order(StringComparer.Ordinal).ElementAt(random.Next(files.Length));
            File.WriteAllBytes(file, Mutate(File.ReadAllBytes(file), random));
            var diagnostics = new DiagnosticBag();
            var reading = DatasetReader.Read(folder.Path, ruleSet, diagnostics);
            if (reading is null)
            {
                refused++;
                Assert.True(diagnostics.HasErrors, $"seed {seed}: refused without an error");
                continue;
            }
            read++;
            Evaluation.Of(ruleSet, reading.Data, diagnostics);
            Assert.All(diagnostics.Sorted(), diagnostic => Assert.NotEmpty(diagnostic.Describe(Language.English)));
        }
        Assert.True(read > 100 && refused > 100, $"{read} read, {refused} refused: the mutations no longer reach both");
    }

    internal static byte[] Mutate(byte[] bytes, Random random)
    {
        var list = bytes.ToList();
        for (int i = random.Next(1, 4); i > 0 && list.Count > 0; i--)
        {
            int at = random.Next(list.Count);
            if (random.Next(3) == 0)
                list.RemoveRange(at, Math.Min(random.Next(1, 9), list.Count - at));
            else if (random.Next(2) == 0)
                list.InsertRange(at, Encoding.UTF8.GetBytes(Pieces[random.Next(Pieces.Length)]));
            else
                list[at] = (byte)random.Next(256);
        }
        return [.. list];
    }
}
