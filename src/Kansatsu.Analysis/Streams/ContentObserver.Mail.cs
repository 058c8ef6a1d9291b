using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>Mail in the open: lines of both directions, read in turn. What is kept of a direction is at most one line.</summary>
sealed partial class ContentObserver
{
    /// <summary>Longer lines are passed over: commands and replies have at most 512 bytes (RFC 5321 §4.5.3.1), with extensions somewhat more.</summary>
    public const int MaxMailLine = 2048;

    readonly MailTable _mails;

    int ConsumeMail(ref StreamHalf half, ReadOnlySpan<byte> bytes, LayerKind kind, ref Flow flow, in PacketFacts facts)
    {
        var index = _mails.IndexOf(flow);
        if (index < 0) index = _mails.Begin(ref flow, kind, serverBegan: !facts.Back && IsGreeting(bytes), facts);
        if (index < 0 || _mails[index].Has(MailFlags.Dark))
        {
            LeaveMail(flow, index < 0 ? StreamContent.Done : StreamContent.Idle);
            return bytes.Length;
        }

        ref var mail = ref _mails[index];
        var fromServer = facts.Back != mail.Has(MailFlags.ServerBegan);
        if (!half.IsUnderway) Enter(ref mail, fromServer);
        half.IsUnderway = true;
        mail.Last = facts.Time;
        var consumed = ReadMail(ref mail, fromServer, bytes, half.Kept.IsEmpty ? 0 : half.Searched, facts);
        half.Searched = bytes.Length - consumed;
        if (mail.Has(MailFlags.Dark)) LeaveMail(flow, StreamContent.Idle);
        else if (mail.Has(MailFlags.Over)) LeaveMail(flow, StreamContent.Done);
        return consumed;
    }

    /// <summary>A direction begins, or goes on behind a hole: there nothing tells where a line begins, or which replies were missed.</summary>
    static void Enter(ref MailConversation mail, bool fromServer)
    {
        ref var lane = ref fromServer ? ref mail.Server : ref mail.Client;
        if (lane.IsStarted)
        {
            lane = new MailLane { IsSkipping = true };
            (mail.Due, mail.MailReplyIn) = (0, 0);
        }

        lane.IsStarted = true;
    }

    /// <param name="searched">So many of the bytes hold no end of line.</param>
    /// <returns>Bytes that are done with; the rest is the beginning of a line.</returns>
    int ReadMail(ref MailConversation mail, bool fromServer, ReadOnlySpan<byte> bytes, int searched, in PacketFacts facts)
    {
        ref var lane = ref fromServer ? ref mail.Server : ref mail.Client;
        var offset = 0;
        while (offset < bytes.Length && !mail.Has(MailFlags.Dark))
        {
            var rest = bytes[offset..];
            if (lane.Literal > 0)
            {
                var passed = (int)Math.Min(lane.Literal, rest.Length);
                lane.Literal -= passed;
                offset += passed;
                continue;
            }

            var from = offset == 0 ? Math.Min(searched, rest.Length) : 0;
            var end = rest[from..].IndexOf((byte)'\n');
            if (end < 0) return StartsLine(ref mail, ref lane, fromServer, rest) ? offset : bytes.Length;
            end += from;
            offset += end + 1;
            if (lane.IsSkipping || end > MaxMailLine) lane.IsSkipping = false;
            else ReadLine(ref mail, fromServer, end > 0 && rest[end - 1] == '\r' ? rest[..(end - 1)] : rest[..end], facts);
        }

        return bytes.Length;
    }

    /// <summary>Bytes without an end of line are kept when they may become a line that is wanted.</summary>
    static bool StartsLine(ref MailConversation mail, ref MailLane lane, bool fromServer, ReadOnlySpan<byte> rest)
    {
        if (lane.IsSkipping) return false;
        if (IsInBody(mail, fromServer))
        {
            mail.Set(MailFlags.BodyBegun);
            lane.IsSkipping = !"."u8.SequenceEqual(rest) && !".\r"u8.SequenceEqual(rest);
        }
        else lane.IsSkipping = rest.Length > MaxMailLine;

        return !lane.IsSkipping;
    }

    static bool IsInBody(in MailConversation mail, bool fromServer) => mail.Has(MailFlags.Body) && fromServer == (mail.Kind == LayerKind.Pop);

    void ReadLine(ref MailConversation mail, bool fromServer, ReadOnlySpan<byte> line, in PacketFacts facts)
    {
        if (IsInBody(mail, fromServer)) mail.Set(MailFlags.BodyBegun);
        switch (mail.Kind)
        {
            case LayerKind.Smtp when fromServer: SmtpReader.Server(line, ref mail, _mails, facts.Frame); break;
            case LayerKind.Smtp: SmtpReader.Client(line, ref mail, _mails); break;
            case LayerKind.Imap when fromServer: ImapReader.Server(line, ref mail, _mails); break;
            case LayerKind.Imap: ImapReader.Client(line, ref mail); break;
            default:
                if (fromServer) PopReader.Server(line, ref mail, _mails);
                else PopReader.Client(line, ref mail);
                break;
        }
    }

    /// <summary>Both directions are no mail any more: nothing more is wanted of them, or TLS begins, whose greeting is read as any other.</summary>
    void LeaveMail(in Flow flow, StreamContent next)
    {
        if (_streams.Of(flow) is not { } stream) return;
        Leave(ref stream.Out, next);
        Leave(ref stream.Back, next);
    }

    static void Leave(ref StreamHalf half, StreamContent next)
    {
        if (half.Content is not (StreamContent.Mail or StreamContent.Idle)) return;
        half.Forget();
        half.Content = next;
    }

    static bool IsGreeting(ReadOnlySpan<byte> bytes) => bytes.StartsWith("220 "u8) || bytes.StartsWith("220-"u8) || bytes.StartsWith("* OK "u8) || bytes.StartsWith("+OK "u8);
}
