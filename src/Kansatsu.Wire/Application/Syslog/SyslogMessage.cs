namespace Kansatsu.Wire;

/// <summary>A syslog message: priority in angle brackets, then text of either format (RFC 5424 §6, RFC 3164 §4).</summary>
public readonly ref struct SyslogMessage
{
    const int HighestPriority = 191;

    static readonly string[] Severities = ["emergency", "alert", "critical", "error", "warning", "notice", "informational", "debug"];

    static readonly string[] Facilities =
    [
        "kern", "user", "mail", "daemon", "auth", "syslog", "lpr", "news", "uucp", "cron", "authpriv", "ftp", "ntp", "audit", "alert", "clock",
        "local0", "local1", "local2", "local3", "local4", "local5", "local6", "local7",
    ];

    SyslogMessage(int priority, ReadOnlySpan<byte> text)
    {
        Priority = priority;
        Text = text;
    }

    /// <summary>0 to 191, or -1 when the message has none.</summary>
    public int Priority { get; }

    /// <summary>What follows the priority, line ends at the end removed.</summary>
    public ReadOnlySpan<byte> Text { get; }

    public string Facility => Priority < 0 ? "" : Facilities[Priority >> 3];

    public string Severity => Priority < 0 ? "" : Severities[Priority & 7];

    /// <returns>False only for an empty message.</returns>
    public static bool TryRead(ReadOnlySpan<byte> bytes, out SyslogMessage message)
    {
        var priority = -1;
        var text = bytes;
        if (bytes.Length >= 3 && bytes[0] == '<')
        {
            var end = bytes[..Math.Min(bytes.Length, 5)].IndexOf((byte)'>');
            if (end > 1 && System.Buffers.Text.Utf8Parser.TryParse(bytes[1..end], out byte value, out var used) && used == end - 1 && value <= HighestPriority)
            {
                priority = value;
                text = bytes[(end + 1)..];
            }
        }

        message = new SyslogMessage(priority, text.TrimEnd("\r\n\0"u8));
        return !bytes.IsEmpty;
    }
}
