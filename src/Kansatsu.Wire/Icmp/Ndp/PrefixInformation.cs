using System.Buffers.Binary;

namespace Kansatsu.Wire;

/// <summary>A prefix that is on the link or makes addresses (RFC 4861 §4.6.2; R RFC 6275 §7.2; P RFC 9762 §3).</summary>
public readonly ref struct PrefixInformation
{
    public const int Length = 32;

    const int PrefixLengthOffset = 2;
    const int FlagsOffset = 3;
    const int ValidLifetimeOffset = 4;
    const int PreferredLifetimeOffset = 8;
    const int PrefixOffset = 16;

    readonly ReadOnlySpan<byte> _option;

    PrefixInformation(ReadOnlySpan<byte> option) => _option = option;

    public static bool TryRead(NdpOption option, out PrefixInformation result)
    {
        var fits = option.Is(NdpOptionTypes.PrefixInformation, Length);
        result = fits ? new PrefixInformation(option.Bytes) : default;
        return fits;
    }

    /// <summary>Bits; more than 128 is nonsense that only a hostile sender writes.</summary>
    public byte PrefixLength => _option[PrefixLengthOffset];

    public bool OnLink => (_option[FlagsOffset] & 0x80) != 0;

    /// <summary>A: hosts may make addresses of it (SLAAC).</summary>
    public bool Autonomous => (_option[FlagsOffset] & 0x40) != 0;

    /// <summary>R: the prefix field holds the router's whole address.</summary>
    public bool RouterAddress => (_option[FlagsOffset] & 0x20) != 0;

    /// <summary>P: hosts should rather ask for a prefix of their own by DHCPv6.</summary>
    public bool PrefersDelegation => (_option[FlagsOffset] & 0x10) != 0;

    /// <summary>Seconds; <see cref="uint.MaxValue"/> = for ever.</summary>
    public uint ValidLifetimeSeconds => BinaryPrimitives.ReadUInt32BigEndian(_option[ValidLifetimeOffset..]);

    /// <summary>Seconds; <see cref="uint.MaxValue"/> = for ever.</summary>
    public uint PreferredLifetimeSeconds => BinaryPrimitives.ReadUInt32BigEndian(_option[PreferredLifetimeOffset..]);

    /// <summary>The field as it stands; bits behind <see cref="PrefixLength"/> may be set.</summary>
    public Ipv6Address Address => Ipv6Address.Read(_option[PrefixOffset..]);

    public Ipv6Prefix Prefix => new(Address, PrefixLength);
}
