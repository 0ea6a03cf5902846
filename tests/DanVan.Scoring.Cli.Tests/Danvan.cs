using System.Runtime.CompilerServices;
using DanVan.Scoring.Cli.Shell;

[assembly: CollectionBehavior(DisableTestParallelization = true)] // the current folder belongs to the process

namespace DanVan.Scoring.Cli.Tests;

/// <summary>What a run of the command gave.</summary>
internal sealed record RunResult(int ExitCode, string Output, string Error);

/// <summary>Runs the danvan command in this process, in a temporary folder that holds copies of the repository's rules and datasets.</summary>
internal sealed class Danvan : IDisposable
{
    private readonly string _before = Environment.CurrentDirectory;

    public Danvan()
    {
        Folder = Path.Combine(Path.GetTempPath(), "danvan-cli-" + Guid.NewGuid().ToString("N"));
        foreach (string name in new[] { "rules", "datasets" })
            Copy(Path.Combine(Repository, name), Path.Combine(Folder, name));
        Environment.CurrentDirectory = Folder;
    }

    public static string Repository { get; } = FindRepository();

    public string Folder { get; }

    public static async Task<RunResult> Run(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        int exitCode = await App.RunAsync(args, new Terminal(output, error, outputIsTerminal: false, errorIsTerminal: false));
        return new RunResult(exitCode, output.ToString(), error.ToString());
    }

    public string Write(string name, string text)
    {
        string path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    public void Dispose()
    {
        Environment.CurrentDirectory = _before;
        Directory.Delete(Folder, recursive: true);
    }

    public static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (string path in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            string target = Path.Combine(to, Path.GetRelativePath(from, path));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(path, target);
        }
    }

    private static string FindRepository([CallerFilePath] string caller = "")
    {
        string folder = Path.GetDirectoryName(caller)!;
        while (!File.Exists(Path.Combine(folder, "DanVan.Scoring.sln")))
            folder = Path.GetDirectoryName(folder)!;
        return folder;
    }
}
