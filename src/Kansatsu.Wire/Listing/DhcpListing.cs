namespace Kansatsu.Wire;

/// <summary>DHCPv4.</summary>
static class DhcpListing
{
    public static bool Summarize(ReadOnlySpan<byte> bytes, ListingWriter to)
    {
        if (!DhcpMessage.TryRead(bytes, out var message)) return false;
        to.Text("DHCP ").Text(DhcpMessage.Name(message.MessageType)).Text(" - Transaction ID ").Hex(message.TransactionId, 1);
        if (message.Options.TryFind(DhcpOptions.HostName, out var name)) to.Text(" ").Wire(name);
        if (!message.YourAddress.IsUnspecified) to.Text(" ").Address(message.YourAddress);
        return true;
    }

    public static void List(ReadOnlySpan<byte> bytes, ListingWriter to)
    {
        if (!DhcpMessage.TryRead(bytes, out var message)) return;
        to.Field("Operation").Text(message.IsRequest ? "request" : "reply");
        to.Field("Transaction id").Hex(message.TransactionId, 8);
        to.Field("Client address").Address(message.ClientAddress);
        to.Field("Your address").Address(message.YourAddress);
        to.Field("Relay address").Address(message.RelayAddress);
        if (!message.ClientMac.IsNone) to.Field("Client MAC").Mac(message.ClientMac);
        var options = message.Options;
        while (options.MoveNext()) ListOption(options, to);
        if (!options.IsClean) to.Field("Options end early").Text("a length points outside");
    }

    static void ListOption(DhcpOptions option, ListingWriter to)
    {
        var value = option.Value;
        switch (option.Code)
        {
            case DhcpOptions.MessageType when value.Length == 1: to.Field("Message type").Text(DhcpMessage.Name(value[0])); break;
            case DhcpOptions.HostName: to.Field("Host name").Wire(value); break;
            case DhcpOptions.DomainName: to.Field("Domain name").Wire(value); break;
            case DhcpOptions.VendorClass: to.Field("Vendor class").Wire(value); break;
            case DhcpOptions.CaptivePortal: to.Field("Captive portal").Wire(value); break;
            case DhcpOptions.ClientFqdn: ListFqdn(option, to); break;
            case DhcpOptions.Router: ListAddresses("Router", value, to); break;
            case DhcpOptions.DnsServer: ListAddresses("DNS server", value, to); break;
            case DhcpOptions.ServerId: ListAddresses("Server", value, to); break;
            case DhcpOptions.RequestedAddress: ListAddresses("Requested address", value, to); break;
            case DhcpOptions.LeaseTime: ListSeconds("Lease time", value, to); break;
            case DhcpOptions.Ipv6OnlyPreferred: ListSeconds("IPv6-only preferred", value, to); break;
            case DhcpOptions.ClientId: to.Field("Client id").Bytes(value); break;
            case DhcpOptions.ParameterList: ListCodes(value, to); break;
            default: to.Field("Option").Text("(").Number(option.Code).Text(") ").Bytes(value); break;
        }
    }

    static void ListFqdn(DhcpOptions option, ListingWriter to)
    {
        Span<byte> name = stackalloc byte[DnsName.MaxTextLength];
        to.Field("Client name");
        if (DhcpOptions.TryWriteFqdn(option.Value, name, out var length)) to.Wire(name[..length]);
    }

    static void ListAddresses(string field, ReadOnlySpan<byte> value, ListingWriter to)
    {
        to.Field(field);
        var reader = new WireReader(value);
        for (var i = 0; reader.TryReadUInt32(out var address); i++) to.Text(i > 0 ? ", " : "").Address(Ipv6Address.FromIpv4(address));
    }

    static void ListSeconds(string field, ReadOnlySpan<byte> value, ListingWriter to)
    {
        to.Field(field);
        if (new WireReader(value).TryReadUInt32(out var seconds)) to.Number(seconds).Text(" s");
    }

    static void ListCodes(ReadOnlySpan<byte> value, ListingWriter to)
    {
        to.Field("Parameters wanted");
        for (var i = 0; i < value.Length; i++) to.Text(i > 0 ? ", " : "").Number(value[i]);
    }
}
