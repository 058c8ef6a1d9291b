namespace Kansatsu.Wire;

/// <summary>Where the network's captive portal speaks (RFC 8910 §2.3).</summary>
public readonly ref struct CaptivePortal
{
    public const int MinLength = 8;

    readonly ReadOnlySpan<byte> _option;

    CaptivePortal(ReadOnlySpan<byte> option) => _option = option;

    public static bool TryRead(NdpOption option, out CaptivePortal result)
    {
        var fits = option.Is(NdpOptionTypes.CaptivePortal, MinLength);
        result = fits ? new CaptivePortal(option.Bytes) : default;
        return fits;
    }

    /// <summary>The URI's bytes without the zeros that pad them.</summary>
    public ReadOnlySpan<byte> Uri => _option[2..].TrimEnd((byte)0);
}
