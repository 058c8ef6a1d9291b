using System.Diagnostics;
using System.Text;
using Kansatsu.Wire;

namespace Kansatsu.Tests.Wire.Application;

/// <summary>BitTorrent over UDP, TFTP, CoAP, RADIUS, IKE, OpenVPN.</summary>
public class PeerAndDeviceTests
{
    const string Ping = "d1:ad2:id20:abcdefghij0123456789e1:q4:ping1:t2:aa1:v4:LT011:y1:qe";

    [Fact]
    public void A_table_query_is_named_with_its_client()
    {
        Assert.True(DhtMessage.TryRead(Encoding.ASCII.GetBytes(Ping), out var message));
        Assert.Equal(((byte)'q', "ping", "LT01"), (message.Kind, Encoding.ASCII.GetString(message.Query), Encoding.ASCII.GetString(message.ClientVersion)));
        Assert.Equal("Query ping", UdpFrames.Line(6881, 40000, Encoding.ASCII.GetBytes(Ping)));
    }

    [Theory]
    [InlineData("d1:y1:qe", true)]
    [InlineData("d1:yi5ee", false)]
    [InlineData("d1:y9:qe", false)]
    [InlineData("d99999999:y", false)]
    [InlineData("d1:ye", false)]
    [InlineData("l1:ye", false)]
    [InlineData("d-1:y", false)]
    public void Broken_dictionaries_end_quietly(string text, bool readable) =>
        Assert.Equal(readable, DhtMessage.TryRead(Encoding.ASCII.GetBytes(text), out _));

    [Fact]
    public void Deep_nesting_is_read_in_linear_time()
    {
        var text = Encoding.ASCII.GetBytes("d1:a" + new string('l', 60_000));
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < 50; i++) Assert.False(DhtMessage.TryRead(text, out _));
        Assert.True(watch.ElapsedMilliseconds < 2000, $"{watch.ElapsedMilliseconds} ms");
    }

    [Fact]
    public void The_micro_transport_shows_type_and_connection() =>
        Assert.Equal("uTP State Connection ID:4660", UdpFrames.Line(6881, 40000, UdpFrames.Hex("2100 1234 00000001 00000000 00100000 0001 0002")));

    [Fact]
    public void A_tftp_request_names_its_file()
    {
        Assert.Equal("Read Request, File: a.cfg", UdpFrames.Line(40000, 69, UdpFrames.Hex("0001 612e636667 00 6f6374657400")));
        Assert.Equal("Error Code, 1, no", UdpFrames.Line(69, 40000, UdpFrames.Hex("0005 0001 6e6f 00")));
    }

    [Fact]
    public void A_coap_request_shows_its_path()
    {
        Assert.Equal("CON, MID:258, GET /sensors/temp", UdpFrames.Line(40000, 5683, UdpFrames.Hex("41 01 0102 aa b7 73656e736f7273 04 74656d70")));
        Assert.Equal("ACK, MID:258, 2.05 ", UdpFrames.Line(5683, 40000, UdpFrames.Hex("60 45 0102 ff 3231")));
        Assert.False(CoapMessage.TryRead(UdpFrames.Hex("48 01 0102 aa"), out _));
    }

    [Fact]
    public void A_radius_request_names_its_user()
    {
        Assert.True(RadiusMessage.TryRead(UdpFrames.Hex("01 05 0019 00000000000000000000000000000000 01 05 626f62"), out var message));
        Assert.Equal("bob", Encoding.ASCII.GetString(message.UserName));
        Assert.Equal("Access-Request id=5", UdpFrames.Line(40000, 1812, UdpFrames.Hex("01 05 0019 00000000000000000000000000000000 01 05 626f62")));
    }

    [Fact]
    public void Key_exchange_is_read_on_both_ports()
    {
        const string Init = "0000000000000001 0000000000000000 21 20 22 08 00000000 0000001c";
        Assert.Equal("IKE_SA_INIT", UdpFrames.Line(500, 500, UdpFrames.Hex(Init)));
        Assert.Equal("IKE_SA_INIT", UdpFrames.Line(4500, 4500, UdpFrames.Hex("00000000" + Init)));
    }

    [Fact]
    public void OpenVpn_shows_its_operation() => Assert.Equal("OpenVPN client hard reset", UdpFrames.Line(40000, 1194, UdpFrames.Hex("38 0011223344556677")));

    [Fact]
    public void Every_prefix_is_read_without_harm()
    {
        UdpFrames.TryEveryPrefix(6881, 40000, Encoding.ASCII.GetBytes(Ping));
        UdpFrames.TryEveryPrefix(6881, 40000, UdpFrames.Hex("2100 1234 00000001 00000000 00100000 0001 0002"));
        UdpFrames.TryEveryPrefix(40000, 69, UdpFrames.Hex("0001 612e636667 00 6f6374657400"));
        UdpFrames.TryEveryPrefix(40000, 5683, UdpFrames.Hex("41 01 0102 aa b7 73656e736f7273 0d 01 74656d70"));
        UdpFrames.TryEveryPrefix(40000, 1812, UdpFrames.Hex("01 05 0019 00000000000000000000000000000000 01 05 626f62"));
        UdpFrames.TryEveryPrefix(4500, 4500, UdpFrames.Hex("00000000 0000000000000001 0000000000000000 21 20 22 08 00000000 0000001c"));
    }
}
