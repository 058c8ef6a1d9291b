using System.Buffers.Binary;

namespace Kansatsu.Wire;

/// <summary>A Cisco hot standby router message: version 0 (RFC 2281 §5), or the group state TLV of version 2, which also speaks for IPv6.</summary>
public readonly ref struct HsrpMessage
{
    public const int Version0Length = 20;

    const byte GroupStateTlv = 1;
    const int GroupStateLength = 40;
    const int TlvHeaderLength = 2;

    readonly ReadOnlySpan<byte> _body;
    readonly bool _isVersion2;

    HsrpMessage(ReadOnlySpan<byte> body, bool isVersion2)
    {
        _body = body;
        _isVersion2 = isVersion2;
    }

    public static bool TryRead(ReadOnlySpan<byte> message, out HsrpMessage result)
    {
        result = default;
        if (message.Length >= TlvHeaderLength + GroupStateLength && message[0] == GroupStateTlv && message[1] == GroupStateLength)
            result = new HsrpMessage(message.Slice(TlvHeaderLength, GroupStateLength), true);
        else if (message.Length >= Version0Length && message[0] == 0) result = new HsrpMessage(message, false);
        else return false;
        return true;
    }

    public byte Version => _body[0];

    /// <summary>0 hello, 1 coup, 2 resign, 3 advertise.</summary>
    public byte Opcode => _body[1];

    /// <summary>As it stands: version 0 counts 0, 1, 2, 4, 8, 16, version 2 counts 1 to 6.</summary>
    public byte State => _body[2];

    public ushort Group => _isVersion2 ? BinaryPrimitives.ReadUInt16BigEndian(_body[4..]) : _body[6];

    public uint Priority => _isVersion2 ? BinaryPrimitives.ReadUInt32BigEndian(_body[12..]) : _body[5];

    public uint HelloMilliseconds => _isVersion2 ? BinaryPrimitives.ReadUInt32BigEndian(_body[16..]) : _body[3] * 1000u;

    public uint HoldMilliseconds => _isVersion2 ? BinaryPrimitives.ReadUInt32BigEndian(_body[20..]) : _body[4] * 1000u;

    public Ipv6Address VirtualAddress => !_isVersion2 ? Ipv6Address.FromIpv4(BinaryPrimitives.ReadUInt32BigEndian(_body[16..]))
        : _body[3] == 4 ? Ipv6Address.FromIpv4(BinaryPrimitives.ReadUInt32BigEndian(_body[24..]))
        : Ipv6Address.Read(_body[24..]);

    public string StateName => (_isVersion2, State) switch
    {
        (false, 0) or (true, 1) => "Initial",
        (false, 1) => "Learn",
        (false, 2) or (true, 3) => "Listen",
        (false, 4) or (true, 4) => "Speak",
        (false, 8) or (true, 5) => "Standby",
        (false, 16) or (true, 6) => "Active",
        (true, 2) => "Learn",
        _ => "Unknown",
    };

    public string OpcodeName => Opcode switch { 0 => "Hello", 1 => "Coup", 2 => "Resign", 3 => "Advertise", _ => "Unknown opcode" };
}
