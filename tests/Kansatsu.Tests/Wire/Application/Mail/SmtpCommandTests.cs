using System.Text;
using Kansatsu.Wire;

namespace Kansatsu.Tests.Wire.Application.Mail;

public class SmtpCommandTests
{
    [Fact]
    public void A_client_says_its_name()
    {
        Assert.True(SmtpCommand.TryRead("EHLO client.example"u8, out var hello));
        Assert.Equal("client.example"u8, hello.ClientName);
        Assert.True(hello.MailFrom.IsEmpty);
    }

    [Theory]
    [InlineData("MAIL FROM:<a@example.org> SIZE=10", "a@example.org")]
    [InlineData("mail from: <a@example.org>", "a@example.org")]
    [InlineData("MAIL FROM:<>", "")]
    [InlineData("MAIL FROM:<broken", "")]
    [InlineData("MAIL", "")]
    public void The_sender_stands_between_brackets(string line, string mailbox)
    {
        Assert.True(SmtpCommand.TryRead(Encoding.ASCII.GetBytes(line), out var command));
        Assert.Equal(mailbox, Encoding.ASCII.GetString(command.MailFrom));
        Assert.True(command.RecipientTo.IsEmpty);
    }

    [Fact]
    public void Recipients_starttls_and_data_are_known()
    {
        SmtpCommand.TryRead("RCPT TO:<b@example.org>"u8, out var recipient);
        Assert.Equal("b@example.org"u8, recipient.RecipientTo);
        SmtpCommand.TryRead("starttls"u8, out var secure);
        Assert.True(secure.IsStartTls);
        SmtpCommand.TryRead("DATA"u8, out var data);
        Assert.True(data.IsData);
    }

    [Theory]
    [InlineData("250-SIZE 100", 250, false, "SIZE 100")]
    [InlineData("220 mail.example ESMTP", 220, true, "mail.example ESMTP")]
    [InlineData("354", 354, true, "")]
    public void A_reply_has_a_code_and_a_text(string line, int code, bool isLast, string text)
    {
        Assert.True(TextReply.TryRead(Encoding.ASCII.GetBytes(line), out var reply));
        Assert.Equal(code, reply.Code);
        Assert.Equal(isLast, reply.IsLast);
        Assert.Equal(text, Encoding.ASCII.GetString(reply.Text));
    }

    [Theory]
    [InlineData("")]
    [InlineData("22")]
    [InlineData("099 x")]
    [InlineData("2200 x")]
    [InlineData("abc")]
    public void What_is_no_reply_is_refused(string line) => Assert.False(TextReply.TryRead(Encoding.ASCII.GetBytes(line), out _));

    [Theory]
    [InlineData("")]
    [InlineData(" EHLO x")]
    [InlineData("THISISNOCOMMANDANYWHERE x")]
    [InlineData("\u0001\u0002")]
    public void What_is_no_command_is_refused(string line) => Assert.False(TextCommand.TryRead(Encoding.ASCII.GetBytes(line), out _));

    [Fact]
    public void Lines_end_with_lf_and_the_unfinished_one_is_the_rest()
    {
        var lines = new TextLines("a\r\nb\n\nrest"u8);
        Assert.True(lines.MoveNext());
        Assert.Equal("a"u8, lines.Current);
        Assert.True(lines.MoveNext());
        Assert.Equal("b"u8, lines.Current);
        Assert.True(lines.MoveNext());
        Assert.True(lines.Current.IsEmpty);
        Assert.False(lines.MoveNext());
        Assert.Equal("rest"u8, lines.Rest);
        Assert.Equal("rest"u8, TextLines.First("rest"u8));
    }
}
