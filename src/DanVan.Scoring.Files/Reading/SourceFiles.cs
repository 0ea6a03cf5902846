namespace DanVan.Scoring.Files.Reading;

/// <summary>Files that are read whole.</summary>
public static class SourceFiles
{
    /// <summary>Reads a file that other programs may hold open.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file cannot be read.</exception>
    public static byte[] ReadBytes(string path) => TextFile.ReadBytes(path);

    /// <summary>The entry of a file in the manifest.</summary>
    public static SourceInfo Describe(string name, ReadOnlySpan<byte> bytes) => new() { File = name, Sha256 = TextFile.Hash(bytes) };
}
