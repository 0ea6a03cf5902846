using System.Buffers;
using System.IO.Compression;

namespace DanVan.Scoring.Files.Reading;

/// <summary>
/// Checks an archive before its content is trusted: how much it holds, and that every member is as it was packed. (A
/// damaged byte may leave a number that can be read, but is another.)
/// </summary>
internal static class Archive
{
    /// <summary>Most bytes that all members together may hold.</summary>
    public const long LargestContent = 1024L * 1024 * 1024;

    private const long SuspiciousContent = 64L * 1024 * 1024;
    private const long LargestRatio = 200; // real sheets shrink to a tenth or a fortieth
    private const uint Polynomial = 0xEDB88320; // CRC-32 of ISO 3309, as PKZIP uses it
    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(value => Shift((uint)value))];

    /// <summary>Reads the archive through; its stream is left at the start.</summary>
    /// <exception cref="WorkbookTooLargeException">It holds more than a table can need.</exception>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    public static void Check(Stream stream)
    {
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true))
        {
            if (zip.Entries.Sum(entry => entry.Length) > LargestContent
                || zip.Entries.Any(entry => entry.Length > SuspiciousContent && entry.Length / LargestRatio > entry.CompressedLength))
                throw new WorkbookTooLargeException();
            foreach (var entry in zip.Entries)
                Check(entry);
        }
        stream.Position = 0;
    }

    private static void Check(ZipArchiveEntry entry)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(1 << 16);
        using var content = entry.Open();
        uint sum = uint.MaxValue;
        long length = 0;
        for (int read = content.Read(buffer); read > 0 && length <= entry.Length; read = content.Read(buffer))
        {
            length += read;
            foreach (byte value in buffer.AsSpan(0, read))
                sum = (sum >> 8) ^ Table[(byte)(sum ^ value)];
        }
        ArrayPool<byte>.Shared.Return(buffer);
        if (length != entry.Length || ~sum != entry.Crc32)
            throw new InvalidDataException($"Member {entry.FullName} is damaged.");
    }

    private static uint Shift(uint value)
    {
        for (int bit = 0; bit < 8; bit++)
            value = (value & 1) == 0 ? value >> 1 : (value >> 1) ^ Polynomial;
        return value;
    }
}
