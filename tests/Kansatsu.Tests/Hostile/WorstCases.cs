using System.Buffers.Binary;
using System.Text;
using static Kansatsu.Tests.Wire.Packets;

namespace Kansatsu.Tests.Hostile;

/// <summary>Packets that give each parser as much to do as so many bytes can: many small parts, pointers, nesting, disorder. Tunnels,
/// relays and BER are read to a fixed depth: there the longer input shows that the rest is not walked.</summary>
static class WorstCases
{
    /// <summary>By name: IPv6 packets of about so many bytes together.</summary>
    public static readonly Dictionary<string, Func<int, List<byte[]>>> All = new()
    {
        ["DNS records with pointers"] = n => Udp(53, Join(Hex("0001 8180 0001"), Number(n / 12), Hex("0000 0000"), LongName, Hex("0001 0001"), Many(n / 12, "c00c 0001 0001 00000000 0000"))),
        ["DNS pointers to pointers"] = n => Udp(53, Pointers(n)),
        ["DNS questions"] = n => Udp(53, Join(Hex("0001 0100"), Number(n / 6), Hex("0000 0000 0000"), Many(n / 6, "c00c 0001 0001"))),
        ["mDNS texts"] = n => Udp(5353, Join(Hex("0000 8400 0000 0001 0000 0000 00 0010 0001 00000000"), Number(n), Many(n / 2, "0161"))),
        ["DHCPv6 options"] = n => Udp(547, Join(Hex("01 000001"), Many(n / 4, "0008 0000")), from: 546),
        ["DHCPv6 relayed again and again"] = n => Udp(547, Relayed(n), from: 547),
        ["TLS extensions"] = n => Tcp(443, Hello(Many(n / 4, "0a0a 0000"))),
        ["TLS records of one byte"] = n => Tcp(443, Records(Message(Many(n / 24, "0a0a 0000")))),
        ["TLS records of one byte in small segments"] = n => Stream(443, Records(Message(Many(n / 24, "0a0a 0000"))), 66),
        ["TLS warnings in small segments"] = n => Stream(443, Join(Hex("16 0301 0004 00 000000"), Many(n / 7, "15 0301 0002 01 70")), 28),
        ["HTTP empty lines in small segments"] = n => Stream(80, Text("GET / HTTP/1.1\r\n\r\n" + Repeat("\r\n", n / 2)), 20),
        ["TLS greeting in small segments"] = n => Stream(443, Hello(Many(n / 4, "0a0a 0000")), 40),
        ["HTTP fields"] = n => Tcp(80, Text("GET / HTTP/1.1\r\n" + Repeat(Field, n / Field.Length) + "\r\n")),
        ["HTTP fields in small segments"] = n => Stream(80, Text("GET / HTTP/1.1\r\n" + Repeat(Field, n / Field.Length) + "\r\n"), 40),
        ["HTTP requests behind one another"] = n => Tcp(80, Text(Repeat("GET / HTTP/1.1\r\n\r\n", n / 18))),
        ["HTTP chunks"] = n => Stream(80, Text("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n" + Repeat("1\r\na\r\n", n / 6)), 600),
        ["HTTP/2 frames"] = n => Stream(80, Join(Text("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"), Many(n / 9, "000000 00 00 00000001")), 600),
        ["DNS over TCP, messages behind one another"] = n => Stream(53, Many(n / 14, "000c 0001 0100 0000 0000 0000 0000"), 100),
        ["SMTP commands behind one another"] = n => Stream(25, Text("EHLO a\r\n" + Repeat("RCPT TO:<a@b>\r\n", n / 15)), 60),
        ["SMTP lines byte by byte"] = n => Stream(25, Text("EHLO a\r\n" + Repeat(new string('a', 1998) + "\r\n", n / 2000)), 2),
        ["SMTP mail of empty lines"] = n => Stream(25, Text("EHLO a\r\nDATA\r\n" + Repeat("\n", n)), 600),
        ["IMAP literals"] = n => Stream(143, Text("a LOGIN a b\r\n" + Repeat("a {1}\r\n", n / 7)), 60),
        ["TCP segments backwards"] = n => Backwards(n),
        ["SNMP nested"] = n => Udp(161, Nested(n)),
        ["SNMP bindings"] = n => Udp(161, Snmp(n)),
        ["NDP options"] = n => Icmp(Join(Hex("86 00 0000 40 00 0708 00000000 00000000"), Many(n / 8, "0e01 000000000000"))),
        ["NDP name servers"] = n => Icmp(Join(Hex("86 00 0000 40 00 0708 00000000 00000000"), Many(n / 24, "1903 0000 ffffffff 20010db8000000000000000000000053"))),
        ["MLDv2 records"] = n => Icmp(Join(Hex("8f 00 0000 0000"), Number(n / 20), Many(n / 20, "04 00 0000 ff020000000000000000000000000fb0")), 1),
        ["MLDv2 sources"] = n => Icmp(Join(Hex("8f 00 0000 0000 0001 06 00"), Number(n / 16), Hex("ff0e0000000000000000000000000fb0"), Many(n / 16, "20010db8000000000000000000000001")), 1),
        ["PIM groups"] = n => [Ipv6(103, Join(Hex("23 00 0000 0200 fe800000000000000000000000000001 00 ff 00d2"), Many(n / 24, "0200 0080 ff0e0000000000000000000000000001 0000 0000")), Host, "ff02::d", 1)],
        ["PIM sources"] = n => [Ipv6(103, Join(Hex("23 00 0000 0200 fe800000000000000000000000000001 00 01 00d2 0200 0080 ff0e0000000000000000000000000001"), Number(n / 20), Hex("0000"), Many(n / 20, "0200 0480 20010db8000000000000000000000001")), Host, "ff02::d", 1)],
        ["SCTP chunks"] = n => [Ipv6(132, Join(Hex("0050 0050 00000001 00000000"), Many(n / 4, "0300 0004")))],
        ["destination options headers"] = n => [Ipv6(60, Join(Many(n / 8, "3c00 0104 00000000"), Hex("3b00 0104 00000000")))],
        ["options in one header after another"] = n => [Ipv6(0, Join(Hex("3cff"), Many(1023, "0100"), Many(n / 2048 - 1, "3cff" + Repeat("0100", 1023)), Hex("3b00 0104 00000000")))],
        ["GRE in GRE"] = n => [Ipv6(47, Join(Many(n / 44, "0000 86dd 60000000 ffff 2f40 20010db8000000000000000000000001 20010db8000000000000000000000002")))],
        ["IPv6 in IPv6"] = n => [Ipv6(41, Join(Many(n / 40, "60000000 ffff 2940 20010db8000000000000000000000001 20010db8000000000000000000000002")))],
        ["sFlow samples"] = n => Udp(6343, Join(Hex("00000005 00000001 0a000001 00000000 00000001 00000001"), Number(0), Number(n / 8), Many(n / 8, "00000002 00000000"))),
        ["sFlow records"] = n => Udp(6343, Join(Hex("00000005 00000001 0a000001 00000000 00000001 00000001 00000001 00000001 0000"), Number(32 + (n / 8 * 8)), Zeros(32), Many(n / 8, "00000007 00000000"))),
        ["QUIC packets in one datagram"] = n => Udp(443, Many(n / 24, "c0 00000001 01 aa 00 00 0f 00112233445566778899aabbccddee")),
        ["SSDP fields"] = n => Udp(1900, Text("NOTIFY * HTTP/1.1\r\n" + Repeat(Field, n / Field.Length) + "\r\n")),
        ["SIP fields"] = n => Udp(5060, Text("INVITE sip:a@b SIP/2.0\r\n" + Repeat(Field, n / Field.Length) + "\r\n")),
        ["fragments of eight bytes"] = n => [.. Enumerable.Range(0, n / 8).Select(i => Fragment(i, i < (n / 8) - 1))],
        ["fragments backwards"] = n => [.. Enumerable.Range(0, n / 8).Reverse().Select(i => Fragment(i, i < (n / 8) - 1))],
        ["DTLS records"] = n => Udp(443, Many(n / 14, "17 fefd 0001 000000000001 0001 00")),
        ["BGP messages"] = n => Tcp(179, Many(n / 19, "ffffffffffffffffffffffffffffffff 0013 04")),
    };

