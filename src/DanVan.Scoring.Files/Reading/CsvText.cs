using System.Buffers;
using CsvHelper;

namespace DanVan.Scoring.Files.Reading;

/// <summary>Rows of a CSV file that follow each other: where they stand, and how many rows and lines stand before them.</summary>
/// <param name="Start">Where they begin, in bytes from the header on.</param>
/// <param name="Length">Their length in bytes.</param>
/// <param name="RowsBefore">Data rows before them.</param>
/// <param name="LinesBefore">Lines before them, from the header on.</param>
internal sealed record CsvPart(long Start, int Length, long RowsBefore, long LinesBefore);

/// <summary>
/// A CSV file from its header on, cut into parts of whole rows, which can be read one by one and at the same time. The
/// bytes of a large file stay on disk.
/// </summary>
internal sealed class CsvText : IDisposable
{
    /// <summary>A longer record is refused, in bytes.</summary>
    public const int LargestRecord = 64 << 20;

    /// <summary>Reads the headers under a delimiter.</summary>
    public CsvText(TextFile file, char delimiter)
    {
        (File, Delimiter) = (file, delimiter);
        using var reader = CsvReader.Create(file.Utf8, Options(hasHeader: true, null, allowLineBreaks: true));
        reader.ReadHeader();
        Headers = [.. reader.Headers];
    }

    /// <summary>The file, from its header on.</summary>
    public TextFile File { get; }

    /// <summary>The delimiter.</summary>
    public char Delimiter { get; }

    /// <summary>The headers as written.</summary>
    public IReadOnlyList<string> Headers { get; }

    /// <summary>The parts, in the order of the file; empty until it was cut.</summary>
    public IReadOnlyList<CsvPart> Parts { get; private set; } = [];

    /// <summary>Cuts the file into parts.</summary>
    /// <param name="partSize">About how long a part is to be, in bytes.</param>
    /// <exception cref="CsvFormatException">A row is too long.</exception>
    public void Cut(int partSize) => Parts = FindParts(partSize);

    /// <summary>Opens the whole file, header and all.</summary>
    public CsvReader OpenWhole(List<CsvMalformedRecord>? malformed = null, bool allowLineBreaks = true)
    {
        var options = Options(hasHeader: true, malformed, allowLineBreaks) with { BufferSize = 1 << 20 };
        var reader = File.OnDisk is { } file ? CsvReader.Create(file.OpenAt(File.Start), options) : CsvReader.Create(File.Utf8, options);
        reader.ReadHeader();
        return reader;
    }

    /// <summary>Opens a part.</summary>
    /// <param name="part">The part.</param>
    /// <param name="malformed">Takes the records that are malformed; null to recover them without a word.</param>
    /// <param name="rented">The memory that its bytes were read into, to be returned to the shared pool when the reader is done; null if there is none.</param>
    public CsvReader Open(CsvPart part, List<CsvMalformedRecord>? malformed, out byte[]? rented)
    {
        rented = null;
        ReadOnlyMemory<byte> bytes;
        if (File.OnDisk is { } file)
        {
            rented = ArrayPool<byte>.Shared.Rent(part.Length);
            file.Read(File.Start + part.Start, rented.AsSpan(0, part.Length));
            bytes = rented.AsMemory(0, part.Length);
        }
        else
        {
            bytes = File.Utf8.Slice((int)part.Start, part.Length);
        }
        var reader = CsvReader.Create(bytes, Options(hasHeader: false, malformed, allowLineBreaks: true));
        reader.ReadHeader();
        return reader;
    }

    /// <inheritdoc/>
    public void Dispose() => File.OnDisk?.Dispose();

    private List<CsvPart> FindParts(int partSize)
    {
        var parts = new List<CsvPart>();
        using var reader = OpenWhole();
        long start = -1, rows = 0, rowsBefore = 0, linesBefore = 0;
        while (reader.Read())
        {
            if (start < 0)
                (start, linesBefore) = (reader.ByteOffset, reader.LineNumber - 1);
            else if (reader.ByteOffset - start >= partSize)
                End(reader.ByteOffset);
            rows++;
        }
        if (start >= 0)
            End(File.Length);
        return parts;

        void End(long end)
        {
            parts.Add(new CsvPart(start, checked((int)(end - start)), rowsBefore, linesBefore));
            (start, rowsBefore, linesBefore) = (end, rows, reader.LineNumber - 1);
        }
    }

    private CsvReaderOptions Options(bool hasHeader, List<CsvMalformedRecord>? malformed, bool allowLineBreaks) => new()
    {
        Separator = Delimiter,
        HasHeader = hasHeader,
        DetectSeparatorHint = hasHeader, // a part may begin with a row that looks like one
        TrackLineNumbers = true,
        MalformedData = CsvMalformedDataHandling.Recover,
        FieldCountMismatch = CsvFieldCountHandling.Allow,
        AllowLineBreaksInQuotes = allowLineBreaks,
        OnMalformedRecord = malformed is null ? null : malformed.Add,
        MaxRecordSize = LargestRecord,
    };
}
