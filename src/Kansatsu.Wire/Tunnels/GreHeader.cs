using System.Buffers.Binary;

namespace Kansatsu.Wire;

/// <summary>The GRE header with its optional fields (RFC 2784, RFC 2890, RFC 1701's routing), and PPTP's version 1 (RFC 2637 §4.1).</summary>
public readonly ref struct GreHeader
{
    public const int MinLength = 4;

    const ushort ChecksumBit = 0x8000;
    const ushort RoutingBit = 0x4000;
    const ushort KeyBit = 0x2000;
    const ushort SequenceBit = 0x1000;
    const ushort AcknowledgmentBit = 0x0080;

    readonly ReadOnlySpan<byte> _bytes;

    GreHeader(ReadOnlySpan<byte> bytes) => _bytes = bytes;

    /// <returns>False when not even flags and protocol are there; check <see cref="Length"/> before the optional fields.</returns>
    public static bool TryRead(ReadOnlySpan<byte> bytes, out GreHeader header)
    {
        header = bytes.Length >= MinLength ? new GreHeader(bytes) : default;
        return bytes.Length >= MinLength;
    }

    public ushort Flags => BinaryPrimitives.ReadUInt16BigEndian(_bytes);

    public int Version => Flags & 7;

    public ushort Protocol => BinaryPrimitives.ReadUInt16BigEndian(_bytes[2..]);

    public bool HasChecksum => (Flags & ChecksumBit) != 0;

    public bool HasRouting => (Flags & RoutingBit) != 0;

    public bool HasKey => (Flags & KeyBit) != 0;

    public bool HasSequence => (Flags & SequenceBit) != 0;

    public bool HasAcknowledgment => Version == 1 && (Flags & AcknowledgmentBit) != 0;

    /// <summary>Bytes of the header as the flags and the routing list state; more than there are when it is cut.</summary>
    public int Length
    {
        get
        {
            var length = MinLength + (HasChecksum || HasRouting ? 4 : 0) + (HasKey ? 4 : 0) + (HasSequence ? 4 : 0) + (HasAcknowledgment ? 4 : 0);
            return HasRouting && Version == 0 ? RoutingEnd(length) : length;
        }
    }

    /// <summary>0 when there is none.</summary>
    public ushort Checksum => HasChecksum && _bytes.Length >= 6 ? BinaryPrimitives.ReadUInt16BigEndian(_bytes[4..]) : (ushort)0;

    /// <summary>The key; in version 1 payload length and call id.</summary>
    public uint Key => HasKey ? Word(HasChecksum || HasRouting ? 8 : 4) : 0;

    public uint SequenceNumber => HasSequence ? Word(MinLength + (HasChecksum || HasRouting ? 4 : 0) + (HasKey ? 4 : 0)) : 0;

    /// <summary>Version 1: bytes of PPP after the header.</summary>
    public int PayloadLength => (int)(Key >> 16);

    /// <summary>Version 1.</summary>
    public ushort CallId => (ushort)Key;

    uint Word(int offset) => _bytes.Length >= offset + 4 ? BinaryPrimitives.ReadUInt32BigEndian(_bytes[offset..]) : 0;

    /// <summary>Source route entries: family, offset, length, data; a zero entry ends the list (RFC 1701).</summary>
    int RoutingEnd(int at)
    {
        while (at + 4 <= _bytes.Length)
        {
            var isLast = BinaryPrimitives.ReadUInt32BigEndian(_bytes[at..]) == 0;
            at += 4 + (isLast ? 0 : _bytes[at + 3]);
            if (isLast) return at;
        }

        return Math.Max(at, _bytes.Length + 1);
    }
}
