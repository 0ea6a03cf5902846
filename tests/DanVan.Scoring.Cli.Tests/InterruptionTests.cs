using System.Diagnostics;
using DanVan.Scoring.Files.Reading;

namespace DanVan.Scoring.Cli.Tests;

/// <summary>Runs that are killed, edits while runs are under way, runs at the same time: nothing of the user's is lost.</summary>
public sealed class InterruptionTests : IDisposable
{
    private const string Rules = "rules/gia-binh-2024.json", Data = "datasets/gia-binh-2024";
    private readonly Danvan _danvan = new();

    public void Dispose() => _danvan.Dispose();

    [Theory]
    [InlineData("score", 100)]
    [InlineData("report", 100)]
    [InlineData("collect", 100)]
    public async Task Kills_AtRandomMoments_LeaveWholeResultsAndTheUsersFiles(string command, int longCount)
    {
        int count = LongMode.Times(1) == 1 ? 2 : longCount;
        Assert.Equal(0, (await Danvan.Run("score", Rules, Data, "--out", "out")).ExitCode);
        Assert.Equal(0, (await Danvan.Run("template", Rules, "--each", Data, "--out", "forms")).ExitCode);
        Assert.Equal(0, (await Danvan.Run("collect", "forms", "--rules", Rules, "--units", Data, "--out", "dataset")).ExitCode);
        MakeOwnFolders();
        File.WriteAllText("dataset/appraisal.csv", "code;item;value;reason\n");
        string[] args = command switch
        {
            "score" => ["score", Rules, Data, "--out", "out"],
            "report" => ["report", "out"],
            _ => ["collect", "forms", "--rules", Rules, "--units", Data, "--out", "dataset"],
        };
        var whole = Stopwatch.StartNew();
        Assert.Equal(0, await Child(args));
        int length = (int)whole.ElapsedMilliseconds;
        int killed = 0, started = 0;
        for (; killed < count && started < 10 * count; started++)
        {
            int exitCode = await Child(args, killAfter: TimeSpan.FromMilliseconds(new Random(started).Next(length + 50)));
            killed += exitCode == 137 ? 1 : 0;
            AssertNothingLost(started);
        }
        Assert.Equal(count, killed);
        Assert.Equal(0, (await Danvan.Run(args)).ExitCode); // cleans up and goes on
        AssertNothingLost(-1);
        Assert.Equal(["out.edited-1.new-1", "out.new-20240"], Beside("out"));
        Assert.Empty(Beside("dataset"));
        TestContext.Current.TestOutputHelper?.WriteLine($"{command}: {killed} runs killed before their end, of {started}");
    }

