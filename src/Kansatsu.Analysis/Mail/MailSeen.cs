using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>One mail conversation in the open, as far as it was one. Texts come from the wire (<see cref="WireText.Decode"/>) and are not escaped.</summary>
/// <param name="Kind">SMTP, IMAP or POP.</param>
/// <param name="Flow">Id of its flow.</param>
/// <param name="Banner">The server's first line; "" when it was not seen. So the other texts.</param>
/// <param name="ClientName">After HELO or EHLO.</param>
/// <param name="Sender">Null when no MAIL command was seen; "" for a bounce.</param>
/// <param name="Recipients">The first ones.</param>
/// <param name="Code">SMTP: of the first acceptance, else of the first refusal; 0 = none.</param>
/// <param name="Frame">The frame in which it began, and that of the reply with the code.</param>
public sealed record MailSeen(
    LayerKind Kind, string Flow, Timestamp First, Timestamp Last, byte Family, Ipv6Address Client, ushort ClientPort, Ipv6Address Server, ushort ServerPort, string Banner,
    string ClientName, string? Sender, IReadOnlyList<string> Recipients, int RecipientCount, int Messages, int Accepted, bool StartTls, bool Login, MailVerdict Verdict,
    int Code, string Reply, uint Frame, uint ReplyFrame);
