namespace Kansatsu.Wire;

/// <summary>The lines and blocks of carriers of other packets; a line is only needed where nothing inside has one.</summary>
static class TunnelListing
{
    /// <returns>False when the layer has nothing to say in a line.</returns>
    public static bool Summarize(in Dissection d, in Layer layer, ListingWriter to)
    {
        switch (layer.Kind)
        {
            case LayerKind.Gre: to.Text("Encapsulated ").Hex(layer.Value, 4); return true;
            case LayerKind.Gtp: to.Text("Message type ").Number(layer.Value); return true;
            case LayerKind.L2tp: return SummarizeL2tp(d.BytesOf(layer), to);
            case LayerKind.L2tpv3: to.Text("L2TPv3"); return true;
            case LayerKind.Capwap: to.Text("CAPWAP"); return true;
            case LayerKind.Teredo: to.Text("Teredo"); return true;
            case LayerKind.Wireguard: to.Text(WireguardName(layer.Value)); return true;
            case LayerKind.Lisp: to.Text("LISP"); return true;
            default: return false;
        }
    }

    public static void List(in Dissection d, in Layer layer, ListingWriter to)
    {
        to.Title(LayerNames.Short(layer.Kind)).Text(" (").Number(layer.Length).Text(" bytes)");
        var bytes = d.BytesOf(layer);
        switch (layer.Kind)
        {
            case LayerKind.Gre: ListGre(bytes, layer.Checksum, to); break;
            case LayerKind.Erspan: ListErspan(d.HeaderOf(layer), to); break;
            case LayerKind.L2tp: ListL2tp(bytes, to); break;
            case LayerKind.L2tpv3: to.Field("Session").Bytes(bytes[..Math.Min(bytes.Length, 4)]); break;
            case LayerKind.Vxlan: ListVxlan(bytes, to); break;
            case LayerKind.Geneve: ListGeneve(bytes, to); break;
            case LayerKind.Gtp: ListGtp(bytes, to); break;
            case LayerKind.Teredo: ListTeredo(d.HeaderOf(layer), to); break;
            case LayerKind.Capwap: ListCapwap(d.HeaderOf(layer), to); break;
            case LayerKind.Ayiya or LayerKind.Nsh: to.Field("Next").Number(layer.Value); break;
            case LayerKind.Wireguard: to.Field("Message").Text(WireguardName(layer.Value)).Text(" (").Number(layer.Value).Text(")"); break;
            default: break;
        }
    }

    static bool SummarizeL2tp(ReadOnlySpan<byte> bytes, ListingWriter to)
    {
        if (!L2tpHeader.TryRead(bytes, out var header)) return false;
        to.Text(header.IsControl ? "Control message" : "Data message");
        if (header.Version == 2) to.Text(" (tunnel ").Number(header.TunnelId).Text(", session ").Number(header.SessionId).Text(")");
        if (header.IsControl) to.Text(", ").Text(L2tpMessageName(header.MessageType));
        return true;
    }

    static void ListGre(ReadOnlySpan<byte> bytes, ChecksumVerdict verdict, ListingWriter to)
    {
        if (!GreHeader.TryRead(bytes, out var gre)) return;
        to.Field("Flags and version").Hex(gre.Flags, 4);
        to.Field("Protocol").Hex(gre.Protocol, 4);
        if (gre.HasChecksum) to.Field("Checksum").Hex(gre.Checksum, 4).Text(VerdictName(verdict));
        if (gre.HasKey && gre.Version == 0) to.Field("Key").Hex(gre.Key, 8);
        if (gre.HasKey && gre.Version == 1) to.Field("Call").Number(gre.CallId);
        if (gre.HasSequence) to.Field("Sequence number").Number(gre.SequenceNumber);
    }

    static void ListErspan(ReadOnlySpan<byte> header, ListingWriter to)
    {
        if (!ErspanHeader.TryRead(header, out var erspan)) return;
        to.Field("Version").Number(erspan.Version);
        to.Field("VLAN").Number(erspan.Vlan);
        to.Field("Session").Number(erspan.SessionId);
    }

