using Kansatsu.Tests.Wire.Application;

namespace Kansatsu.Tests.App;

public class MailTests
{
    static readonly byte[] s_capture = CaptureBuilder.Pcap(
        TcpFrames.Of("EHLO evil\u202e\x1b[2J.example\r\nMAIL FROM:<a@b.example>\r\nRCPT TO:<c@d.example>\r\nRCPT TO:<e@d.example>\r\nRCPT TO:<f@d.example>\r\n"u8, 25).Bytes.ToArray());

    [Fact]
    public void A_row_has_who_the_envelope_and_the_verdict()
    {
        var call = Call.On(s_capture, "mail");
        Assert.Equal(0, call.Code);
        var row = call.Lines[1];
        Assert.Contains("IPv6 SMTP  2001:db8::1", row);
        Assert.Contains("evil\\u{202e}\\x1b[2J.example", row);
        Assert.Contains("<a@b.example> → <c@d.example>, <e@d.example> +1", row);
        Assert.Contains("server silent", row);
        Assert.StartsWith(Call.On(s_capture, "flows").Lines[1][..13], row);
    }

    [Fact]
    public void The_json_has_the_documented_fields()
    {
        var mail = Assert.Single(Call.On(s_capture, "mail", "--json", "--home", "2001:db8::2").JsonLines);
        Assert.Equal(("in", "smtp", "silent", 25), (mail.GetProperty("direction").GetString(), mail.GetProperty("protocol").GetString(), mail.GetProperty("verdict").GetString(), mail.GetProperty("server_port").GetInt32()));
        Assert.Equal("""["c@d.example","e@d.example","f@d.example"]""", mail.GetProperty("recipients").GetRawText());
        Assert.Equal("a@b.example", mail.GetProperty("sender").GetString());
    }

    [Fact]
    public void Without_mail_the_screen_says_so() => Assert.Contains("no mail", Call.Of("mail", Call.Sample).Output);
}
