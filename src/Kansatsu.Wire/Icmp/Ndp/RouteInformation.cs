using System.Buffers.Binary;

namespace Kansatsu.Wire;

/// <summary>A more specific route through the advertising router (RFC 4191 §2.3).</summary>
public readonly ref struct RouteInformation
{
    public const int MinLength = 8;

    const int PrefixLengthOffset = 2;
    const int FlagsOffset = 3;
    const int LifetimeOffset = 4;
    const int PrefixOffset = 8;

    readonly ReadOnlySpan<byte> _option;

    RouteInformation(ReadOnlySpan<byte> option) => _option = option;

    public static bool TryRead(NdpOption option, out RouteInformation result)
    {
        var fits = option.Is(NdpOptionTypes.RouteInformation, MinLength);
        result = fits ? new RouteInformation(option.Bytes) : default;
        return fits;
    }

    public byte PrefixLength => _option[PrefixLengthOffset];

    public RouterPreference Preference => (RouterPreference)(_option[FlagsOffset] >> 3 & 3);

    /// <summary>Seconds; <see cref="uint.MaxValue"/> = for ever.</summary>
    public uint LifetimeSeconds => BinaryPrimitives.ReadUInt32BigEndian(_option[LifetimeOffset..]);

    /// <summary>The option carries 0, 8 or 16 bytes of the prefix; the rest is zero.</summary>
    public Ipv6Prefix Prefix
    {
        get
        {
            Span<byte> whole = stackalloc byte[Ipv6Address.Length];
            whole.Clear();
            var there = _option[PrefixOffset..];
            there[..Math.Min(there.Length, whole.Length)].CopyTo(whole);
            return new Ipv6Prefix(Ipv6Address.Read(whole), PrefixLength);
        }
    }
}
