using System.Text;
using Kansatsu.Wire;

namespace Kansatsu.Tests.Wire.Application.Dhcp;

public class DhcpTests
{
    // Reply: server DUID-LL, client DUID-LLT, an address with lifetimes, a prefix, DNS servers, a client name.
    const string Reply =
        "07 c0ffee" + "0002 000a 0003 0001 525400123456" + "0001 000e 0001 0001 00000e10 525400abcdef"
        + "0003 0028 00000001 00000000 00000000 0005 0018 20010db8000000000000000000000042 00000e10 00001c20"
        + "0019 0029 00000002 00000000 00000000 001a 0019 00000e10 00001c20 38 20010db8010000000000000000000000"
        + "0017 0010 20010db8000000000000000000000053" + "0027 000f 01 04686f7374 076578616d706c65 00";

    const string Discover =
        "01 01 06 00 11223344 0000 8000 00000000 00000000 00000000 00000000 525400123456 00000000000000000000";

    [Fact]
    public void A_reply_says_what_it_gives_to_whom()
    {
        Assert.True(Dhcpv6Message.TryRead(UdpFrames.Hex(Reply), out var message));
        Assert.Equal(("Reply", 0xc0ffee), (Dhcpv6Message.Name(message.Type), message.TransactionId));
        Assert.Equal(
            "Reply XID: 0xc0ffee CID: 0001000100000e10525400abcdef IAA: 2001:db8::42 IAPD: 2001:db8:100::/56",
            UdpFrames.Line(547, 546, UdpFrames.Hex(Reply)));
        var block = UdpFrames.Block(547, 546, UdpFrames.Hex(Reply));
        Assert.Contains("DUID-LLT 52:54:00:ab:cd:ef", block, StringComparison.Ordinal);
        Assert.Contains("2001:db8::42/128, preferred 3600 s, valid 7200 s", block, StringComparison.Ordinal);
        Assert.Contains("2001:db8::53", block, StringComparison.Ordinal);
        Assert.Contains("host.example", block, StringComparison.Ordinal);
    }

    [Fact]
    public void The_message_inside_relays_is_found()
    {
        var relayed = Relay(Relay(UdpFrames.Hex("01 000007 0008 0002 0064")));
        Assert.True(Dhcpv6Message.TryRead(relayed, out var message));
        Assert.True(message.IsRelay);
        Assert.Equal("2001:db8::1", message.LinkAddress.ToString());
        var innermost = Dhcpv6Message.Innermost(message);
        Assert.Equal((1, 7), (innermost.Type, innermost.TransactionId));
        Assert.Contains("Elapsed time: (8) 1000 ms", UdpFrames.Block(547, 547, relayed), StringComparison.Ordinal);
    }

    [Fact]
    public void Relays_inside_relays_are_followed_only_so_deep()
    {
        var message = UdpFrames.Hex("01 000007");
        for (var i = 0; i < 200; i++) message = Relay(message);
        Assert.True(Dhcpv6Message.TryRead(message, out var outer));
        Assert.True(Dhcpv6Message.Innermost(outer).IsRelay);
        Assert.True(UdpFrames.Block(547, 547, message).Length < 4000);
    }

    [Fact]
    public void An_option_longer_than_its_message_is_malformed()
    {
        Assert.True(UdpFrames.Dissect(546, 547, UdpFrames.Hex("01 000001 0001 0010 00")).Anomalies.Contains(Anomaly.Dhcpv6Malformed));
        Assert.True(UdpFrames.Dissect(546, 547, UdpFrames.Hex("01 000001 0003 000f 00000001 00000000 00000000 000500")).Anomalies.Contains(Anomaly.Dhcpv6Malformed));
        Assert.False(UdpFrames.Dissect(546, 547, UdpFrames.Hex(Reply)).Anomalies.Contains(Anomaly.Dhcpv6Malformed));
    }

    [Fact]
    public void Duids_say_how_they_were_made()
    {
        Assert.True(new Duid(UdpFrames.Hex("0001 0001 00000000 525400abcdef")).TryGetTime(out var time));
        Assert.Equal(2000, time.Year);
        Assert.True(new Duid(UdpFrames.Hex("0002 00000137 aabb")).TryGetEnterprise(out var number));
        Assert.Equal(311u, number);
        Assert.False(new Duid(UdpFrames.Hex("0004 00112233445566778899aabbccddeeff")).TryGetMac(out _));
        Assert.False(new Duid(UdpFrames.Hex("00")).TryGetTime(out _));
    }

    [Fact]
    public void A_discover_names_the_machine()
    {
        var bytes = V4("35 01 01 3c 08 4d53465420352e30 0c 04 686f7374 37 02 01 06 ff");
        Assert.True(DhcpMessage.TryRead(bytes, out var message));
        Assert.Equal((1, "52:54:00:12:34:56"), (message.MessageType, message.ClientMac.ToString()));
        Assert.Equal("DHCP Discover - Transaction ID 0x11223344 host", UdpFrames.Line(68, 67, bytes));
        Assert.True(message.Options.TryFind(DhcpOptions.VendorClass, out var vendor));
        Assert.Equal("MSFT 5.0", Encoding.ASCII.GetString(vendor));
        Assert.Contains("Parameters wanted: 1, 6", UdpFrames.Block(68, 67, bytes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("00 00 00 686f7374", "host")]
    [InlineData("04 00 00 04686f737403 6c616e 00", "host.lan")]
    [InlineData("04 00 00 04686f7374", "host")]
    public void The_client_name_is_read_in_both_encodings(string value, string name)
    {
        var text = new byte[DnsName.MaxTextLength];
        Assert.True(DhcpOptions.TryWriteFqdn(UdpFrames.Hex(value), text, out var length));
        Assert.Equal(name, Encoding.ASCII.GetString(text, 0, length));
    }

    [Fact]
    public void Every_prefix_is_read_without_harm()
    {
        UdpFrames.TryEveryPrefix(546, 547, UdpFrames.Hex(Reply));
        UdpFrames.TryEveryPrefix(547, 547, Relay(UdpFrames.Hex(Reply)));
        UdpFrames.TryEveryPrefix(68, 67, V4("35 01 05 33 04 00000e10 03 04 0a000001 06 08 0a000001 0a000002 51 07 00 00 00 686f7374 6c 04 00000708 ff"));
    }

    static byte[] V4(string options) =>
        [.. UdpFrames.Hex(Discover), .. new byte[DhcpMessage.HeaderLength - UdpFrames.Hex(Discover).Length], .. UdpFrames.Hex("63825363" + options)];

    static byte[] Relay(byte[] message) =>
        [.. UdpFrames.Hex("0c 00 20010db8000000000000000000000001 fe800000000000000000000000000002 0009"), (byte)(message.Length >> 8), (byte)message.Length, .. message];
}
