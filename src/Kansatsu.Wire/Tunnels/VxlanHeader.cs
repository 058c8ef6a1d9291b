namespace Kansatsu.Wire;

/// <summary>The VXLAN header (RFC 7348 §5), with the group policy and generic protocol extensions.</summary>
public readonly ref struct VxlanHeader
{
    public const int Length = 8;

    /// <summary>The network identifier is valid; the only flag of plain VXLAN.</summary>
    public const byte FlagIdentifier = 0x08;

    /// <summary>Generic protocol extension: the next protocol field is valid (draft-ietf-nvo3-vxlan-gpe).</summary>
    public const byte FlagNextProtocol = 0x04;

    readonly ReadOnlySpan<byte> _bytes;

    VxlanHeader(ReadOnlySpan<byte> bytes) => _bytes = bytes;

    public static bool TryRead(ReadOnlySpan<byte> bytes, out VxlanHeader header)
    {
        header = bytes.Length >= Length ? new VxlanHeader(bytes) : default;
        return bytes.Length >= Length;
    }

    public byte Flags => _bytes[0];

    public bool HasNextProtocol => (Flags & FlagNextProtocol) != 0;

    public byte NextProtocol => _bytes[3];

    public int NetworkIdentifier => (_bytes[4] << 16) | (_bytes[5] << 8) | _bytes[6];
}
