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
    /// <summary>True for a file, also behind a link; false for anything else, and if there is nothing.</summary>
    public static bool Is(string path)
    {
        var file = new FileInfo(path);
        if (!file.Exists || file.Length > 0 || OperatingSystem.IsWindows())
            return file.Exists;
        // Pipes and devices have no length, as empty files have none. What an archive would call it tells them apart.
        try
        {
            if ((file.LinkTarget is null ? file : file.ResolveLinkTarget(returnFinalTarget: true)) is not { Exists: true } target)
                return false;
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
}
