namespace Kansatsu.Wire;

/// <summary>QUIC: the packets of a datagram by their long headers.</summary>
static class QuicListing
{
    public static bool Summarize(ReadOnlySpan<byte> bytes, ListingWriter to)
    {
        var packets = new QuicPackets(bytes);
        var count = 0;
        while (packets.MoveNext())
        {
            var packet = packets.Current;
            to.Text(count++ > 0 ? ", " : "").Text(Name(packet));
            if (count > 1 || packet.Type == QuicPacketType.OneRtt) continue;
            if (!packet.DestinationConnectionId.IsEmpty) to.Text(", DCID=").Bytes(packet.DestinationConnectionId, QuicPacket.MaxConnectionIdLength);
            if (!packet.SourceConnectionId.IsEmpty) to.Text(", SCID=").Bytes(packet.SourceConnectionId, QuicPacket.MaxConnectionIdLength);
        }

        return count > 0;
    }

    public static void List(ReadOnlySpan<byte> bytes, ListingWriter to)
    {
        var packets = new QuicPackets(bytes);
        while (packets.MoveNext()) ListPacket(packets.Current, to);
        if (!packets.IsClean) to.Field("Ends early").Text("a packet is longer than the datagram");
    }

    static void ListPacket(QuicPacket packet, ListingWriter to)
    {
        to.Field("Packet").Text(Name(packet)).Text(", ").Number(packet.Bytes.Length).Text(" bytes");
        if (packet.Type == QuicPacketType.OneRtt) return;
        to.Indent();
        to.Field("Version").Text(packet.Version == 0 ? "0" : QuicVersions.Name(packet.Version)).Text(" (").Hex(packet.Version, 8).Text(")");
        to.Field("Destination connection id").Bytes(packet.DestinationConnectionId);
        to.Field("Source connection id").Bytes(packet.SourceConnectionId);
        if (!packet.Token.IsEmpty) to.Field("Token").Bytes(packet.Token);
        for (var i = 0; i < Math.Min(16, packet.SupportedVersions.Length / 4); i++)
            to.Field("Supported version").Text(QuicVersions.Name(packet.SupportedVersion(i)));
        to.Outdent();
    }

    static string Name(QuicPacket packet) => packet.Type switch
    {
        QuicPacketType.Initial => "Initial",
        QuicPacketType.ZeroRtt => "0-RTT",
        QuicPacketType.Handshake => "Handshake",
        QuicPacketType.Retry => "Retry",
        QuicPacketType.VersionNegotiation => "Version Negotiation",
        QuicPacketType.OneRtt => "Protected Payload",
        _ => packet.Version == 0 ? "Google QUIC" : QuicVersions.Name(packet.Version),
    };
}
