using System.Buffers.Binary;

namespace Kansatsu.Wire;

/// <summary>What Linux puts in place of the link-layer header on the "any" device: LINKTYPE_LINUX_SLL and LINKTYPE_LINUX_SLL2.</summary>
public readonly ref struct LinuxCookedHeader
{
    public const int Length1 = 16;
    public const int Length2 = 20;

    readonly ReadOnlySpan<byte> _bytes;

    LinuxCookedHeader(ReadOnlySpan<byte> bytes, bool isVersion2)
    {
        _bytes = bytes;
        IsVersion2 = isVersion2;
    }

    public static bool TryRead(ReadOnlySpan<byte> bytes, bool isVersion2, out LinuxCookedHeader header)
    {
        var fits = bytes.Length >= (isVersion2 ? Length2 : Length1);
        header = fits ? new LinuxCookedHeader(bytes, isVersion2) : default;
        return fits;
    }

    public bool IsVersion2 { get; }

    /// <summary>0 to this host, 1 broadcast, 2 multicast, 3 to another host, 4 from this host.</summary>
    public int PacketType => IsVersion2 ? _bytes[10] : BinaryPrimitives.ReadUInt16BigEndian(_bytes);

    /// <summary>The device's ARPHRD_ type.</summary>
    public ushort Hardware => BinaryPrimitives.ReadUInt16BigEndian(_bytes[(IsVersion2 ? 8 : 2)..]);

    /// <summary>An EtherType, or one of Linux's own numbers below 0x0600.</summary>
    public ushort Protocol => BinaryPrimitives.ReadUInt16BigEndian(_bytes[(IsVersion2 ? 0 : 14)..]);

    /// <summary>Interface index; 0 when not told (version 1).</summary>
    public uint InterfaceIndex => IsVersion2 ? BinaryPrimitives.ReadUInt32BigEndian(_bytes[4..]) : 0;

    /// <summary>The sender's link-layer address, at most eight bytes.</summary>
    public ReadOnlySpan<byte> Address =>
        IsVersion2 ? _bytes.Slice(12, Math.Min((int)_bytes[11], 8)) : _bytes.Slice(6, Math.Min((int)BinaryPrimitives.ReadUInt16BigEndian(_bytes[4..]), 8));
}
