namespace Kansatsu.Wire;

/// <summary>The lines and blocks of PIM.</summary>
static class PimListing
{
    const int ChecksumOffset = 2;

    public static bool Summarize(in Dissection d, in Layer layer, ListingWriter to)
    {
        if (!PimHeader.TryRead(d.BytesOf(layer), out var pim)) return false;
        if (pim.Version == 2) to.Text(pim.IsNullRegister ? "Null-register" : PimTypes.NameOf(pim.Type));
        else to.Text("PIM version ").Number(pim.Version);
        return true;
    }

    public static void List(in Dissection d, in Layer layer, ListingWriter to)
    {
        to.Title("Protocol Independent Multicast");
        var message = d.BytesOf(layer);
        if (!PimHeader.TryRead(message, out var pim)) return;
        to.Field("Version").Number(pim.Version);
        if (pim.Version != 2) return;
        to.Field("Type").Number(pim.Type).Text(" (").Text(PimTypes.NameOf(pim.Type)).Text(")");
        var isIpv6 = IsOverIpv6(d, layer);
        var covered = pim.Type == PimTypes.Register ? message[..Math.Min(message.Length, PimHeader.RegisterLength)] : message;
        ChecksumListing.List(d, layer, covered, ChecksumOffset, isIpv6 ? PimLayer.Protocol : (byte)0, to);
        if (PimHello.TryRead(message, out var hello)) ListHello(hello, to);
        else if (PimJoinPrune.TryRead(message, out var joinPrune)) ListJoinPrune(joinPrune, to);
        else if (PimAssert.TryRead(message, out var assert)) ListAssert(assert, to);
        else if (PimBootstrap.TryRead(message, out var bootstrap)) ListBootstrap(bootstrap, to);
        else if (PimCandidateRp.TryRead(message, out var candidate)) ListCandidate(candidate, to);
        else if (PimRegisterStop.TryRead(message, out var stop))
        {
            WriteGroup("Group", stop.Group, to);
            to.Field("Source").Address(stop.Source);
        }
        else if (pim.Type == PimTypes.Register) to.Field("Null register").Text(pim.IsNullRegister ? "yes" : "no");
    }

    static bool IsOverIpv6(in Dissection d, in Layer layer)
    {
        var result = false;
        for (var i = 0; i < d.Count && !(d[i].Offset == layer.Offset && d[i].Buffer == layer.Buffer && d[i].Kind == layer.Kind); i++)
            if (d[i].Kind is LayerKind.Ipv6 or LayerKind.Ipv4) result = d[i].Kind == LayerKind.Ipv6;
        return result;
    }

    static void ListHello(PimHello hello, ListingWriter to)
    {
        while (hello.MoveNext())
        {
            var value = new WireReader(hello.Value);
            switch (hello.Type)
            {
                case PimHello.HoldTime when value.TryReadUInt16(out var seconds): to.Field("Hold time").Number(seconds).Text(" s"); break;
                case PimHello.DrPriority when value.TryReadUInt32(out var priority): to.Field("DR priority").Number(priority); break;
                case PimHello.GenerationId when value.TryReadUInt32(out var id): to.Field("Generation ID").Hex(id, 8); break;
                case PimHello.LanPruneDelay when value.TryReadUInt16(out var delay) && value.TryReadUInt16(out var interval):
                    to.Field("LAN prune delay").Number(delay & 0x7fff).Text(" ms, override ").Number(interval).Text(" ms");
                    break;
                case PimHello.AddressList:
                    while (PimHello.TryTakeAddress(ref value, out var address)) to.Field("Address").Address(address);
                    break;
                default: to.Field("Option").Number(hello.Type).Text(": ").Bytes(hello.Value); break;
            }
        }
    }

    static void ListJoinPrune(in PimJoinPrune message, ListingWriter to)
    {
        to.Field("Upstream neighbor").Address(message.UpstreamNeighbor);
        to.Field("Groups").Number(message.GroupCount);
        to.Field("Hold time").Number(message.HoldTimeSeconds).Text(" s");
        var sources = message.Sources;
        while (sources.MoveNext())
        {
            WriteGroup(sources.IsJoin ? "Join" : "Prune", sources.Group, to);
            to.Text(" source ").Address(sources.Source.Address).Text(sources.Source.IsWildcard ? " wildcard" : "")
                .Text(sources.Source.IsRendezvousPointTree ? " rp-tree" : "");
        }
    }

    static void ListAssert(in PimAssert assert, ListingWriter to)
    {
        WriteGroup("Group", assert.Group, to);
        to.Field("Source").Address(assert.Source);
        to.Field("Metric preference").Number(assert.MetricPreference).Text(assert.IsRendezvousPointTree ? " (rp-tree)" : "");
        to.Field("Metric").Number(assert.Metric);
    }

    static void ListBootstrap(PimBootstrap bootstrap, ListingWriter to)
    {
        to.Field("Bootstrap router").Address(bootstrap.BootstrapRouter).Text(", priority ").Number(bootstrap.Priority);
        while (bootstrap.MoveNext())
        {
            WriteGroup("Group", bootstrap.Group, to);
            to.Text(" at ").Address(bootstrap.RendezvousPoint).Text(", hold time ").Number(bootstrap.HoldTimeSeconds).Text(" s, priority ")
                .Number(bootstrap.RendezvousPointPriority);
        }
    }

    static void ListCandidate(PimCandidateRp candidate, ListingWriter to)
    {
        to.Field("Rendezvous point").Address(candidate.RendezvousPoint).Text(", priority ").Number(candidate.Priority).Text(", hold time ")
            .Number(candidate.HoldTimeSeconds).Text(" s");
        while (candidate.MoveNext()) WriteGroup("Group", candidate.Current, to);
    }

    static void WriteGroup(string name, PimAddress group, ListingWriter to) => to.Field(name).Address(group.Address).Text("/").Number(group.MaskLength);
}
