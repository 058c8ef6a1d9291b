using System.Buffers.Binary;

namespace Kansatsu.Wire;

/// <summary>The type of a Kerberos message (RFC 4120 §5.10): its application tag, behind a length of four bytes when it comes over TCP (§7.2.2).</summary>
public readonly record struct KerberosMessage(byte Type)
{
    const int LengthPrefix = 4;
    const byte FirstTag = 0x6a;
    const byte LastTag = 0x7e;
    const int MaxLength = 1 << 24;

    /// <summary>Reads the beginning of a TCP segment.</summary>
    public static bool TryReadStream(ReadOnlySpan<byte> bytes, out KerberosMessage message)
    {
        message = default;
        return BinaryPrimitives.TryReadUInt32BigEndian(bytes, out var length) && length is > 0 and < MaxLength && TryRead(bytes[LengthPrefix..], out message);
    }

    /// <summary>Reads the beginning of a datagram.</summary>
    public static bool TryRead(ReadOnlySpan<byte> bytes, out KerberosMessage message)
    {
        message = default;
        if (bytes.Length < 2 || bytes[0] is < FirstTag or > LastTag) return false;
        message = new KerberosMessage((byte)(bytes[0] & 0x1f));
        return true;
    }
}
