using System.Buffers.Binary;

namespace Kansatsu.Wire;

/// <summary>Routers are told to change their prefixes (RFC 2894 §3.1).</summary>
public readonly ref struct RouterRenumbering
{
    public const int HeaderLength = 16;

    const int SequenceNumberOffset = 4;
    const int SegmentNumberOffset = 8;
    const int FlagsOffset = 9;
    const int MaximumDelayOffset = 10;

    readonly ReadOnlySpan<byte> _message;

    RouterRenumbering(ReadOnlySpan<byte> message) => _message = message;

    public static bool TryRead(ReadOnlySpan<byte> message, out RouterRenumbering result)
    {
        var fits = message.Length >= HeaderLength && message[0] == Icmpv6Types.RouterRenumbering;
        result = fits ? new RouterRenumbering(message) : default;
        return fits;
    }

    public uint SequenceNumber => BinaryPrimitives.ReadUInt32BigEndian(_message[SequenceNumberOffset..]);

    public byte SegmentNumber => _message[SegmentNumberOffset];

    /// <summary>T test, R result wanted, A all interfaces, S site, P processed before: from the highest bit down.</summary>
    public byte Flags => _message[FlagsOffset];

    public ushort MaximumDelayMilliseconds => BinaryPrimitives.ReadUInt16BigEndian(_message[MaximumDelayOffset..]);
}
