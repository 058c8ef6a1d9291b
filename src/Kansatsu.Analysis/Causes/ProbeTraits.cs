using System.Buffers.Binary;
using System.Numerics;
using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>
/// Reads the traits of scanning tools from the first packet of a flow. Only what ordinary systems do not send counts. Sources: ZMap and masscan,
/// Durumeric et al., "An Internet-Wide View of Internet-Wide Scanning" (2014), §3.2; masscan's packet template (templ-pkt.c); nmap's raw SYN, nmap-services
/// and "Nmap Network Scanning" ch. 5; Mirai, Antonakakis et al. (2017), §3.1; yarrp, trace6.cpp and trace.h; thc-ipv6, alive6.c; scan6, scan6.c.
/// </summary>
static class ProbeTraits
{
    const ushort ZmapIdentification = 54321;
    const ushort MasscanWindow = 1025;
    const uint YarrpMark = 0x7972_7036;
    const uint ThcIdentifierAndSequence = 0xdead_beef;
    const uint OnlySegmentSize1460 = 0x0204_05b4;
    const byte UnknownOptionType = 0x80;
    const ushort TracerouteFirst = 33434;
    const ushort TracerouteLast = 33689;
    const byte HardlyAnyHops = 2;

    /// <param name="transport">Position of the transport layer; -1 when there is none.</param>
    public static ProbeTrait Of(in Dissection d, int ip, int transport)
    {
        if (transport < 0 || d[ip].IsFragment) return ProbeTrait.None;
        ref readonly var layer = ref d[transport];
        var header = d.Buffer(d[ip].Buffer)[d[ip].Offset..];
        var isIpv6 = d[ip].Kind == LayerKind.Ipv6;
        var trait = layer.Kind switch
        {
            LayerKind.Tcp => OfTcp(d, layer, header, isIpv6),
            LayerKind.Udp => OfUdp(d, layer, header, isIpv6),
            LayerKind.Icmpv6 when layer.Value >> 8 == Icmpv6Types.EchoRequest => OfEcho(d, ip, transport),
            _ => ProbeTrait.None,
        };
        // ZMap marks TCP, UDP and ICMP alike; a stranger's packet has this number once in 65,536.
        return trait == ProbeTrait.None && !isIpv6 && Identification(header) == ZmapIdentification ? ProbeTrait.Zmap : trait;
    }

    static ProbeTrait OfTcp(in Dissection d, in Layer layer, ReadOnlySpan<byte> ip, bool isIpv6)
    {
        if (!TcpHeader.TryRead(d.HeaderOf(layer), out var tcp)) return ProbeTrait.None;
        switch (tcp.Flags)
        {
            case 0: return ProbeTrait.NullFlags;
            case TcpFlags.Fin | TcpFlags.Psh | TcpFlags.Urg: return ProbeTrait.Xmas;
            case TcpFlags.Syn: break;
            default: return ProbeTrait.None;
        }

        if (isIpv6 && IsYarrp(d.PayloadOf(layer))) return ProbeTrait.Yarrp;
        if (!isIpv6)
        {
            var target = BinaryPrimitives.ReadUInt32BigEndian(ip[16..]);
            if (tcp.SequenceNumber == target) return ProbeTrait.Mirai;
            var identification = Identification(ip);
            if (identification == ZmapIdentification) return ProbeTrait.Zmap;
            if (identification != 0 && identification == (ushort)(target ^ tcp.DestinationPort ^ tcp.SequenceNumber)) return ProbeTrait.Masscan;
        }

        if (tcp.Options.Length != 4 || BinaryPrimitives.ReadUInt32BigEndian(tcp.Options) != OnlySegmentSize1460) return ProbeTrait.None;
        if (tcp.Window == MasscanWindow) return ProbeTrait.Masscan;
        return tcp.Window is 1024 or 2048 or 3072 or 4096 ? ProbeTrait.RawSyn : ProbeTrait.None;
    }

