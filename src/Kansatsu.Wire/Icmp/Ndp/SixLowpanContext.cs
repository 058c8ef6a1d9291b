using System.Buffers.Binary;

namespace Kansatsu.Wire;

/// <summary>A prefix that 6LoWPAN header compression knows by number (RFC 6775 §4.2).</summary>
public readonly ref struct SixLowpanContext
{
    public const int MinLength = 16;

    const int ContextLengthOffset = 2;
    const int FlagsOffset = 3;
    const int LifetimeOffset = 6;
    const int PrefixOffset = 8;

    readonly ReadOnlySpan<byte> _option;

    SixLowpanContext(ReadOnlySpan<byte> option) => _option = option;

    public static bool TryRead(NdpOption option, out SixLowpanContext result)
    {
        var fits = option.Is(NdpOptionTypes.SixLowpanContext, MinLength);
        result = fits ? new SixLowpanContext(option.Bytes) : default;
        return fits;
    }

    public int ContextId => _option[FlagsOffset] & 0xf;

    /// <summary>C: may be used to compress, not only to decompress.</summary>
    public bool Compresses => (_option[FlagsOffset] & 0x10) != 0;

    /// <summary>Minutes.</summary>
    public ushort LifetimeMinutes => BinaryPrimitives.ReadUInt16BigEndian(_option[LifetimeOffset..]);

    public Ipv6Prefix Prefix
    {
        get
        {
            Span<byte> whole = stackalloc byte[Ipv6Address.Length];
            whole.Clear();
            var there = _option[PrefixOffset..];
            there[..Math.Min(there.Length, whole.Length)].CopyTo(whole);
            return new Ipv6Prefix(Ipv6Address.Read(whole), _option[ContextLengthOffset]);
        }
    }
}
