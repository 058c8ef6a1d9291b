namespace Kansatsu.Wire;

/// <summary>The lines and blocks of OSPF.</summary>
static class OspfListing
{
    const byte Protocol = 89;
    const int ChecksumOffset = 12;

    public static bool Summarize(in Dissection d, in Layer layer, ListingWriter to)
    {
        if (!OspfHeader.TryRead(d.BytesOf(layer), out var ospf)) return false;
        to.Text(OspfHeader.NameOf(ospf.Type));
        return true;
    }

    public static void List(in Dissection d, in Layer layer, ListingWriter to)
    {
        to.Title("Open Shortest Path First");
        var packet = d.BytesOf(layer);
        if (!OspfHeader.TryRead(packet, out var ospf)) return;
        to.Field("Version").Number(ospf.Version);
        to.Field("Type").Number(ospf.Type).Text(" (").Text(OspfHeader.NameOf(ospf.Type)).Text(")");
        to.Field("Length").Number(ospf.PacketLength);
        WriteId("Router ID", ospf.RouterId, to);
        WriteId("Area ID", ospf.AreaId, to);
        // With version 2 the sum leaves the password out; what would be right is not worked out for it.
        if (ospf.Version == 3) ChecksumListing.List(d, layer, packet[..Math.Min(packet.Length, ospf.PacketLength)], ChecksumOffset, Protocol, to);
        else to.Field("Checksum").Hex(ospf.Checksum, 4).Text(layer.Checksum switch
        {
            ChecksumVerdict.Good => " [correct]",
            ChecksumVerdict.Bad => " [incorrect]",
            ChecksumVerdict.NotPresent => " [not present]",
            _ => " [not captured]",
        });
        if (OspfHello.TryRead(ospf, out var hello)) ListHello(hello, to);
        if (ospf.RequestCount > 0) to.Field("Requests").Number(ospf.RequestCount);
        foreach (var lsa in ospf.Lsas)
        {
            to.Field("LSA").Text("type ").Hex(lsa.Type, 4).Text(", id ").Address(Ipv6Address.FromIpv4(lsa.LinkStateId)).Text(", router ")
                .Address(Ipv6Address.FromIpv4(lsa.AdvertisingRouter)).Text(", age ").Number(lsa.Age & 0x7fff).Text(" s, sequence ").Hex(lsa.SequenceNumber, 8);
        }
    }

    static void ListHello(in OspfHello hello, ListingWriter to)
    {
        to.Field("Hello interval").Number(hello.HelloIntervalSeconds).Text(" s");
        to.Field("Dead interval").Number(hello.DeadIntervalSeconds).Text(" s");
        to.Field("Priority").Number(hello.Priority);
        WriteId("Designated router", hello.DesignatedRouter, to);
        WriteId("Backup designated router", hello.BackupDesignatedRouter, to);
        for (var i = 0; i < hello.NeighborCount; i++) WriteId("Neighbor", hello.Neighbor(i), to);
    }

    static void WriteId(string name, uint id, ListingWriter to) => to.Field(name).Address(Ipv6Address.FromIpv4(id));
}
