namespace Kansatsu.Wire;

/// <summary>BitTorrent over UDP: its hash table and its transport.</summary>
static class PeerListing
{
    public static bool SummarizeDht(ReadOnlySpan<byte> bytes, ListingWriter to)
    {
        if (!DhtMessage.TryRead(bytes, out var message)) return false;
        to.Text(KindName(message.Kind));
        if (!message.Query.IsEmpty) to.Text(" ").Wire(message.Query, 32);
        return true;
    }

    public static void ListDht(ReadOnlySpan<byte> bytes, ListingWriter to)
    {
        if (!DhtMessage.TryRead(bytes, out var message)) return;
        to.Field("Message").Text(KindName(message.Kind));
        if (!message.Query.IsEmpty) to.Field("Query").Wire(message.Query);
        if (!message.ClientVersion.IsEmpty) to.Field("Client").Wire(message.ClientVersion);
    }

    static string KindName(byte kind) => kind switch { (byte)'q' => "Query", (byte)'r' => "Response", (byte)'e' => "Error", _ => "Unknown message" };

    public static bool SummarizeMicroTransport(ReadOnlySpan<byte> bytes, ListingWriter to)
    {
        if (!MicroTransportHeader.TryRead(bytes, out var header)) return false;
        to.Text("uTP ").Text(MicroTransportHeader.Name(header.Type)).Text(" Connection ID:").Number(header.ConnectionId);
        return true;
    }

    public static void ListMicroTransport(ReadOnlySpan<byte> bytes, ListingWriter to)
    {
        if (!MicroTransportHeader.TryRead(bytes, out var header)) return;
        to.Field("uTP type").Text(MicroTransportHeader.Name(header.Type));
        to.Field("Connection id").Number(header.ConnectionId);
    }
}
