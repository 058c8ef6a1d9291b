namespace Kansatsu.Wire;

/// <summary>IEEE 802.11 frames and the radiotap header.</summary>
static class WirelessListing
{
    public static bool Summarize(in Dissection d, in Layer layer, ListingWriter to)
    {
        if (!TryRead(d, layer, out var header)) return false;
        to.Text(FrameName(header));
        if (header.IsProtected) to.Text(", protected");
        var name = header.NetworkName;
        if (!name.IsEmpty) to.Text(", SSID='").Wire(name, 32).Text("'");
        return true;
    }

    public static void List(in Dissection d, in Layer layer, ListingWriter to)
    {
        if (!TryRead(d, layer, out var header)) return;
        to.Field("Frame").Text(FrameName(header)).Text(" (type ").Number(header.Type).Text(", subtype ").Number(header.Subtype).Text(")");
        to.Field("Flags").Hex(header.Flags, 2);
        to.Field("Receiver").Mac(header.Receiver);
        if (header.Type == Ieee80211Header.Control) return;
        to.Field("Transmitter").Mac(header.Transmitter);
        to.Field("Destination").Mac(header.Destination);
        to.Field("Source").Mac(header.Source);
        to.Field("Sequence").Number(header.SequenceControl >> 4).Text(", fragment ").Number(header.FragmentNumber);
        if (!header.NetworkName.IsEmpty) to.Field("SSID").Wire(header.NetworkName, 32);
    }

    public static void ListRadiotap(ReadOnlySpan<byte> bytes, ListingWriter to)
    {
        if (!RadiotapHeader.TryRead(bytes, out var header)) return;
        to.Field("Header length").Number(header.Length);
        to.Field("Present").Hex(header.Present, 8);
        to.Field("Flags").Hex(header.Flags, 2);
        if ((header.Flags & RadiotapHeader.FlagBadFrameCheck) != 0) to.Field("Frame check").Text("bad");
    }

    /// <summary>The reader kept the frame control byte it believed, which tells whether the bytes stand swapped.</summary>
    static bool TryRead(in Dissection d, in Layer layer, out Ieee80211Header header)
    {
        var bytes = d.BytesOf(layer);
        return Ieee80211Header.TryRead(bytes, out header, bytes.Length > 0 && bytes[0] != layer.Value);
    }

    static string FrameName(in Ieee80211Header header) => (header.Type, header.Subtype) switch
    {
        (0, 0) => "Association request",
        (0, 1) => "Association response",
        (0, 2) => "Reassociation request",
        (0, 3) => "Reassociation response",
        (0, 4) => "Probe request",
        (0, 5) => "Probe response",
        (0, 8) => "Beacon",
        (0, 10) => "Disassociation",
        (0, 11) => "Authentication",
        (0, 12) => "Deauthentication",
        (0, 13) => "Action",
        (0, _) => "Management",
        (1, 8) => "Block ack request",
        (1, 9) => "Block ack",
        (1, 10) => "PS-Poll",
        (1, 11) => "Request to send",
        (1, 12) => "Clear to send",
        (1, 13) => "Acknowledgement",
        (1, _) => "Control",
        (2, 4) => "Null function",
        (2, 12) => "QoS null function",
        (2, >= 8) => "QoS data",
        (2, _) => "Data",
        _ => "Extension",
    };
}
