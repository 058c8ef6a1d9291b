namespace Kansatsu.Wire;

/// <summary>DHCPv6: the line names the message and the client; the block goes into containers.</summary>
static class Dhcpv6Listing
{
    /// <summary>Containers inside containers that are shown: IA, address, status; and relayed messages around them.</summary>
    const int MaxDepth = 12;

    /// <summary>Addresses and options of one association that a line looks at.</summary>
    const int LineLimit = 4;

    public static bool Summarize(ReadOnlySpan<byte> bytes, ListingWriter to)
    {
        if (!Dhcpv6Message.TryRead(bytes, out var message)) return false;
        to.Text(Dhcpv6Message.Name(message.Type));
        if (message.IsRelay)
        {
            to.Text(" L: ").Address(message.LinkAddress).Text(" ");
            message = Dhcpv6Message.Innermost(message);
            to.Text(Dhcpv6Message.Name(message.Type));
        }

        to.Text(" XID: ").Hex((uint)message.TransactionId, 6);
        var options = message.Options;
        for (var i = 0; i < 4 * LineLimit && options.MoveNext(); i++)
        {
            var option = options.Current;
            if (option.Code == Dhcpv6Option.ClientId) to.Text(" CID: ").Bytes(option.Value);
            else WriteGiven(option, to);
        }

        return true;
    }

    public static void List(ReadOnlySpan<byte> bytes, ListingWriter to) => List(bytes, to, 0);

    static void List(ReadOnlySpan<byte> bytes, ListingWriter to, int depth)
    {
        if (!Dhcpv6Message.TryRead(bytes, out var message)) return;
        to.Field("Message type").Text(Dhcpv6Message.Name(message.Type)).Text(" (").Number(message.Type).Text(")");
        if (message.IsRelay)
        {
            to.Field("Hop count").Number(message.HopCount);
            to.Field("Link address").Address(message.LinkAddress);
            to.Field("Peer address").Address(message.PeerAddress);
        }
        else to.Field("Transaction id").Hex((uint)message.TransactionId, 6);

        ListOptions(message.Options, to, depth);
    }

    static void ListOptions(Dhcpv6Options options, ListingWriter to, int depth)
    {
        while (options.MoveNext()) ListOption(options.Current, to, depth);
        if (!options.IsClean) to.Field("Options end early").Text("a length points outside");
    }

    static void ListOption(Dhcpv6Option option, ListingWriter to, int depth)
    {
        to.Field(Name(option.Code)).Text("(").Number(option.Code).Text(") ");
        WriteValue(option, to);
        if (depth >= MaxDepth) return;
        to.Indent();
        if (option.Code == Dhcpv6Option.RelayMessage) List(option.Value, to, depth + 1);
        else ListOptions(option.Nested, to, depth + 1);
        to.Outdent();
    }

    static void WriteValue(Dhcpv6Option option, ListingWriter to)
    {
        Span<byte> name = stackalloc byte[DnsName.MaxTextLength];
        if (option.TryGetPrefix(out var prefix, out var preferred, out var valid))
            to.Text(prefix.ToString()).Text(", preferred ").Number(preferred).Text(" s, valid ").Number(valid).Text(" s");
        else if (option.TryGetIdentity(out var id)) to.Text("IAID ").Hex(id, 8);
        else if (option.Duid.TryGetMac(out var mac)) to.Text(option.Duid.Type == Duid.LinkLayerTime ? "DUID-LLT " : "DUID-LL ").Mac(mac);
        else if (option.Duid.TryGetEnterprise(out var enterprise)) to.Text("DUID-EN ").Number(enterprise);
        else if (option.TryGetServer(0, out _)) WriteServers(option, to);
        else if (option.TryWriteFqdn(name, out var length) || option.TryWriteDomain(name, out length)) to.Wire(name[..length]);
        else if (option.TryGetVendorClass(out enterprise, out var text)) to.Number(enterprise).Text(" ").Wire(text);
        else if (option.TryGetStatus(out var status)) to.Number(status).Text(" ").Wire(option.Value[2..]);
        else if (option.TryGetElapsed(out var hundredths)) to.Number(hundredths * 10).Text(" ms");
        else if (option.Code == Dhcpv6Option.OptionRequest) WriteCodes(option.Value, to);
        else if (option.Code != Dhcpv6Option.RelayMessage) to.Bytes(option.Value);
    }

    static void WriteServers(Dhcpv6Option option, ListingWriter to)
    {
        for (var i = 0; option.TryGetServer(i, out var address) && i < 16; i++) to.Text(i > 0 ? ", " : "").Address(address);
    }

    static void WriteCodes(ReadOnlySpan<byte> value, ListingWriter to)
    {
        var reader = new WireReader(value);
        for (var i = 0; reader.TryReadUInt16(out var code) && i < 64; i++) to.Text(i > 0 ? ", " : "").Number(code);
    }

    /// <summary>The addresses and prefixes inside an identity association.</summary>
    static void WriteGiven(Dhcpv6Option association, ListingWriter to)
    {
        var options = association.Nested;
        for (var i = 0; i < LineLimit && options.MoveNext(); i++)
        {
            var option = options.Current;
            if (option.TryGetPrefix(out var prefix, out _, out _))
                to.Text(option.Code == Dhcpv6Option.Address ? " IAA: " : " IAPD: ").Text(option.Code == Dhcpv6Option.Address ? prefix.Address.ToString() : prefix.ToString());
        }
    }

    static string Name(ushort code) => code switch
    {
        Dhcpv6Option.ClientId => "Client id",
        Dhcpv6Option.ServerId => "Server id",
        Dhcpv6Option.NonTemporary => "Identity association for addresses",
        Dhcpv6Option.Temporary => "Identity association for temporary addresses",
        Dhcpv6Option.Address => "Address",
        Dhcpv6Option.OptionRequest => "Option request",
        Dhcpv6Option.Preference => "Preference",
        Dhcpv6Option.ElapsedTime => "Elapsed time",
        Dhcpv6Option.RelayMessage => "Relayed message",
        Dhcpv6Option.StatusCode => "Status code",
        Dhcpv6Option.RapidCommit => "Rapid commit",
        Dhcpv6Option.UserClass => "User class",
        Dhcpv6Option.VendorClass => "Vendor class",
        Dhcpv6Option.VendorOptions => "Vendor options",
        Dhcpv6Option.DnsServers => "DNS servers",
        Dhcpv6Option.DomainList => "Domain search list",
        Dhcpv6Option.PrefixDelegation => "Identity association for prefixes",
        Dhcpv6Option.Prefix => "Prefix",
        Dhcpv6Option.SntpServers => "SNTP servers",
        Dhcpv6Option.ClientFqdn => "Client name",
        _ => "Option",
    };
}
