using System.Security.Cryptography;
using System.Text.Unicode;
using Microsoft.Win32.SafeHandles;

namespace DanVan.Scoring.Files.Reading;

/// <summary>A large text file in UTF-8, which is read piece by piece, as often as needed. Pieces can be read at the same time.</summary>
internal sealed class LargeFile : IDisposable
{
    private const int BlockSize = 1 << 20;

    private readonly string _path;
    private readonly string _name;
    private readonly SafeFileHandle _handle;
    private readonly DateTime _written;

    private LargeFile(string path, string shownName)
    {
        (_path, _name) = (path, shownName);
        _handle = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        Length = RandomAccess.GetLength(_handle);
        _written = File.GetLastWriteTimeUtc(_handle);
    }

    /// <summary>Its length, in bytes.</summary>
    public long Length { get; }

    /// <summary>Opens a file and looks it through once; null if it is not UTF-8.</summary>
    /// <param name="path">The file.</param>
    /// <param name="shownName">The file as shown in messages.</param>
    /// <param name="head">Its first bytes.</param>
    /// <param name="sha256">Its hash.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file cannot be read.</exception>
    public static LargeFile? Open(string path, string shownName, out byte[] head, out string sha256)
    {
        var file = new LargeFile(path, shownName);
        (head, sha256) = ([], "");
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        byte[] block = new byte[BlockSize];
        int kept = 0;
        for (long at = 0; at < file.Length;)
        {
            int read = RandomAccess.Read(file._handle, block.AsSpan(kept), at);
            if (read == 0)
                throw file.Changed();
            hash.AppendData(block, kept, read);
            if (at == 0)
                head = block[..read];
            at += read;
            var text = block.AsSpan(0, kept + read);
            kept = at < file.Length ? CutRune(text) : 0;
            if (text.Contains((byte)0) || !Utf8.IsValid(text[..^kept]))
            {
                file.Dispose();
                return null;
            }
            text[^kept..].CopyTo(block);
        }
        sha256 = Convert.ToHexStringLower(hash.GetHashAndReset());
        return file;
    }

    /// <summary>Reads a piece.</summary>
    /// <param name="start">Where it begins, in bytes.</param>
    /// <param name="piece">Takes its bytes.</param>
    /// <exception cref="IOException">The file cannot be read, or was changed meanwhile.</exception>
    public void Read(long start, Span<byte> piece)
    {
        if (RandomAccess.GetLength(_handle) != Length || File.GetLastWriteTimeUtc(_handle) != _written)
            throw Changed();
        for (long at = start; piece.Length > 0;)
        {
            int read = RandomAccess.Read(_handle, piece, at);
            if (read == 0)
                throw Changed();
            at += read;
            piece = piece[read..];
        }
    }

    /// <summary>What stands from a byte on, to be read in one go; a change meanwhile shows when pieces are read.</summary>
    public Stream OpenAt(long start)
    {
        var stream = TextFile.Open(_path);
        stream.Position = start;
        return stream;
    }

    /// <inheritdoc/>
    public void Dispose() => _handle.Dispose();

    private IOException Changed() => new($"{_name}: tệp đã bị sửa trong khi đọc / the file was changed while it was read");

    /// <summary>Length of a character at the end that goes on in the next block.</summary>
    private static int CutRune(ReadOnlySpan<byte> text)
    {
        for (int length = 1; length <= Math.Min(3, text.Length); length++)
        {
            byte first = text[^length];
            if (first < 0x80)
                return 0;
            if (first >= 0xC0)
                return length < (first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2) ? length : 0;
        }
        return 0;
    }
}