    /// <summary>So long that the limit of lines does not end the reading before its time.</summary>
    const string Field = "x-some-field: of-thirty-two-byte\r\n";

    static byte[] LongName => Join(Many(60, "026162"), [0]);

    /// <summary>TCP or UDP directly behind the IPv6 header.</summary>
    public static bool HasPorts(byte[] packet) => packet[6] is 6 or 17;

    static byte[] Many(int count, string hex)
    {
        var one = Hex(hex);
        var all = new byte[Math.Max(count, 0) * one.Length];
        for (var i = 0; i < count; i++) one.CopyTo(all, i * one.Length);
        return all;
    }

    static string Repeat(string text, int count) => new StringBuilder().Insert(0, text, count).ToString();

    static byte[] Text(string text) => Encoding.ASCII.GetBytes(text);

    static byte[] Number(int value) => [(byte)(value >> 8), (byte)value];

    static List<byte[]> Udp(int port, byte[] payload, int from = 40_000) => [Ipv6(17, Join(Number(from), Number(port), Number(8 + payload.Length), Hex("0000"), payload))];

    static byte[] Segment(int port, uint sequence, byte[] payload)
    {
        var header = Join(Number(40_000), Number(port), new byte[8], Hex("5018 ffff 0000 0000"));
        BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(4), sequence);
        return Ipv6(6, Join(header, payload));
    }

    static List<byte[]> Tcp(int port, byte[] payload) => [Segment(port, 1, payload)];

    static List<byte[]> Stream(int port, byte[] content, int size) =>
        [.. content.Chunk(size).Select((piece, i) => Segment(port, (uint)(1 + (i * size)), piece))];

    /// <summary>The first segment, then those behind it from the last to the second, sixteen at a time.</summary>
    static List<byte[]> Backwards(int n)
    {
        var pieces = Stream(443, Hello(Many(n / 4, "0a0a 0000")), 40);
        List<byte[]> all = [pieces[0]];
        foreach (var some in pieces.Skip(1).Chunk(16)) all.AddRange(some.Reverse());
        return all;
    }

    static List<byte[]> Icmp(byte[] message, int hopLimit = 255) => [Icmpv6(message, hopLimit: hopLimit)];

    static byte[] Fragment(int unit, bool more) =>
        Ipv6(44, Join(Hex("1100"), Number((unit << 3) | (more ? 1 : 0)), Hex("00000001"), unit == 0 ? Hex("0035 9c40 ffff 0000") : new byte[8]));

    /// <summary>A ClientHello as a handshake message.</summary>
    static byte[] Message(byte[] extensions)
    {
        var body = Join(Hex("0303"), Zeros(32), Hex("00 0002 1301 0100"), Number(extensions.Length), extensions);
        return Join([1, 0], Number(body.Length), body);
    }

    static byte[] Hello(byte[] extensions)
    {
        List<byte[]> records = [];
        foreach (var piece in Message(extensions).Chunk(16_384)) records.Add(Join(Hex("16 0301"), Number(piece.Length), piece));
        return Join([.. records]);
    }

    static byte[] Records(byte[] message) => Join([.. message.Select(b => new byte[] { 0x16, 3, 1, 0, 1, b })]);

    /// <summary>Every record's name is a pointer to the one before.</summary>
    static byte[] Pointers(int n)
    {
        var all = Join(Hex("0001 8180 0000"), Number(n / 12), Hex("0000 0000"), Many(n / 12, "c00c 0001 0001 00000000 0000"));
        all[12] = 0;
        for (var i = 1; i < n / 12; i++)
            BinaryPrimitives.WriteUInt16BigEndian(all.AsSpan(12 + (i * 12)), (ushort)(0xc000 | Math.Min(12 + ((i - 1) * 12), 0x3fff)));
        return all;
    }

    /// <summary>Relay messages in one another (RFC 8415 §9), 38 bytes each.</summary>
    static byte[] Relayed(int n)
    {
        List<byte[]> all = [];
        for (var left = n; left >= 38; left -= 38) all.Add(Join(Hex("0c 00"), Zeros(32), Hex("0009"), Number(left - 38)));
        return Join([.. all]);
    }

    /// <summary>Sequences in one another, four bytes each.</summary>
    static byte[] Nested(int n)
    {
        List<byte[]> all = [];
        for (var left = n; left >= 4; left -= 4) all.Add(Join(Hex("3082"), Number(left - 4)));
        return Join([.. all]);
    }

    static byte[] Snmp(int n)
    {
        var list = Many(n / 9, "3007 06032b0601 0500");
        var pdu = Join(Hex("020101 020100 020100 3082"), Number(list.Length), list);
        var body = Join(Hex("020101 0406 7075626c6963 a082"), Number(pdu.Length), pdu);
        return Join(Hex("3082"), Number(body.Length), body);
    }
}
