using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>What is wanted of a POP conversation (RFC 1939): who serves, whether the login went well, how many mails were fetched. No user, no password.</summary>
static class PopReader
{
    public static void Client(ReadOnlySpan<byte> line, ref MailConversation mail)
    {
        if (mail.Has(MailFlags.SecretNext))
        {
            mail.Clear(MailFlags.SecretNext);
            return;
        }

        if (!TextCommand.TryRead(line, out var command)) return;
        mail.Awaited = Awaits(command);
        if (mail.Awaited == PopAwaited.Login || command.Is("USER"u8)) mail.Set(MailFlags.AuthTried);
    }

    public static void Server(ReadOnlySpan<byte> line, ref MailConversation mail, MailTable table)
    {
        if (mail.Has(MailFlags.Body))
        {
            if (line.SequenceEqual("."u8)) mail.Clear(MailFlags.Body);
            return;
        }

        var isGood = line.StartsWith("+OK"u8);
        if (isGood && !mail.Has(MailFlags.ServerSpoke)) mail.Banner = table.Keep(line[3..].TrimStart((byte)' '));
        mail.Set(MailFlags.ServerSpoke);
        if (isGood) Agree(ref mail);
        else if (line.StartsWith("+ "u8)) mail.Set(MailFlags.SecretNext);
        else if (line.StartsWith("-ERR"u8)) Refuse(ref mail);
    }

    static PopAwaited Awaits(in TextCommand command)
    {
        if (command.Is("PASS"u8) || command.Is("APOP"u8) || (command.Is("AUTH"u8) && !command.Argument.IsEmpty)) return PopAwaited.Login;
        if (command.Is("STLS"u8)) return PopAwaited.StartTls;
        if (command.Is("RETR"u8)) return PopAwaited.Message;
        var isList = command.Is("TOP"u8) || command.Is("CAPA"u8) || ((command.Is("LIST"u8) || command.Is("UIDL"u8) || command.Is("AUTH"u8)) && command.Argument.IsEmpty);
        return isList ? PopAwaited.Lines : PopAwaited.Nothing;
    }

    static void Agree(ref MailConversation mail)
    {
        switch (mail.Awaited)
        {
            case PopAwaited.Login: mail.Set(MailFlags.LoggedIn); break;
            case PopAwaited.StartTls: mail.Set(MailFlags.Dark); break;
            case PopAwaited.Message:
                mail.Messages++;
                mail.Set(MailFlags.Body);
                break;
            case PopAwaited.Lines: mail.Set(MailFlags.Body); break;
        }

        mail.Awaited = PopAwaited.Nothing;
    }

    static void Refuse(ref MailConversation mail)
    {
        if (mail.Awaited == PopAwaited.Login) mail.Set(MailFlags.AuthRefused);
        mail.Awaited = PopAwaited.Nothing;
    }
}
