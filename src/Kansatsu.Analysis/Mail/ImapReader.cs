using System.Buffers.Text;
using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>What is wanted of an IMAP conversation (RFC 3501): who serves, whether the login went well, how many mails were fetched. No user, no password.</summary>
static class ImapReader
{
    static readonly SeededHash s_hash = SeededHash.New();

    public static void Client(ReadOnlySpan<byte> line, ref MailConversation mail)
    {
        mail.Client.Literal = LiteralOf(line);
        var isContinued = mail.Client.IsContinued;
        mail.Client.IsContinued = mail.Client.Literal > 0;
        if (isContinued) return;
        if (mail.Has(MailFlags.SecretNext))
        {
            mail.Clear(MailFlags.SecretNext);
            return;
        }

        var tag = WordOf(line);
        if (!TextCommand.TryRead(line[tag.Length..].TrimStart((byte)' '), out var command)) return;
        if (command.Is("STARTTLS"u8)) mail.StartTlsTag = Hash(tag);
        if (!command.Is("LOGIN"u8) && !command.Is("AUTHENTICATE"u8)) return;
        mail.Set(MailFlags.AuthTried);
        mail.LoginTag = Hash(tag);
    }

    public static void Server(ReadOnlySpan<byte> line, ref MailConversation mail, MailTable table)
    {
        mail.Server.Literal = LiteralOf(line);
        var isContinued = mail.Server.IsContinued;
        mail.Server.IsContinued = mail.Server.Literal > 0;
        if (isContinued) return;
        var tag = WordOf(line);
        var rest = line[tag.Length..].TrimStart((byte)' ');
        if (!mail.Has(MailFlags.ServerSpoke) && tag.SequenceEqual("*"u8))
        {
            mail.Banner = table.Keep(rest.StartsWith("OK "u8) ? rest[3..] : rest);
            if (rest.StartsWith("PREAUTH"u8)) mail.Set(MailFlags.LoggedIn);
        }

        mail.Set(MailFlags.ServerSpoke);
        if (tag.SequenceEqual("+"u8))
        {
            if (mail.LoginTag != 0) mail.Set(MailFlags.SecretNext);
        }
        else if (!tag.SequenceEqual("*"u8)) End(Hash(tag), rest.StartsWith("OK"u8), ref mail);
        else if (mail.Server.IsContinued && rest.IndexOf(" FETCH ("u8) > 0) mail.Messages++;
    }

    /// <summary>The command with this tag is done.</summary>
    static void End(uint tag, bool isGood, ref MailConversation mail)
    {
        if (tag == mail.StartTlsTag)
        {
            mail.StartTlsTag = 0;
            if (isGood) mail.Set(MailFlags.Dark);
        }

        if (tag != mail.LoginTag) return;
        mail.LoginTag = 0;
        mail.Clear(MailFlags.SecretNext);
        mail.Set(isGood ? MailFlags.LoggedIn : MailFlags.AuthRefused);
    }

    static ReadOnlySpan<byte> WordOf(ReadOnlySpan<byte> line) => line.IndexOf((byte)' ') is >= 0 and var end ? line[..end] : line;

    static uint Hash(ReadOnlySpan<byte> tag) => s_hash.Of(tag) | 1;

    /// <summary>{123} or {123+} at the end of a line announces so many bytes (RFC 3501 §4.3, RFC 7888).</summary>
    static long LiteralOf(ReadOnlySpan<byte> line)
    {
        if (line is not [.., (byte)'}']) return 0;
        var open = line.LastIndexOf((byte)'{');
        if (open < 0 || !Utf8Parser.TryParse(line[(open + 1)..], out long length, out var digits) || length < 0) return 0;
        return line[(open + 1 + digits)..] is [(byte)'}'] or [(byte)'+', (byte)'}'] ? length : 0;
    }
}
