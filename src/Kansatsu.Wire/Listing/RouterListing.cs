namespace Kansatsu.Wire;

/// <summary>The lines and blocks of the smaller protocols among routers.</summary>
static class RouterListing
{
    const byte VrrpProtocol = 112;
    const int VrrpChecksumOffset = 6;
    const int EigrpChecksumOffset = 2;

    public static bool Summarize(in Dissection d, in Layer layer, ListingWriter to)
    {
        var bytes = d.BytesOf(layer);
        switch (layer.Kind)
        {
            case LayerKind.Vrrp when VrrpMessage.TryRead(bytes, out var vrrp):
                to.Text("Announcement (v").Number(vrrp.Version).Text(") vrid=").Number(vrrp.VirtualRouterId).Text(" prio=").Number(vrrp.Priority);
                return true;
            case LayerKind.Eigrp when EigrpHeader.TryRead(bytes, out var eigrp):
                to.Text(eigrp.Name);
                return true;
            case LayerKind.Rip or LayerKind.Ripng when RipMessage.TryRead(bytes, out var rip):
                to.Text(CommandOf(rip.Command)).Text(", ").Number(rip.EntryCount).Text(rip.EntryCount == 1 ? " entry" : " entries");
                return true;
            case LayerKind.Hsrp when HsrpMessage.TryRead(bytes, out var hsrp):
                to.Text(hsrp.OpcodeName).Text(" (state ").Text(hsrp.StateName).Text(") group=").Number(hsrp.Group);
                return true;
            case LayerKind.Bgp: return SummarizeBgp(bytes, to);
            default: return false;
        }
    }

    public static void List(in Dissection d, in Layer layer, ListingWriter to)
    {
        var bytes = d.BytesOf(layer);
        to.Title(TitleOf(layer.Kind));
        switch (layer.Kind)
        {
            case LayerKind.Vrrp when VrrpMessage.TryRead(bytes, out var vrrp): ListVrrp(d, layer, vrrp, to); break;
            case LayerKind.Eigrp when EigrpHeader.TryRead(bytes, out var eigrp): ListEigrp(d, layer, eigrp, to); break;
            case LayerKind.Rip or LayerKind.Ripng when RipMessage.TryRead(bytes, out var rip): ListRip(layer.Kind, rip, to); break;
            case LayerKind.Hsrp when HsrpMessage.TryRead(bytes, out var hsrp): ListHsrp(hsrp, to); break;
            case LayerKind.Bgp:
                foreach (var message in new BgpMessages(bytes)) to.Field(BgpMessages.NameOf(message.Type)).Number(message.Length).Text(" bytes");
                break;
        }
    }

    static string TitleOf(LayerKind kind) => kind switch
    {
        LayerKind.Vrrp => "Virtual Router Redundancy Protocol",
        LayerKind.Eigrp => "Enhanced Interior Gateway Routing Protocol",
        LayerKind.Rip => "Routing Information Protocol",
        LayerKind.Ripng => "RIPng",
        LayerKind.Hsrp => "Cisco Hot Standby Router Protocol",
        _ => "Border Gateway Protocol",
    };

    static string CommandOf(byte command) => command switch { 1 => "Request", 2 => "Response", _ => "Unknown command" };

    static bool SummarizeBgp(ReadOnlySpan<byte> bytes, ListingWriter to)
    {
        var messages = new BgpMessages(bytes);
        if (!messages.MoveNext())
        {
            to.Text("Continuation");
            return true;
        }

        to.Text(BgpMessages.NameOf(messages.Type));
        while (messages.MoveNext()) to.Text(", ").Text(BgpMessages.NameOf(messages.Type));
        return true;
    }

    static void ListVrrp(in Dissection d, in Layer layer, in VrrpMessage vrrp, ListingWriter to)
    {
        to.Field("Version").Number(vrrp.Version);
        to.Field("Virtual router ID").Number(vrrp.VirtualRouterId);
        to.Field("Priority").Number(vrrp.Priority);
        to.Field("Interval").Number(vrrp.IntervalCentiseconds).Text(" centiseconds");
        ChecksumListing.List(d, layer, d.BytesOf(layer), VrrpChecksumOffset, vrrp.Version == 3 ? VrrpProtocol : (byte)0, to);
        to.Field("Addresses").Number(vrrp.AddressCount);
        // Sixteen bytes for each address can only be IPv6.
        if (vrrp.Ipv6Addresses.Count == vrrp.AddressCount)
            for (var i = 0; i < vrrp.AddressCount; i++) to.Field("Address").Address(vrrp.Ipv6Addresses[i]);
        else
            for (var i = 0; i < vrrp.Ipv4AddressCount; i++) to.Field("Address").Address(vrrp.Ipv4Address(i));
    }

    static void ListEigrp(in Dissection d, in Layer layer, in EigrpHeader eigrp, ListingWriter to)
    {
        to.Field("Opcode").Number(eigrp.Opcode).Text(" (").Text(eigrp.Name).Text(")");
        ChecksumListing.List(d, layer, d.BytesOf(layer), EigrpChecksumOffset, 0, to);
        to.Field("Flags").Hex(eigrp.Flags, 8);
        to.Field("Sequence").Number(eigrp.SequenceNumber);
        to.Field("Acknowledge").Number(eigrp.AcknowledgmentNumber);
        to.Field("Autonomous system").Number(eigrp.AutonomousSystem);
    }

    static void ListRip(LayerKind kind, in RipMessage rip, ListingWriter to)
    {
        to.Field("Command").Text(CommandOf(rip.Command));
        to.Field("Version").Number(rip.Version);
        for (var i = 0; i < rip.EntryCount; i++)
        {
            if (kind == LayerKind.Ripng && rip.IsNextHop(i)) to.Field("Next hop").Address(rip.NextHop(i));
            else if (kind == LayerKind.Ripng) to.Field("Route").Address(rip.Prefix(i).Address).Text("/").Number(rip.Prefix(i).Length).Text(" metric ").Number(rip.Metric(i));
            else to.Field("Route").Address(rip.Ipv4Destination(i)).Text(" mask ").Address(rip.Ipv4Mask(i)).Text(" metric ").Number(rip.Ipv4Metric(i));
        }
    }

    static void ListHsrp(in HsrpMessage hsrp, ListingWriter to)
    {
        to.Field("Version").Number(hsrp.Version);
        to.Field("Opcode").Text(hsrp.OpcodeName);
        to.Field("State").Text(hsrp.StateName);
        to.Field("Group").Number(hsrp.Group);
        to.Field("Priority").Number(hsrp.Priority);
        to.Field("Hello time").Number(hsrp.HelloMilliseconds).Text(" ms");
        to.Field("Hold time").Number(hsrp.HoldMilliseconds).Text(" ms");
        to.Field("Virtual address").Address(hsrp.VirtualAddress);
    }
}
