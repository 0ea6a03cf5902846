using System.Diagnostics;
using DanVan.Scoring.Files.Reading;

namespace DanVan.Scoring.Files.Writing;

/// <summary>
/// A file in a folder that says: this program made the folder, or moved it aside, and which run it was. Folders without
/// it are somebody's own, whatever their names.
/// </summary>
/// <param name="Machine">Name of the machine.</param>
/// <param name="Process">Id of the process.</param>
/// <param name="Started">When the process was started, in seconds since 1970, UTC.</param>
internal sealed record FolderMark(string Machine, int Process, long Started)
{
    /// <summary>Name of the file.</summary>
    public const string FileName = ".danvan-run";

    private const string Signature = "danvan: a folder of a run that goes on or was cut off; the program removes it";
    private const int ClockSlack = 3; // start times are worked out from a clock that may be set meanwhile

    /// <summary>The mark of this run.</summary>
    private static readonly FolderMark Own =
        new(Environment.MachineName, Environment.ProcessId, StartOf(System.Diagnostics.Process.GetCurrentProcess()));

    /// <summary>True if the mark is of this machine, so that it can be told whether its run still goes on.</summary>
    public bool IsOfThisMachine => Machine == Own.Machine;

    /// <summary>True if the run that it names was one of this machine and has ended.</summary>
    public bool IsAbandoned => IsOfThisMachine && !IsRunning();

    /// <summary>The mark of a folder; null if it has none.</summary>
    public static FolderMark? Read(string folder)
    {
        try
        {
            string[] lines = System.Text.Encoding.UTF8.GetString(TextFile.ReadBytes(Path.Combine(folder, FileName))).Split('\n');
            return lines is [Signature, var machine, var process, var started, ..]
                && int.TryParse(process, NumberStyles.None, CultureInfo.InvariantCulture, out int id)
                && long.TryParse(started, NumberStyles.None, CultureInfo.InvariantCulture, out long start)
                    ? new FolderMark(machine, id, start) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>True if a run was cut off while it wrote the mark of a folder.</summary>
    public static bool IsCutOff(string folder) => new FileInfo(Path.Combine(folder, FileName)) is { Exists: true, Length: 0 };

    /// <summary>True if a run was cut off while it wrote the mark of a new folder, which holds nothing else.</summary>
    public static bool IsUnfinished(string folder) => IsCutOff(folder) && Directory.EnumerateFileSystemEntries(folder).Count() == 1
        && TimeProvider.System.GetUtcNow() - File.GetLastWriteTimeUtc(Path.Combine(folder, FileName)) > TimeSpan.FromMinutes(1);

    /// <summary>Marks a folder as one of this run.</summary>
    /// <exception cref="IOException">It cannot be written to.</exception>
    /// <exception cref="UnauthorizedAccessException">It cannot be written to.</exception>
    public static void Put(string folder) => Own.WriteTo(folder);

    /// <summary>Writes the mark into a folder.</summary>
    /// <inheritdoc cref="Put"/>
    public void WriteTo(string folder)
    {
        string text = string.Create(CultureInfo.InvariantCulture, $"{Signature}\n{Machine}\n{Process}\n{Started}\n");
        File.WriteAllText(Path.Combine(folder, FileName), text);
    }

    /// <summary>Takes the mark off a folder.</summary>
    public static void Remove(string folder) => File.Delete(Path.Combine(folder, FileName));

    private bool IsRunning()
    {
        try
        {
            using var found = System.Diagnostics.Process.GetProcessById(Process);
            return Math.Abs(StartOf(found) - Started) <= ClockSlack;
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return e is System.ComponentModel.Win32Exception; // there is one that does not let itself be asked
        }
    }

    private static long StartOf(Process process) => new DateTimeOffset(process.StartTime).ToUnixTimeSeconds();
}
