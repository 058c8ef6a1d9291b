using System.Buffers.Binary;

namespace Kansatsu.Wire;

/// <summary>An IEEE 802.1Q tag after its tag protocol identifier: priority, drop eligible, VLAN, and the EtherType of what follows.</summary>
public readonly ref struct VlanTag
{
    public const int Length = 4;

    readonly ReadOnlySpan<byte> _bytes;

    VlanTag(ReadOnlySpan<byte> bytes) => _bytes = bytes;

    public static bool TryRead(ReadOnlySpan<byte> bytes, out VlanTag tag)
    {
        tag = bytes.Length >= Length ? new VlanTag(bytes) : default;
        return bytes.Length >= Length;
    }

    public int Priority => _bytes[0] >> 5;

    public bool IsDropEligible => (_bytes[0] & 0x10) != 0;

    public ushort Vlan => (ushort)(BinaryPrimitives.ReadUInt16BigEndian(_bytes) & 0x0fff);

    public ushort Type => BinaryPrimitives.ReadUInt16BigEndian(_bytes[2..]);
}
