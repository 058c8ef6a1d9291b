using System.Buffers.Binary;

namespace Kansatsu.Wire;

/// <summary>
/// What stands around a code telegram in one datagram or file: OCN's header, JMA socket header, BCH, heading, text. What OCN's header means beyond
/// its lengths, date and counter was never published; the bytes 4 to 13 and 30 to 47 are therefore shown and not judged (docs/reference/eew.md).
/// </summary>
public readonly ref partial struct EewFrame
{
    public const int OcnLength = 48;
    public const int SocketLengthDigits = 8;
    public const int SocketHeaderLength = 10;

    /// <summary>A telegram for every area of Japan, with its framing, is less than half of this.</summary>
    public const int MaxLength = 16 * 1024;

    const int TypeAt = 5;
    const int PartAt = 10;
    const int PartsAt = 12;
    const int IdentAt = 14;
    const int DateLength = 8;
    const int IdentLength = 16;
    const byte DataType = 0x00;
    const byte KeepAliveType = 0xff;

    public EewForm Form { get; private init; }

    /// <summary>The whole payload.</summary>
    public ReadOnlySpan<byte> Bytes { get; private init; }

    /// <summary>A header alone that says: the channel lives.</summary>
    public bool IsKeepAlive { get; private init; }

    /// <summary>JMA socket header: eight digits and the type; empty when there is none.</summary>
    public ReadOnlySpan<byte> Socket { get; private init; }

    /// <summary>From the control header on, as far as it is there; read it with <see cref="EewControlHeader"/>.</summary>
    public ReadOnlySpan<byte> Control { get; private init; }

    /// <summary>JIS X 0201: ﾅｳｷﾔｽﾄ3 ｷｼﾖｳ.</summary>
    public ReadOnlySpan<byte> Heading { get; private init; }

    /// <summary>The code telegram; empty when none was found.</summary>
    public ReadOnlySpan<byte> Text { get; private init; }

    public bool EndsWithEndOfText => !Bytes.IsEmpty && Bytes[^1] == EewText.EndOfText;

    public bool IsOcn => Form == EewForm.Ocn;

    /// <summary>Length of the whole payload as OCN's header gives it.</summary>
    public long OuterLength => IsOcn ? BinaryPrimitives.ReadUInt32LittleEndian(Bytes) : 0;

    public byte Type => IsOcn ? Bytes[TypeAt] : (byte)0;

    public bool IsTypeKnown => Type is DataType or KeepAliveType;

    public int Part => IsOcn ? BinaryPrimitives.ReadUInt16LittleEndian(Bytes[PartAt..]) : 1;

    public int Parts => IsOcn ? BinaryPrimitives.ReadUInt16LittleEndian(Bytes[PartsAt..]) : 1;

    /// <summary>Perhaps one part of several; such a one is not decoded as if it were whole.</summary>
    public bool IsPart => IsOcn && !IsKeepAlive && (Part != 1 || Parts != 1);

    /// <summary>Date and counter: sixteen digits.</summary>
    public ReadOnlySpan<byte> Ident => IsOcn ? Bytes.Slice(IdentAt, IdentLength) : Form == EewForm.Wni ? WniIdent : default;

    public ReadOnlySpan<byte> Date => IsOcn ? Bytes.Slice(IdentAt, DateLength) : default;

    public ReadOnlySpan<byte> Counter => IsOcn ? Bytes.Slice(IdentAt + DateLength, IdentLength - DateLength) : default;

    /// <summary>Bytes of OCN's header whose meaning is not known: 4 to 13.</summary>
    public ReadOnlySpan<byte> UnknownFirst => IsOcn ? Bytes[4..IdentAt] : default;

    /// <summary>30 to 47.</summary>
    public ReadOnlySpan<byte> UnknownLast => IsOcn ? Bytes[(IdentAt + IdentLength)..OcnLength] : default;

    /// <summary>Number of bytes behind the socket header, as it says; -1 without one.</summary>
    public int SocketLength => Socket.IsEmpty ? -1 : Number(Socket[..SocketLengthDigits]);

    public ReadOnlySpan<byte> SocketType => Socket.IsEmpty ? default : Socket[SocketLengthDigits..];

    /// <summary>Bytes behind the socket header that are there.</summary>
    public int SocketRest { get; private init; }

    ReadOnlySpan<byte> WniIdent
    {
        get
        {
            var line = Bytes[2..];
            var end = line.IndexOf((byte)'\n');
            return end < 0 ? line : line[..end];
        }
    }

    /// <summary>What two copies of a telegram have in common, in two pieces; the bytes that may count the copies are left out.</summary>
    public ReadOnlySpan<byte> KeyFirst => Ident.Length == IdentLength && IsOcn ? Ident : default;

    public ReadOnlySpan<byte> KeyRest => IsOcn ? Bytes[OcnLength..] : Bytes;

    /// <summary>The number that decimal digits make; -1 when they are none, or too many.</summary>
    public static int Number(ReadOnlySpan<byte> digits)
    {
        var number = 0L;
        foreach (var digit in digits)
        {
            if (digit is < (byte)'0' or > (byte)'9') return -1;
            number = (number * 10) + digit - '0';
            if (number > int.MaxValue) return -1;
        }

        return digits.IsEmpty ? -1 : (int)number;
    }
}
