using System.Buffers.Binary;

namespace Kansatsu.Wire;

/// <summary>The header of an EIGRP packet (RFC 7868 §6.2).</summary>
public readonly ref struct EigrpHeader
{
    public const int Length = 20;

    readonly ReadOnlySpan<byte> _packet;

    EigrpHeader(ReadOnlySpan<byte> packet) => _packet = packet;

    public static bool TryRead(ReadOnlySpan<byte> packet, out EigrpHeader header)
    {
        header = packet.Length >= Length ? new EigrpHeader(packet) : default;
        return packet.Length >= Length;
    }

    public byte Version => _packet[0];

    public byte Opcode => _packet[1];

    public ushort Checksum => BinaryPrimitives.ReadUInt16BigEndian(_packet[2..]);

    public uint Flags => BinaryPrimitives.ReadUInt32BigEndian(_packet[4..]);

    public uint SequenceNumber => BinaryPrimitives.ReadUInt32BigEndian(_packet[8..]);

    public uint AcknowledgmentNumber => BinaryPrimitives.ReadUInt32BigEndian(_packet[12..]);

    public ushort VirtualRouterId => BinaryPrimitives.ReadUInt16BigEndian(_packet[16..]);

    public ushort AutonomousSystem => BinaryPrimitives.ReadUInt16BigEndian(_packet[18..]);

    /// <summary>A hello that acknowledges is called so (§5.3.2).</summary>
    public string Name => Opcode switch
    {
        1 => "Update",
        2 => "Request",
        3 => "Query",
        4 => "Reply",
        5 => AcknowledgmentNumber == 0 ? "Hello" : "Hello (Ack)",
        10 => "SIA query",
        11 => "SIA reply",
        _ => "Unknown opcode",
    };
}
