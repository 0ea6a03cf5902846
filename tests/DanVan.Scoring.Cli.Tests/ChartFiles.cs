using System.Buffers.Binary;
using System.Diagnostics;

namespace DanVan.Scoring.Cli.Tests;

/// <summary>Files of charts, and the program as a process of its own, for what depends on the machine.</summary>
internal static class ChartFiles
{
    /// <summary>Width and height of a PNG in pixels.</summary>
    public static (int Width, int Height) SizeOf(string path)
    {
        byte[] png = File.ReadAllBytes(path);
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], png[..4]);
        return (BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)));
    }

    /// <summary>The files of a folder's charts, by name.</summary>
    public static SortedDictionary<string, byte[]> In(string folder) => new(Directory.Exists($"{folder}/charts")
        ? Directory.EnumerateFiles($"{folder}/charts")
            .ToDictionary(path => Path.GetFileName(path), File.ReadAllBytes, StringComparer.Ordinal)
        : [], StringComparer.Ordinal);

    /// <summary>The folder of the program as it was built.</summary>
    public static string Program => Path.GetDirectoryName(typeof(App).Assembly.Location)!;

    /// <summary>Runs the program in a folder, with variables set in its environment.</summary>
    public static async Task<RunResult> Run(string program, IReadOnlyDictionary<string, string> environment, params string[] args)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(program, "danvan.dll"), .. args])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(2));
        return new RunResult(process.ExitCode, await output, await error);
    }
}
