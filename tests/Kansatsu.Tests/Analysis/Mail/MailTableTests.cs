using Kansatsu.Analysis;
using Kansatsu.Tests.Wire.Application.Tls;
using Kansatsu.Wire;

namespace Kansatsu.Tests.Analysis.Mail;

public class MailTableTests
{
    const string Far = "2600:1::25";
    const string Home = "2a00:1::10";

    static readonly string[] s_greeting = ["S: 220 mx.example ESMTP", "EHLO sender.example", "S: 250-mx.example", "S: 250 STARTTLS"];
    static readonly string[] s_envelope = ["MAIL FROM:<a@sender.example>", "S: 250 ok", "RCPT TO:<b@mx.example>", "S: 250 ok"];

    static Dialogue Smtp(int port = 25) => new(new Scene(), Far, Home, port);

    [Fact]
    public void A_delivered_mail_shows_who_brought_what_to_whom_and_that_it_was_taken()
    {
        var mail = Smtp().Lines([.. s_greeting, .. s_envelope, "DATA", "S: 354 go on", "Subject: MAIL FROM:<c@other.example>", "", "RCPT TO:<c@other.example>", ".", "S: 250 queued as 1", "QUIT", "S: 221 bye"]).Mail;
        Assert.Equal((LayerKind.Smtp, 6, Far, Home), (mail.Kind, mail.Family, mail.Client.ToString(), mail.Server.ToString()));
        Assert.Equal(("mx.example ESMTP", "sender.example", "a@sender.example"), (mail.Banner, mail.ClientName, mail.Sender));
        Assert.Equal(["b@mx.example"], mail.Recipients);
        Assert.Equal((1, 1, MailVerdict.Accepted, 250, "queued as 1"), (mail.Messages, mail.Accepted, mail.Verdict, mail.Code, mail.Reply));
        Assert.Equal((4L, 18L), (mail.Frame, mail.ReplyFrame));
    }

    [Theory]
    [InlineData(587)]
    [InlineData(2525)]
    [InlineData(12345)]
    public void Mail_is_known_by_port_or_by_banner(int port) => Assert.Equal("sender.example", Smtp(port).Lines(s_greeting).Mail.ClientName);

    [Theory]
    [InlineData("550 5.7.1 no mail over IPv6", MailVerdict.Refused, 550)]
    [InlineData("450 4.7.1 come back later", MailVerdict.Deferred, 450)]
    public void A_refusal_is_told_by_its_code(string reply, MailVerdict verdict, int code)
    {
        var mail = Smtp().Lines([.. s_greeting, "MAIL FROM:<a@sender.example>", "S: 250 ok", "RCPT TO:<b@mx.example>", "S: " + reply]).Mail;
        Assert.Equal((verdict, code, 0), (mail.Verdict, mail.Code, mail.Messages));
    }

    [Fact]
    public void A_mail_that_is_refused_at_its_end_was_not_accepted() =>
        Assert.Equal(MailVerdict.Refused, Smtp().Lines([.. s_greeting, .. s_envelope, "DATA", "S: 354 go", "spam", ".", "S: 554 spam"]).Mail.Verdict);

    [Fact]
    public void After_data_was_refused_commands_are_read_again()
    {
        var mail = Smtp().Lines([.. s_greeting, .. s_envelope, "DATA", "S: 451 not now", "RCPT TO:<d@mx.example>", "S: 250 ok"]).Mail;
        Assert.Equal((2, 0), (mail.RecipientCount, mail.Messages));
    }

    [Fact]
    public void Replies_to_pipelined_commands_are_not_taken_for_the_reply_to_the_mail()
    {
        var dialogue = Smtp().Lines(s_greeting).Client("MAIL FROM:<a@sender.example>\r\nRCPT TO:<b@mx.example>\r\nBDAT 9 LAST\r\nRCPT TO:<").Server("250 ok\r\n250 ok\r\n");
        Assert.Equal((1, 0, MailVerdict.Unseen), (dialogue.Mail.Messages, dialogue.Mail.Accepted, dialogue.Mail.Verdict));
        Assert.Equal(MailVerdict.Refused, dialogue.Server("552 too much\r\n").Mail.Verdict);
        Assert.Equal(1, dialogue.Mail.RecipientCount);
    }

    [Fact]
    public void A_bounce_has_an_empty_sender_and_many_recipients_are_counted()
    {
        var mail = Smtp().Lines([.. s_greeting, "MAIL FROM:<>", "S: 250 ok", .. Enumerable.Range(0, 9).SelectMany(i => new[] { $"RCPT TO:<r{i}@mx.example>", "S: 250 ok" })]).Mail;
        Assert.Equal(("", 9, 4), (mail.Sender, mail.RecipientCount, mail.Recipients.Count));
        Assert.Null(Smtp().Lines(s_greeting).Mail.Sender);
    }

