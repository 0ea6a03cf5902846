using DanVan.Scoring.Cli.Shell;
using DanVan.Scoring.Values;

namespace DanVan.Scoring.Cli.Tests;

/// <summary>Whatever is thrown at it: one clear sentence or a list of findings, the right exit code, nothing written, earlier output untouched.</summary>
public sealed class BadInputTests : IDisposable
{
    private const string Rules = "rules/tay-ninh-ldld-2023.json";
    private const string Data = "datasets/tay-ninh-ldld-2023";

    private readonly Danvan _danvan = new();

    public void Dispose() => _danvan.Dispose();

    public static TheoryData<string, int, string> Cases => new()
    {
        { "score rules/nope.json D --out out", 2, "There is no file 'rules/nope.json'." },
        { "score rules/tay-ninh-ldld-2025.json D --out out", 2, "Did you mean 'tay-ninh-ldld-2023.json'?" },
        { "score D R --out out", 2, "Were the two arguments swapped?" },
        { "score R datasets/nope --out out", 2, "There is no folder 'datasets/nope'." },
        { "score R datasets/tay-ninh-ldld-2023/units.csv --out out", 2, "is a file; the dataset is a folder" },
        { "score R D", 2, "--out is missing" },
        { "score R", 2, "DATA is missing" },
        { "score R D --out", 2, "--out needs a value" },
        { "score R D --out --no-timestamp", 2, "--out needs a value" },
        { "scroe R D --out out", 2, "Did you mean 'score'?" },
        { "score R D --out out --onyl ranking", 2, "Did you mean '--only'?" },
        { "score R D --out out --only rankings", 2, "--only has no part 'rankings'" },
        { "score R D --out out --csv excel", 2, "--csv takes 'office' or 'plain'" },
        { "score R D --out rules", 2, "holds files that this program did not write" },
        { "score R D --out file.txt", 2, "is a file; --out takes a folder" },
        { "rules", 2, "A command is needed: list, show, new, diff, test, schema." },
        { "", 2, "A command is needed" },
        { "explain R D --unit LD-XX", 2, "There is no unit 'LD-XX'." },
        { "explain R D --unit LD-TN --criterion Z.1", 2, "There is no criterion 'Z.1'." },
        { "score empty.json D --out out", 1, "RS1001" },
        { "score half.json D --out out", 1, "RS1003" },
        { "score binary.json D --out out", 1, "RS1002" },
        { "score R empty --out out", 1, "DS3002" },
        { "score R binary --out out", 1, "DS3003" },
        { "score R header --out out", 1, "DS3005" },
        { "score R column --out out", 1, "DS3006" },
        { "score R mixed --out out", 1, "The row seems to be parted by ',' instead of ';'." },
        { "score R huge --out out", 1, "DS3009" },
        { "score R swapped --out out", 1, "DS3011" },
        { "score R nothing --out out", 1, "DS3001" },
        { "check half.json", 1, "RS1003" },
        { "report R", 2, "is a file; what is needed is a result folder" },
    };

