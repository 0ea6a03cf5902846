using System.IO.Compression;

namespace DanVan.Scoring.Files.Workbooks;

/// <summary>Packs an Office document again so that the same content gives the same bytes on every machine.</summary>
internal static class StablePackage
{
    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero); // the first time an archive can hold

    /// <summary>
    /// Writes the members of a package in order, without compression (which may differ between runtimes) and without
    /// times.
    /// </summary>
    public static void Write(Stream package, Stream into)
    {
        package.Position = 0;
        using var source = new ZipArchive(package, ZipArchiveMode.Read, leaveOpen: true);
        using var target = new ZipArchive(into, ZipArchiveMode.Create, leaveOpen: true);
        // The list of content types comes first, as readers expect it.
        static string Key(ZipArchiveEntry entry) => entry.FullName == "[Content_Types].xml" ? "" : entry.FullName;
        foreach (var entry in source.Entries.OrderBy(Key, StringComparer.Ordinal))
        {
            var copy = target.CreateEntry(entry.FullName, CompressionLevel.NoCompression);
            copy.LastWriteTime = Epoch;
            using var from = entry.Open();
            using var to = copy.Open();
            from.CopyTo(to);
        }
    }
}
