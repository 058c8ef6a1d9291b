using System.Buffers.Binary;

namespace Kansatsu.Wire;

/// <summary>The start of a NetFlow (1 to 9), IPFIX (10; RFC 7011 §3.1) or sFlow (2 to 5, in 32 bits) datagram.</summary>
public readonly ref struct FlowExportHeader
{
    public const int Length = 16;
    public const ushort Ipfix = 10;

    readonly ReadOnlySpan<byte> _bytes;

    FlowExportHeader(ReadOnlySpan<byte> bytes) => _bytes = bytes;

    public static bool TryRead(ReadOnlySpan<byte> bytes, out FlowExportHeader header)
    {
        header = bytes.Length >= Length ? new FlowExportHeader(bytes) : default;
        return bytes.Length >= Length;
    }

    /// <summary>sFlow gives its version 32 bits, so the first 16 are zero.</summary>
    public bool IsSflow => BinaryPrimitives.ReadUInt16BigEndian(_bytes) == 0;

    public ushort Version => BinaryPrimitives.ReadUInt16BigEndian(_bytes[(IsSflow ? 2 : 0)..]);

    /// <summary>NetFlow: records or flow sets; IPFIX: bytes of the message; sFlow: the family of the agent's address (1 IPv4, 2 IPv6).</summary>
    public ushort Count => BinaryPrimitives.ReadUInt16BigEndian(_bytes[(IsSflow ? 6 : 2)..]);
}
