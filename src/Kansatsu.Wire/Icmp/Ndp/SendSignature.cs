namespace Kansatsu.Wire;

/// <summary>SEND: who signs, and the signature (RFC 3971 §5.2).</summary>
public readonly ref struct SendSignature
{
    public const int MinLength = 24;

    const int KeyHashOffset = 4;
    const int KeyHashLength = 16;

    readonly ReadOnlySpan<byte> _option;

    SendSignature(ReadOnlySpan<byte> option) => _option = option;

    public static bool TryRead(NdpOption option, out SendSignature result)
    {
        var fits = option.Is(NdpOptionTypes.RsaSignature, MinLength);
        result = fits ? new SendSignature(option.Bytes) : default;
        return fits;
    }

    public ReadOnlySpan<byte> KeyHash => _option.Slice(KeyHashOffset, KeyHashLength);

    /// <summary>Signature and padding: only the signature itself tells where it ends.</summary>
    public ReadOnlySpan<byte> Signature => _option[(KeyHashOffset + KeyHashLength)..];
}
