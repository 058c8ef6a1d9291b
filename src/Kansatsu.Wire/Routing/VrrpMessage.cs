using System.Buffers.Binary;

namespace Kansatsu.Wire;

/// <summary>A VRRP advertisement (version 2: RFC 3768 §5.1; version 3: RFC 9568 §5.1).</summary>
public readonly ref struct VrrpMessage
{
    public const int HeaderLength = 8;

    const int ChecksumOffset = 6;

    readonly ReadOnlySpan<byte> _message;

    VrrpMessage(ReadOnlySpan<byte> message) => _message = message;

    public static bool TryRead(ReadOnlySpan<byte> message, out VrrpMessage result)
    {
        result = message.Length >= HeaderLength ? new VrrpMessage(message) : default;
        return message.Length >= HeaderLength;
    }

    public int Version => _message[0] >> 4;

    /// <summary>1: advertisement, the only type there is.</summary>
    public int Type => _message[0] & 0xf;

    public byte VirtualRouterId => _message[1];

    /// <summary>0: the active router leaves; 255: it owns the addresses.</summary>
    public byte Priority => _message[2];

    /// <summary>Addresses that the message claims to hold.</summary>
    public byte AddressCount => _message[3];

    public int IntervalCentiseconds => Version == 3 ? BinaryPrimitives.ReadUInt16BigEndian(_message[4..]) & 0xfff : _message[5] * 100;

    public ushort Checksum => BinaryPrimitives.ReadUInt16BigEndian(_message[ChecksumOffset..]);

    /// <summary>The virtual addresses that are there, when they are IPv6 ones.</summary>
    public AddressList Ipv6Addresses => new(_message[HeaderLength..Math.Min(_message.Length, HeaderLength + (AddressCount * Ipv6Address.Length))]);

    /// <summary>The virtual addresses that are there, when they are IPv4 ones.</summary>
    public int Ipv4AddressCount => Math.Min(AddressCount, (_message.Length - HeaderLength) / 4);

    public Ipv6Address Ipv4Address(int index) => Ipv6Address.FromIpv4(BinaryPrimitives.ReadUInt32BigEndian(_message[(HeaderLength + (index * 4))..]));
}