    [Fact]
    public void Behind_starttls_all_is_dark_but_the_greeting_of_tls_is_read()
    {
        var dialogue = Smtp().Lines([.. s_greeting, "STARTTLS", "S: 220 go ahead"]).Client(TlsBytes.Record(22, TlsBytes.ClientHello(TlsBytes.Sni("mx.example")))).Lines("MAIL FROM:<never@read.example>");
        Assert.Equal((MailVerdict.Encrypted, true, null), (dialogue.Mail.Verdict, dialogue.Mail.StartTls, dialogue.Mail.Sender));
        Assert.Equal(["mx.example"], dialogue.Observer.Names.From(NameSource.TlsSni));
    }

    [Fact]
    public void A_refused_starttls_leaves_the_mail_in_the_open() =>
        Assert.Equal("a@sender.example", Smtp().Lines([.. s_greeting, "STARTTLS", "S: 454 no", .. s_envelope]).Mail.Sender);

    [Theory]
    [InlineData(25, "S: 220 mx ESMTP|EHLO c|S: 250 AUTH LOGIN|AUTH LOGIN|S: 334 VXNlcm5hbWU6|MAIL|S: 334 UGFzc3dvcmQ6|DATA|S: 235 hello taro", MailVerdict.LoggedIn)]
    [InlineData(25, "S: 220 mx ESMTP|EHLO c|S: 250 AUTH PLAIN|AUTH PLAIN dGFybwB0YXJvAHNlY3JldA==|S: 535 no taro here", MailVerdict.LoginRefused)]
    [InlineData(110, "S: +OK POP3 ready|USER taro|S: +OK|PASS secret|S: +OK taro's maildrop", MailVerdict.LoggedIn)]
    [InlineData(110, "S: +OK POP3 ready|USER taro|S: +OK|PASS secret|S: -ERR taro who", MailVerdict.LoginRefused)]
    [InlineData(143, "S: * OK IMAP4 ready|a1 LOGIN taro secret|S: a1 OK taro", MailVerdict.LoggedIn)]
    [InlineData(143, "S: * OK IMAP4 ready|a1 AUTHENTICATE PLAIN|S: + |dGFybwB0YXJv|S: a1 NO taro", MailVerdict.LoginRefused)]
    [InlineData(143, "S: * OK IMAP4 ready|a1 LOGIN {4}|S: + go|taro {6}|S: + go|secret|S: a1 OK taro", MailVerdict.LoggedIn)]
    public void A_login_is_told_and_its_user_is_not_kept(int port, string lines, MailVerdict verdict)
    {
        var mail = Smtp(port).Lines(lines.Split('|')).Mail;
        Assert.Equal((verdict, true), (mail.Verdict, mail.Login));
        Assert.Null(mail.Sender);
        Assert.DoesNotContain("taro", mail.ToString());
        Assert.DoesNotContain("dGFybw", mail.ToString());
    }

    [Fact]
    public void Fetched_mails_are_counted_and_not_read()
    {
        var pop = Smtp(110).Lines("S: +OK POP3", "PASS x", "S: +OK", "LIST", "S: +OK", "S: 1 20", "S: .", "RETR 1", "S: +OK", "S: -ERR is only text", "S: .", "RETR 2", "S: +OK", "S: .").Mail;
        Assert.Equal((LayerKind.Pop, 2, MailVerdict.LoggedIn), (pop.Kind, pop.Messages, pop.Verdict));
        var imap = Smtp(143).Lines("S: * OK IMAP4", "a LOGIN x y", "S: a OK", "b FETCH 1:2 BODY[]").Server("* 1 FETCH (BODY[] {9}\r\na NO text\n)\r\n* 2 FETCH (BODY[] {2}\r\n\r\n)\r\nb OK\r\n").Mail;
        Assert.Equal((LayerKind.Imap, 2, MailVerdict.LoggedIn), (imap.Kind, imap.Messages, imap.Verdict));
    }

    [Theory]
    [InlineData(110, "S: +OK POP3 ready", "STLS", "S: +OK begin")]
    [InlineData(143, "S: * OK IMAP4 ready", "a STARTTLS", "S: a OK begin")]
    public void Mailboxes_have_starttls_too(int port, params string[] lines) => Assert.Equal(MailVerdict.Encrypted, Smtp(port).Lines(lines).Mail.Verdict);

