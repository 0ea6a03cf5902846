using System.Diagnostics;

namespace DanVan.Scoring.Cli.Tests;

/// <summary>LibreOffice, where it is installed: tests that need it are skipped where it is not.</summary>
internal static class Soffice
{
    private static readonly string? Program = new[] { "soffice", "libreoffice" }
        .SelectMany(name => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, name)))
        .FirstOrDefault(File.Exists);

    /// <summary>Converts a document; gives the path of what came of it.</summary>
    public static string Convert(string path, string format, string folder)
    {
        Assert.SkipWhen(Program is null, "LibreOffice is not installed.");
        using var process = Process.Start(new ProcessStartInfo(Program!,
            ["--headless", "--norestore", $"-env:UserInstallation=file://{Path.GetFullPath(folder)}/profile", "--convert-to", format, "--outdir", folder, path])
        { RedirectStandardOutput = true, RedirectStandardError = true })!;
        process.WaitForExit(TimeSpan.FromMinutes(3));
        string result = Path.Combine(folder, Path.ChangeExtension(Path.GetFileName(path), format));
        Assert.True(File.Exists(result), process.StandardError.ReadToEnd());
        return result;
    }
}
