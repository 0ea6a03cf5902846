using System.Security.Cryptography;

namespace DanVan.Scoring.Files.Reading;

/// <summary>A text file as UTF-8, with the encoding it had and the hash of its bytes.</summary>
/// <param name="Name">The file as shown in messages.</param>
/// <param name="Utf8">Its text; only the first of it if the file is left on disk.</param>
/// <param name="Encoding">The encoding it had.</param>
/// <param name="Sha256">SHA-256 of its bytes, in lower-case hexadecimal.</param>
internal sealed record TextFile(string Name, ReadOnlyMemory<byte> Utf8, string Encoding, string Sha256)
{
    private static readonly UnicodeEncoding LittleEndian = new(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true);
    private static readonly UnicodeEncoding BigEndian = new(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true);

    /// <summary>The file, if it is left on disk.</summary>
    public LargeFile? OnDisk { get; init; }

    /// <summary>Where the text begins in the file on disk, in bytes.</summary>
    public long Start { get; private init; }

    /// <summary>Length of the text, in bytes.</summary>
    public long Length => OnDisk is null ? Utf8.Length : OnDisk.Length - Start;

    /// <summary>The text without its first bytes.</summary>
    public TextFile Behind(int bytes) => this with { Utf8 = Utf8[bytes..], Start = Start + bytes };

    private static ReadOnlySpan<byte> Utf8Mark => [0xEF, 0xBB, 0xBF];

    private static ReadOnlySpan<byte> LittleEndianMark => [0xFF, 0xFE];

    private static ReadOnlySpan<byte> BigEndianMark => [0xFE, 0xFF];

    private static ReadOnlySpan<byte> CompoundFileMark => [0xD0, 0xCF, 0x11, 0xE0];

