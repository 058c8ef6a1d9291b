using Kansatsu.Analysis;
using Kansatsu.Tests.Analysis.Names;
using Kansatsu.Wire;

namespace Kansatsu.Tests.Analysis.Mail;

public class MailRuleTests
{
    const string Far = "2600:1::25";
    const string Home = "2a00:1::10";

    static readonly string[] s_mail =
        ["S: 220 mx ESMTP", "EHLO c.example", "S: 250 ok", "MAIL FROM:<a@c.example>", "S: 250 ok", "RCPT TO:<b@h.example>", "S: 250 ok", "RCPT TO:<d@h.example>", "S: 250 ok", "DATA", "S: 354 go", ".", "S: 250 taken"];

    static Scene AtHome(ActionJournal? journal = null)
    {
        Assert.True(Ipv6Prefix.TryParse("2a00:1::/64", out var home));
        return new Scene(new ObserverOptions { Home = [home], Actions = journal });
    }

    [Fact]
    public void Mail_that_somebody_delivers_is_a_visit_and_stands_out_where_nobody_here_deals_in_mail()
    {
        var scene = AtHome();
        new Dialogue(scene, Far, Home, 25).Lines(s_mail);
        var cause = scene.Explain();
        Assert.Equal((CauseKind.Visit, Confidence.Certain, "mail from <a@c.example> to <b@h.example> and 1 more over IPv6"), (cause.Kind, cause.Confidence, cause.Detail));
        Assert.Contains(cause.Evidence, e => e.Says == "the server answered: 250 taken" && e.Packets is [16]);
        Assert.Contains(cause.Evidence, e => e.Says.Contains("came unasked"));
    }

    [Fact]
    public void Where_home_sends_mail_or_looked_the_sender_up_mail_is_no_surprise()
    {
        var sends = AtHome();
        new Dialogue(sends, Home, Far, 25, 40_000).Lines(s_mail);
        new Dialogue(sends, Far, Home, 25).Lines(s_mail);
        Assert.DoesNotContain(sends.Explain(1).Evidence, e => e.Rung == "pattern");
        var asked = AtHome();
        asked.Udp("2600::53", 53, Home, 40_000, DnsBytes.Response("c.example", DnsTypes.Aaaa, DnsBytes.Address("c.example", Far)));
        new Dialogue(asked, Far, Home, 25).Lines(s_mail);
        var cause = asked.Explain(1);
        Assert.Equal(CauseKind.Visit, cause.Kind);
        Assert.DoesNotContain(cause.Evidence, e => e.Says.Contains("looked it up") || e.Says.Contains("unasked"));
    }

    [Theory]
    [InlineData(25, "S: 220 mx ESMTP|EHLO c|S: 250 ok|STARTTLS|S: 220 go", "mail over IPv6, encrypted by STARTTLS", "home sends mail over IPv6, encrypted by STARTTLS")]
    [InlineData(25, "S: 220 mx ESMTP|QUIT|S: 221 bye", "somebody speaks to home's mail server over IPv6 and brings no mail", "home speaks to a mail server over IPv6 and hands over no mail")]
    [InlineData(25, "S: 220 mx ESMTP|MAIL FROM:<>|S: 550 no", "mail from <> over IPv6", "home sends mail from <> over IPv6")]
    [InlineData(110, "S: +OK POP|PASS x|S: +OK", "a mailbox of home is asked for over IPv6 (POP)", "home reads a mailbox over IPv6 (POP)")]
    [InlineData(143, "S: * OK IMAP|a LOGIN x y|S: a OK", "a mailbox of home is asked for over IPv6 (IMAP)", "home reads a mailbox over IPv6 (IMAP)")]
    public void Each_kind_of_conversation_has_its_sentence(int port, string lines, string received, string sent)
    {
        var scene = AtHome();
        new Dialogue(scene, Far, Home, port).Lines(lines.Split('|'));
        new Dialogue(scene, Home, Far, port, 40_000).Lines(lines.Split('|'));
        Assert.Equal((CauseKind.Visit, received), (scene.Explain(0).Kind, scene.Explain(0).Detail));
        Assert.Equal((CauseKind.OwnUnknown, sent), (scene.Explain(1).Kind, scene.Explain(1).Detail));
        for (var i = 0; i < 2; i++) Assert.Equal(scene.Explain(i).Kind, scene.Observer.Causes.KindOf(i));
    }

    [Fact]
    public void With_a_journal_that_is_silent_a_program_of_home_sent_it()
    {
        var scene = AtHome(new ActionJournal());
        new Dialogue(scene, Home, Far, 25).Lines(s_mail);
        Assert.Equal((CauseKind.OwnSoftware, "home sends mail from <a@c.example> to <b@h.example> and 1 more over IPv6"), (scene.Explain().Kind, scene.Explain().Detail));
    }
}
