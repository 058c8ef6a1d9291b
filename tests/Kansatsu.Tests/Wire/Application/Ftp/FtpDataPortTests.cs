using System.Text;
using Kansatsu.Wire;

namespace Kansatsu.Tests.Wire.Application.Ftp;

public class FtpDataPortTests
{
    [Theory]
    [InlineData("229 Entering Extended Passive Mode (|||6446|)", 6446)]
    [InlineData("EPRT |2|2001:db8::1|5282|", 5282)]
    [InlineData("227 Entering Passive Mode (192,0,2,1,20,34).", 5154)]
    [InlineData("PORT 192,0,2,1,255,255", 65535)]
    public void A_line_says_where_the_data_will_go(string line, int expected)
    {
        Assert.True(FtpDataPort.TryRead(Encoding.ASCII.GetBytes(line), out var port));
        Assert.Equal(expected, port);
    }

    [Theory]
    [InlineData("229 nothing")]
    [InlineData("229 (||99999|)")]
    [InlineData("229 |")]
    [InlineData("EPRT |")]
    [InlineData("PORT 1,2,3,4,256,1")]
    [InlineData("PORT 1,2,3,4,5")]
    [InlineData("USER anonymous")]
    [InlineData("")]
    public void Other_lines_name_no_port(string line) => Assert.False(FtpDataPort.TryRead(Encoding.ASCII.GetBytes(line), out _));
}
