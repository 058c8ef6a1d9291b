using System.Buffers.Binary;

namespace Kansatsu.Wire;

/// <summary>Resolvers that the router recommends (RFC 8106 §5.1).</summary>
public readonly ref struct RecursiveDnsServers
{
    public const int MinLength = 8;

    const int LifetimeOffset = 4;
    const int AddressesOffset = 8;

    readonly ReadOnlySpan<byte> _option;

    RecursiveDnsServers(ReadOnlySpan<byte> option) => _option = option;

    public static bool TryRead(NdpOption option, out RecursiveDnsServers result)
    {
        var fits = option.Is(NdpOptionTypes.RecursiveDnsServers, MinLength);
        result = fits ? new RecursiveDnsServers(option.Bytes) : default;
        return fits;
    }

    /// <summary>Seconds; 0 = use them no longer; <see cref="uint.MaxValue"/> = for ever.</summary>
    public uint LifetimeSeconds => BinaryPrimitives.ReadUInt32BigEndian(_option[LifetimeOffset..]);

    public AddressList Servers => new(_option[AddressesOffset..]);
}
