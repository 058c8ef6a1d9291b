using System.Buffers.Binary;

namespace Kansatsu.Wire;

/// <summary>The first packet of an RTCP compound (RFC 3550 §6.4).</summary>
public readonly ref struct RtcpHeader
{
    public const int Length = 8;

    readonly ReadOnlySpan<byte> _bytes;

    RtcpHeader(ReadOnlySpan<byte> bytes) => _bytes = bytes;

    public static bool TryRead(ReadOnlySpan<byte> bytes, out RtcpHeader header)
    {
        var ok = bytes.Length >= Length && bytes[0] >> 6 == 2;
        header = ok ? new RtcpHeader(bytes) : default;
        return ok;
    }

    public byte PacketType => _bytes[1];

    public uint SynchronizationSource => BinaryPrimitives.ReadUInt32BigEndian(_bytes[4..]);

    public static string Name(byte type) => type switch
    {
        200 => "Sender Report",
        201 => "Receiver Report",
        202 => "Source description",
        203 => "Goodbye",
        204 => "Application specific",
        205 => "Transport feedback",
        206 => "Payload-specific feedback",
        207 => "Extended report",
        _ => "unknown",
    };
}