    static ProbeTrait OfUdp(in Dissection d, in Layer layer, ReadOnlySpan<byte> ip, bool isIpv6)
    {
        if (isIpv6 && IsYarrp(d.PayloadOf(layer))) return ProbeTrait.Yarrp;
        if (layer.HeaderLength < 4) return ProbeTrait.None;
        var port = BinaryPrimitives.ReadUInt16BigEndian(d.HeaderOf(layer)[2..]);
        return port is >= TracerouteFirst and <= TracerouteLast && ip[isIpv6 ? 7 : 8] <= HardlyAnyHops ? ProbeTrait.Traceroute : ProbeTrait.None;
    }

    static ProbeTrait OfEcho(in Dissection d, int ip, int transport)
    {
        var message = d.BytesOf(d[transport]);
        if (message.Length >= 8 && BinaryPrimitives.ReadUInt32BigEndian(message[4..]) == ThcIdentifierAndSequence) return ProbeTrait.Thc;
        if (message.Length >= 8 && IsYarrp(message[8..])) return ProbeTrait.Yarrp;
        for (var i = ip + 1; i < transport; i++)
        {
            if (d[i].Kind != LayerKind.DestinationOptions) continue;
            var options = d.HeaderOf(d[i]);
            if (options.Length >= 4 && options[2] == UnknownOptionType) return ProbeTrait.UnknownOption;
        }

        return ProbeTrait.None;
    }

    static bool IsYarrp(ReadOnlySpan<byte> payload) => payload.Length >= 4 && BinaryPrimitives.ReadUInt32BigEndian(payload) == YarrpMark;

    static ushort Identification(ReadOnlySpan<byte> ipv4) => BinaryPrimitives.ReadUInt16BigEndian(ipv4[4..]);

    public static uint Bit(ProbeTrait trait) => 1u << (int)trait;

    /// <summary>The tool that all of these traits point to, in words; null when they point nowhere or to several.</summary>
    public static string? ToolOf(uint traits) => BitOperations.PopCount(traits & ~1u) == 1 ? ToolOf((ProbeTrait)BitOperations.TrailingZeroCount(traits & ~1u)) : null;

    public static string? ToolOf(ProbeTrait trait) => trait switch
    {
        ProbeTrait.Zmap => "ZMap",
        ProbeTrait.Masscan => "masscan",
        ProbeTrait.RawSyn => "nmap or alike",
        ProbeTrait.Mirai => "Mirai or its offspring",
        ProbeTrait.Yarrp => "yarrp",
        ProbeTrait.Thc => "thc-ipv6 (alive6)",
        ProbeTrait.UnknownOption => "scan6 or alive6",
        ProbeTrait.NullFlags or ProbeTrait.Xmas => "nmap or alike",
        ProbeTrait.Traceroute => "traceroute",
        _ => null,
    };

    /// <summary>What was seen, for the evidence.</summary>
    public static string SaysOf(ProbeTrait trait) => trait switch
    {
        ProbeTrait.Zmap => "its IP identification is 54321, as ZMap sends it",
        ProbeTrait.Masscan => "its IP identification or window is computed or fixed as masscan does it",
        ProbeTrait.RawSyn => "its SYN has a window of some 1024 and no option but a segment size, as nmap makes it and no system",
        ProbeTrait.Mirai => "its sequence number is the target's address, as Mirai sends it",
        ProbeTrait.Yarrp => "its payload begins with yarrp's mark (yrp6)",
        ProbeTrait.Thc => "echo identifier and sequence number are dead and beef, as the tools of thc-ipv6 send them",
        ProbeTrait.UnknownOption => "a destination option that nobody knows (0x80) stands before the echo request, to provoke an error",
        ProbeTrait.NullFlags => "TCP without any flag, which no system sends",
        ProbeTrait.Xmas => "TCP with FIN, PSH and URG, which no system sends",
        ProbeTrait.Traceroute => "a datagram to traceroute's ports with hardly any hops left",
        _ => "nothing tells which tool it is",
    };
}
