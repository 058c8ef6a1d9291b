using System.Buffers.Binary;

namespace Kansatsu.Wire;

/// <summary>
/// JMA's batch control header (BCH), usually 20 bytes. Its checksum is made like that of an IPv4 header and covers only itself: it finds damage, it
/// proves no origin.
/// </summary>
public readonly ref struct EewControlHeader
{
    public const int MinimumLength = 20;

    const int Sequence = 1;
    const int Flags = 4;
    const int Attribute = 5;
    const int DataType = 6;
    const int Bif = 8;
    const int ExtraLength = 9;
    const int ChecksumAt = 10;
    const int SenderAt = 12;
    const int ReceiverAt = 16;

    readonly ReadOnlySpan<byte> _bytes;

    EewControlHeader(ReadOnlySpan<byte> bytes) => _bytes = bytes;

    public static bool TryRead(ReadOnlySpan<byte> bytes, out EewControlHeader header)
    {
        header = default;
        if (bytes.Length < MinimumLength) return false;
        var length = (bytes[0] & 0x0f) * 4;
        header = new EewControlHeader(bytes[..Math.Clamp(length, MinimumLength, bytes.Length)]);
        return true;
    }

    public ReadOnlySpan<byte> Bytes => _bytes;

    public int Version => _bytes[0] >> 4;

    /// <summary>In bytes, as it says itself.</summary>
    public int DeclaredLength => (_bytes[0] & 0x0f) * 4;

    /// <summary>Five decimal digits; null when the half-bytes are no digits.</summary>
    public int? SequenceNumber
    {
        get
        {
            var bits = ((_bytes[Sequence] & 0x0f) << 16) | (_bytes[Sequence + 1] << 8) | _bytes[Sequence + 2];
            var number = 0;
            for (var shift = 16; shift >= 0; shift -= 4)
            {
                var digit = bits >> shift & 0x0f;
                if (digit > 9) return null;
                number = (number * 10) + digit;
            }

            return number;
        }
    }

    public int Relay => _bytes[Flags] >> 7;

    public int Emergency => _bytes[Flags] >> 6 & 1;

    public bool IsTest => (_bytes[Flags] >> 4 & 1) != 0;

    public int Xml => _bytes[Flags] >> 2 & 3;

    public int Class => _bytes[Flags] & 3;

    public int DataAttribute => _bytes[Attribute] >> 4;

    public int Agency => _bytes[Attribute] & 0x0f;

    public int DataMajor => _bytes[DataType] >> 4;

    public int DataMinor => _bytes[DataType] & 0x0f;

    /// <summary>The kind クンレン報 among the earthquake telegrams.</summary>
    public bool IsDrill => DataMajor == 1 && DataMinor == 8;

    public bool IsResent => _bytes[Bif] >> 7 != 0;

    public int BifAttribute => _bytes[Bif] >> 4 & 7;

    public int BifType => _bytes[Bif] & 0x0f;

    public int ExtraHeaderLength => _bytes[ExtraLength];

    public ushort Checksum => BinaryPrimitives.ReadUInt16BigEndian(_bytes[ChecksumAt..]);

    /// <summary>The one's-complement sum of all words is 0xffff.</summary>
    public bool IsChecksumRight
    {
        get
        {
            var sum = 0u;
            for (var i = 0; i + 1 < _bytes.Length; i += 2) sum += BinaryPrimitives.ReadUInt16BigEndian(_bytes[i..]);
            while (sum > 0xffff) sum = (sum & 0xffff) + (sum >> 16);
            return sum == 0xffff;
        }
    }

    public uint Sender => BinaryPrimitives.ReadUInt32BigEndian(_bytes[SenderAt..]);

    public uint Receiver => BinaryPrimitives.ReadUInt32BigEndian(_bytes[ReceiverAt..]);
}
