using System.Buffers.Binary;

namespace Kansatsu.Wire;

/// <summary>A router tells how to live on its link (RFC 4861 §4.2; preference RFC 4191; home agent RFC 6275; proxy RFC 4389).</summary>
public readonly ref struct RouterAdvertisement
{
    public const int HeaderLength = 16;

    const int CurHopLimitOffset = 4;
    const int FlagsOffset = 5;
    const int RouterLifetimeOffset = 6;
    const int ReachableTimeOffset = 8;
    const int RetransTimerOffset = 12;

    readonly ReadOnlySpan<byte> _message;

    RouterAdvertisement(ReadOnlySpan<byte> message) => _message = message;

    public static bool TryRead(ReadOnlySpan<byte> message, out RouterAdvertisement advertisement)
    {
        var fits = message.Length >= HeaderLength && message[0] == Icmpv6Types.RouterAdvertisement;
        advertisement = fits ? new RouterAdvertisement(message) : default;
        return fits;
    }

    /// <summary>Hop limit that hosts should send with; 0 = not told.</summary>
    public byte CurHopLimit => _message[CurHopLimitOffset];

    /// <summary>All flags as they stand: M, O, H, two bits of preference, P.</summary>
    public byte Flags => _message[FlagsOffset];

    /// <summary>M: addresses come by DHCPv6.</summary>
    public bool Managed => (Flags & 0x80) != 0;

    /// <summary>O: other things (DNS …) come by DHCPv6.</summary>
    public bool OtherConfig => (Flags & 0x40) != 0;

    public bool HomeAgent => (Flags & 0x20) != 0;

    public RouterPreference Preference => (RouterPreference)(Flags >> 3 & 3);

    public bool Proxy => (Flags & 4) != 0;

    /// <summary>Seconds as a default router; 0 = not one, or no longer.</summary>
    public ushort RouterLifetimeSeconds => BinaryPrimitives.ReadUInt16BigEndian(_message[RouterLifetimeOffset..]);

    /// <summary>Milliseconds; 0 = not told.</summary>
    public uint ReachableTimeMilliseconds => BinaryPrimitives.ReadUInt32BigEndian(_message[ReachableTimeOffset..]);

    /// <summary>Milliseconds; 0 = not told.</summary>
    public uint RetransTimerMilliseconds => BinaryPrimitives.ReadUInt32BigEndian(_message[RetransTimerOffset..]);

    public NdpOptions Options => new(_message[HeaderLength..]);
}