    [Fact]
    public async Task Edits_WhileARunIsUnderWay_AreKept()
    {
        int count = LongMode.Times(1) == 1 ? 2 : 100;
        Assert.Equal(0, (await Danvan.Run("score", Rules, Data, "--out", "out")).ExitCode);
        var whole = Stopwatch.StartNew();
        Assert.Equal(0, await Child(["score", Rules, Data, "--out", "out"]));
        int length = (int)whole.ElapsedMilliseconds, kept = 0, refused = 0;
        for (int seed = 0; seed < count; seed++)
        {
            var random = new Random(seed);
            string[] args = seed % 2 == 0 ? ["score", Rules, Data, "--out", "out"] : ["report", "out"];
            var run = Child(args);
            await Task.Delay(random.Next(length), TestContext.Current.CancellationToken);
            string text = $"my words {seed}";
            bool isEdited = TryWrite("out/report.docx", text);
            int exitCode = await run;
            string[] found = [.. Directory.EnumerateFiles(".", "report.docx", SearchOption.AllDirectories).Where(path => File.ReadAllText(path) == text)];
            Assert.True(!isEdited || found.Length == 1, $"seed {seed}, exit {exitCode}: {string.Join(", ", found)}");
            kept += isEdited ? 1 : 0;
            refused += exitCode == 2 ? 1 : 0;
            if (found.Length == 1 && found[0].Contains($"{Path.DirectorySeparatorChar}out{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
                Assert.Equal(0, (await Danvan.Run("score", Rules, Data, "--out", "out", "--keep-edited")).ExitCode); // edited behind the swap, or before the start
            foreach (string folder in Directory.EnumerateDirectories(".", "out.edited-*"))
                Directory.Delete(folder, recursive: true);
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"{count} edits: {kept} kept, {refused} runs refused at their start");
    }

    [Fact]
    public async Task ThreeRuns_IntoOneFolder_LeaveOneWholeResult()
    {
        int count = LongMode.Times(1) == 1 ? 1 : 100;
        int swapped = 0;
        for (int round = 0; round < count; round++)
        {
            int[] exitCodes = await Task.WhenAll(Enumerable.Range(0, 3).Select(i => Child(["score", Rules, Data, "--out", "out", "--csv", i == 1 ? "plain" : "office"])));
            Assert.All(exitCodes, exitCode => Assert.Equal(0, exitCode));
            swapped += exitCodes.Length;
            AssertWhole(round);
            Assert.Empty(Beside("out"));
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"{count} times three runs: {swapped} ended well");
    }

    [Theory]
    [InlineData("report out")]
    [InlineData("card out --unit GB-CA --out card.docx")]
    [InlineData("compare out out")]
    [InlineData("score R D --previous out --out next")]
    public async Task ResultsMovedAside_ByARunThatWasCutOff_AreFoundByCommandsThatRead(string command)
    {
        Assert.Equal(0, (await Danvan.Run("score", Rules, Data, "--out", "out")).ExitCode);
        Directory.Move("out", "out.old");
        File.Delete($"{Data}/previous.csv");
        var run = await Danvan.Run([.. command.Split(' ').Select(word => word == "R" ? Rules : word == "D" ? Data : word)]);
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.True(File.Exists("out/evaluation.json"));
    }

    [Fact]
    public async Task Collect_CutOffBetweenItsFiles_GoesOnTheNextTime()
    {
        Assert.Equal(0, (await Danvan.Run("template", Rules, "--each", Data, "--out", "forms")).ExitCode);
        string[] args = ["collect", "forms", "--rules", Rules, "--units", Data, "--out", "dataset"];
        Assert.Equal(0, (await Danvan.Run(args)).ExitCode);
        var earlier = Directory.EnumerateFiles("dataset").ToDictionary(path => path, File.ReadAllBytes);
        using (var form = new FormFiller("forms/GB-CA.xlsx"))
            form.Set("field:staffTotal", 12m);
        Assert.Equal(0, (await Danvan.Run(args)).ExitCode);
        // As if it had been killed behind the first of its files: the manifest knows both, the results are still the earlier ones.
        string manifest = File.ReadAllText("dataset/collect.json");
        string hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(earlier["dataset/results.csv"]));
        File.WriteAllText("dataset/collect.json", manifest.Insert(manifest.LastIndexOf('}'), $", \"replaced\": [ {{ \"file\": \"results.csv\", \"sha256\": \"{hash}\" }} ]"));
        File.WriteAllBytes("dataset/results.csv", earlier["dataset/results.csv"]);
        var run = await Danvan.Run(args);
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Contains("GB-CA;", File.ReadAllText("dataset/results.csv"), StringComparison.Ordinal);
        Assert.DoesNotContain("replaced", File.ReadAllText("dataset/collect.json"), StringComparison.Ordinal);
    }

    private static IEnumerable<string> Beside(string folder) => Directory.EnumerateDirectories(".").Select(path => Path.GetFileName(path))
        .Where(name => name.StartsWith(folder + ".", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    /// <summary>Folders of the user's whose names are like those of the program.</summary>
    private static void MakeOwnFolders()
    {
        foreach (string name in new[] { "out.new-20240", "out.edited-1.new-1" })
        {
            Directory.CreateDirectory(name);
            File.WriteAllText(Path.Combine(name, "thesis.docx"), "work");
        }
    }

    private static void AssertNothingLost(int seed)
    {
        Assert.Equal("work", File.ReadAllText("out.new-20240/thesis.docx"));
        Assert.Equal("work", File.ReadAllText("out.edited-1.new-1/thesis.docx"));
        Assert.Equal("code;item;value;reason\n", File.ReadAllText("dataset/appraisal.csv"));
        AssertWhole(seed);
    }

    /// <summary>The results are whole where they belong, or where a run that was cut off put them, from where the next one takes them.</summary>
    private static void AssertWhole(int seed)
    {
        string folder = Directory.Exists("out") ? "out" : "out.old";
        var manifest = RunManifest.Read(Path.Combine(folder, "run.json"));
        Assert.True(manifest is not null, $"seed {seed}: {folder} has no manifest");
        foreach (var (name, hash) in manifest.Outputs)
            Assert.True(File.Exists(Path.Combine(folder, name)) && Hash(Path.Combine(folder, name)) == hash, $"seed {seed}: {folder}/{name}");
    }

    private static string Hash(string path) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(path)));

    private static bool TryWrite(string path, string text)
    {
        try
        {
            if (!File.Exists(path))
                return false;
            using var file = new FileStream(path, FileMode.Open, FileAccess.Write);
            file.SetLength(0);
            file.Write(System.Text.Encoding.UTF8.GetBytes(text));
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    /// <summary>Runs the command as a process of its own; killed after a time, if one is given.</summary>
    private static async Task<int> Child(string[] args, TimeSpan? killAfter = null)
    {
        // Its output goes nowhere: a reader of it would wait for an end that a kill at the wrong moment never brings.
        string[] command = OperatingSystem.IsWindows() ? ["dotnet"] : ["sh", "-c", "exec dotnet \"$0\" \"$@\" > /dev/null 2>&1"];
        using var process = Process.Start(new ProcessStartInfo(command[0], [.. command[1..], typeof(App).Assembly.Location, .. args]))!;
        if (killAfter is { } delay)
        {
            await Task.Delay(delay);
            process.Kill();
        }
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(2));
        return process.ExitCode;
    }
}
