using System.Runtime.CompilerServices;

namespace Kansatsu.Wire;

/// <summary>Reads the fixed IPv6 header and names what is wrong with it.</summary>
static class Ipv6Layer
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LayerKind Read(ref Dissection d)
    {
        var bytes = d.Rest;
        if (d.IpIsTooDeep) return d.End(StopReason.LimitReached, LayerKind.Ipv6, Anomaly.TunnelTooDeep);
        if (bytes.Length > 0 && bytes[0] >> 4 != 6) return WrongVersion(ref d, bytes[0] >> 4);
        if (!Ipv6Header.TryRead(bytes, out var header)) return d.EndShort(LayerKind.Ipv6, Ipv6Header.Length, TooShort(ref d));

        var payload = (int)header.PayloadLength;
        if (payload != 0 && !d.IsQuoting && d.HasTrailer(Ipv6Header.Length + payload)) d.Flag(Anomaly.Ipv6TrailingBytes);
        // Length 0 is a jumbogram (RFC 2675) or a super-packet that the capturing host never put on a wire: the frame's length counts.
        if (payload != 0 && !d.Limit(Ipv6Header.Length + payload) && !d.IsQuoting)
        {
            d.Flag(Anomaly.Ipv6Truncated);
            d.Note(StopReason.Truncated, LayerKind.Ipv6);
        }

        d.PushIp(LayerKind.Ipv6, Ipv6Header.Length).Value = header.NextHeader;
        d.BeginChain();
        if (!d.IsQuoting) NameOddities(ref d, header, payload);
        return IpProtocols.Next(header.NextHeader, ref d);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void NameOddities(ref Dissection d, in Ipv6Header header, int payload)
    {
        var source = header.Source;
        var destination = header.Destination;
        if (source.High >> 56 == 0xff) d.Flag(Anomaly.Ipv6MulticastSource);
        if (source.IsUnspecified) d.ComesFromNobody = true;
        if (source == destination) d.Flag(Anomaly.Ipv6SameSourceAndDestination);
        if (destination.High == 0 && destination.Low <= 1)
            d.Flag(destination.Low == 0 ? Anomaly.Ipv6UnspecifiedDestination : Anomaly.Ipv6LoopbackOnWire);
        if (destination.High >> 56 == 0xff && (destination.High >> 48 & 0xf) is 0 or 0xf) d.Flag(Anomaly.Ipv6MulticastScopeReserved);
        if (payload == 0 && header.NextHeader is not (IpProtocols.HopByHop or IpProtocols.NoNextHeader)) d.Flag(Anomaly.Ipv6PayloadLengthZero);
    }

    /// <summary>The version nibble is believed before the EtherType (a lying EtherType is reported, the packet is still read).</summary>
    static LayerKind WrongVersion(ref Dissection d, int version)
    {
        var outer = d.IpLayer >= 0 ? d.EnclosingIp.Kind : LayerKind.None;
        d.Flag(outer switch
        {
            LayerKind.Ipv6 => Anomaly.Ipv6InIpv6WrongVersion,
            LayerKind.Ipv4 => Anomaly.Ipv6InIpv4WrongVersion,
            _ => Anomaly.Ipv6WrongVersion,
        });
        if (version == 4 && outer == LayerKind.None) return LayerKind.Ipv4;
        return d.End(StopReason.Malformed, LayerKind.Ipv6);
    }

    static Anomaly TooShort(ref Dissection d) => d.IpLayer < 0 || d.IsQuoting
        ? Anomaly.Ipv6TooShort
        : d.EnclosingIp.Kind == LayerKind.Ipv6 ? Anomaly.Ipv6InIpv6TooShort : Anomaly.Ipv6InIpv4TooShort;
}
