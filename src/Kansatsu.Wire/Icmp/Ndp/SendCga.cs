namespace Kansatsu.Wire;

/// <summary>SEND: the parameters of a cryptographically generated address (RFC 3971 §5.1, RFC 3972 §3).</summary>
public readonly ref struct SendCga
{
    /// <summary>Modifier, subnet prefix and collision count, without which there is no such address.</summary>
    public const int MinLength = 32;

    const int PadLengthOffset = 2;
    const int ParametersOffset = 4;
    const int ModifierLength = 16;
    const int CollisionCountOffset = ParametersOffset + ModifierLength + 8;

    readonly ReadOnlySpan<byte> _option;

    SendCga(ReadOnlySpan<byte> option) => _option = option;

    public static bool TryRead(NdpOption option, out SendCga result)
    {
        var fits = option.Is(NdpOptionTypes.Cga, MinLength);
        result = fits ? new SendCga(option.Bytes) : default;
        return fits;
    }

    public ReadOnlySpan<byte> Modifier => _option.Slice(ParametersOffset, ModifierLength);

    public byte CollisionCount => _option[CollisionCountOffset];

    /// <summary>The public key, and extension fields behind it.</summary>
    public ReadOnlySpan<byte> PublicKey
    {
        get
        {
            var rest = _option[(CollisionCountOffset + 1)..];
            return rest[..Math.Max(0, rest.Length - _option[PadLengthOffset])];
        }
    }
}
