using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Azygos.Files.Examinations;

/// <summary>Writes a grey picture, 8 bits a pixel, as PNG.</summary>
/// <remarks>Signature, IHDR, IDAT (zlib), IEND; each chunk carries length, type and CRC-32 as the PNG specification
/// asks.</remarks>
public static class GreyPng
{
    private const uint Polynomial = 0xEDB88320;

    /// <summary>The file.</summary>
    /// <param name="width">Pixels across.</param>
    /// <param name="height">Pixels down.</param>
    /// <param name="pixels">Brightness, rows from the top; shape [height × width].</param>
    public static byte[] Write(int width, int height, ReadOnlySpan<byte> pixels)
    {
        if (pixels.Length != width * height)
        {
            throw new ArgumentException("A picture needs width × height pixels.", nameof(pixels));
        }
        using MemoryStream file = new();
        file.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        byte[] header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        header[8] = 8;      // bits; colour type, compression, filter and interlace stay 0: grey, deflate, none
        Chunk(file, "IHDR", header);
        using MemoryStream data = new();
        using (ZLibStream packed = new(data, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            for (int row = 0; row < height; row++)
            {
                packed.WriteByte(0);
                packed.Write(pixels.Slice(row * width, width));
            }
        }
        Chunk(file, "IDAT", data.ToArray());
        Chunk(file, "IEND", []);
        return file.ToArray();
    }

    private static void Chunk(MemoryStream file, string type, byte[] data)
    {
        byte[] number = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        file.Write(number);
        byte[] body = [.. Encoding.ASCII.GetBytes(type), .. data];
        file.Write(body);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc(body));
        file.Write(number);
    }

    private static uint Crc(byte[] data)
    {
        uint crc = uint.MaxValue;
        foreach (byte one in data)
        {
            crc ^= one;
            for (int bit = 0; bit < 8; bit++)
            {
                crc = (crc >> 1) ^ ((crc & 1) == 0 ? 0 : Polynomial);
            }
        }
        return ~crc;
    }
}
