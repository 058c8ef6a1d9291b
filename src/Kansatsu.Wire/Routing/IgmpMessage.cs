using System.Buffers.Binary;

namespace Kansatsu.Wire;

/// <summary>An IGMP message of any version (RFC 1112 appendix I, RFC 2236 §2, RFC 3376 §4).</summary>
public readonly ref struct IgmpMessage
{
    public const int MinLength = 8;

    public const byte Query = 0x11;
    public const byte Version1Report = 0x12;
    public const byte Version2Report = 0x16;
    public const byte Leave = 0x17;
    public const byte Version3Report = 0x22;

    const int Version3QueryLength = 12;
    const int GroupOffset = 4;
    const int FlagsOffset = 8;
    const int QueryIntervalOffset = 9;
    const int SourceCountOffset = 10;
    const int RecordCountOffset = 6;

    readonly ReadOnlySpan<byte> _message;

    IgmpMessage(ReadOnlySpan<byte> message) => _message = message;

    public static bool TryRead(ReadOnlySpan<byte> message, out IgmpMessage result)
    {
        result = message.Length >= MinLength ? new IgmpMessage(message) : default;
        return message.Length >= MinLength;
    }

    public byte Type => _message[0];

    /// <summary>1, 2 or 3; of a query by its length and whether it grants time to answer (RFC 3376 §7.1); 0 of a foreign type.</summary>
    public int Version => Type switch
    {
        Query => _message.Length >= Version3QueryLength ? 3 : _message[1] == 0 ? 1 : 2,
        Version1Report => 1,
        Version2Report or Leave => 2,
        Version3Report => 3,
        _ => 0,
    };

    public ushort Checksum => BinaryPrimitives.ReadUInt16BigEndian(_message[2..]);

    /// <summary>Tenths of a second; version 3 writes long times as a floating-point number (RFC 3376 §4.1.1).</summary>
    public int MaximumResponseTenths => Version == 3 ? Expand(_message[1]) : _message[1];

    /// <summary>Of every message but a version 3 report.</summary>
    public Ipv6Address Group => Ipv6Address.FromIpv4(BinaryPrimitives.ReadUInt32BigEndian(_message[GroupOffset..]));

    /// <summary>Of a version 3 query: seconds between general queries; otherwise 0.</summary>
    public int QueryIntervalSeconds => Type == Query && Version == 3 ? Expand(_message[QueryIntervalOffset]) : 0;

    /// <summary>Of a version 3 query.</summary>
    public int Robustness => Type == Query && Version == 3 ? _message[FlagsOffset] & 7 : 0;

    /// <summary>Of a version 3 query: sources that it claims to ask about.</summary>
    public int SourceCount => Type == Query && Version == 3 ? BinaryPrimitives.ReadUInt16BigEndian(_message[SourceCountOffset..]) : 0;

    /// <summary>Records that a version 3 report claims to hold.</summary>
    public int RecordCount => Type == Version3Report ? BinaryPrimitives.ReadUInt16BigEndian(_message[RecordCountOffset..]) : 0;

    public IgmpRecords Records => new(_message[MinLength..], RecordCount);

    static int Expand(byte code) => code < 128 ? code : ((code & 0xf) | 0x10) << ((code >> 4 & 7) + 3);
}
