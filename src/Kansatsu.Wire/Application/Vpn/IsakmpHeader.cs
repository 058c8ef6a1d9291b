using System.Buffers.Binary;

namespace Kansatsu.Wire;

/// <summary>The header of IKE (RFC 7296 §3.1) and its predecessor ISAKMP (RFC 2408 §3.1); over port 4500 four zero bytes come before it.</summary>
public readonly ref struct IsakmpHeader
{
    public const int Length = 28;

    const int MarkerLength = 4;

    readonly ReadOnlySpan<byte> _bytes;

    IsakmpHeader(ReadOnlySpan<byte> bytes) => _bytes = bytes;

    public static bool TryRead(ReadOnlySpan<byte> bytes, out IsakmpHeader header)
    {
        if (bytes.Length >= Length + MarkerLength && BinaryPrimitives.ReadUInt32BigEndian(bytes) == 0) bytes = bytes[MarkerLength..];
        header = bytes.Length >= Length ? new IsakmpHeader(bytes) : default;
        return bytes.Length >= Length;
    }

    public ReadOnlySpan<byte> InitiatorSpi => _bytes[..8];

    public ReadOnlySpan<byte> ResponderSpi => _bytes[8..16];

    /// <summary>1 or 2.</summary>
    public int Version => _bytes[17] >> 4;

    public byte ExchangeType => _bytes[18];

    public static string ExchangeName(byte type) => type switch
    {
        1 => "Base",
        2 => "Identity Protection (Main Mode)",
        3 => "Authentication Only",
        4 => "Aggressive",
        5 => "Informational",
        6 => "Transaction (Config Mode)",
        32 => "Quick Mode",
        33 => "New Group Mode",
        34 => "IKE_SA_INIT",
        35 => "IKE_AUTH",
        36 => "CREATE_CHILD_SA",
        37 => "INFORMATIONAL",
        43 => "IKE_INTERMEDIATE",
        _ => $"exchange {type}",
    };
}
