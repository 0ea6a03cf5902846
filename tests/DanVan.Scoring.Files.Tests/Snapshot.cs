using System.Runtime.CompilerServices;
using System.Text;

namespace DanVan.Scoring.Files.Tests;

/// <summary>Compares a text with a file of the repository. With UPDATE_SNAPSHOTS=1 the file is written instead.</summary>
internal static class Snapshot
{
    /// <summary>Compares; the path is relative to this test project.</summary>
    public static void Check(string path, string actual, [CallerFilePath] string caller = "")
    {
        string project = Path.GetDirectoryName(caller)!;
        while (Directory.GetFiles(project, "*.csproj").Length == 0)
            project = Path.GetDirectoryName(project)!;
        string file = Path.GetFullPath(Path.Combine(project, path));
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
            File.WriteAllText(file, actual, new UTF8Encoding(false));
        Assert.True(File.Exists(file), $"{path} is missing; write it with UPDATE_SNAPSHOTS=1 dotnet test");
        Assert.Equal(File.ReadAllText(file).Replace("\r\n", "\n", StringComparison.Ordinal), actual);
    }
}
