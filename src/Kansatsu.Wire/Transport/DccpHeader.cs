using System.Buffers.Binary;

namespace Kansatsu.Wire;

/// <summary>The DCCP generic header (RFC 4340 §5.1).</summary>
public readonly ref struct DccpHeader
{
    /// <summary>With short sequence numbers; 16 with long ones.</summary>
    public const int MinLength = 12;

    const int LongLength = 16;

    readonly ReadOnlySpan<byte> _bytes;

    DccpHeader(ReadOnlySpan<byte> bytes) => _bytes = bytes;

    public static bool TryRead(ReadOnlySpan<byte> bytes, out DccpHeader header)
    {
        header = default;
        if (bytes.Length < MinLength) return false;
        header = new DccpHeader(bytes);
        return bytes.Length >= header.GenericLength;
    }

    public ushort SourcePort => BinaryPrimitives.ReadUInt16BigEndian(_bytes);

    public ushort DestinationPort => BinaryPrimitives.ReadUInt16BigEndian(_bytes[2..]);

    /// <summary>Bytes of the header with everything up to the application data, as declared.</summary>
    public int Length => _bytes[4] * 4;

    public int CongestionControlValue => _bytes[5] >> 4;

    /// <summary>0: the checksum covers all; otherwise the header and four times one less bytes of data.</summary>
    public int ChecksumCoverage => _bytes[5] & 0xf;

    public ushort Checksum => BinaryPrimitives.ReadUInt16BigEndian(_bytes[6..]);

    public int Type => _bytes[8] >> 1 & 0xf;

    public bool HasLongSequence => (_bytes[8] & 1) != 0;

    public int GenericLength => HasLongSequence ? LongLength : MinLength;

    public long SequenceNumber => HasLongSequence
        ? ((long)BinaryPrimitives.ReadUInt16BigEndian(_bytes[10..]) << 32) | BinaryPrimitives.ReadUInt32BigEndian(_bytes[12..])
        : BinaryPrimitives.ReadUInt32BigEndian(_bytes[8..]) & 0xff_ffff;

    /// <summary>The packet type's name (RFC 4340 §5.1); null when reserved.</summary>
    public static string? NameOf(int type) => type switch
    {
        0 => "Request",
        1 => "Response",
        2 => "Data",
        3 => "Ack",
        4 => "DataAck",
        5 => "CloseReq",
        6 => "Close",
        7 => "Reset",
        8 => "Sync",
        9 => "SyncAck",
        _ => null,
    };
}
