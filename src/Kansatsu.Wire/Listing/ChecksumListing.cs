namespace Kansatsu.Wire;

/// <summary>The checksum line of every layer that has one: the field, the verdict, and what would have been right.</summary>
static class ChecksumListing
{
    const int Ipv4AddressLength = 4;
    const int Ipv4SourceOffset = 12;
    const int Ipv6SourceOffset = 8;

    /// <param name="covered">The bytes that the checksum sums; the field lies in them.</param>
    /// <param name="offset">Where the field lies.</param>
    /// <param name="protocol">Number for the pseudo-header; 0 when none is summed.</param>
    public static void List(in Dissection d, in Layer layer, ReadOnlySpan<byte> covered, int offset, byte protocol, ListingWriter to, string name = "Checksum")
    {
        if (covered.Length < offset + 2) return;
        var field = (ulong)(covered[offset] << 8 | covered[offset + 1]);
        to.Field(name).Hex(field, 4);
        switch (layer.Checksum)
        {
            case ChecksumVerdict.Good: to.Text(" [correct]"); break;
            case ChecksumVerdict.Bad: to.Text(" [incorrect, should be ").Hex(Expected(d, layer, covered, offset, protocol), 4).Text("]"); break;
            case ChecksumVerdict.Offloaded: to.Text(" [offloaded: only the pseudo-header is summed]"); break;
            case ChecksumVerdict.NotCaptured: to.Text(" [not captured]"); break;
            case ChecksumVerdict.NotPresent: to.Text(" [not present]"); break;
        }
    }

    static ushort Expected(in Dissection d, in Layer layer, ReadOnlySpan<byte> covered, int offset, byte protocol)
    {
        var sum = protocol == 0 ? 0 : PseudoSum(d, layer, protocol, covered.Length);
        sum = Checksum.Add(Checksum.Add(sum, covered[..offset]), covered[(offset + 2)..]);
        var expected = (ushort)~Checksum.Fold(sum);
        // UDP keeps zero for "none" (RFC 768).
        return expected == 0 && (layer.Kind is LayerKind.Udp or LayerKind.UdpLite) ? ushort.MaxValue : expected;
    }

    /// <summary>The pseudo-header of the IP layer right outside of this one, with the addresses that a routing header and a Home Address option hold.</summary>
    static ulong PseudoSum(in Dissection d, in Layer layer, byte protocol, int covered)
    {
        ReadOnlySpan<byte> source = default;
        ReadOnlySpan<byte> destination = default;
        for (var i = 0; i < d.Count; i++)
        {
            ref readonly var outer = ref d[i];
            if (outer.Buffer == layer.Buffer && outer.Offset == layer.Offset && outer.Kind == layer.Kind) break;
            var header = d.HeaderOf(outer);
            if (outer.Kind is LayerKind.Ipv6 or LayerKind.Ipv4)
            {
                var length = outer.Kind == LayerKind.Ipv6 ? Ipv6Address.Length : Ipv4AddressLength;
                var addresses = header.Slice(outer.Kind == LayerKind.Ipv6 ? Ipv6SourceOffset : Ipv4SourceOffset, 2 * length);
                source = addresses[..length];
                destination = addresses[length..];
            }
            else if (outer.Kind == LayerKind.Routing && RoutingHeader.TryRead(header, out var routing) && routing.FinalDestinationIndex >= 0)
                destination = header.Slice(RoutingHeader.MinLength + (routing.FinalDestinationIndex * Ipv6Address.Length), Ipv6Address.Length);
            else if (outer.Kind == LayerKind.DestinationOptions)
            {
                foreach (var option in new Ipv6Options(header))
                    if (option.Type == Ipv6Options.HomeAddress && option.Value.Length == Ipv6Address.Length) source = option.Value;
            }
        }

        var sum = Checksum.Add(Checksum.Add(0, source), destination);
        return sum + Checksum.Word(protocol) + Checksum.Word((ushort)covered) + Checksum.Word((ushort)(covered >> 16));
    }
}
