namespace Kansatsu.Analysis;

/// <summary>How a mail conversation came out.</summary>
public enum MailVerdict
{
    /// <summary>They spoke; no mail changed hands.</summary>
    Nothing,

    /// <summary>The server took at least one mail.</summary>
    Accepted,

    /// <summary>The server refused for good (5xx), and took no mail.</summary>
    Refused,

    /// <summary>The server refused for now (4xx), and took no mail.</summary>
    Deferred,

    /// <summary>A mail was handed over; what the server said to it was not seen.</summary>
    Unseen,

    /// <summary>STARTTLS: what came of it cannot be read.</summary>
    Encrypted,

    /// <summary>A mailbox was opened (IMAP, POP), or a mail client logged in and handed over nothing.</summary>
    LoggedIn,

    /// <summary>The login was refused.</summary>
    LoginRefused,

    /// <summary>The server was not seen to say anything.</summary>
    Silent,
}
