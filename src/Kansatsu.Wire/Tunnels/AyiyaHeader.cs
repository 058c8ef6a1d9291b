namespace Kansatsu.Wire;

/// <summary>Anything In Anything (draft-massar-v6ops-ayiya), the IPv6 tunnels of SixXS over UDP port 5072.</summary>
public readonly ref struct AyiyaHeader
{
    public const int MinLength = 8;
    public const int Forward = 1;

    readonly ReadOnlySpan<byte> _bytes;

    AyiyaHeader(ReadOnlySpan<byte> bytes) => _bytes = bytes;

    public static bool TryRead(ReadOnlySpan<byte> bytes, out AyiyaHeader header)
    {
        header = bytes.Length >= MinLength ? new AyiyaHeader(bytes) : default;
        return bytes.Length >= MinLength;
    }

    /// <summary>Bytes of the header with identity and signature.</summary>
    public int Length => MinLength + (1 << (_bytes[0] >> 4)) + ((_bytes[1] >> 4) * 4);

    public int OperationCode => _bytes[2] & 0xf;

    /// <summary>An IP protocol number.</summary>
    public byte NextHeader => _bytes[3];
}
