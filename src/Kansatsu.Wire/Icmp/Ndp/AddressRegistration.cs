using System.Buffers.Binary;

namespace Kansatsu.Wire;

/// <summary>A node registers its address with a 6LoWPAN router (RFC 6775 §4.1, RFC 8505 §4.1).</summary>
public readonly ref struct AddressRegistration
{
    public const int MinLength = 16;

    const int StatusOffset = 2;
    const int LifetimeOffset = 6;
    const int OwnerOffset = 8;

    readonly ReadOnlySpan<byte> _option;

    AddressRegistration(ReadOnlySpan<byte> option) => _option = option;

    public static bool TryRead(NdpOption option, out AddressRegistration result)
    {
        var fits = option.Is(NdpOptionTypes.AddressRegistration, MinLength);
        result = fits ? new AddressRegistration(option.Bytes) : default;
        return fits;
    }

    /// <summary>0 success, 1 duplicate, 2 the router's table is full.</summary>
    public byte Status => _option[StatusOffset];

    /// <summary>Minutes.</summary>
    public ushort LifetimeMinutes => BinaryPrimitives.ReadUInt16BigEndian(_option[LifetimeOffset..]);

    /// <summary>EUI-64 or token of the owner.</summary>
    public ulong Owner => BinaryPrimitives.ReadUInt64BigEndian(_option[OwnerOffset..]);
}
