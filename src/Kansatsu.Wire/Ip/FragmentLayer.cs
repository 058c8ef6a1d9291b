namespace Kansatsu.Wire;

/// <summary>Hands fragments of both families to the <see cref="FragmentTable"/> and goes on when a packet is complete.</summary>
static class FragmentLayer
{
    /// <summary>A first fragment shorter than this cannot hold a TCP header: a known way around filters (RFC 1858, RFC 7112).</summary>
    const int TinyFirst = 40;

    public static LayerKind ReadIpv6(ref Dissection d)
    {
        var bytes = d.Rest;
        if (!FragmentHeader.TryRead(bytes, out var header)) return d.EndShort(LayerKind.Fragment, FragmentHeader.Length, Anomaly.Ipv6TruncatedExtension);
        if (d.HasRoomForExtension) d.Push(LayerKind.Fragment, FragmentHeader.Length).Value = header.NextHeader;
        else d.Skip(FragmentHeader.Length);
        ref var ip = ref d.EnclosingIp;
        ip.Value = header.NextHeader;
        if (d.IsQuoting) return header.FragmentOffset == 0 ? IpProtocols.Next(header.NextHeader, ref d) : LayerKind.Data;

        if (d.CountExtension(LayerKind.Fragment).OfKind > 1) d.Flag(Anomaly.Ipv6DuplicateFragment);
        if (header.Reserved != 0) d.Flag(Anomaly.FragmentReservedNotZero);
        if (header.IsAtomic)
        {
            d.Flag(Anomaly.FragmentAtomic);
            return IpProtocols.Next(header.NextHeader, ref d);
        }

        if (!Ipv6Header.TryRead(d.HeaderOf(ip), out var outer)) return LayerKind.Data;
        var key = new FragmentKey(outer.Source, outer.Destination, header.Identification, -1, d.Interface);
        return Add(ref d, key, header.FragmentOffset, header.MoreFragments, header.NextHeader);
    }

    public static LayerKind ReadIpv4(ref Dissection d, in Ipv4Header header)
    {
        if (d.IsQuoting) return header.FragmentOffset == 0 ? IpProtocols.Next(header.Protocol, ref d) : LayerKind.Data;
        var key = new FragmentKey(header.Source, header.Destination, header.Identification, header.Protocol, d.Interface);
        return Add(ref d, key, header.FragmentOffset, header.MoreFragments, header.Protocol);
    }

    static LayerKind Add(ref Dissection d, in FragmentKey key, int offset, bool more, byte protocol)
    {
        var payload = d.Rest;
        if (!d.IsComplete)
        {
            d.Note(d.Frame.IsCut ? StopReason.CutByCapture : StopReason.Truncated, LayerKind.Fragment);
            // It can never complete; what the first one says of its payload is all that will be known.
            if (offset == 0) return IpProtocols.Next(protocol, ref d);
            d.EnclosingIp.Flags |= LayerFlags.Fragment;
            return LayerKind.Data;
        }

        d.EnclosingIp.Flags |= LayerFlags.Fragment;

        if (more && payload.Length % 8 != 0) d.Flag(Anomaly.FragmentLengthInvalid);
        if (offset + payload.Length > FragmentedPacket.MaxLegalLength) d.Flag(Anomaly.FragmentTooLarge);
        if (offset == 0 && payload.Length < TinyFirst) d.Flag(Anomaly.FragmentTiny);
        if (offset == 0 && protocol == IpProtocols.Icmpv6 && payload.Length > 0 && payload[0] is >= 133 and <= 137)
            d.Flag(Anomaly.FragmentOfNeighborDiscovery);

        if (offset == 0 && d.EnclosingIp.Kind == LayerKind.Ipv6 && !HeaderChain.IsWhole(protocol, payload)) d.Flag(Anomaly.FragmentHeaderChainIncomplete);
        var problem = d.Fragments.Add(key, d.Timestamp, offset, more, protocol, payload, out var packet, out var first);
        if (problem != Anomaly.None) d.Flag(problem);
        if (packet.IsEmpty || !d.SwitchTo(packet)) return LayerKind.Data;
        d.EnclosingIp.Flags = (d.EnclosingIp.Flags & ~LayerFlags.Fragment) | LayerFlags.Reassembled;
        d.EnclosingIp.Value = first;
        return IpProtocols.Next(first, ref d);
    }
}