    /// <summary>Reads a file that other programs may hold open.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file cannot be read.</exception>
    public static byte[] ReadBytes(string path)
    {
        using var stream = Open(path);
        if (stream.Length > Array.MaxLength)
            throw new IOException($"{path}: {stream.Length:#,0} bytes are more than can be held in memory");
        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>SHA-256 of a file of any size, in lower-case hexadecimal.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file cannot be read.</exception>
    public static string HashOf(string path)
    {
        using var stream = Open(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    /// <summary>Opens a file that other programs may hold open: the one place where files of others are opened.</summary>
    /// <exception cref="NotRegularFileException">It is a pipe or a device, which is never opened.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file cannot be read.</exception>
    public static FileStream Open(string path)
    {
        if (File.Exists(path) && !RegularFile.Is(path))
            throw new NotRegularFileException(path);
        return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
    }

    /// <summary>SHA-256 in lower-case hexadecimal.</summary>
    public static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>The text of a file, left on disk if it is large; null if it is not text, which is then reported.</summary>
    /// <param name="path">The file.</param>
    /// <param name="shownName">The file as shown in messages.</param>
    /// <param name="diagnostics">Takes the findings.</param>
    /// <param name="mostInMemory">A larger file in UTF-8 is left on disk, in bytes.</param>
    public static TextFile? ReadOrLeave(string path, string shownName, DiagnosticBag diagnostics, long mostInMemory)
    {
        long length = RegularFile.LengthOf(path);
        if (length <= mostInMemory || LargeFile.Open(path, shownName, out byte[] head, out string sha256) is not { } file)
        {
            if (length <= Array.MaxLength)
                return Read(path, shownName, diagnostics);
            diagnostics.Add(DatasetDiagnostics.BadEncoding.At(new Place { File = shownName }));
            return null;
        }
        bool hasMark = head.AsSpan().StartsWith(Utf8Mark);
        return new TextFile(shownName, head, hasMark ? "utf-8-bom" : "utf-8", sha256) { OnDisk = file }.Behind(hasMark ? 3 : 0);
    }

    /// <summary>The text of a file; null if it is not text, which is then reported.</summary>
    public static TextFile? Read(string path, string shownName, DiagnosticBag diagnostics)
    {
        byte[] bytes = ReadBytes(path);
        var place = new Place { File = shownName };
        string hash = Hash(bytes);
        ReadOnlySpan<byte> span = bytes;
        if (span.StartsWith(LittleEndianMark) || span.StartsWith(BigEndianMark))
        {
            bool isLittle = bytes[0] == 0xFF;
            try
            {
                byte[] utf8 = System.Text.Encoding.UTF8.GetBytes((isLittle ? LittleEndian : BigEndian).GetString(span[2..]));
                return new TextFile(shownName, utf8, isLittle ? "utf-16le" : "utf-16be", hash);
            }
            catch (DecoderFallbackException)
            {
                diagnostics.Add(DatasetDiagnostics.BadEncoding.At(place));
                return null;
            }
        }
        bool hasMark = span.StartsWith(Utf8Mark);
        var text = bytes.AsMemory(hasMark ? 3 : 0);
        if (text.Span.IndexOfAnyExcept((byte)' ', (byte)'\r', (byte)'\n') < 0)
            diagnostics.Add(DatasetDiagnostics.EmptyFile.At(place));
        else if (LooksLike(span) is { } kind)
            diagnostics.Add(DatasetDiagnostics.NotText.At(place, ("looksLike", kind)));
        else if (!System.Text.Unicode.Utf8.IsValid(text.Span))
            return ReadCodePage(text.Span, shownName, hash, diagnostics);
        else
            return new TextFile(shownName, text, hasMark ? "utf-8-bom" : "utf-8", hash);
        return null;
    }

    /// <summary>Text that is not UTF-8: Vietnamese of Windows is read, that of older fonts is refused.</summary>
    private static TextFile? ReadCodePage(ReadOnlySpan<byte> bytes, string shownName, string hash, DiagnosticBag diagnostics)
    {
        var place = PlaceOfInvalid(bytes, shownName);
        if (LegacyText.DecodeWindows1258(bytes) is { } text)
            return new TextFile(shownName, System.Text.Encoding.UTF8.GetBytes(text), "windows-1258", hash);
        int start = bytes[..Math.Max(0, bytes.IndexOfAnyExceptInRange((byte)0, (byte)127))].LastIndexOf((byte)'\n') + 1;
        int length = bytes[start..].IndexOf((byte)'\n');
        string line = LegacyText.Show(length < 0 ? bytes[start..] : bytes.Slice(start, length)).TrimEnd('\r');
        diagnostics.Add(LegacyText.FindCode(LegacyText.Show(bytes)) is { } legacy
            ? DatasetDiagnostics.LegacyText.At(place, ("code", legacy.Code), ("found", line), ("meaning", LegacyText.FindCode(line)?.Meaning ?? ""))
            : DatasetDiagnostics.BadEncoding.At(place));
        return null;
    }

    private static LocalText? LooksLike(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("PK\u0003\u0004"u8))
            return new LocalText("có vẻ là tệp Excel .xlsx, Word hoặc tệp nén", "it looks like an Excel .xlsx, a Word file or an archive");
        if (bytes.StartsWith(CompoundFileMark))
            return new LocalText("có vẻ là tệp Excel .xls cũ", "it looks like an old Excel .xls");
        if (bytes.StartsWith("%PDF"u8))
            return new LocalText("có vẻ là tệp PDF", "it looks like a PDF");
        return bytes.Contains((byte)0) ? new LocalText("có byte 0", "it holds zero bytes") : null;
    }

    private static Place PlaceOfInvalid(ReadOnlySpan<byte> text, string name)
    {
        int at = 0, line = 1;
        while (at < text.Length && Rune.DecodeFromUtf8(text[at..], out var rune, out int used) == System.Buffers.OperationStatus.Done)
        {
            if (rune.Value == '\n')
                line++;
            at += used;
        }
        return new Place { File = name, Line = line };
    }
}
