namespace Kansatsu.Wire;

/// <summary>SSH, RDP and Telnet as text.</summary>
static class RemoteListing
{
    const int MaxCommands = 24;

    public static bool SummarizeSsh(ReadOnlySpan<byte> bytes, ListingWriter to)
    {
        if (SshBanner.TryRead(bytes, out var banner)) to.Text("Banner: ").Wire(banner.Line);
        else to.Text("Encrypted or binary packet (").Number(bytes.Length).Text(" bytes)");
        return true;
    }

    public static void ListSsh(ReadOnlySpan<byte> bytes, ListingWriter to)
    {
        if (!SshBanner.TryRead(bytes, out var banner)) return;
        to.Field("Protocol version").Wire(banner.ProtocolVersion);
        to.Field("Software").Wire(banner.SoftwareVersion);
        if (!banner.Comments.IsEmpty) to.Field("Comments").Wire(banner.Comments);
    }

    public static bool SummarizeRdp(ReadOnlySpan<byte> bytes, ListingWriter to)
    {
        if (!RdpConnection.TryRead(bytes, out var rdp)) return false;
        to.Text(rdp.IsRequest ? "Connection request" : "Connection confirm");
        if (!rdp.Cookie.IsEmpty) to.Text(" (").Wire(rdp.Cookie).Text(")");
        return true;
    }

    public static void ListRdp(ReadOnlySpan<byte> bytes, ListingWriter to)
    {
        if (!RdpConnection.TryRead(bytes, out var rdp)) return;
        if (!rdp.Cookie.IsEmpty) to.Field("Cookie").Wire(rdp.Cookie);
        if (rdp.Protocols is { } protocols) to.Field(rdp.IsRequest ? "Requested protocols" : "Selected protocol").Hex(protocols, 8);
    }

    public static bool SummarizeTelnet(ReadOnlySpan<byte> bytes, ListingWriter to)
    {
        var commands = new TelnetCommands(bytes);
        if (commands.MoveNext()) Write(commands, to);
        else to.Wire(TextLines.First(bytes), 80);
        return true;
    }

    public static void ListTelnet(ReadOnlySpan<byte> bytes, ListingWriter to)
    {
        var commands = new TelnetCommands(bytes);
        for (var count = 0; count < MaxCommands && commands.MoveNext(); count++) Write(commands, to.Field("Command"));
    }

    static void Write(in TelnetCommands command, ListingWriter to)
    {
        var verb = command.Command switch
        {
            TelnetCommands.Will => "Will",
            TelnetCommands.Wont => "Won't",
            TelnetCommands.Do => "Do",
            TelnetCommands.Dont => "Don't",
            TelnetCommands.Subnegotiation => "Suboption",
            TelnetCommands.SubnegotiationEnd => "Suboption end",
            _ => null,
        };
        to.Named(verb, command.Command, 2);
        if (command.Command is >= TelnetCommands.Subnegotiation) to.Text(" ").Named(OptionName(command.Option), command.Option, 2);
    }

    static string? OptionName(byte option) => option switch
    {
        0 => "Binary Transmission",
        1 => "Echo",
        3 => "Suppress Go Ahead",
        5 => "Status",
        6 => "Timing Mark",
        24 => "Terminal Type",
        31 => "Window Size",
        32 => "Terminal Speed",
        33 => "Remote Flow Control",
        34 => "Linemode",
        35 => "X Display Location",
        36 => "Environment",
        37 => "Authentication",
        38 => "Encryption",
        39 => "New Environment",
        _ => null,
    };
}
