using System.Buffers.Binary;

namespace Kansatsu.Wire;

/// <summary>The IPv4 header (RFC 791 §3.1), options included.</summary>
public readonly ref struct Ipv4Header
{
    public const int MinLength = 20;

    const int TotalLengthOffset = 2;
    const int IdentificationOffset = 4;
    const int FragmentOffsetOffset = 6;
    const int TimeToLiveOffset = 8;
    const int ProtocolOffset = 9;
    const int ChecksumOffset = 10;
    const int SourceOffset = 12;
    const int DestinationOffset = 16;

    readonly ReadOnlySpan<byte> _bytes;

    Ipv4Header(ReadOnlySpan<byte> bytes) => _bytes = bytes;

    /// <summary>Succeeds when the fixed part is there; options may still be cut (<see cref="Options"/> then holds what there is).</summary>
    public static bool TryRead(ReadOnlySpan<byte> bytes, out Ipv4Header header)
    {
        header = bytes.Length >= MinLength ? new Ipv4Header(bytes) : default;
        return bytes.Length >= MinLength;
    }

    public int Version => _bytes[0] >> 4;

    /// <summary>Header bytes as declared; a legal header has at least 20.</summary>
    public int HeaderLength => (_bytes[0] & 0xf) * 4;

    public byte TypeOfService => _bytes[1];

    public ushort TotalLength => BinaryPrimitives.ReadUInt16BigEndian(_bytes[TotalLengthOffset..]);

    public ushort Identification => BinaryPrimitives.ReadUInt16BigEndian(_bytes[IdentificationOffset..]);

    public bool DontFragment => (_bytes[FragmentOffsetOffset] & 0x40) != 0;

    public bool MoreFragments => (_bytes[FragmentOffsetOffset] & 0x20) != 0;

    /// <summary>In bytes.</summary>
    public int FragmentOffset => (BinaryPrimitives.ReadUInt16BigEndian(_bytes[FragmentOffsetOffset..]) & 0x1fff) * 8;

    public byte TimeToLive => _bytes[TimeToLiveOffset];

    public byte Protocol => _bytes[ProtocolOffset];

    public ushort HeaderChecksum => BinaryPrimitives.ReadUInt16BigEndian(_bytes[ChecksumOffset..]);

    public Ipv6Address Source => Ipv6Address.FromIpv4(BinaryPrimitives.ReadUInt32BigEndian(_bytes[SourceOffset..]));

    public Ipv6Address Destination => Ipv6Address.FromIpv4(BinaryPrimitives.ReadUInt32BigEndian(_bytes[DestinationOffset..]));

    public ReadOnlySpan<byte> Options => _bytes[MinLength..Math.Clamp(HeaderLength, MinLength, _bytes.Length)];

    internal ReadOnlySpan<byte> Addresses => _bytes.Slice(SourceOffset, 8);
}
