using System.Buffers.Binary;

namespace Kansatsu.Wire;

/// <summary>The prefix under which a NAT64 shows the IPv4 Internet (RFC 8781 §4).</summary>
public readonly ref struct Pref64
{
    public const int Length = 16;

    const int LifetimeOffset = 2;
    const int PrefixOffset = 4;
    const int PrefixBytes = 12;

    readonly ReadOnlySpan<byte> _option;

    Pref64(ReadOnlySpan<byte> option) => _option = option;

    public static bool TryRead(NdpOption option, out Pref64 result)
    {
        var fits = option.Is(NdpOptionTypes.Pref64, Length);
        result = fits ? new Pref64(option.Bytes) : default;
        return fits;
    }

    /// <summary>Seconds, a multiple of 8.</summary>
    public int LifetimeSeconds => BinaryPrimitives.ReadUInt16BigEndian(_option[LifetimeOffset..]) & 0xfff8;

    /// <summary>96, 64, 56, 48, 40 or 32 bits; 0 for a code that means nothing.</summary>
    public int PrefixLength => (_option[LifetimeOffset + 1] & 7) switch { 0 => 96, 1 => 64, 2 => 56, 3 => 48, 4 => 40, 5 => 32, _ => 0 };

    public Ipv6Prefix Prefix
    {
        get
        {
            Span<byte> whole = stackalloc byte[Ipv6Address.Length];
            whole.Clear();
            _option.Slice(PrefixOffset, PrefixBytes).CopyTo(whole);
            return new Ipv6Prefix(Ipv6Address.Read(whole), PrefixLength);
        }
    }
}
