using System.Buffers.Binary;

namespace Kansatsu.Wire;

/// <summary>A version 2 multicast listener report (RFC 3810 §5.2).</summary>
public readonly ref struct MldReport
{
    public const int HeaderLength = 8;

    const int RecordCountOffset = 6;

    readonly ReadOnlySpan<byte> _message;

    MldReport(ReadOnlySpan<byte> message) => _message = message;

    public static bool TryRead(ReadOnlySpan<byte> message, out MldReport report)
    {
        var fits = message.Length >= HeaderLength && message[0] == Icmpv6Types.MldV2Report;
        report = fits ? new MldReport(message) : default;
        return fits;
    }

    /// <summary>Records that the message claims to hold.</summary>
    public int RecordCount => BinaryPrimitives.ReadUInt16BigEndian(_message[RecordCountOffset..]);

    public MldRecords Records => new(_message[HeaderLength..], RecordCount);
}