    [Fact]
    public void Lines_may_come_byte_by_byte_and_several_at_once()
    {
        var dialogue = Smtp().Lines(s_greeting);
        foreach (var letter in "MAIL FROM:<a@sender.example>\r\nRCPT TO:<b@mx.example>\r\nDATA\r\n") dialogue.Client(letter.ToString());
        dialogue.Server("250 ok\r\n250 ok\r\n354 go\r\n");
        foreach (var letter in "x\r\n.y\r\n..\r\n.\r\nQUIT\r\n") dialogue.Client(letter.ToString());
        var mail = dialogue.Server("250 taken\r\n221 bye\r\n").Mail;
        Assert.Equal(("a@sender.example", 1, 1), (mail.Sender, mail.Messages, mail.Accepted));
    }

    [Fact]
    public void Behind_a_hole_reading_goes_on_at_the_next_line()
    {
        var dialogue = Smtp().Lines(s_greeting).ClientLost(70_000);
        for (var i = 0; i < 17; i++) dialogue.Client("MAIL FROM:<end-of@another.line>\r\n");
        Assert.Null(dialogue.Mail.Sender);
        Assert.Equal("a@sender.example", dialogue.Lines("MAIL FROM:<a@sender.example>").Mail.Sender);
    }

    [Fact]
    public void A_server_that_is_taken_for_the_initiator_is_still_the_server()
    {
        var scene = new Scene().Tcp(Home, 50_001, Far, 50_000, TcpFlags.Ack | TcpFlags.Psh, "220 mx.example ESMTP\r\n"u8, 500, 100);
        scene.Tcp(Far, 50_000, Home, 50_001, TcpFlags.Ack | TcpFlags.Psh, "EHLO sender.example\r\n"u8, 100, 522);
        var mail = Assert.Single(scene.Observer.Mails.All);
        Assert.Equal((Far, "sender.example", "mx.example ESMTP"), (mail.Client.ToString(), mail.ClientName, mail.Banner));
    }

    [Fact]
    public void Texts_are_cut_and_bytes_that_are_no_text_do_no_harm()
    {
        var mail = Smtp().Lines("S: 220 mx ESMTP \x1b[31m\xff", "EHLO " + new string('a', 1500), "S: 250 ok", "MAIL FROM:<\0\x01\xfe\"@x>").Mail;
        Assert.Equal(MailTable.MaxText, mail.ClientName.Length);
        Assert.Equal("mx ESMTP \\x1b[31m\\xff", WireText.Escape(mail.Banner));
        Assert.Equal("\\x00\\x01\\xfe\"@x", WireText.Escape(mail.Sender!));
    }

    [Theory]
    [InlineData("a")]
    [InlineData("\0")]
    [InlineData("\xff\xfe")]
    [InlineData("{9999999999999999999}\r\n")]
    [InlineData("a FETCH {9223372036854775807}\r\n")]
    [InlineData("BDAT 9223372036854775807\r\n")]
    [InlineData("BDAT -5 LAST\r\n")]
    [InlineData("MAIL FROM:<<<<\r\n")]
    [InlineData("\n")]
    [InlineData(".\r\n")]
    public void Four_thousand_bytes_of_anything_on_either_side_are_survived(string piece)
    {
        var bytes = string.Concat(Enumerable.Repeat(piece, (4096 / piece.Length) + 1));
        foreach (var port in new[] { 25, 110, 143 })
        {
            var banner = port switch { 25 => "220 x ESMTP\r\n", 110 => "+OK POP\r\n", _ => "* OK IMAP\r\n" };
            var dialogue = Smtp(port).Server(banner).Client(bytes).Server(bytes).Client(bytes[..7]).Server(bytes + "\r\n").Client("\r\nDATA\r\n" + bytes);
            Assert.Equal(port switch { 25 => "x ESMTP", 110 => "POP", _ => "IMAP" }, dialogue.Mail.Banner);
        }
    }

    [Fact]
    public void A_line_that_never_ends_is_not_kept_and_the_next_one_is_read()
    {
        var dialogue = Smtp().Lines(s_greeting);
        for (var i = 0; i < 200; i++) dialogue.Client(new string('x', 1000));
        Assert.Equal("a@sender.example", dialogue.Client("\r\n").Lines(s_envelope).Mail.Sender);
    }

    [Fact]
    public void A_conversation_of_another_protocol_is_no_mail()
    {
        var scene = new Scene();
        new Dialogue(scene, Far, Home, 25).Lines("GET / HTTP/1.1", "MAIL FROM:<a@b>");
        new Dialogue(scene, Far, Home, 8080).Lines("S: hello", "hello");
        Assert.Empty(scene.Observer.Mails.All);
    }
}
