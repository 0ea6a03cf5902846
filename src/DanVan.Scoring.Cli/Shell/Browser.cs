using System.ComponentModel;
using System.Diagnostics;

namespace DanVan.Scoring.Cli.Shell;

/// <summary>An installed browser of the Chromium family, which draws pictures without a window.</summary>
internal sealed class Browser
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge", "msedge", "brave-browser"];
    private static readonly string[] Folders =
    [
        "/Applications/Google Chrome.app/Contents/MacOS", "/Applications/Chromium.app/Contents/MacOS", "/Applications/Microsoft Edge.app/Contents/MacOS",
        @"C:\Program Files\Google\Chrome\Application", @"C:\Program Files (x86)\Google\Chrome\Application", @"C:\Program Files (x86)\Microsoft\Edge\Application", @"C:\Program Files\Microsoft\Edge\Application",
    ];

    private readonly string _program;

    private Browser(string program) => _program = program;

    /// <summary>The first one found; null if there is none.</summary>
    public static Browser? Find() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Concat(Folders)
        .SelectMany(folder => Names.Append("Google Chrome").Append("Microsoft Edge").SelectMany(name => new[] { Path.Combine(folder, name), Path.Combine(folder, name + ".exe") }))
        .FirstOrDefault(File.Exists) is { } program ? new Browser(program) : null;

    /// <summary>Draws a page or picture to a PNG file at twice its size; false if that did not work.</summary>
    /// <param name="source">The file to draw.</param>
    /// <param name="target">The picture.</param>
    /// <param name="width">Width, in pixels of the source.</param>
    /// <param name="height">Height, in pixels of the source.</param>
    public bool Draw(string source, string target, int width, int height)
    {
        string profile = Path.Combine(Path.GetTempPath(), "danvan-browser-" + Guid.NewGuid().ToString("N"));
        try
        {
            using var process = Process.Start(new ProcessStartInfo(_program,
            [
                "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--force-device-scale-factor=2", $"--user-data-dir={profile}", $"--screenshot={Path.GetFullPath(target)}",
                string.Create(CultureInfo.InvariantCulture, $"--window-size={width},{height}"), new Uri(Path.GetFullPath(source)).AbsoluteUri,
            ])
            { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false });
            process!.OutputDataReceived += (_, _) => { };
            process.ErrorDataReceived += (_, _) => { };
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            if (!process.WaitForExit(TimeSpan.FromMinutes(1)))
                process.Kill(entireProcessTree: true);
            return File.Exists(target);
        }
        catch (Win32Exception)
        {
            return false;
        }
        finally
        {
            if (Directory.Exists(profile))
                Directory.Delete(profile, recursive: true);
        }
    }
}
