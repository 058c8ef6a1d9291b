using System.Buffers.Binary;

namespace Kansatsu.Wire;

/// <summary>An SMB message behind its length prefix (RFC 1001 session service or direct TCP): SMB 1 ([MS-CIFS] §2.2.3.1), SMB 2/3 ([MS-SMB2] §2.2.1).</summary>
public readonly ref struct SmbHeader
{
    /// <summary>Negotiate has this number in both families.</summary>
    public const ushort Negotiate2 = 0;
    public const ushort Negotiate1 = 0x72;

    const int PrefixLength = 4;
    const int MarkLength = 4;
    const int Length1 = 32;
    const int Length2 = 64;

    SmbHeader(byte family, ushort command, uint status, bool isResponse, ReadOnlySpan<byte> body)
    {
        Family = family;
        Command = command;
        Status = status;
        IsResponse = isResponse;
        Body = body;
    }

    /// <summary>1 for SMB 1, 2 for SMB 2 and 3, 3 for an encrypted message, of which nothing more is known.</summary>
    public byte Family { get; }

    public ushort Command { get; }

    /// <summary>NT status of a response; in SMB 2 requests a channel sequence.</summary>
    public uint Status { get; }

    public bool IsResponse { get; }

    public ReadOnlySpan<byte> Body { get; }

    /// <summary>The dialect a server chose in an SMB 2 negotiate response (0x0202 … 0x0311), else 0.</summary>
    public ushort Dialect => Family == 2 && IsResponse && Command == Negotiate2 && Body.Length >= 6 ? BinaryPrimitives.ReadUInt16LittleEndian(Body[4..]) : (ushort)0;

    /// <param name="bytes">A segment's payload, from the length prefix on.</param>
    public static bool TryRead(ReadOnlySpan<byte> bytes, out SmbHeader header)
    {
        header = default;
        if (bytes.Length < PrefixLength + MarkLength || bytes[0] != 0) return false;
        var message = bytes[PrefixLength..];
        if (!message[1..].StartsWith("SMB"u8)) return false;
        switch (message[0])
        {
            case 0xff when message.Length >= Length1:
                header = new SmbHeader(1, message[4], BinaryPrimitives.ReadUInt32LittleEndian(message[5..]), (message[9] & 0x80) != 0, message[Length1..]);
                return true;
            case 0xfe when message.Length >= Length2:
                var flags = BinaryPrimitives.ReadUInt32LittleEndian(message[16..]);
                header = new SmbHeader(2, BinaryPrimitives.ReadUInt16LittleEndian(message[12..]), BinaryPrimitives.ReadUInt32LittleEndian(message[8..]), (flags & 1) != 0, message[Length2..]);
                return true;
            case 0xfd:
                header = new SmbHeader(3, 0, 0, isResponse: false, default);
                return true;
            default:
                return false;
        }
    }
}
