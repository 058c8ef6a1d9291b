using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>Says in a sentence what a mail conversation was about. Names from the wire stand in it as they came.</summary>
static class MailWords
{
    /// <summary>Somebody else began it.</summary>
    public static string Received(MailSeen mail)
    {
        if (mail.Kind != LayerKind.Smtp) return $"a mailbox of home is asked for over {Family(mail)} ({Protocol(mail)})";
        if (mail.Sender is not null) return $"mail {Envelope(mail)} over {Family(mail)}";
        return mail.StartTls ? $"mail over {Family(mail)}, encrypted by STARTTLS" : $"somebody speaks to home's mail server over {Family(mail)} and brings no mail";
    }

    /// <summary>Home began it.</summary>
    public static string Sent(MailSeen mail)
    {
        if (mail.Kind != LayerKind.Smtp) return $"home reads a mailbox over {Family(mail)} ({Protocol(mail)})";
        if (mail.Sender is not null) return $"home sends mail {Envelope(mail)} over {Family(mail)}";
        return mail.StartTls ? $"home sends mail over {Family(mail)}, encrypted by STARTTLS" : $"home speaks to a mail server over {Family(mail)} and hands over no mail";
    }

    public static string Outcome(MailVerdict verdict) => verdict switch
    {
        MailVerdict.Accepted => "the server took the mail",
        MailVerdict.Refused => "the server refused the mail",
        MailVerdict.Deferred => "the server put the mail off",
        MailVerdict.Unseen => "a mail was handed over; what the server said to it was not seen",
        MailVerdict.Encrypted => "STARTTLS was agreed on",
        MailVerdict.LoggedIn => "the login was accepted",
        MailVerdict.LoginRefused => "the login was refused",
        MailVerdict.Silent => "the server was not seen to say anything",
        _ => "no mail changed hands",
    };

    static string Envelope(MailSeen mail)
    {
        var more = mail.RecipientCount > 1 ? $" and {mail.RecipientCount - 1} more" : "";
        return mail.Recipients.Count == 0 ? $"from <{mail.Sender}>" : $"from <{mail.Sender}> to <{mail.Recipients[0]}>{more}";
    }

    static string Family(MailSeen mail) => mail.Family == 6 ? "IPv6" : "IPv4";

    static string Protocol(MailSeen mail) => mail.Kind == LayerKind.Imap ? "IMAP" : "POP";
}
