using System.Buffers.Binary;

namespace Kansatsu.Wire;

/// <summary>A CoAP message (RFC 7252 §3).</summary>
public readonly ref struct CoapMessage
{
    const int HeaderLength = 4;
    const int UriPath = 11;
    const byte PayloadMarker = 0xff;

    readonly ReadOnlySpan<byte> _bytes;

    CoapMessage(ReadOnlySpan<byte> bytes) => _bytes = bytes;

    public static bool TryRead(ReadOnlySpan<byte> bytes, out CoapMessage message)
    {
        var ok = bytes.Length >= HeaderLength && bytes[0] >> 6 == 1 && (bytes[0] & 0x0f) <= 8 && bytes.Length >= HeaderLength + (bytes[0] & 0x0f);
        message = ok ? new CoapMessage(bytes) : default;
        return ok;
    }

    /// <summary>0 confirmable, 1 not, 2 acknowledgement, 3 reset.</summary>
    public int Type => _bytes[0] >> 4 & 3;

    /// <summary>Class in the upper three bits: 0 a request, 2 success, 4 and 5 errors.</summary>
    public byte Code => _bytes[1];

    public ushort MessageId => BinaryPrimitives.ReadUInt16BigEndian(_bytes[2..]);

    /// <summary>Writes the path, "/" before each segment (RFC 7252 §5.10.1).</summary>
    public void WritePath(ListingWriter to)
    {
        var reader = new WireReader(_bytes[(HeaderLength + (_bytes[0] & 0x0f))..]);
        var number = 0;
        while (reader.TryReadByte(out var first) && first != PayloadMarker
            && TryReadNibble(first >> 4, ref reader, out var delta) && TryReadNibble(first & 0x0f, ref reader, out var length)
            && reader.TryReadBytes(length, out var value))
        {
            number += delta;
            if (number == UriPath) to.Text("/").Wire(value, 64);
        }
    }

    /// <summary>13 and 14 announce one and two more bytes; 15 is reserved (RFC 7252 §3.1).</summary>
    static bool TryReadNibble(int nibble, ref WireReader reader, out int value)
    {
        value = nibble;
        if (nibble < 13) return true;
        if (nibble == 13)
        {
            var ok = reader.TryReadByte(out var more);
            value = 13 + more;
            return ok;
        }

        var read = reader.TryReadUInt16(out var wide);
        value = 269 + wide;
        return nibble == 14 && read;
    }

    public static string CodeName(byte code) => code switch
    {
        0 => "Empty",
        1 => "GET",
        2 => "POST",
        3 => "PUT",
        4 => "DELETE",
        5 => "FETCH",
        6 => "PATCH",
        7 => "iPATCH",
        _ => $"{code >> 5}.{code & 0x1f:00}",
    };
}
