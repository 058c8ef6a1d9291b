namespace Kansatsu.Analysis;

[Flags]
enum MailFlags : ushort
{
    None = 0,

    /// <summary>A MAIL command was seen; its path may be empty (a bounce).</summary>
    HasSender = 1,
    StartTlsAsked = 2,

    /// <summary>STARTTLS was accepted: the rest cannot be read.</summary>
    Dark = 4,
    AuthTried = 8,
    LoggedIn = 16,
    AuthRefused = 32,

    /// <summary>The client's next line answers a challenge: it is passed over unread.</summary>
    SecretNext = 64,

    /// <summary>Lines are a mail or a list, up to a line with one dot: the client's in SMTP, the server's in POP.</summary>
    Body = 128,
    BodyBegun = 256,


    /// <summary>SMTP: the server closed the conversation.</summary>
    Over = 512,
    ServerSpoke = 1024,

    /// <summary>The flow's initiator is the server: who began it was guessed wrong.</summary>
    ServerBegan = 2048,

    /// <summary>A login was tried and not answered yet.</summary>
    AuthPending = 4096,
}