    [Theory]
    [InlineData("check pipe")]
    [InlineData("check /dev/zero")]
    [InlineData("check link")]
    [InlineData("check circle")]
    [InlineData("check R data")]
    [InlineData("score R D --out out --previous pipes")]
    [InlineData("report pipes")]
    [InlineData("rules test R", "rules/tay-ninh-ldld-2023.cases.csv")]
    [InlineData("rules new --from-table pipe --id x --period 2025 --out rules/x.json")]
    [InlineData("collect pipes --rules R --out x")]
    [InlineData("score R noted --out out")]
    public async Task PipeOrDevice_IsNotRead(string line, string? replaced = null)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "there are no such files");
        Directory.CreateDirectory("data");
        Directory.CreateDirectory("pipes");
        Danvan.Copy(Data, "noted");
        File.Delete("noted/note.txt");
        if (replaced is not null)
            File.Delete(replaced);
        foreach (string pipe in new[] { "pipe", "data/units.csv", "data/results.csv", "pipes/evaluation.json", "pipes/run.json", "pipes/x.xlsx", "noted/note.txt", replaced }.OfType<string>())
            System.Diagnostics.Process.Start("mkfifo", pipe).WaitForExit();
        File.CreateSymbolicLink("link", "pipe");
        File.CreateSymbolicLink("circle", "circle");
        string[] args = ["--lang", "en", .. line.Split(' ').Select(word => word == "R" ? Rules : word == "D" ? Data : word)];
        var run = await Danvan.Run(args).WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        Assert.InRange(run.ExitCode, 1, 2);
        Assert.NotEmpty(run.Error);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OutputFolderWithAPipeInIt_IsSomebodysWork()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "there are no such files");
        await Danvan.Run("score", Rules, Data, "--out", "out", "--only", "ranking");
        File.Delete("out/ranking.csv");
        System.Diagnostics.Process.Start("mkfifo", "out/ranking.csv").WaitForExit();
        var run = await Danvan.Run("score", Rules, Data, "--out", "out", "--lang", "en").WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("'ranking.csv' in 'out' was changed or added", run.Error, StringComparison.Ordinal);
    }

    /// <summary>Every command with every argument and option that takes a text, each of which is left empty once.</summary>
    public static TheoryData<string, string> Texts
    {
        get
        {
            var rows = new TheoryData<string, string>();
            var terminal = new Terminal(TextWriter.Null, TextWriter.Null, outputIsTerminal: false, errorIsTerminal: false);
            Add(CommandTree.Create(terminal, new Words(Language.English)), "");
            return rows;

            void Add(System.CommandLine.Command command, string path)
            {
                foreach (var sub in command.Subcommands)
                    Add(sub, $"{path} {sub.Name}".Trim());
                if (command.Subcommands.Count > 0)
                    return;
                foreach (string name in command.Arguments.Select(argument => argument.Name).Concat(command.Options.Where(option => option.Arity.MaximumNumberOfValues > 0 && option.ValueType != typeof(bool)).Select(option => option.Name)))
                    rows.Add(path, name);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task EmptyText_IsAUsageError_OfEveryCommand(string command, string emptied)
    {
        string[] before = Snapshot();
        var terminal = new Terminal(TextWriter.Null, TextWriter.Null, outputIsTerminal: false, errorIsTerminal: false);
        System.CommandLine.Command at = CommandTree.Create(terminal, new Words(Language.English));
        foreach (string name in command.Split(' '))
            at = at.Subcommands.Single(sub => sub.Name == name);
        foreach (string empty in new[] { "", " " })
        {
            var args = command.Split(' ').Concat(at.Arguments.Select(argument => argument.Name == emptied ? empty : "rules"))
                .Concat(at.Options.Where(option => option.Required || option.Name == emptied).SelectMany(option => new[] { option.Name, option.Name == emptied ? empty : "x" }));
            var run = await Danvan.Run([.. args, "--lang", "en"]);
            Assert.Equal(2, run.ExitCode);
            Assert.Contains($"{emptied} is empty", run.Error, StringComparison.Ordinal);
        }
        Assert.Equal(before, Snapshot());
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task BadInput_GivesAClearSentence_AndLeavesEverythingAlone(string line, int exitCode, string sentence)
    {
        MakeFiles();
        string[] before = Snapshot();
        string[] args = ["--lang", "en", .. line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word == "R" ? Rules : word == "D" ? Data : word)];
        var run = await Danvan.Run(args);
        Assert.Equal(exitCode, run.ExitCode);
        Assert.Contains(sentence, run.Error + run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error + run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", run.Error + run.Output, StringComparison.Ordinal);
        Assert.Equal(before, Snapshot());
    }

    [Theory]
    [InlineData("compare out next --out out", "--out is the result folder that is read")]
    [InlineData("compare out next --out link", "--out is the result folder that is read")]
    [InlineData("compare out next --out third", "holds results of danvan score")]
    [InlineData("score R D --previous out --out out", "--out is the result folder that is read")]
    public async Task ResultsThatAreRead_AreNotReplaced(string line, string sentence)
    {
        foreach (string name in new[] { "out", "next", "third" })
            Assert.Equal(0, (await Danvan.Run("score", Rules, Data, "--out", name, "--only", "evaluation,ranking")).ExitCode);
        Directory.CreateSymbolicLink("link", "out");
        string[] before = Snapshot();
        var run = await Danvan.Run(["--lang", "en", .. line.Split(' ').Select(word => word == "R" ? Rules : word == "D" ? Data : word)]);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(sentence, run.Error, StringComparison.Ordinal);
        Assert.Equal(before, Snapshot());
        Assert.Equal(0, (await Danvan.Run("compare", "out", "next", "--out", "comparison")).ExitCode);
        Assert.Equal(0, (await Danvan.Run("compare", "next", "out", "--out", "comparison")).ExitCode);
    }

    [Fact]
    public async Task FaultyRules_LeaveEarlierOutputUntouched()
    {
        await Danvan.Run("score", Rules, Data, "--out", "out");
        byte[] before = File.ReadAllBytes("out/ranking.csv");
        MakeFiles();
        Assert.Equal(1, (await Danvan.Run("score", "half.json", Data, "--out", "out")).ExitCode);
        Assert.Equal(1, (await Danvan.Run("score", Rules, "mixed", "--out", "out")).ExitCode);
        Assert.Equal(before, File.ReadAllBytes("out/ranking.csv"));
        Assert.Equal(["datasets", "out", "rules"], Directory.EnumerateDirectories(".").Select(Path.GetFileName).Where(name => name is "datasets" or "rules" || name!.StartsWith("out", StringComparison.Ordinal)).Order());
    }

    [Fact]
    public async Task Stopped_ByCtrlC_LeavesEarlierOutputAndExits130()
    {
        await Danvan.Run("score", Rules, Data, "--out", "out");
        byte[] before = File.ReadAllBytes("out/run.json");
        using var output = new StringWriter();
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        int exitCode = await App.RunAsync(["score", Rules, Data, "--out", "out", "--lang", "en"], new Terminal(output, output, false, false), stop.Token);
        Assert.Equal(130, exitCode);
        Assert.Contains("Stopped.", output.ToString(), StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes("out/run.json"));
        Assert.DoesNotContain(Directory.EnumerateDirectories("."), name => name.Contains(".new-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ReadOnlyTarget_IsOneSentence()
    {
        // A path below a file cannot be made by anybody, root included.
        File.WriteAllText("file.txt", "x");
        var run = await Danvan.Run("score", Rules, Data, "--out", "file.txt/out", "--lang", "en");
        Assert.Equal(3, run.ExitCode);
        Assert.StartsWith("A file could not be read or written:", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--lang fr")]
    [InlineData("rules list --lang=de")]
    public async Task UnknownLanguage_IsRefused(string line)
    {
        var run = await Danvan.Run(line.Split(' '));
        Assert.Equal((2, "--lang takes 'vi' or 'en'."), (run.ExitCode, run.Error.Trim()));
    }

    private void MakeFiles()
    {
        string rules = File.ReadAllText(Rules);
        _danvan.Write("file.txt", "x");
        _danvan.Write("empty.json", "");
        _danvan.Write("half.json", rules[..(rules.Length / 2)]);
        _danvan.Write("binary.json", "\0\u0001\u0002");
        string units = File.ReadAllText($"{Data}/units.csv"), results = File.ReadAllText($"{Data}/results.csv");
        string header = results[..results.IndexOf('\n', StringComparison.Ordinal)];
        foreach (var (name, text) in new[]
        {
            ("empty", ""), ("binary", "PK\u0003\u0004\0\0"), ("header", header + "\n"), ("column", "code\nLD-TN\n"),
            ("mixed", results.Replace(results.Split('\n')[2], results.Split('\n')[2].Replace(';', ','), StringComparison.Ordinal)),
            ("huge", results.Replace(";21/10/2023;", $";{new string('9', 1 << 20)};", StringComparison.Ordinal)),
        })
        {
            _danvan.Write($"{name}/units.csv", units);
            _danvan.Write($"{name}/results.csv", text);
        }
        _danvan.Write("swapped/units.csv", results);
        _danvan.Write("swapped/results.csv", units);
        Directory.CreateDirectory("nothing");
    }

    private static string[] Snapshot() => [.. Directory.EnumerateFiles(".", "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(path => $"{path} {new FileInfo(path).Length}")];
}