    static void ListL2tp(ReadOnlySpan<byte> bytes, ListingWriter to)
    {
        if (!L2tpHeader.TryRead(bytes, out var header)) return;
        to.Field("Version").Number(header.Version);
        to.Field("Kind").Text(header.IsControl ? "control" : "data");
        if (header.Version == 3) to.Field("Connection or session").Hex(header.ConnectionId, 8);
        else to.Field("Tunnel").Number(header.TunnelId).Text(", session ").Number(header.SessionId);
        if (header.IsControl) to.Field("Message").Text(L2tpMessageName(header.MessageType)).Text(" (").Number(header.MessageType).Text(")");
    }

    static void ListVxlan(ReadOnlySpan<byte> bytes, ListingWriter to)
    {
        if (!VxlanHeader.TryRead(bytes, out var header)) return;
        to.Field("Flags").Hex(header.Flags, 2);
        to.Field("Network identifier").Number(header.NetworkIdentifier);
        if (header.HasNextProtocol) to.Field("Next protocol").Number(header.NextProtocol);
    }

    static void ListGeneve(ReadOnlySpan<byte> bytes, ListingWriter to)
    {
        if (!GeneveHeader.TryRead(bytes, out var header)) return;
        to.Field("Protocol").Hex(header.Protocol, 4);
        to.Field("Network identifier").Number(header.NetworkIdentifier);
        if (header.IsControl) to.Field("Kind").Text("control");
        foreach (var option in header.Options)
        {
            to.Field("Option").Hex(option.Class, 4).Text(" type ").Hex(option.Type, 2).Text(option.IsCritical ? " critical " : " ");
            to.Bytes(option.Value);
        }
    }

    static void ListGtp(ReadOnlySpan<byte> bytes, ListingWriter to)
    {
        if (!GtpHeader.TryRead(bytes, out var header)) return;
        to.Field("Version").Number(header.Version).Text(header.IsPrime ? " (prime)" : "");
        to.Field("Message type").Number(header.MessageType);
        to.Field("Length").Number(header.PayloadLength);
        if (header.Version == 1 && !header.IsPrime) to.Field("Tunnel endpoint").Hex(header.TunnelEndpoint, 8);
    }

    static void ListTeredo(ReadOnlySpan<byte> bytes, ListingWriter to)
    {
        if (!TeredoHeader.TryRead(bytes, out var header)) return;
        if (header.HasAuthentication) to.Field("Authentication").Text("present");
        if (header.HasOrigin) to.Field("Origin").Address(header.OriginAddress).Text(" port ").Number(header.OriginPort);
    }

    static void ListCapwap(ReadOnlySpan<byte> bytes, ListingWriter to)
    {
        if (bytes.Length < CapwapHeader.MinLength) to.Field("Payload").Text("DTLS");
        if (!CapwapHeader.TryRead(bytes, out var header)) return;
        to.Field("Radio").Number(header.RadioId);
        to.Field("Binding").Number(header.Binding);
        to.Field("Payload").Text(header.IsNative ? "radio frame" : "802.3 frame");
    }

    static string VerdictName(ChecksumVerdict verdict) => verdict switch
    {
        ChecksumVerdict.Good => " [correct]",
        ChecksumVerdict.Bad => " [incorrect]",
        ChecksumVerdict.NotCaptured => " [not captured]",
        _ => "",
    };

    static string WireguardName(int type) => type switch
    {
        1 => "Handshake initiation",
        2 => "Handshake response",
        3 => "Cookie reply",
        4 => "Transport data",
        _ => "Unknown message",
    };

    static string L2tpMessageName(ushort type) => type switch
    {
        0 => "acknowledgement",
        1 => "start control connection request",
        2 => "start control connection reply",
        3 => "start control connection connected",
        4 => "stop control connection",
        6 => "hello",
        7 => "outgoing call request",
        8 => "outgoing call reply",
        9 => "outgoing call connected",
        10 => "incoming call request",
        11 => "incoming call reply",
        12 => "incoming call connected",
        14 => "call disconnect",
        _ => "other message",
    };
}
