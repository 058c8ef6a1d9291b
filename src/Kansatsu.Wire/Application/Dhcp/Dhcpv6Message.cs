namespace Kansatsu.Wire;

/// <summary>A DHCPv6 message (RFC 8415 §8, §9). A relayed one is inside <see cref="Dhcpv6Option.RelayMessage"/>, so relays nest.</summary>
public readonly ref struct Dhcpv6Message
{
    public const byte Solicit = 1;
    public const byte RelayForward = 12;
    public const byte RelayReply = 13;

    const int HeaderLength = 4;
    const int RelayHeaderLength = 34;
    const int LinkAddressAt = 2;
    const int PeerAddressAt = 18;

    readonly ReadOnlySpan<byte> _bytes;

    Dhcpv6Message(ReadOnlySpan<byte> bytes) => _bytes = bytes;

    public byte Type => _bytes[0];

    public bool IsRelay => IsRelayType(Type);

    /// <summary>24 bits that tie answers to questions; 0 in relay messages.</summary>
    public int TransactionId => IsRelay ? 0 : (_bytes[1] << 16) | (_bytes[2] << 8) | _bytes[3];

    /// <summary>Relays passed; 0 in other messages.</summary>
    public byte HopCount => IsRelay ? _bytes[1] : (byte)0;

    /// <summary>Relay messages: an address of the link the client is on.</summary>
    public Ipv6Address LinkAddress => IsRelay ? Ipv6Address.Read(_bytes[LinkAddressAt..]) : default;

    /// <summary>Relay messages: where the relayed message came from.</summary>
    public Ipv6Address PeerAddress => IsRelay ? Ipv6Address.Read(_bytes[PeerAddressAt..]) : default;

    public Dhcpv6Options Options => new(_bytes[(IsRelay ? RelayHeaderLength : HeaderLength)..]);

    public static bool TryRead(ReadOnlySpan<byte> bytes, out Dhcpv6Message message)
    {
        var needed = bytes.Length > 0 && IsRelayType(bytes[0]) ? RelayHeaderLength : HeaderLength;
        message = bytes.Length >= needed ? new Dhcpv6Message(bytes) : default;
        return bytes.Length >= needed;
    }

    /// <summary>The message that a relay carries, through at most eight relays (RFC 8415 §7.6, HOP_COUNT_LIMIT); itself when there is none.</summary>
    public static Dhcpv6Message Innermost(Dhcpv6Message message)
    {
        for (var depth = 0; depth < 8 && message.IsRelay; depth++)
        {
            if (!message.Options.TryFind(Dhcpv6Option.RelayMessage, out var relayed) || !TryRead(relayed, out var inner)) break;
            message = inner;
        }

        return message;
    }

    public static string Name(byte type) => type switch
    {
        Solicit => "Solicit",
        2 => "Advertise",
        3 => "Request",
        4 => "Confirm",
        5 => "Renew",
        6 => "Rebind",
        7 => "Reply",
        8 => "Release",
        9 => "Decline",
        10 => "Reconfigure",
        11 => "Information-request",
        RelayForward => "Relay-forw",
        RelayReply => "Relay-reply",
        14 => "Leasequery",
        15 => "Leasequery-reply",
        16 => "Leasequery-done",
        17 => "Leasequery-data",
        18 => "Reconfigure-request",
        19 => "Reconfigure-reply",
        20 => "DHCPv4-query",
        21 => "DHCPv4-response",
        36 => "Addr-reg-inform",
        37 => "Addr-reg-reply",
        _ => $"type {type}",
    };

    static bool IsRelayType(byte type) => type is RelayForward or RelayReply;
}
