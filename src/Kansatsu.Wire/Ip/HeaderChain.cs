namespace Kansatsu.Wire;

/// <summary>Does a first fragment hold all headers, the upper layer's included, as RFC 7112 §5 wants? Otherwise filters see nothing.</summary>
static class HeaderChain
{
    public static bool IsWhole(byte protocol, ReadOnlySpan<byte> payload)
    {
        while (IpProtocols.IsExtension(protocol) && protocol != IpProtocols.NoNextHeader)
        {
            if (payload.Length < 8) return false;
            var length = protocol switch
            {
                IpProtocols.Authentication => (payload[1] + 2) * 4,
                IpProtocols.Fragment => FragmentHeader.Length,
                _ => (payload[1] + 1) * 8,
            };
            if (payload.Length < length) return false;
            protocol = payload[0];
            payload = payload[length..];
        }

        return payload.Length >= ShortestHeader(protocol);
    }

    static int ShortestHeader(byte protocol) => protocol switch
    {
        IpProtocols.Tcp => TcpHeader.MinLength,
        IpProtocols.Udp or IpProtocols.UdpLite or IpProtocols.Esp => UdpHeader.HeaderLength,
        IpProtocols.Sctp => 12,
        IpProtocols.Icmpv6 or IpProtocols.Icmp or IpProtocols.Gre => 4,
        IpProtocols.Ipv6 => Ipv6Header.Length,
        IpProtocols.Ipv4 => Ipv4Header.MinLength,
        _ => 0,
    };
}
