using System.Text;

namespace Kansatsu.Wire;

/// <summary>A line of an SMTP client (RFC 5321 §4.1.1): who it says it is, from whom and to whom it brings mail.</summary>
public readonly ref struct SmtpCommand
{
    readonly TextCommand _command;

    SmtpCommand(TextCommand command) => _command = command;

    public ReadOnlySpan<byte> Verb => _command.Verb;

    public ReadOnlySpan<byte> Argument => _command.Argument;

    public bool IsStartTls => _command.Is("STARTTLS"u8);

    /// <summary>After this the client sends the mail itself.</summary>
    public bool IsData => _command.Is("DATA"u8);

    /// <summary>The name after EHLO, HELO or LHLO; empty in other commands.</summary>
    public ReadOnlySpan<byte> ClientName => _command.Is("EHLO"u8) || _command.Is("HELO"u8) || _command.Is("LHLO"u8) ? Argument : default;

    /// <summary>The mailbox of MAIL FROM; empty in other commands and for bounces ("&lt;&gt;").</summary>
    public ReadOnlySpan<byte> MailFrom => _command.Is("MAIL"u8) ? Path("FROM:"u8) : default;

    /// <summary>The mailbox of RCPT TO; empty in other commands.</summary>
    public ReadOnlySpan<byte> RecipientTo => _command.Is("RCPT"u8) ? Path("TO:"u8) : default;

    /// <param name="line">One line, without its end.</param>
    public static bool TryRead(ReadOnlySpan<byte> line, out SmtpCommand command)
    {
        var isCommand = TextCommand.TryRead(line, out var text);
        command = new SmtpCommand(text);
        return isCommand;
    }

    ReadOnlySpan<byte> Path(ReadOnlySpan<byte> keyword)
    {
        if (Argument.Length < keyword.Length || !Ascii.EqualsIgnoreCase(Argument[..keyword.Length], keyword)) return default;
        var path = Argument[keyword.Length..].TrimStart((byte)' ');
        if (path is not [(byte)'<', ..]) return path;
        var end = path.IndexOf((byte)'>');
        return end < 0 ? default : path[1..end];
    }
}
