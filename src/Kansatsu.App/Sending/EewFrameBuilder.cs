using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Kansatsu.App.Sending;

/// <summary>
/// Makes the payloads of the 2008 multicast service (docs/reference/eew.md, "Framing"), right or, where a laboratory asks for it, wrong. Everything in it was public
/// and can be computed by anyone: that is why the observatory judges such packets and never believes them.
/// </summary>
sealed record EewFrameBuilder
{
    const int OuterLength = 48;
    const int SocketLength = 10;
    const int ControlLength = 20;
    const int SecondHeaderLength = 16;

    /// <summary>ﾅｳｷﾔｽﾄ3 ｷｼﾖｳ in JIS X 0201.</summary>
    static ReadOnlySpan<byte> Heading => [0xc5, 0xb3, 0xb7, 0xd4, 0xbd, 0xc4, 0x33, 0x20, 0xb7, 0xbc, 0xd6, 0xb3];

    /// <summary>Byte 7: on the two dumps 3 came with port 6101 and 1 with port 8001.</summary>
    public byte Service { get; init; } = 3;

    /// <summary>yyyymmdd.</summary>
    public string Date { get; init; } = "20080614";

    /// <summary>Telegrams of the day.</summary>
    public int Counter { get; init; } = 1;

    /// <summary>The control header's number, five digits.</summary>
    public int Sequence { get; init; } = 1;

    /// <summary>The control header's test flag.</summary>
    public bool IsTest { get; init; }

    /// <summary>The control header's checksum is off by one.</summary>
    public bool HasWrongChecksum { get; init; }

    /// <summary>The outer length is too large by this much.</summary>
    public int LengthError { get; init; }

    public byte[] KeepAlive()
    {
        var frame = new byte[OuterLength];
        WriteOuter(frame, isKeepAlive: true);
        return frame;
    }

    /// <param name="telegram">The telegram's lines; it ends with 9999= and a line feed.</param>
    public byte[] Data(string telegram)
    {
        var text = Encoding.ASCII.GetBytes(telegram.Replace("\r\n", "\n", StringComparison.Ordinal).TrimEnd('\n') + "\n");
        var body = new List<byte>();
        body.AddRange(Control());
        body.AddRange(new byte[SecondHeaderLength]);
        body.Add((byte)'\n');
        body.AddRange(Heading);
        body.AddRange("\n\x02\n"u8);
        body.AddRange(text);
        body.Add(0x03);
        var frame = new byte[OuterLength + SocketLength + body.Count];
        WriteOuter(frame, isKeepAlive: false);
        Encoding.ASCII.GetBytes(body.Count.ToString("D8", CultureInfo.InvariantCulture) + "aN", frame.AsSpan(OuterLength));
        body.CopyTo(frame, OuterLength + SocketLength);
        return frame;
    }

    void WriteOuter(Span<byte> frame, bool isKeepAlive)
    {
        BinaryPrimitives.WriteInt32LittleEndian(frame, frame.Length + LengthError);
        frame[5] = isKeepAlive ? (byte)0xff : (byte)0;
        (frame[6], frame[7], frame[10], frame[12]) = (3, Service, 1, 1);
        if (isKeepAlive) return;
        Encoding.ASCII.GetBytes(Date.PadRight(8).AsSpan(0, 8), frame[14..]);
        Encoding.ASCII.GetBytes(Counter.ToString("D8", CultureInfo.InvariantCulture).AsSpan(0, 8), frame[22..]);
    }

    byte[] Control()
    {
        var header = new byte[ControlLength];
        header[0] = 0x35;
        var digits = Sequence % 100_000;
        (header[1], header[2], header[3]) = ((byte)(digits / 10_000), Bcd(digits / 100 % 100), Bcd(digits % 100));
        (header[4], header[5], header[6], header[8], header[12]) = (IsTest ? (byte)0x10 : (byte)0, 0x10, 0x10, 0x16, 0x08);
        var sum = 0;
        for (var i = 0; i < ControlLength; i += 2) sum += BinaryPrimitives.ReadUInt16BigEndian(header.AsSpan(i));
        while (sum > ushort.MaxValue) sum = (sum & ushort.MaxValue) + (sum >> 16);
        BinaryPrimitives.WriteUInt16BigEndian(header.AsSpan(10), (ushort)(~sum + (HasWrongChecksum ? 1 : 0)));
        return header;
    }

    static byte Bcd(int twoDigits) => (byte)((twoDigits / 10 << 4) | (twoDigits % 10));
}
