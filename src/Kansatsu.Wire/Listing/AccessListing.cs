namespace Kansatsu.Wire;

/// <summary>Ways into a network: IKE, OpenVPN, RADIUS.</summary>
static class AccessListing
{
    public static bool SummarizeIsakmp(ReadOnlySpan<byte> bytes, ListingWriter to)
    {
        if (!IsakmpHeader.TryRead(bytes, out var header)) return false;
        to.Text(IsakmpHeader.ExchangeName(header.ExchangeType));
        return true;
    }

    public static void ListIsakmp(ReadOnlySpan<byte> bytes, ListingWriter to)
    {
        if (!IsakmpHeader.TryRead(bytes, out var header)) return;
        to.Field("Version").Number(header.Version);
        to.Field("Exchange").Text(IsakmpHeader.ExchangeName(header.ExchangeType));
        to.Field("Initiator SPI").Bytes(header.InitiatorSpi);
        to.Field("Responder SPI").Bytes(header.ResponderSpi);
    }

    public static bool SummarizeOpenVpn(ReadOnlySpan<byte> bytes, ListingWriter to)
    {
        if (!OpenVpnHeader.TryRead(bytes, out var header)) return false;
        to.Text("OpenVPN ").Text(OpenVpnHeader.Name(header.Operation));
        return true;
    }

    public static bool SummarizeRadius(ReadOnlySpan<byte> bytes, ListingWriter to)
    {
        if (!RadiusMessage.TryRead(bytes, out var message)) return false;
        to.Text(RadiusMessage.Name(message.Code)).Text(" id=").Number(message.Identifier);
        return true;
    }

    public static void ListRadius(ReadOnlySpan<byte> bytes, ListingWriter to)
    {
        if (!RadiusMessage.TryRead(bytes, out var message)) return;
        to.Field("Code").Text(RadiusMessage.Name(message.Code));
        to.Field("Identifier").Number(message.Identifier);
        if (!message.UserName.IsEmpty) to.Field("User name").Wire(message.UserName);
    }
}
