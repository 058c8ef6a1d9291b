using System.Buffers.Binary;

namespace Kansatsu.Wire;

/// <summary>Cisco's mirrored-port header: types II and III (draft-foschiano-erspan).</summary>
public readonly ref struct ErspanHeader
{
    public const int MinLength = 8;

    const int TypeTwo = 1;
    const int TypeThree = 2;
    const int TypeThreeLength = 12;
    const int SubheaderLength = 8;

    readonly ReadOnlySpan<byte> _bytes;

    ErspanHeader(ReadOnlySpan<byte> bytes) => _bytes = bytes;

    public static bool TryRead(ReadOnlySpan<byte> bytes, out ErspanHeader header)
    {
        header = bytes.Length >= MinLength ? new ErspanHeader(bytes) : default;
        return bytes.Length >= MinLength;
    }

    /// <summary>1 is type II, 2 is type III.</summary>
    public int Version => _bytes[0] >> 4;

    public bool IsKnown => Version is TypeTwo or TypeThree;

    public ushort Vlan => (ushort)(BinaryPrimitives.ReadUInt16BigEndian(_bytes) & 0x0fff);

    public ushort SessionId => (ushort)(BinaryPrimitives.ReadUInt16BigEndian(_bytes[2..]) & 0x03ff);

    public int Length
    {
        get
        {
            if (Version != TypeThree) return MinLength;
            var hasSubheader = _bytes.Length >= TypeThreeLength && (_bytes[TypeThreeLength - 1] & 1) != 0;
            return TypeThreeLength + (hasSubheader ? SubheaderLength : 0);
        }
    }
}
