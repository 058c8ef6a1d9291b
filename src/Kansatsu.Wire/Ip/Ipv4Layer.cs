using System.Runtime.CompilerServices;

namespace Kansatsu.Wire;

/// <summary>Reads the IPv4 header, hands fragments to the table, names what is wrong.</summary>
static class Ipv4Layer
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LayerKind Read(ref Dissection d)
    {
        var bytes = d.Rest;
        if (d.IpIsTooDeep) return d.End(StopReason.LimitReached, LayerKind.Ipv4, Anomaly.TunnelTooDeep);
        if (bytes.Length > 0 && bytes[0] >> 4 != 4) return WrongVersion(ref d, bytes[0] >> 4);
        if (!Ipv4Header.TryRead(bytes, out var header)) return d.EndShort(LayerKind.Ipv4, Ipv4Header.MinLength, TooShort(ref d));
        if (header.HeaderLength < Ipv4Header.MinLength) return d.End(StopReason.Malformed, LayerKind.Ipv4, Anomaly.Ipv4HeaderLengthInvalid);

        // Total length 0 comes from segmentation offload on the capturing host: the frame's length counts.
        var total = (int)header.TotalLength;
        if (total != 0 && total < header.HeaderLength) return d.End(StopReason.Malformed, LayerKind.Ipv4, Anomaly.Ipv4HeaderLengthInvalid);
        if (total != 0 && !d.IsQuoting && d.HasTrailer(total)) d.Flag(Anomaly.Ipv4TrailingBytes);
        if (total != 0 && !d.Limit(total) && !d.IsQuoting)
        {
            d.Flag(Anomaly.Ipv4Truncated);
            d.Note(StopReason.Truncated, LayerKind.Ipv4);
        }

        if (bytes.Length < header.HeaderLength) return d.EndShort(LayerKind.Ipv4, header.HeaderLength, Anomaly.Ipv4Truncated);
        ref var layer = ref d.PushIp(LayerKind.Ipv4, header.HeaderLength);
        layer.Value = header.Protocol;
        if (!d.IsQuoting)
        {
            layer.Checksum = Checksum.Fold(Checksum.OfWords(bytes[..header.HeaderLength])) == 0xffff ? ChecksumVerdict.Good : Bad(ref d, header);
            NameOddities(ref d, header);
        }

        if (header.MoreFragments || header.FragmentOffset != 0) return FragmentLayer.ReadIpv4(ref d, header);
        return IpProtocols.Next(header.Protocol, ref d);
    }

    static ChecksumVerdict Bad(ref Dissection d, in Ipv4Header header)
    {
        d.Flag(Anomaly.ChecksumIpv4);
        return header.HeaderChecksum == 0 ? ChecksumVerdict.Offloaded : ChecksumVerdict.Bad;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void NameOddities(ref Dissection d, in Ipv4Header header)
    {
        var source = header.Source;
        if (source.IsMulticast) d.Flag(Anomaly.Ipv4MulticastSource);
        if (source == header.Destination) d.Flag(Anomaly.Ipv4SameSourceAndDestination);
        if (header.HeaderLength == Ipv4Header.MinLength) return;
        var options = new Ipv4Options(header.Options);
        while (options.MoveNext())
            if (options.Type == Ipv4Options.RouterAlert) d.HasRouterAlert = true;
        if (!options.IsClean) d.Flag(Anomaly.Ipv4OptionInvalid);
    }

    static LayerKind WrongVersion(ref Dissection d, int version)
    {
        var outer = d.IpLayer >= 0 ? d.EnclosingIp.Kind : LayerKind.None;
        d.Flag(outer == LayerKind.Ipv6 ? Anomaly.Ipv4InIpv6WrongVersion : Anomaly.Ipv4WrongVersion);
        if (version == 6 && outer == LayerKind.None)
        {
            d.Flag(Anomaly.EtherTypeVersionMismatch);
            return LayerKind.Ipv6;
        }

        return d.End(StopReason.Malformed, LayerKind.Ipv4);
    }

    static Anomaly TooShort(ref Dissection d) =>
        d.IpLayer >= 0 && !d.IsQuoting && d.EnclosingIp.Kind == LayerKind.Ipv6 ? Anomaly.Ipv4InIpv6TooShort : Anomaly.Ipv4TooShort;
}
