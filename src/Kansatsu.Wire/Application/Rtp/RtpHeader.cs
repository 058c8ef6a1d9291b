using System.Buffers.Binary;

namespace Kansatsu.Wire;

/// <summary>The fixed header of RTP (RFC 3550 §5.1). Nothing in it proves that it is RTP.</summary>
public readonly ref struct RtpHeader
{
    public const int Length = 12;

    readonly ReadOnlySpan<byte> _bytes;

    RtpHeader(ReadOnlySpan<byte> bytes) => _bytes = bytes;

    public static bool TryRead(ReadOnlySpan<byte> bytes, out RtpHeader header)
    {
        var ok = bytes.Length >= Length && bytes[0] >> 6 == 2;
        header = ok ? new RtpHeader(bytes) : default;
        return ok;
    }

    public bool HasMarker => (_bytes[1] & 0x80) != 0;

    public byte PayloadType => (byte)(_bytes[1] & 0x7f);

    public ushort SequenceNumber => BinaryPrimitives.ReadUInt16BigEndian(_bytes[2..]);

    public uint Timestamp => BinaryPrimitives.ReadUInt32BigEndian(_bytes[4..]);

    /// <summary>Which stream this is.</summary>
    public uint SynchronizationSource => BinaryPrimitives.ReadUInt32BigEndian(_bytes[8..]);

    /// <summary>Static types (RFC 3551 §6); dynamic ones mean what the signalling said.</summary>
    public static string PayloadName(byte type) => type switch
    {
        0 => "PCMU",
        3 => "GSM",
        4 => "G723",
        8 => "PCMA",
        9 => "G722",
        10 or 11 => "L16",
        14 => "MPA",
        18 => "G729",
        26 => "JPEG",
        31 => "H261",
        32 => "MPV",
        33 => "MP2T",
        34 => "H263",
        >= 96 => "dynamic",
        _ => "unassigned",
    };
}
