using System.Buffers.Binary;

namespace Kansatsu.Wire;

/// <summary>The TCP header (RFC 9293 §3.1), options included.</summary>
public readonly ref struct TcpHeader
{
    public const int MinLength = 20;

    readonly ReadOnlySpan<byte> _bytes;

    TcpHeader(ReadOnlySpan<byte> bytes) => _bytes = bytes;

    public static bool TryRead(ReadOnlySpan<byte> bytes, out TcpHeader header)
    {
        header = bytes.Length >= MinLength ? new TcpHeader(bytes) : default;
        return bytes.Length >= MinLength;
    }

    public ushort SourcePort => BinaryPrimitives.ReadUInt16BigEndian(_bytes);

    public ushort DestinationPort => BinaryPrimitives.ReadUInt16BigEndian(_bytes[2..]);

    public uint SequenceNumber => BinaryPrimitives.ReadUInt32BigEndian(_bytes[4..]);

    public uint AcknowledgmentNumber => BinaryPrimitives.ReadUInt32BigEndian(_bytes[8..]);

    /// <summary>Bytes, as declared by the data offset.</summary>
    public int HeaderLength => (_bytes[12] >> 4) * 4;

    public TcpFlags Flags => (TcpFlags)_bytes[13];

    public ushort Window => BinaryPrimitives.ReadUInt16BigEndian(_bytes[14..]);

    public ushort Checksum => BinaryPrimitives.ReadUInt16BigEndian(_bytes[16..]);

    public ushort UrgentPointer => BinaryPrimitives.ReadUInt16BigEndian(_bytes[18..]);

    public ReadOnlySpan<byte> Options => _bytes[MinLength..Math.Clamp(HeaderLength, MinLength, _bytes.Length)];
}
