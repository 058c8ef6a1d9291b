using System.Buffers.Binary;

namespace Kansatsu.Wire;

/// <summary>The Ethernet II or IEEE 802.3 header: two addresses and a type, or a length when below 0x0600.</summary>
public readonly ref struct EthernetHeader
{
    public const int Length = 14;

    readonly ReadOnlySpan<byte> _bytes;

    EthernetHeader(ReadOnlySpan<byte> bytes) => _bytes = bytes;

    public static bool TryRead(ReadOnlySpan<byte> bytes, out EthernetHeader header)
    {
        header = bytes.Length >= Length ? new EthernetHeader(bytes) : default;
        return bytes.Length >= Length;
    }

    public MacAddress Destination => MacAddress.Read(_bytes);

    public MacAddress Source => MacAddress.Read(_bytes[6..]);

    public ushort Type => BinaryPrimitives.ReadUInt16BigEndian(_bytes[12..]);
}
