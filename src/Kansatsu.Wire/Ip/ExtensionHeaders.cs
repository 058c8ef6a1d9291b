using System.Buffers.Binary;

namespace Kansatsu.Wire;

/// <summary>
/// Walks any chain of IPv6 extension headers (RFC 8200 §4), AH (RFC 4302), mobility (RFC 6275), HIP (RFC 7401), shim6 (RFC 5533).
/// Every header is at least eight bytes, so the walk ends with the packet; headers beyond the room for layers are walked but not listed.
/// </summary>
static class ExtensionHeaders
{
    /// <summary>More than this many in one packet is worth a name: RFC 8504 §5.3 lets receivers limit the chain.</summary>
    const int Unusual = 8;

    public static LayerKind Read(LayerKind kind, ref Dissection d)
    {
        switch (kind)
        {
            case LayerKind.Fragment: return FragmentLayer.ReadIpv6(ref d);
            case LayerKind.Esp: return ReadEsp(ref d);
            case LayerKind.NoNextHeader: return ReadNoNextHeader(ref d);
        }

        var next = kind;
        while (IsWalkedHere(next))
            next = ReadOne(next, ref d);
        return next;
    }

    static bool IsWalkedHere(LayerKind kind) => kind is LayerKind.HopByHop or LayerKind.Routing or LayerKind.DestinationOptions
        or LayerKind.Authentication or LayerKind.Mobility or LayerKind.Hip or LayerKind.Shim6;

    static LayerKind ReadOne(LayerKind kind, ref Dissection d)
    {
        var bytes = d.Rest;
        if (bytes.Length < 8) return d.EndShort(kind, 8, Anomaly.Ipv6TruncatedExtension);
        // AH counts 4-byte units minus 2 (RFC 4302 §2.2); all others 8-byte units without the first.
        var length = kind == LayerKind.Authentication ? (bytes[1] + 2) * 4 : (bytes[1] + 1) * 8;
        if (bytes.Length < length) return d.EndShort(kind, length, Anomaly.Ipv6TruncatedExtension);

        var protocol = bytes[0];
        if (d.HasRoomForExtension) d.Push(kind, length).Value = protocol;
        else d.Skip(length);
        d.EnclosingIp.Value = protocol;
        if (!d.IsQuoting) Inspect(kind, bytes[..length], ref d);
        // The control protocols that may not have a payload end the chain with 59; anything else is followed.
        return kind is LayerKind.Mobility or LayerKind.Hip or LayerKind.Shim6 && protocol == IpProtocols.NoNextHeader
            ? LayerKind.None
            : IpProtocols.Next(protocol, ref d);
    }

    static void Inspect(LayerKind kind, ReadOnlySpan<byte> header, ref Dissection d)
    {
        var chain = d.CountExtension(kind);
        if (chain.Total == Unusual + 1) d.Flag(Anomaly.Ipv6TooManyExtensions);
        switch (kind)
        {
            case LayerKind.HopByHop:
                if (chain.OfKind > 1) d.Flag(Anomaly.Ipv6DuplicateHopByHop);
                else if (chain.Total > 1) d.Flag(Anomaly.Ipv6HopByHopNotFirst);
                Ipv6Options.Inspect(kind, header, ref d);
                break;
            case LayerKind.DestinationOptions:
                // Once before the routing header, once before the payload (RFC 8200 §4.1).
                if (chain.OfKind > 2) d.Flag(Anomaly.Ipv6DuplicateDestination);
                Ipv6Options.Inspect(kind, header, ref d);
                break;
            case LayerKind.Routing:
                if (chain.OfKind > 1) d.Flag(Anomaly.Ipv6DuplicateRouting);
                RoutingHeader.Inspect(header, ref d);
                break;
            case LayerKind.Authentication:
                if (chain.OfKind > 1) d.Flag(Anomaly.Ipv6DuplicateAuthentication);
                if (BinaryPrimitives.ReadUInt16BigEndian(header[2..]) != 0) d.Flag(Anomaly.Ipv6AuthenticationReserved);
                break;
        }
    }

    /// <summary>What ESP carries is encrypted: its header is all there is to read (RFC 4303 §2).</summary>
    static LayerKind ReadEsp(ref Dissection d)
    {
        if (d.Remaining < 8) return d.EndShort(LayerKind.Esp, 8, Anomaly.Ipv6TruncatedExtension);
        if (!d.IsQuoting && d.IsComplete && EspTrailer.NamesNext(d.Rest, IpProtocols.Esp)) d.Flag(Anomaly.Ipv6DuplicateEsp);
        d.PushTransport(LayerKind.Esp, 8);
        return d.End(StopReason.Unsupported, LayerKind.Esp);
    }

    static LayerKind ReadNoNextHeader(ref Dissection d)
    {
        d.Push(LayerKind.NoNextHeader, 0);
        if (d.Remaining == 0) return LayerKind.None;
        if (!d.IsQuoting) d.Flag(Anomaly.Ipv6DataAfterNoNextHeader);
        return LayerKind.Data;
    }
}
