using System.Formats.Tar;

namespace DanVan.Scoring.Files.Reading;

/// <summary>A path that leads to a pipe, a device or a socket, which would block whoever opens it.</summary>
public sealed class NotRegularFileException(string path) : IOException(path)
{
    /// <summary>The path.</summary>
    public string Path { get; } = path;
}

/// <summary>Tells files from pipes, devices and sockets without opening them.</summary>
internal static class RegularFile
{
    /// <summary>Length of a file, of a link that of the file it points to, in bytes.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static long LengthOf(string path) => (Target(path) ?? new FileInfo(path)).Length;

    /// <summary>True for a file, also behind a link; false for anything else, and if there is nothing.</summary>
    public static bool Is(string path)
    {
        if (Target(path) is not { Exists: true } target)
            return false;
        if (target.Length > 0 || OperatingSystem.IsWindows())
            return true;
        // Pipes and devices have no length, as empty files have none. What an archive would call it tells them apart.
        try
        {
            using var archive = new MemoryStream();
            using (var writer = new TarWriter(archive, TarEntryFormat.Pax, leaveOpen: true))
                writer.WriteEntry(target.FullName, "file");
            archive.Position = 0;
            using var reader = new TarReader(archive);
            return reader.GetNextEntry()?.EntryType == TarEntryType.RegularFile;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return false;
        }
    }

    /// <summary>The file that a path leads to, behind any links; null if they lead nowhere.</summary>
    private static FileInfo? Target(string path)
    {
        var file = new FileInfo(path);
        try
        {
            return file.LinkTarget is null ? file : file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo;
        }
        catch (IOException)
        {
            return null; // links in a circle
        }
    }
}
