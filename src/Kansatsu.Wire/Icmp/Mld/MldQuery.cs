using System.Buffers.Binary;

namespace Kansatsu.Wire;

/// <summary>A multicast listener query of both versions (RFC 2710 §3, RFC 3810 §5.1), told apart by their length (§8.1).</summary>
public readonly ref struct MldQuery
{
    public const int Version1Length = 24;
    public const int Version2Length = 28;

    const int MaximumResponseOffset = 4;
    const int GroupOffset = 8;
    const int FlagsOffset = 24;
    const int QueryIntervalOffset = 25;
    const int SourceCountOffset = 26;

    readonly ReadOnlySpan<byte> _message;

    MldQuery(ReadOnlySpan<byte> message) => _message = message;

    public static bool TryRead(ReadOnlySpan<byte> message, out MldQuery query)
    {
        var fits = message.Length >= Version1Length && message[0] == Icmpv6Types.MldQuery;
        query = fits ? new MldQuery(message) : default;
        return fits;
    }

    /// <summary>1 or 2.</summary>
    public int Version => _message.Length >= Version2Length ? 2 : 1;

    public ushort MaximumResponseCode => BinaryPrimitives.ReadUInt16BigEndian(_message[MaximumResponseOffset..]);

    /// <summary>Milliseconds; version 2 writes long delays as a floating-point number (RFC 3810 §5.1.3).</summary>
    public int MaximumResponseMilliseconds => Version == 1 || MaximumResponseCode < 0x8000
        ? MaximumResponseCode
        : ((MaximumResponseCode & 0xfff) | 0x1000) << ((MaximumResponseCode >> 12 & 7) + 3);

    /// <summary>The group asked about; :: asks about all of them.</summary>
    public Ipv6Address Group => Ipv6Address.Read(_message[GroupOffset..]);

    public bool IsGeneral => Group.IsUnspecified;

    /// <summary>The S flag: routers that hear this shall not shorten their timers (RFC 3810 §5.1.7).</summary>
    public bool SuppressRouterProcessing => Version == 2 && (_message[FlagsOffset] & 8) != 0;

    /// <summary>The querier's robustness variable; 0 when not told.</summary>
    public int Robustness => Version == 2 ? _message[FlagsOffset] & 7 : 0;

    /// <summary>Seconds between the querier's general queries (RFC 3810 §5.1.9); 0 when not told.</summary>
    public int QueryIntervalSeconds
    {
        get
        {
            if (Version == 1) return 0;
            int code = _message[QueryIntervalOffset];
            return code < 128 ? code : ((code & 0xf) | 0x10) << ((code >> 4 & 7) + 3);
        }
    }

    /// <summary>Sources that the message claims to ask about.</summary>
    public int SourceCount => Version == 2 ? BinaryPrimitives.ReadUInt16BigEndian(_message[SourceCountOffset..]) : 0;

    /// <summary>Those that are there.</summary>
    public AddressList Sources =>
        Version == 1 ? default : new(_message.Slice(Version2Length, Math.Min(SourceCount * Ipv6Address.Length, _message.Length - Version2Length)));
}
