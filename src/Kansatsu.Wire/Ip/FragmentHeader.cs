using System.Buffers.Binary;

namespace Kansatsu.Wire;

/// <summary>The IPv6 fragment header (RFC 8200 §4.5).</summary>
public readonly ref struct FragmentHeader
{
    public const int Length = 8;

    readonly ReadOnlySpan<byte> _bytes;

    FragmentHeader(ReadOnlySpan<byte> bytes) => _bytes = bytes;

    public static bool TryRead(ReadOnlySpan<byte> bytes, out FragmentHeader header)
    {
        header = bytes.Length >= Length ? new FragmentHeader(bytes) : default;
        return bytes.Length >= Length;
    }

    public byte NextHeader => _bytes[0];

    /// <summary>In bytes, a multiple of 8.</summary>
    public int FragmentOffset => BinaryPrimitives.ReadUInt16BigEndian(_bytes[2..]) & 0xfff8;

    public bool MoreFragments => (_bytes[3] & 1) != 0;

    /// <summary>Both reserved fields; senders write zero.</summary>
    public int Reserved => _bytes[1] | (_bytes[3] & 6);

    public uint Identification => BinaryPrimitives.ReadUInt32BigEndian(_bytes[4..]);

    /// <summary>Offset 0 and no more: a whole packet with a fragment header (RFC 6946).</summary>
    public bool IsAtomic => FragmentOffset == 0 && !MoreFragments;
}
