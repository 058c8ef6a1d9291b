using System.Text;
using Kansatsu.Wire;

namespace Kansatsu.Tests.Wire.Application;

/// <summary>STUN, SIP, RTP, RTCP.</summary>
public class CallTests
{
    // A binding success: 2001:db8::9 port 4660, XORed with cookie and id, and SOFTWARE "test" (RFC 8489 §14.2).
    const string Binding =
        "0101 0020 2112a442 000000000000000000000000" + "0020 0014 0002 3326 0113a9fa000000000000000000000009" + "8022 0004 74657374";

    const string Invite = "INVITE sip:bob@example.org SIP/2.0\r\nf: <sip:alice@example.org>\r\nTo: <sip:bob@example.org>\r\nCall-ID: 7@h\r\nUser-Agent: phone/1\r\n\r\n";

    [Fact]
    public void The_mapped_address_is_revealed()
    {
        Assert.Equal("Binding Success Response XOR-MAPPED-ADDRESS: 2001:db8::9 port 4660", UdpFrames.Line(3478, 40000, UdpFrames.Hex(Binding)));
        Assert.Contains("SOFTWARE: (0x8022) test", UdpFrames.Block(3478, 40000, UdpFrames.Hex(Binding)), StringComparison.Ordinal);
    }

    [Fact]
    public void An_IPv4_address_is_revealed_too()
    {
        Assert.True(StunMessage.TryRead(UdpFrames.Hex("0101 000c 2112a442 000000000000000000000000 0020 0008 0001 3326 e112a443"), out var message));
        var attributes = message.Attributes;
        Assert.True(attributes.MoveNext());
        Assert.True(attributes.TryGetEndpoint(out var address, out var port));
        Assert.Equal(("192.0.0.1", 4660), (address.ToString(), port));
    }

    [Theory]
    [InlineData("0001", 1, 0)]
    [InlineData("0113", 3, 3)]
    [InlineData("0016", 6, 1)]
    [InlineData("0103", 3, 2)]
    public void Method_and_class_are_taken_apart(string type, int method, int @class)
    {
        Assert.True(StunMessage.TryRead(UdpFrames.Hex(type + "0000 2112a442 000000000000000000000000"), out var message));
        Assert.Equal((method, @class), (message.Method, message.Class));
    }

    [Fact]
    public void A_stun_attribute_longer_than_its_message_is_not_clean()
    {
        Assert.True(StunMessage.TryRead(UdpFrames.Hex("0001 0008 2112a442 000000000000000000000000 0006 0010 61626364"), out var message));
        var attributes = message.Attributes;
        Assert.False(attributes.MoveNext());
        Assert.False(attributes.IsClean);
    }

    [Fact]
    public void A_sip_request_says_who_calls_whom()
    {
        Assert.True(SipMessage.TryRead(Encoding.ASCII.GetBytes(Invite), out var message));
        Assert.Equal("INVITE", Encoding.ASCII.GetString(message.Method));
        Assert.Equal("<sip:alice@example.org>", Encoding.ASCII.GetString(message.From));
        Assert.Equal("<sip:bob@example.org>", Encoding.ASCII.GetString(message.To));
        Assert.Equal("7@h", Encoding.ASCII.GetString(message.CallId));
        Assert.Equal("phone/1", Encoding.ASCII.GetString(message.UserAgent));
        Assert.Equal("Request: INVITE sip:bob@example.org", UdpFrames.Line(5060, 5060, Encoding.ASCII.GetBytes(Invite)));
    }

    [Fact]
    public void A_sip_response_says_its_status() =>
        Assert.Equal("Status: 180 Ringing", UdpFrames.Line(5060, 5060, "SIP/2.0 180 Ringing\r\nServer: x\r\n\r\n"u8));

    [Theory]
    [InlineData("SIP/2.0 1x0 Ringing\r\n")]
    [InlineData(" SIP/2.0\r\n")]
    [InlineData("INVITE SIP/2.0\r\n")]
    [InlineData("INVITE sip:a HTTP/1.1\r\n")]
    public void Other_lines_are_not_sip(string line) => Assert.False(SipMessage.TryRead(Encoding.ASCII.GetBytes(line), out _));

    [Fact]
    public void Media_is_shown_by_stream_and_number()
    {
        Assert.Equal("PT=PCMU (0), SSRC=0x12345678, Seq=7, Time=160, Mark", UdpFrames.Line(40000, 41000, UdpFrames.Hex("80 80 0007 000000a0 12345678 ffff")));
        Assert.Equal("Receiver Report", UdpFrames.Line(40001, 41001, UdpFrames.Hex("81 c9 0007 12345678 00000000 00000000 00000000 00000000 00000000 00000000")));
    }

    [Fact]
    public void Every_prefix_is_read_without_harm()
    {
        UdpFrames.TryEveryPrefix(3478, 40000, UdpFrames.Hex(Binding));
        UdpFrames.TryEveryPrefix(5060, 5060, Encoding.ASCII.GetBytes(Invite));
        UdpFrames.TryEveryPrefix(40000, 41000, UdpFrames.Hex("80 80 0007 000000a0 12345678 ffff"));
        UdpFrames.TryEveryPrefix(40001, 41001, UdpFrames.Hex("80 c8 0001 12345678"));
    }
}
