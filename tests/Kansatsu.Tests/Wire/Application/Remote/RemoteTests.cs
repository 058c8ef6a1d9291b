using Kansatsu.Wire;

namespace Kansatsu.Tests.Wire.Application.Remote;

public class RemoteTests
{
    static byte[] Request => [3, 0, 0, 44, 39, 0xe0, 0, 0, 0, 0, 0, .. "Cookie: mstshash=admin\r\n"u8, 1, 0, 8, 0, 3, 0, 0, 0];

    [Fact]
    public void An_rdp_request_tells_the_user_and_the_protocols()
    {
        Assert.True(RdpConnection.TryRead(Request, out var rdp));
        Assert.True(rdp.IsRequest);
        Assert.Equal("admin"u8, rdp.Cookie);
        Assert.Equal(3u, rdp.Protocols);
    }

    [Fact]
    public void An_rdp_confirm_tells_the_protocol_chosen()
    {
        Assert.True(RdpConnection.TryRead([3, 0, 0, 19, 14, 0xd0, 0, 0, 0x12, 0x34, 0, 2, 0, 8, 0, 1, 0, 0, 0], out var rdp));
        Assert.False(rdp.IsRequest);
        Assert.Equal(1u, rdp.Protocols);
        Assert.True(rdp.Cookie.IsEmpty);
    }

    [Fact]
    public void An_rdp_request_cut_anywhere_is_harmless()
    {
        for (var length = 0; length < Request.Length; length++)
        {
            Assert.Equal(length >= RdpConnection.HeaderLength, RdpConnection.TryRead(Request.AsSpan(0, length), out var rdp));
            Assert.True(rdp.Protocols is null or 3);
        }
    }

    [Fact]
    public void Telnet_commands_are_found_between_text_and_doubled_bytes()
    {
        var seen = new List<(byte, byte)>();
        foreach (var command in new TelnetCommands([0xff, 0xfd, 1, (byte)'a', 0xff, 0xff, (byte)'b', 0xff, 0xf1, 0xff, 0xfa, 24, 1, 0xff, 0xf0, 0xff]))
            seen.Add((command.Command, command.Option));
        Assert.Equal([(0xfd, 1), (0xf1, 0), (0xfa, 24), (0xf0, 0)], seen);
    }
}
