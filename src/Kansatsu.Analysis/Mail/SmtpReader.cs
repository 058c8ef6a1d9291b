using System.Buffers.Text;
using System.Text;
using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>What is wanted of an SMTP conversation (RFC 5321), line by line. Replies come in the order of the commands, also when these are pipelined.</summary>
static class SmtpReader
{
    const ushort Ready = 220;
    const ushort Closing = 221;
    const ushort Unavailable = 421;
    const ushort LoggedIn = 235;
    const ushort Challenge = 334;
    const ushort SendMail = 354;
    const ushort FirstRefusal = 400;

    public static void Client(ReadOnlySpan<byte> line, ref MailConversation mail, MailTable table)
    {
        if (mail.Has(MailFlags.Body))
        {
            if (line.SequenceEqual("."u8)) EndMail(ref mail);
            return;
        }

        mail.Due++;
        if (mail.Has(MailFlags.SecretNext))
        {
            mail.Clear(MailFlags.SecretNext);
            return;
        }

        if (SmtpCommand.TryRead(line, out var command)) Take(command, ref mail, table);
    }

    static void Take(in SmtpCommand command, ref MailConversation mail, MailTable table)
    {
        if (!command.ClientName.IsEmpty)
        {
            if (mail.ClientName == 0) mail.ClientName = table.Keep(command.ClientName);
        }
        else if (Is(command, "MAIL"u8))
        {
            if (!mail.Has(MailFlags.HasSender)) mail.Sender = table.Keep(command.MailFrom);
            mail.Set(MailFlags.HasSender);
        }
        else if (Is(command, "RCPT"u8))
        {
            if (mail.RecipientCount < MailRecipients.Kept) mail.Recipients[mail.RecipientCount] = table.Keep(command.RecipientTo);
            mail.RecipientCount++;
        }
        else if (command.IsData) Begin(ref mail);
        else if (Is(command, "BDAT"u8)) BeginChunk(command.Argument, ref mail);
        else if (command.IsStartTls) mail.Set(MailFlags.StartTlsAsked);
        else if (Is(command, "AUTH"u8)) mail.Set(MailFlags.AuthTried | MailFlags.AuthPending);
    }

    public static void Server(ReadOnlySpan<byte> line, ref MailConversation mail, MailTable table, uint frame)
    {
        if (!TextReply.TryRead(line, out var reply)) return;
        if (!mail.Has(MailFlags.ServerSpoke) && mail.Banner == 0) mail.Banner = table.Keep(reply.Text);
        mail.Set(MailFlags.ServerSpoke);
        if (!reply.IsLast) return;
        if (reply.Code is Closing or Unavailable) mail.Set(MailFlags.Over);
        if (mail.Due > 0) mail.Due--;
        var isOfMail = mail.MailReplyIn > 0 && --mail.MailReplyIn == 0;
        if (reply.Code >= FirstRefusal) Refuse(reply, ref mail, table, frame);
        else if (isOfMail) Accept(reply, ref mail, table, frame);
        else if (reply.Code == SendMail) Begin(ref mail);
        else if (reply.Code == Challenge) mail.Set(MailFlags.SecretNext);
        else if (reply.Code == LoggedIn)
        {
            mail.Set(MailFlags.LoggedIn);
            mail.Clear(MailFlags.AuthPending);
        }
        else if (reply.Code == Ready && mail.Has(MailFlags.StartTlsAsked)) mail.Set(MailFlags.Dark);
    }

    /// <summary>EHLO or HELP to a server that does not know it: the client tries another way, and nothing is refused.</summary>
    static bool IsUnknownCommand(ushort code) => code is 500 or 502;

    static bool Is(in SmtpCommand command, ReadOnlySpan<byte> verb) => Ascii.EqualsIgnoreCase(command.Verb, verb);

    static void Begin(ref MailConversation mail)
    {
        if (mail.Has(MailFlags.Body)) return;
        mail.Set(MailFlags.Body);
        mail.Clear(MailFlags.BodyBegun);
    }

    /// <summary>BDAT 1234 [LAST]: so many bytes follow at once, asked for or not (RFC 3030 §2).</summary>
    static void BeginChunk(ReadOnlySpan<byte> argument, ref MailConversation mail)
    {
        if (!Utf8Parser.TryParse(argument, out long length, out var digits) || length < 0) return;
        mail.Client.Literal = length;
        if (!Ascii.EqualsIgnoreCase(argument[digits..].Trim((byte)' '), "LAST"u8)) return;
        mail.Messages++;
        mail.MailReplyIn = mail.Due;
    }

    static void EndMail(ref MailConversation mail)
    {
        mail.Clear(MailFlags.Body);
        mail.Messages++;
        mail.MailReplyIn = ++mail.Due;
    }

    static void Accept(in TextReply reply, ref MailConversation mail, MailTable table, uint frame)
    {
        mail.Accepted++;
        if (mail.Accepted == 1) (mail.Code, mail.Reply, mail.ReplyFrame) = (reply.Code, table.Keep(reply.Text), frame);
    }

    /// <summary>What a refused login says may name the user: it is not kept.</summary>
    static void Refuse(in TextReply reply, ref MailConversation mail, MailTable table, uint frame)
    {
        if (mail.Has(MailFlags.AuthPending))
        {
            mail.Set(MailFlags.AuthRefused);
            mail.Clear(MailFlags.AuthPending | MailFlags.SecretNext);
            return;
        }

        // No 354 came: what follows are commands again.
        if (!mail.Has(MailFlags.BodyBegun)) mail.Clear(MailFlags.Body);
        if (mail.Has(MailFlags.StartTlsAsked)) mail.Clear(MailFlags.StartTlsAsked);
        else if (mail.Accepted == 0 && mail.Code == 0 && (mail.Has(MailFlags.HasSender) || !IsUnknownCommand(reply.Code))) (mail.Code, mail.Reply, mail.ReplyFrame) = (reply.Code, table.Keep(reply.Text), frame);
    }
}
