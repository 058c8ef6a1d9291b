using System.Buffers.Binary;

namespace Kansatsu.Wire;

/// <summary>Domains that hosts may append to short names (RFC 8106 §5.2).</summary>
public readonly ref struct DnsSearchList
{
    public const int MinLength = 8;

    const int LifetimeOffset = 4;
    const int NamesOffset = 8;

    readonly ReadOnlySpan<byte> _option;

    DnsSearchList(ReadOnlySpan<byte> option) => _option = option;

    public static bool TryRead(NdpOption option, out DnsSearchList result)
    {
        var fits = option.Is(NdpOptionTypes.DnsSearchList, MinLength);
        result = fits ? new DnsSearchList(option.Bytes) : default;
        return fits;
    }

    /// <summary>Seconds; 0 = use them no longer; <see cref="uint.MaxValue"/> = for ever.</summary>
    public uint LifetimeSeconds => BinaryPrimitives.ReadUInt32BigEndian(_option[LifetimeOffset..]);

    public LabelSequence Labels => new(_option[NamesOffset..]);
}
