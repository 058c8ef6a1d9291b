using System.Text;
using Kansatsu.Wire;

namespace Kansatsu.Tests.Wire.Application;

public class TcpApplicationsTests
{
    const ushort Client = 50_000;

    public static TheoryData<string, string> OnAnyPort => new()
    {
        { "GET / HTTP/1.1\r\n\r\n", "Http" },
        { "PROPFIND /dav HTTP/1.1\r\nHost: a\r\n\r\n", "Http" },
        { "GET /a-very-long-target-that-goes-on-in-the-next", "Http" },
        { "HTTP/1.1 200 OK\r\n", "Http" },
        { "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "Http2" },
        { "DESCRIBE rtsp://a/b RTSP/1.0\r\n", "Rtsp" },
        { "RTSP/1.0 200 OK\r\n", "Rtsp" },
        { "INVITE sip:bob@example.org SIP/2.0\r\n", "Sip" },
        { "SIP/2.0 180 Ringing\r\n", "Sip" },
        { "SSH-2.0-OpenSSH_9.6\r\n", "Ssh" },
        { "GNUTELLA CONNECT/0.6\r\n", "Gnutella" },
        { "220 mail.example ESMTP\r\n", "Smtp" },
        { "220-FTP server ready\r\n", "Ftp" },
        { "EHLO client.example\r\n", "Smtp" },
        { "* OK IMAP4rev1 ready\r\n", "Imap" },
        { "+OK POP3 ready\r\n", "Pop" },
        { "NICK someone\r\n", "Irc" },
        { "\u0013BitTorrent protocol\0\0\0\0\0\0\0\0", "BitTorrent" },
        { "\u0010\u0010\0\u0004MQTT\u0004\u0002\0\u003c\0\u0004name", "Mqtt" },
        { "\u0016\u0003\u0001\u0002\0\u0001", "Tls" },
        { "\u0017\u0003\u0003\0\u0020abc", "Tls" },
        { "\u00ff\u00fb\u0001", "Telnet" },
        { "\0\0\0\u0054\u00ffSMBr\0\0\0\0", "Smb" },
        { "\0\0\0\u0040\u00feSMB\u0040\0\0\0", "Smb" },
        { "\u0003\0\0\u002a\u0025\u00e0\0\0\0\0\0Cookie: mstshash=user\r\n", "Rdp" },
        { "\u00e3\u0003\0\0\0\u0001ab", "Edonkey" },
        { "\u0080\u000a\u0001\u0003\u0001\0\u0003\0\0\0\0\u0001", "Tls" },
    };

    public static TheoryData<ushort, string, string> OnPorts => new()
    {
        { 21, "USER anonymous\r\n", "Ftp" },
        { 22, "\u00a1\u00b2\u00c3\u00d4", "Ssh" },
        { 22, "GET / HTTP/1.1\r\n", "Http" },
        { 23, "login: ", "Telnet" },
        { 25, "MAIL FROM:<a@b>\r\n", "Smtp" },
        { 25, "\0\u0001\u0002", "Data" },
        { 53, "\0\u001d\u0012\u0034\u0001\0\0\u0001\0\0\0\0\0\0\u0003www", "Dns" },
        { 53, "\0\u0002ab", "Data" },
        { 88, "\0\0\0\u0020\u006a\u001e", "Kerberos" },
        { 110, "STAT\r\n", "Pop" },
        { 139, "\u0082\0\0\0", "NetBiosSession" },
        { 143, "a1 LOGIN x y\r\n", "Imap" },
        { 389, "0\u000c\u0002\u0001\u0001\u0060\u0007\u0002\u0001\u0003\u0004\0\u0080\0", "Ldap" },
        { 443, "middle of a record", "Data" },
        { 554, "$\0\0\u0010data", "Rtsp" },
        { 1883, "\u00e0\0", "Mqtt" },
        { 3389, "\u0003\0\0\u000b\u0006\u00d0\0\0\u0012\u0034\0", "Rdp" },
        { 6667, "PING :server\r\n", "Irc" },
        { 11211, "stats\r\n", "Memcached" },
        { 80, "<html>", "Data" },
        { 179, "\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\0\u0013\u0004", "Bgp" },
    };

    [Theory]
    [MemberData(nameof(OnAnyPort))]
    public void First_bytes_name_the_protocol_on_any_port(string payload, string kind) =>
        Assert.Equal(kind, TcpApplications.Identify(Client, 12_345, Encoding.Latin1.GetBytes(payload)).ToString());

    [Theory]
    [MemberData(nameof(OnPorts))]
    public void Ports_decide_where_bytes_do_not_contradict(ushort port, string payload, string kind)
    {
        var bytes = Encoding.Latin1.GetBytes(payload);
        Assert.Equal(kind, TcpApplications.Identify(Client, port, bytes).ToString());
        Assert.Equal(kind, TcpApplications.Identify(port, Client, bytes).ToString());
    }

    [Theory]
    [InlineData("ff fb 90 00")]
    [InlineData("16 04 01 00 01")]
    [InlineData("16 03 01 ff ff")]
    [InlineData("00 01 02 03 04 05 06 07 08 09")]
    [InlineData("4745545f")]
    public void Likenesses_are_not_enough(string hex) =>
        Assert.Equal(LayerKind.Data, TcpApplications.Identify(Client, 12_345, Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal))));

    [Fact]
    public void Any_bytes_on_any_of_the_ports_are_judged_without_a_throw()
    {
        var random = new Random(20_240_601);
        var bytes = new byte[64];
        for (var round = 0; round < 20_000; round++)
        {
            random.NextBytes(bytes);
            if ((round & 1) == 0) bytes[0] = (byte)(round >> 1);
            var port = (ushort)random.Next(0, 12_000);
            var kind = TcpApplications.Identify(Client, port, bytes.AsSpan(0, round % 65));
            Assert.True(Enum.IsDefined(kind));
        }
    }

    [Fact]
    public void Judging_allocates_nothing()
    {
        byte[][] payloads = [.. OnAnyPort.Select(row => Encoding.Latin1.GetBytes((string)row[0]))];
        var known = Judge(payloads);
        var again = 0;
        Assert.Equal(0, Allocation.Least(() => again = Judge(payloads)));
        Assert.Equal(payloads.Length, known);
        Assert.Equal(known, again);
    }

    static int Judge(byte[][] payloads)
    {
        var known = 0;
        foreach (var payload in payloads)
            if (TcpApplications.Identify(Client, 12_345, payload) != LayerKind.Data) known++;
        return known;
    }
}
