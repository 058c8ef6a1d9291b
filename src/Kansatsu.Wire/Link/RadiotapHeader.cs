using System.Buffers.Binary;

namespace Kansatsu.Wire;

/// <summary>The radiotap header (radiotap.org): capture facts before an 802.11 frame, all little-endian.</summary>
public readonly ref struct RadiotapHeader
{
    public const int MinLength = 8;
    public const byte FlagFrameCheckAtEnd = 0x10;
    public const byte FlagDataPadding = 0x20;
    public const byte FlagBadFrameCheck = 0x40;

    const int LengthOffset = 2;
    const int PresentOffset = 4;
    const uint TimestampBit = 1;
    const uint FlagsBit = 2;
    const uint MoreBit = 0x8000_0000;

    readonly ReadOnlySpan<byte> _bytes;

    RadiotapHeader(ReadOnlySpan<byte> bytes) => _bytes = bytes;

    public static bool TryRead(ReadOnlySpan<byte> bytes, out RadiotapHeader header)
    {
        header = bytes.Length >= MinLength ? new RadiotapHeader(bytes) : default;
        return bytes.Length >= MinLength;
    }

    public byte Version => _bytes[0];

    public ushort Length => BinaryPrimitives.ReadUInt16LittleEndian(_bytes[LengthOffset..]);

    public uint Present => BinaryPrimitives.ReadUInt32LittleEndian(_bytes[PresentOffset..]);

    /// <summary>The flags field; 0 when it is not there.</summary>
    public byte Flags
    {
        get
        {
            if ((Present & FlagsBit) == 0) return 0;
            var at = PresentOffset;
            var end = Math.Min((int)Length, _bytes.Length);
            do
            {
                if (at + 4 > end) return 0;
                at += 4;
            }
            while ((BinaryPrimitives.ReadUInt32LittleEndian(_bytes[(at - 4)..]) & MoreBit) != 0);

            // The timestamp is the only field before the flags: eight bytes, aligned to eight.
            if ((Present & TimestampBit) != 0) at = ((at + 7) & ~7) + 8;
            return at < end ? _bytes[at] : (byte)0;
        }
    }
}
