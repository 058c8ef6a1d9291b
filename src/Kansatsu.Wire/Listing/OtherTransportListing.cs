namespace Kansatsu.Wire;

/// <summary>SCTP, DCCP and UDP-Lite.</summary>
static class OtherTransportListing
{
    /// <summary>Most chunks named in a line.</summary>
    const int MaxNamed = 8;

    public static bool Summarize(in Dissection d, in Layer layer, ListingWriter to)
    {
        var bytes = d.BytesOf(layer);
        switch (layer.Kind)
        {
            case LayerKind.Sctp when SctpHeader.TryRead(bytes, out var sctp):
                Ports(sctp.SourcePort, sctp.DestinationPort, to);
                NameChunks(sctp.Chunks, to);
                return true;
            case LayerKind.Dccp when DccpHeader.TryRead(bytes, out var dccp):
                Ports(dccp.SourcePort, dccp.DestinationPort, to);
                to.Text(" [").Text(DccpHeader.NameOf(dccp.Type) ?? "reserved type").Text("] Seq=").Number(dccp.SequenceNumber);
                return true;
            case LayerKind.UdpLite when UdpLiteHeader.TryRead(bytes, out var udp):
                Ports(udp.SourcePort, udp.DestinationPort, to);
                to.Text(" Len=").Number(layer.DeclaredLength - UdpLiteHeader.HeaderLength);
                return true;
            default: return false;
        }
    }

    public static void List(in Dissection d, in Layer layer, ListingWriter to)
    {
        to.Title(LayerNames.Short(layer.Kind)).Text(" (").Number(layer.Length).Text(" bytes)");
        var bytes = d.BytesOf(layer);
        switch (layer.Kind)
        {
            case LayerKind.Sctp when SctpHeader.TryRead(bytes, out var sctp): ListSctp(sctp, layer.Checksum, to); break;
            case LayerKind.Dccp when DccpHeader.TryRead(bytes, out var dccp): ListDccp(dccp, layer.Checksum, to); break;
            case LayerKind.UdpLite when UdpLiteHeader.TryRead(bytes, out var udp):
                PortFields(udp.SourcePort, udp.DestinationPort, to);
                to.Field("Checksum coverage").Number(udp.ChecksumCoverage);
                ChecksumField(udp.Checksum, 4, layer.Checksum, to);
                break;
        }
    }

    static void ListSctp(in SctpHeader sctp, ChecksumVerdict verdict, ListingWriter to)
    {
        PortFields(sctp.SourcePort, sctp.DestinationPort, to);
        to.Field("Verification tag").Hex(sctp.VerificationTag, 8);
        ChecksumField(sctp.Checksum, 8, verdict, to);
        foreach (var chunk in sctp.Chunks)
        {
            to.Field("Chunk").Text(SctpChunks.NameOf(chunk.Type) ?? "unknown").Text(" (").Number(chunk.Type).Text("), flags ");
            to.Hex(chunk.Flags, 2).Text(", ").Number(chunk.Value.Length).Text(" bytes");
        }
    }

    static void ListDccp(in DccpHeader dccp, ChecksumVerdict verdict, ListingWriter to)
    {
        PortFields(dccp.SourcePort, dccp.DestinationPort, to);
        to.Field("Type").Text(DccpHeader.NameOf(dccp.Type) ?? "reserved").Text(" (").Number(dccp.Type).Text(")");
        to.Field("Header length").Number(dccp.Length);
        to.Field("Sequence number").Number(dccp.SequenceNumber);
        to.Field("Checksum coverage").Number(dccp.ChecksumCoverage);
        ChecksumField(dccp.Checksum, 4, verdict, to);
    }

    static void NameChunks(SctpChunks chunks, ListingWriter to)
    {
        var named = 0;
        foreach (var chunk in chunks)
        {
            if (named++ == MaxNamed)
            {
                to.Text(" …");
                return;
            }

            to.Text(" ").Text(SctpChunks.NameOf(chunk.Type) ?? "unknown chunk");
        }
    }

    static void Ports(ushort source, ushort destination, ListingWriter to) => to.Number(source).Text(" → ").Number(destination);

    static void PortFields(ushort source, ushort destination, ListingWriter to)
    {
        to.Field("Source port").Number(source);
        to.Field("Destination port").Number(destination);
    }

    static void ChecksumField(uint checksum, int digits, ChecksumVerdict verdict, ListingWriter to) =>
        to.Field("Checksum").Hex(checksum, digits).Text(verdict switch
        {
            ChecksumVerdict.Good => " [correct]",
            ChecksumVerdict.Bad => " [incorrect]",
            ChecksumVerdict.NotPresent => " [not present]",
            _ => " [not captured]",
        });
}
