using System.Runtime.CompilerServices;
using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>One mail conversation as it is read: SMTP, IMAP or POP over one TCP flow. Texts are numbers of the table's store; 0 = none.</summary>
struct MailConversation
{
    /// <summary>SMTP, IMAP or POP.</summary>
    public LayerKind Kind;
    public MailFlags Flags;

    /// <summary>The flow it is, so that its id can be told when the flow is gone.</summary>
    public uint FlowNumber;
    public Ipv6Address Initiator;
    public Ipv6Address Responder;
    public ushort InitiatorPort;
    public ushort ResponderPort;
    public byte Family;
    public ushort Zone;
    public Timestamp FlowFirst;

    public Timestamp First;
    public Timestamp Last;
    public uint Frame;

    /// <summary>What the server said first, and what the client called itself.</summary>
    public int Banner;
    public int ClientName;

    /// <summary>The sender of the first mail, its first recipients, and how many recipients all mails have.</summary>
    public int Sender;
    public MailRecipients Recipients;
    public int RecipientCount;

    /// <summary>SMTP: mails handed over to their end. POP and IMAP: mails fetched.</summary>
    public int Messages;
    public int Accepted;

    /// <summary>The first acceptance of a mail, or the first refusal while none was accepted: its code, text, frame.</summary>
    public ushort Code;
    public int Reply;
    public uint ReplyFrame;

    public MailLane Client;
    public MailLane Server;

    /// <summary>SMTP: replies that are due, and how many of them until the one to a whole mail; 0 = none is.</summary>
    public int Due;
    public int MailReplyIn;

    /// <summary>IMAP: hashes of the tags of the login and of STARTTLS; 0 = none waits.</summary>
    public uint LoginTag;
    public uint StartTlsTag;
    public PopAwaited Awaited;

    public readonly bool Has(MailFlags flags) => (Flags & flags) != 0;

    public void Set(MailFlags flags) => Flags |= flags;

    public void Clear(MailFlags flags) => Flags &= ~flags;
}

/// <summary>The first recipients.</summary>
[InlineArray(Kept)]
struct MailRecipients
{
    public const int Kept = 4;

    int _first;
}
