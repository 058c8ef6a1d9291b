using System.Buffers.Binary;

namespace Kansatsu.Wire;

/// <summary>What a home agent tells beside its advertisement (RFC 6275 §7.4).</summary>
public readonly ref struct HomeAgentInformation
{
    public const int Length = 8;

    const int PreferenceOffset = 4;
    const int LifetimeOffset = 6;

    readonly ReadOnlySpan<byte> _option;

    HomeAgentInformation(ReadOnlySpan<byte> option) => _option = option;

    public static bool TryRead(NdpOption option, out HomeAgentInformation result)
    {
        var fits = option.Is(NdpOptionTypes.HomeAgentInformation, Length);
        result = fits ? new HomeAgentInformation(option.Bytes) : default;
        return fits;
    }

    public ushort Preference => BinaryPrimitives.ReadUInt16BigEndian(_option[PreferenceOffset..]);

    public ushort LifetimeSeconds => BinaryPrimitives.ReadUInt16BigEndian(_option[LifetimeOffset..]);
}
