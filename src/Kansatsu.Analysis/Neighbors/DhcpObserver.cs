using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>Reads from DHCP which address a server gave to whom, and what clients call themselves.</summary>
static class DhcpObserver
{
    const byte Ack = 5;
    const byte Reply = 7;

    public static void ObserveIpv4(ReadOnlySpan<byte> bytes, NeighborTable neighbors, in PacketFacts facts)
    {
        if (!DhcpMessage.TryRead(bytes, out var message)) return;
        if (!message.IsRequest)
        {
            if (message.MessageType == Ack && !message.YourAddress.IsUnspecified) neighbors.ObserveLease(message.ClientMac, message.YourAddress, facts);
            return;
        }

        if (message.Options.TryFind(DhcpOptions.HostName, out var name)) neighbors.ObserveHostName(message.ClientMac, name, facts);
    }

    public static void ObserveIpv6(ReadOnlySpan<byte> bytes, NeighborTable neighbors, in PacketFacts facts)
    {
        if (!Dhcpv6Message.TryRead(bytes, out var outer)) return;
        var message = Dhcpv6Message.Innermost(outer);
        var client = ClientOf(message, facts, isRelayed: outer.IsRelay);
        Span<byte> text = stackalloc byte[DnsName.MaxTextLength];
        foreach (var option in message.Options)
        {
            switch (option.Code)
            {
                case Dhcpv6Option.ClientFqdn when message.Type != Reply && option.TryWriteFqdn(text, out var length):
                    neighbors.ObserveHostName(client, text[..length], facts);
                    break;
                case Dhcpv6Option.NonTemporary or Dhcpv6Option.Temporary when message.Type == Reply:
                    foreach (var inner in option.Nested)
                        if (inner.Code == Dhcpv6Option.Address && inner.TryGetPrefix(out var address, out _, out var valid) && valid != 0)
                            neighbors.ObserveLease(client, address.Address, facts);
                    break;
            }
        }
    }

    /// <summary>The address in the client's identifier, or the sender's own when the client speaks itself.</summary>
    static MacAddress ClientOf(Dhcpv6Message message, in PacketFacts facts, bool isRelayed)
    {
        foreach (var option in message.Options)
            if (option.Code == Dhcpv6Option.ClientId && option.Duid.TryGetMac(out var mac)) return mac;
        return message.Type == Reply || isRelayed ? default : facts.LinkSource;
    }
}
