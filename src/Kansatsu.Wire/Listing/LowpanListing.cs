namespace Kansatsu.Wire;

/// <summary>IEEE 802.15.4 frames and the 6LoWPAN headers before a datagram.</summary>
static class LowpanListing
{
    public static bool Summarize(in Dissection d, in Layer layer, ListingWriter to) => layer.Kind == LayerKind.Ieee802154
        ? SummarizeFrame(d.BytesOf(layer), to)
        : SummarizeFragment(d.BytesOf(layer), to);

    public static void List(in Dissection d, in Layer layer, ListingWriter to)
    {
        if (layer.Kind == LayerKind.Ieee802154) ListFrame(d.BytesOf(layer), to);
        else ListHeaders(d.BytesOf(layer), to);
    }

    static bool SummarizeFrame(ReadOnlySpan<byte> bytes, ListingWriter to)
    {
        if (!Ieee802154Header.TryRead(bytes, out var header)) return false;
        to.Text(FrameName(header.Type));
        if (header.IsSecured) to.Text(", secured");
        if (header.Link.DestinationLength > 0) Address(header.Link.Destination, header.Link.DestinationLength, to.Text(", to "));
        if (header.Link.SourceLength > 0) Address(header.Link.Source, header.Link.SourceLength, to.Text(", from "));
        return true;
    }

    static bool SummarizeFragment(ReadOnlySpan<byte> bytes, ListingWriter to)
    {
        if (!LowpanHeader.TryRead(bytes, out var header) || header.Fragment == LowpanFragment.None) return false;
        to.Text(FragmentName(header.Fragment)).Text(" (tag=").Number(header.DatagramTag);
        if (header.Fragment != LowpanFragment.Acknowledgment)
        {
            to.Text(" off=").Number(header.Offset);
            if (header.DatagramSize >= 0) to.Text(" size=").Number(header.DatagramSize);
        }

        to.Text(")");
        return true;
    }

    static void ListFrame(ReadOnlySpan<byte> bytes, ListingWriter to)
    {
        if (!Ieee802154Header.TryRead(bytes, out var header)) return;
        to.Field("Frame").Text(FrameName(header.Type)).Text(header.IsSecured ? ", secured" : "");
        to.Field("Frame control").Hex(header.FrameControl, 4);
        to.Field("Sequence").Number(header.Sequence);
        to.Field("Network").Hex(header.Link.Network, 4);
        if (header.Link.DestinationLength > 0) Address(header.Link.Destination, header.Link.DestinationLength, to.Field("Destination"));
        if (header.Link.SourceLength > 0) Address(header.Link.Source, header.Link.SourceLength, to.Field("Source"));
    }

    static void ListHeaders(ReadOnlySpan<byte> bytes, ListingWriter to)
    {
        if (!LowpanHeader.TryRead(bytes, out var header)) return;
        to.Field("Dispatch").Hex(header.Dispatch, 2);
        if (header.HasMesh)
        {
            to.Field("Hops left").Number(header.HopsLeft);
            Address(header.Mesh.Source, header.Mesh.SourceLength, to.Field("Originator"));
            Address(header.Mesh.Destination, header.Mesh.DestinationLength, to.Field("Final destination"));
        }

        if (header.HasBroadcast) to.Field("Broadcast sequence").Number(header.BroadcastSequence);
        if (header.Fragment == LowpanFragment.None) return;
        to.Field("Fragment").Text(FragmentName(header.Fragment));
        to.Field("Datagram tag").Number(header.DatagramTag);
        if (header.Fragment == LowpanFragment.Acknowledgment) return;
        if (header.DatagramSize >= 0) to.Field("Datagram size").Number(header.DatagramSize);
        to.Field("Offset").Number(header.Offset);
        if (header.Fragment == LowpanFragment.Recoverable) to.Field("Sequence").Number(header.Sequence);
    }

    static void Address(ulong address, int length, ListingWriter to) => to.Hex(address, length * 2);

    static string FrameName(int type) => type switch
    {
        Ieee802154Header.Beacon => "Beacon",
        Ieee802154Header.DataType => "Data",
        Ieee802154Header.Acknowledgement => "Acknowledgement",
        _ => "Command",
    };

    static string FragmentName(LowpanFragment fragment) => fragment switch
    {
        LowpanFragment.First => "First fragment",
        LowpanFragment.Subsequent => "Fragment",
        LowpanFragment.Recoverable => "Recoverable fragment",
        _ => "Fragment acknowledgment",
    };
}
