using System.Buffers.Binary;

namespace Kansatsu.Bench.Captures;

/// <summary>Writes classic pcap: little-endian, microseconds, Ethernet.</summary>
public sealed class PcapFile : IDisposable
{
    const int BufferLength = 1 << 20;
    readonly Stream _stream;

    /// <param name="path">A file, or - for standard output.</param>
    public PcapFile(string path)
    {
        _stream = path == "-"
            ? new BufferedStream(Console.OpenStandardOutput(), BufferLength)
            : new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, BufferLength);
        Span<byte> header = stackalloc byte[24];
        header.Clear();
        BinaryPrimitives.WriteUInt32LittleEndian(header, 0xa1b2c3d4);
        header[4] = 2;
        header[6] = 4;
        BinaryPrimitives.WriteUInt32LittleEndian(header[16..], 1 << 18);
        BinaryPrimitives.WriteUInt32LittleEndian(header[20..], EthernetCapture.EthernetLink);
        _stream.Write(header);
    }

    public void Write(long microseconds, ReadOnlySpan<byte> bytes, uint originalLength)
    {
        Span<byte> header = stackalloc byte[16];
        BinaryPrimitives.WriteUInt32LittleEndian(header, (uint)(microseconds / 1_000_000));
        BinaryPrimitives.WriteUInt32LittleEndian(header[4..], (uint)(microseconds % 1_000_000));
        BinaryPrimitives.WriteInt32LittleEndian(header[8..], bytes.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(header[12..], originalLength);
        _stream.Write(header);
        _stream.Write(bytes);
    }

    public void Dispose() => _stream.Dispose();
}
