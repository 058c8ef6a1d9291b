using System.Buffers.Binary;

namespace Kansatsu.Wire;

/// <summary>L2TP over UDP: version 2 (RFC 2661 §3.1) and version 3 (RFC 3931 §4.1.2).</summary>
public readonly ref struct L2tpHeader
{
    /// <summary>Flags, tunnel and session: the shortest data header of version 2.</summary>
    public const int MinLength = 6;

    const ushort ControlBit = 0x8000;
    const ushort LengthBit = 0x4000;
    const ushort SequenceBit = 0x0800;
    const ushort OffsetBit = 0x0200;
    const int Version3Data = 8;

    readonly ReadOnlySpan<byte> _bytes;

    L2tpHeader(ReadOnlySpan<byte> bytes) => _bytes = bytes;

    public static bool TryRead(ReadOnlySpan<byte> bytes, out L2tpHeader header)
    {
        header = bytes.Length >= MinLength ? new L2tpHeader(bytes) : default;
        return bytes.Length >= MinLength;
    }

    public ushort Flags => BinaryPrimitives.ReadUInt16BigEndian(_bytes);

    public int Version => Flags & 0xf;

    public bool IsControl => (Flags & ControlBit) != 0;

    public bool HasLength => (Flags & LengthBit) != 0;

    /// <summary>Bytes of the whole message, when <see cref="HasLength"/>.</summary>
    public ushort MessageLength => BinaryPrimitives.ReadUInt16BigEndian(_bytes[2..]);

    /// <summary>Version 2; 0 when cut.</summary>
    public ushort TunnelId => Short(IdentifierOffset);

    /// <summary>Version 2; 0 when cut.</summary>
    public ushort SessionId => Short(IdentifierOffset + 2);

    /// <summary>Version 3: control connection, or session of data; 0 when cut.</summary>
    public uint ConnectionId => _bytes.Length >= 8 ? BinaryPrimitives.ReadUInt32BigEndian(_bytes[4..]) : 0;

    /// <summary>Bytes of the header, cookie of version 3 left out; more than there are when it is cut.</summary>
    public int Length
    {
        get
        {
            if (Version == 3) return IsControl ? 12 : Version3Data;
            var length = IdentifierOffset + 4 + ((Flags & SequenceBit) != 0 ? 4 : 0);
            if ((Flags & OffsetBit) == 0) return length;
            return length + 2 + Short(length);
        }
    }

    /// <summary>Control messages: the value of their first attribute, the message type; 0 for an empty acknowledgement.</summary>
    public ushort MessageType => IsControl ? Short(12 + 6) : (ushort)0;

    int IdentifierOffset => HasLength ? 4 : 2;

    ushort Short(int offset) => _bytes.Length >= offset + 2 ? BinaryPrimitives.ReadUInt16BigEndian(_bytes[offset..]) : (ushort)0;
}
