using System.Buffers.Binary;
using System.IO.Compression;

namespace Kansatsu.Bench.Captures;

/// <summary>
/// Reads the Ethernet frames of one capture file. Deliberately not the reader of the program: what is measured must not make its own material.
/// A damaged file gives what stands before the damage.
/// </summary>
public static class EthernetCapture
{
    public const uint EthernetLink = 1;
    const uint MicrosecondMagic = 0xa1b2c3d4;
    const uint NanosecondMagic = 0xa1b23c4d;
    const int FileHeaderLength = 24;
    const int RecordHeaderLength = 16;
    const int MaxFrame = 1 << 20;

    public static List<CapturedPacket> Read(string path)
    {
        var file = Unpacked(File.ReadAllBytes(path));
        if (file.Length < FileHeaderLength) return [];
        var magic = BinaryPrimitives.ReadUInt32LittleEndian(file);
        return magic switch
        {
            PcapngBlocks.SectionHeader => PcapngBlocks.Read(file),
            MicrosecondMagic or NanosecondMagic => ReadPcap(file, swapped: false, magic == NanosecondMagic),
            _ when BinaryPrimitives.ReverseEndianness(magic) is MicrosecondMagic or NanosecondMagic =>
                ReadPcap(file, swapped: true, BinaryPrimitives.ReverseEndianness(magic) == NanosecondMagic),
            _ => [],
        };
    }

    internal static uint Number(ReadOnlySpan<byte> bytes, bool swapped) =>
        swapped ? BinaryPrimitives.ReadUInt32BigEndian(bytes) : BinaryPrimitives.ReadUInt32LittleEndian(bytes);

    internal static ushort Half(ReadOnlySpan<byte> bytes, bool swapped) =>
        swapped ? BinaryPrimitives.ReadUInt16BigEndian(bytes) : BinaryPrimitives.ReadUInt16LittleEndian(bytes);

    static List<CapturedPacket> ReadPcap(ReadOnlySpan<byte> file, bool swapped, bool nanoseconds)
    {
        List<CapturedPacket> packets = [];
        if ((Number(file[20..], swapped) & 0xffff) != EthernetLink) return packets;
        var rest = file[FileHeaderLength..];
        while (rest.Length >= RecordHeaderLength)
        {
            var captured = Number(rest[8..], swapped);
            if (captured > MaxFrame || captured > rest.Length - RecordHeaderLength) break;
            var fraction = Number(rest[4..], swapped) / (nanoseconds ? 1000 : 1);
            var time = (Number(rest, swapped) * 1_000_000L) + fraction;
            packets.Add(new(rest.Slice(RecordHeaderLength, (int)captured).ToArray(), Number(rest[12..], swapped), time));
            rest = rest[(RecordHeaderLength + (int)captured)..];
        }

        return packets;
    }

    static byte[] Unpacked(byte[] file)
    {
        if (file is not [0x1f, 0x8b, ..]) return file;
        using var packed = new GZipStream(new MemoryStream(file), CompressionMode.Decompress);
        using var plain = new MemoryStream();
        packed.CopyTo(plain);
        return plain.ToArray();
    }
}
