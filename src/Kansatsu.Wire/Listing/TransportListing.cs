namespace Kansatsu.Wire;

/// <summary>The lines and blocks of TCP and UDP.</summary>
static class TransportListing
{
    const int TcpChecksumOffset = 16;
    const int UdpChecksumOffset = 6;

    /// <returns>False when the layer has nothing to say in a line.</returns>
    public static bool Summarize(in Dissection d, in Layer layer, ListingWriter to)
    {
        switch (layer.Kind)
        {
            case LayerKind.Tcp: return SummarizeTcp(d, layer, to);
            case LayerKind.Udp:
                if (!UdpHeader.TryRead(d.HeaderOf(layer), out var udp)) return false;
                to.Text("Source port: ").Number(udp.SourcePort).Text("  Destination port: ").Number(udp.DestinationPort);
                return true;
            default: return OtherTransportListing.Summarize(d, layer, to);
        }
    }

    public static void List(in Dissection d, in Layer layer, ListingWriter to)
    {
        switch (layer.Kind)
        {
            case LayerKind.Tcp: ListTcp(d, layer, to); break;
            case LayerKind.Udp: ListUdp(d, layer, to); break;
            default: OtherTransportListing.List(d, layer, to); break;
        }
    }

    static bool SummarizeTcp(in Dissection d, in Layer layer, ListingWriter to)
    {
        if (!TcpHeader.TryRead(d.HeaderOf(layer), out var tcp)) return false;
        to.Number(tcp.SourcePort).Text(" → ").Number(tcp.DestinationPort).Text(" [");
        WriteFlags(tcp.Flags, to);
        to.Text("] Seq=").Number(tcp.SequenceNumber);
        if ((tcp.Flags & TcpFlags.Ack) != 0) to.Text(" Ack=").Number(tcp.AcknowledgmentNumber);
        to.Text(" Win=").Number(tcp.Window).Text(" Len=").Number(layer.DeclaredLength - layer.HeaderLength);
        foreach (var option in new TcpOptions(tcp.Options))
        {
            var value = new WireReader(option.Value);
            switch (option.Kind)
            {
                case TcpOptions.MaximumSegmentSize when value.TryReadUInt16(out var size): to.Text(" MSS=").Number(size); break;
                case TcpOptions.WindowScale when value.TryReadByte(out var shift): to.Text(" WS=").Number(1L << Math.Min((int)shift, 14)); break;
                case TcpOptions.SackPermitted: to.Text(" SACK_PERM"); break;
                case TcpOptions.Timestamps when value.TryReadUInt32(out var at) && value.TryReadUInt32(out var echo):
                    to.Text(" TSval=").Number(at).Text(" TSecr=").Number(echo);
                    break;
            }
        }

        return true;
    }

    static void WriteFlags(TcpFlags flags, ListingWriter to)
    {
        if (flags == TcpFlags.None)
        {
            to.Text("<None>");
            return;
        }

        var first = true;
        for (var bit = 0; bit < 8; bit++)
        {
            var flag = (TcpFlags)(1 << bit);
            if ((flags & flag) == 0) continue;
            if (!first) to.Text(", ");
            first = false;
            to.Text(flag switch
            {
                TcpFlags.Fin => "FIN",
                TcpFlags.Syn => "SYN",
                TcpFlags.Rst => "RST",
                TcpFlags.Psh => "PSH",
                TcpFlags.Ack => "ACK",
                TcpFlags.Urg => "URG",
                TcpFlags.Ece => "ECE",
                _ => "CWR",
            });
        }
    }

    static void ListTcp(in Dissection d, in Layer layer, ListingWriter to)
    {
        to.Title("Transmission Control Protocol");
        var header = d.HeaderOf(layer);
        if (!TcpHeader.TryRead(header, out var tcp))
        {
            ListPorts(header, to);
            return;
        }

        to.Text(", Src Port: ").Number(tcp.SourcePort).Text(", Dst Port: ").Number(tcp.DestinationPort);
        ListPorts(header, to);
        to.Field("Sequence number").Number(tcp.SequenceNumber);
        to.Field("Acknowledgment number").Number(tcp.AcknowledgmentNumber);
        to.Field("Header length").Number(tcp.HeaderLength).Text(" bytes");
        to.Field("Flags").Hex((byte)tcp.Flags, 2).Text(" (");
        WriteFlags(tcp.Flags, to);
        to.Text(")").Field("Window size").Number(tcp.Window);
        ChecksumListing.List(d, layer, d.BytesOf(layer), TcpChecksumOffset, IpProtocols.Tcp, to);
        if (tcp.UrgentPointer != 0) to.Field("Urgent pointer").Number(tcp.UrgentPointer);
        var options = new TcpOptions(tcp.Options);
        while (options.MoveNext()) TcpOptionListing.List(options, to);
        if (!options.IsClean) to.Field("Options").Text("end in a length that points outside");
    }

    static void ListUdp(in Dissection d, in Layer layer, ListingWriter to)
    {
        to.Title("User Datagram Protocol");
        var header = d.HeaderOf(layer);
        if (!UdpHeader.TryRead(header, out var udp))
        {
            ListPorts(header, to);
            return;
        }

        to.Text(", Src Port: ").Number(udp.SourcePort).Text(", Dst Port: ").Number(udp.DestinationPort);
        ListPorts(header, to);
        to.Field("Length").Number(udp.Length);
        ChecksumListing.List(d, layer, d.BytesOf(layer), UdpChecksumOffset, IpProtocols.Udp, to);
    }

    /// <summary>The ports are there even when a quotation ends behind them.</summary>
    static void ListPorts(ReadOnlySpan<byte> header, ListingWriter to)
    {
        var reader = new WireReader(header);
        if (reader.TryReadUInt16(out var source)) to.Field("Source port").Number(source);
        if (reader.TryReadUInt16(out var destination)) to.Field("Destination port").Number(destination);
    }
}
