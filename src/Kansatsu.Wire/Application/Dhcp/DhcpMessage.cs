using System.Buffers.Binary;

namespace Kansatsu.Wire;

/// <summary>A DHCPv4 or BOOTP message (RFC 2131 §2).</summary>
public readonly ref struct DhcpMessage
{
    /// <summary>Up to the magic cookie; BOOTP without options is as long.</summary>
    public const int HeaderLength = 236;

    const int TransactionIdAt = 4;
    const int ClientAddressAt = 12;
    const int YourAddressAt = 16;
    const int RelayAddressAt = 24;
    const int HardwareAddressAt = 28;
    const uint Cookie = 0x6382_5363;

    readonly ReadOnlySpan<byte> _bytes;

    DhcpMessage(ReadOnlySpan<byte> bytes) => _bytes = bytes;

    public static bool TryRead(ReadOnlySpan<byte> bytes, out DhcpMessage message)
    {
        message = bytes.Length >= HeaderLength ? new DhcpMessage(bytes) : default;
        return bytes.Length >= HeaderLength;
    }

    public bool IsRequest => _bytes[0] == 1;

    public uint TransactionId => BinaryPrimitives.ReadUInt32BigEndian(_bytes[TransactionIdAt..]);

    /// <summary>ciaddr: what the client already has.</summary>
    public Ipv6Address ClientAddress => AddressAt(ClientAddressAt);

    /// <summary>yiaddr: what the server gives.</summary>
    public Ipv6Address YourAddress => AddressAt(YourAddressAt);

    /// <summary>giaddr: the relay.</summary>
    public Ipv6Address RelayAddress => AddressAt(RelayAddressAt);

    public MacAddress ClientMac => _bytes[1] == 1 && _bytes[2] == MacAddress.Length ? MacAddress.Read(_bytes[HardwareAddressAt..]) : default;

    public DhcpOptions Options
    {
        get
        {
            var reader = new WireReader(_bytes[HeaderLength..]);
            return new DhcpOptions(reader.TryReadUInt32(out var cookie) && cookie == Cookie ? reader.Rest : default);
        }
    }

    /// <summary>1 DISCOVER to 8 INFORM; 0 in BOOTP.</summary>
    public byte MessageType => Options.TryFind(DhcpOptions.MessageType, out var value) && value.Length == 1 ? value[0] : (byte)0;

    public static string Name(byte messageType) => messageType switch
    {
        0 => "BOOTP",
        1 => "Discover",
        2 => "Offer",
        3 => "Request",
        4 => "Decline",
        5 => "ACK",
        6 => "NAK",
        7 => "Release",
        8 => "Inform",
        9 => "Force renew",
        10 => "Lease query",
        _ => $"type {messageType}",
    };

    Ipv6Address AddressAt(int offset) => Ipv6Address.FromIpv4(BinaryPrimitives.ReadUInt32BigEndian(_bytes[offset..]));
}
