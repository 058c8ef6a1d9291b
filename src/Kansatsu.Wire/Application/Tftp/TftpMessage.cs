using System.Buffers.Binary;

namespace Kansatsu.Wire;

/// <summary>A TFTP message (RFC 1350 §5, RFC 2347).</summary>
public readonly ref struct TftpMessage
{
    public const ushort ReadRequest = 1;
    public const ushort WriteRequest = 2;
    public const ushort Error = 5;
    public const ushort OptionAcknowledgement = 6;

    readonly ReadOnlySpan<byte> _bytes;

    TftpMessage(ReadOnlySpan<byte> bytes) => _bytes = bytes;

    public static bool TryRead(ReadOnlySpan<byte> bytes, out TftpMessage message)
    {
        var ok = bytes.Length >= 4 && BinaryPrimitives.ReadUInt16BigEndian(bytes) is >= ReadRequest and <= OptionAcknowledgement;
        message = ok ? new TftpMessage(bytes) : default;
        return ok;
    }

    public ushort Opcode => BinaryPrimitives.ReadUInt16BigEndian(_bytes);

    /// <summary>Of a request; empty elsewhere.</summary>
    public ReadOnlySpan<byte> FileName => Opcode is ReadRequest or WriteRequest ? Text(2) : default;

    /// <summary>Of data and acknowledgement: the block; of an error: its code.</summary>
    public ushort Number => BinaryPrimitives.ReadUInt16BigEndian(_bytes[2..]);

    public ReadOnlySpan<byte> ErrorText => Opcode == Error ? Text(4) : default;

    public static string Name(ushort opcode) => opcode switch
    {
        ReadRequest => "Read Request",
        WriteRequest => "Write Request",
        3 => "Data Packet",
        4 => "Acknowledgement",
        Error => "Error Code",
        _ => "Option Acknowledgement",
    };

    ReadOnlySpan<byte> Text(int at)
    {
        var rest = _bytes[at..];
        var end = rest.IndexOf((byte)0);
        return end < 0 ? rest : rest[..end];
    }
}
