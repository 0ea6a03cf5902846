using System.Buffers.Binary;
using System.Text;
using DanVan.Scoring.Reports.Plotting;
using SkiaSharp;

namespace DanVan.Scoring.Reports.Tests;

/// <summary>A PNG file, read chunk by chunk (PNG specification, third edition).</summary>
internal sealed class PngFile
{
    public static readonly byte[] Signature = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    private readonly byte[] _bytes;

    private PngFile(byte[] bytes)
    {
        _bytes = bytes;
        for (int at = Signature.Length; at < bytes.Length;)
        {
            int length = BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(at));
            var body = bytes.AsSpan(at + 4, length + 4);
            Chunks.Add((Encoding.ASCII.GetString(body[..4]), body[4..].ToArray(),
                BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(at + 8 + length)) == Crc(body)));
            at += length + 12;
        }
    }

    /// <summary>The chunks, with whether their checksums are right.</summary>
    public List<(string Name, byte[] Data, bool IsSound)> Chunks { get; } = [];

    public int Width => Int(Header, 0);

    public int Height => Int(Header, 4);

    private byte[] Header => Chunks[0].Data;

    public static byte[] BytesOf(Picture picture)
    {
        using var stream = new MemoryStream();
        picture.WritePng(stream);
        return stream.ToArray();
    }

    public static PngFile Of(Picture picture) => new(BytesOf(picture));

    public bool HasSignature => _bytes.AsSpan().StartsWith(Signature);

    public static int Int(byte[] bytes, int at) => BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(at));

    /// <summary>The pixels, line by line.</summary>
    public SKColor[] Pixels()
    {
        using var bitmap = SKBitmap.Decode(_bytes);
        Assert.NotNull(bitmap);
        return bitmap.Pixels;
    }

    /// <summary>CRC-32 as PNG has it (annex D).</summary>
    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        uint crc = uint.MaxValue;
        foreach (byte value in bytes)
        {
            crc ^= value;
            for (int bit = 0; bit < 8; bit++)
                crc = (crc & 1) == 0 ? crc >> 1 : 0xEDB88320 ^ (crc >> 1);
        }
        return ~crc;
    }
}
