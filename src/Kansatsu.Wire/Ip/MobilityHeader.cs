using System.Buffers.Binary;

namespace Kansatsu.Wire;

/// <summary>The mobility header (RFC 6275 §6.1).</summary>
public readonly ref struct MobilityHeader
{
    public const int MinLength = 8;

    const int TypeOffset = 2;
    const int ChecksumOffset = 4;
    const int MessageOffset = 6;

    readonly ReadOnlySpan<byte> _bytes;

    MobilityHeader(ReadOnlySpan<byte> bytes) => _bytes = bytes;

    public static bool TryRead(ReadOnlySpan<byte> bytes, out MobilityHeader header)
    {
        header = bytes.Length >= MinLength ? new MobilityHeader(bytes) : default;
        return bytes.Length >= MinLength;
    }

    public byte Type => _bytes[TypeOffset];

    public ushort Checksum => BinaryPrimitives.ReadUInt16BigEndian(_bytes[ChecksumOffset..]);

    public ReadOnlySpan<byte> Message => _bytes[MessageOffset..];

    /// <summary>IANA mobility-parameters.</summary>
    public static string NameOf(byte type) => type switch
    {
        0 => "Binding refresh request",
        1 => "Home test init",
        2 => "Care-of test init",
        3 => "Home test",
        4 => "Care-of test",
        5 => "Binding update",
        6 => "Binding acknowledgement",
        7 => "Binding error",
        8 => "Fast binding update",
        9 => "Fast binding acknowledgment",
        10 => "Fast neighbor advertisement",
        11 => "Experimental mobility",
        12 => "Home agent switch",
        13 => "Heartbeat",
        14 => "Handover initiate",
        15 => "Handover acknowledge",
        16 => "Binding revocation",
        17 => "Localized routing initiation",
        18 => "Localized routing acknowledgment",
        19 => "Update notification",
        20 => "Update notification acknowledgement",
        21 => "Flow binding",
        22 => "Subscription query",
        23 => "Subscription response",
        _ => "Unknown mobility message",
    };
}
