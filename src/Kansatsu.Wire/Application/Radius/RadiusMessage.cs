using System.Buffers.Binary;

namespace Kansatsu.Wire;

/// <summary>A RADIUS packet (RFC 2865 §3).</summary>
public readonly ref struct RadiusMessage
{
    public const int HeaderLength = 20;
    public const byte UserNameType = 1;

    readonly ReadOnlySpan<byte> _bytes;

    RadiusMessage(ReadOnlySpan<byte> bytes) => _bytes = bytes;

    public static bool TryRead(ReadOnlySpan<byte> bytes, out RadiusMessage message)
    {
        message = bytes.Length >= HeaderLength ? new RadiusMessage(bytes) : default;
        return bytes.Length >= HeaderLength;
    }

    public byte Code => _bytes[0];

    public byte Identifier => _bytes[1];

    public int Length => BinaryPrimitives.ReadUInt16BigEndian(_bytes[2..]);

    /// <summary>Empty when absent.</summary>
    public ReadOnlySpan<byte> UserName
    {
        get
        {
            var reader = new WireReader(_bytes[HeaderLength..]);
            while (reader.TryReadByte(out var type) && reader.TryReadByte(out var length) && length >= 2 && reader.TryReadBytes(length - 2, out var value))
                if (type == UserNameType) return value;
            return default;
        }
    }

    public static string Name(byte code) => code switch
    {
        1 => "Access-Request",
        2 => "Access-Accept",
        3 => "Access-Reject",
        4 => "Accounting-Request",
        5 => "Accounting-Response",
        11 => "Access-Challenge",
        12 => "Status-Server",
        13 => "Status-Client",
        40 => "Disconnect-Request",
        41 => "Disconnect-ACK",
        42 => "Disconnect-NAK",
        43 => "CoA-Request",
        44 => "CoA-ACK",
        45 => "CoA-NAK",
        _ => $"code {code}",
    };
}
