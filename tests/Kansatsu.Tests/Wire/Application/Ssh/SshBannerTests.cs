using System.Text;
using Kansatsu.Wire;

namespace Kansatsu.Tests.Wire.Application.Ssh;

public class SshBannerTests
{
    [Fact]
    public void A_banner_names_version_software_and_comments()
    {
        Assert.True(SshBanner.TryRead("SSH-2.0-OpenSSH_8.9p1 Ubuntu-3\r\n\0\0\x05"u8, out var banner));
        Assert.Equal("2.0"u8, banner.ProtocolVersion);
        Assert.Equal("OpenSSH_8.9p1"u8, banner.SoftwareVersion);
        Assert.Equal("Ubuntu-3"u8, banner.Comments);
        Assert.Equal("SSH-2.0-OpenSSH_8.9p1 Ubuntu-3"u8, banner.Line);
    }

    [Fact]
    public void A_server_may_speak_before_its_banner()
    {
        Assert.True(SshBanner.TryRead("Welcome\r\nto us\r\nSSH-1.99-x\n"u8, out var banner));
        Assert.Equal("x"u8, banner.SoftwareVersion);
    }

    [Theory]
    [InlineData("")]
    [InlineData("SSH-")]
    [InlineData("SSH--x\r\n")]
    [InlineData("SSH2\r\n")]
    [InlineData("GET / HTTP/1.1\r\n")]
    public void What_is_no_banner_is_refused(string text) => Assert.False(SshBanner.TryRead(Encoding.ASCII.GetBytes(text), out _));

    [Fact]
    public void A_banner_longer_than_the_rfc_allows_is_refused() =>
        Assert.False(SshBanner.TryRead(Encoding.ASCII.GetBytes("SSH-2.0-" + new string('a', 300) + "\r\n"), out _));
}
