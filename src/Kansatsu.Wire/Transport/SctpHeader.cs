using System.Buffers.Binary;

namespace Kansatsu.Wire;

/// <summary>The SCTP common header (RFC 9260 §3.1) and its chunks.</summary>
public readonly ref struct SctpHeader
{
    public const int HeaderLength = 12;

    const int ChecksumOffset = 8;

    readonly ReadOnlySpan<byte> _bytes;

    SctpHeader(ReadOnlySpan<byte> bytes) => _bytes = bytes;

    /// <param name="bytes">The whole packet: header and chunks.</param>
    public static bool TryRead(ReadOnlySpan<byte> bytes, out SctpHeader header)
    {
        header = bytes.Length >= HeaderLength ? new SctpHeader(bytes) : default;
        return bytes.Length >= HeaderLength;
    }

    public ushort SourcePort => BinaryPrimitives.ReadUInt16BigEndian(_bytes);

    public ushort DestinationPort => BinaryPrimitives.ReadUInt16BigEndian(_bytes[2..]);

    public uint VerificationTag => BinaryPrimitives.ReadUInt32BigEndian(_bytes[4..]);

    /// <summary>As it stands on the wire: the CRC's bytes in little-endian order (RFC 9260 appendix A).</summary>
    public uint Checksum => BinaryPrimitives.ReadUInt32LittleEndian(_bytes[ChecksumOffset..]);

    public SctpChunks Chunks => new(_bytes[HeaderLength..]);

    /// <summary>The CRC32c of the packet with its checksum field taken as zero.</summary>
    internal uint ComputeChecksum()
    {
        var crc = Crc32C.Add(Crc32C.Initial, _bytes[..ChecksumOffset]);
        crc = Crc32C.Add(crc, [0, 0, 0, 0]);
        return ~Crc32C.Add(crc, _bytes[HeaderLength..]);
    }
}
