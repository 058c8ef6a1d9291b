namespace Kansatsu.Wire;

/// <summary>SSDP, WS-Discovery and NetBIOS datagrams: devices that look for one another.</summary>
static class DiscoveryListing
{
    const int MaxFields = 32;

    public static bool SummarizeSsdp(ReadOnlySpan<byte> bytes, ListingWriter to)
    {
        if (!SsdpMessage.TryRead(bytes, out var message)) return false;
        to.Wire(message.StartLine, 64).Text(" ").Wire(message.IsNotify ? message.NotificationType : message.SearchTarget, 128);
        if (!message.Server.IsEmpty) to.Text(" ").Wire(message.Server, 128);
        return true;
    }

    public static void ListSsdp(ReadOnlySpan<byte> bytes, ListingWriter to)
    {
        if (!SsdpMessage.TryRead(bytes, out var message)) return;
        to.Field("Start line").Wire(message.StartLine);
        WriteFields(message.Fields, to);
    }

    /// <summary>Header fields in the order they came.</summary>
    internal static void WriteFields(HttpFields fields, ListingWriter to)
    {
        for (var i = 0; i < MaxFields && fields.MoveNext(); i++) to.Field("Header").Wire(fields.Name, 64).Text(": ").Wire(fields.Value);
    }

    public static bool SummarizeWsDiscovery(ReadOnlySpan<byte> bytes, ListingWriter to)
    {
        if (!WsDiscoveryMessage.TryRead(bytes, out var message)) return false;
        to.Wire(message.Action, 64);
        if (!message.Types.IsEmpty) to.Text(" ").Wire(message.Types, 128);
        if (!message.TransportAddresses.IsEmpty) to.Text(" ").Wire(message.TransportAddresses, 128);
        return true;
    }

    public static void ListWsDiscovery(ReadOnlySpan<byte> bytes, ListingWriter to)
    {
        if (!WsDiscoveryMessage.TryRead(bytes, out var message)) return;
        to.Field("Action").Wire(message.Action);
        to.Field("Types").Wire(message.Types);
        to.Field("Endpoint").Wire(message.EndpointAddress);
        to.Field("Addresses").Wire(message.TransportAddresses);
    }

    public static bool SummarizeNetBios(ReadOnlySpan<byte> bytes, ListingWriter to)
    {
        if (!NetBiosDatagram.TryRead(bytes, out var datagram) || !datagram.TryReadNames(out var source, out var destination)) return false;
        DnsListing.WriteName(source, isNetBios: true, to);
        DnsListing.WriteName(destination, isNetBios: true, to.Text(" → "));
        return true;
    }

    public static void ListNetBios(ReadOnlySpan<byte> bytes, ListingWriter to)
    {
        if (!NetBiosDatagram.TryRead(bytes, out var datagram)) return;
        to.Field("Type").Hex(datagram.Type, 2);
        to.Field("Source address").Address(datagram.SourceAddress);
        if (!datagram.TryReadNames(out var source, out var destination)) return;
        DnsListing.WriteName(source, isNetBios: true, to.Field("Source name"));
        DnsListing.WriteName(destination, isNetBios: true, to.Field("Destination name"));
    }
}
