using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>Hosts and devices announce themselves to their neighbors, or ask who is there.</summary>
sealed class ChatterRule : CauseRule
{
    /// <summary>Where SSDP and WS-Discovery, mDNS, and LLMNR ask (RFC 6762 §3, RFC 4795 §2).</summary>
    static readonly Ipv6Address[] s_groups =
    [
        Ipv6Address.Parse("239.255.255.250"), Ipv6Address.Parse("ff02::c"), Ipv6Address.Parse("ff05::c"), Ipv6Address.Parse("224.0.0.251"), Ipv6Address.Parse("ff02::fb"),
        Ipv6Address.Parse("224.0.0.252"), Ipv6Address.Parse("ff02::1:3"),
    ];

    public override FlowKinds Concerns => FlowKinds.Udp;

    public override bool TryExplain(in Flow flow, in CauseContext context, ref Verdict verdict)
    {
        if (flow.Protocol != IpProtocols.Udp) return false;
        var toAll = flow.IsToGroup || IsDirectedBroadcast(flow.Responder, context);
        if (!toAll && !(context.IsNear(flow.Initiator) && context.IsNear(flow.Responder))) return false;
        var byContent = ByContent(flow.Application);
        var name = byContent ?? ByPort(toAll ? flow.ResponderPort : (ushort)0);
        var isUnknownBroadcast = name is null && toAll && !flow.Responder.IsMulticast;
        if (name is null && !isUnknownBroadcast) return false;
        if (verdict.WantsWords) verdict.Because(byContent is null ? "port" : "content", name ?? "a broadcast of unknown content", flow.FirstFrame);
        if (verdict.WantsWords && !toAll) TellQuestion(flow, context, ref verdict);
        var confidence = name is null ? Confidence.Guess : byContent is null ? Confidence.Likely : Confidence.Certain;
        // Where home was told, it is told apart from its neighbors; an inferred home is the whole link.
        return context.HomeIsGiven && context.HomeBegan(flow)
            ? verdict.Is(CauseKind.OwnHousekeeping, confidence, "home announces itself or looks who is there")
            : verdict.Is(CauseKind.NeighborChatter, confidence, "hosts announce themselves or look who is there");
    }

    /// <summary>An answer goes to the port that asked a group: the two are one conversation to people.</summary>
    static void TellQuestion(in Flow flow, in CauseContext context, ref Verdict verdict)
    {
        foreach (var group in s_groups)
        {
            if (group.IsIpv4 != (flow.Family == 4)) continue;
            if (context.FindQuestion(flow, group) is not (>= 0 and var index)) continue;
            ref readonly var question = ref context.FlowAt(index);
            verdict.Because("content", $"it answers flow {FlowId.Of(question)}, which asked all on the link", question.FirstFrame, flow.FirstFrame);
            return;
        }
    }

    /// <summary>The last address of a /24: the commonest subnet, and no host has it there.</summary>
    static bool IsDirectedBroadcast(Ipv6Address address, in CauseContext context) => address.IsIpv4 && (address.Ipv4 & 0xff) == 0xff && context.IsNear(address);

    static string? ByContent(LayerKind application) => application switch
    {
        LayerKind.Mdns => "mDNS",
        LayerKind.Llmnr => "LLMNR",
        LayerKind.Ssdp => "SSDP",
        LayerKind.WsDiscovery => "WS-Discovery",
        LayerKind.Nbns => "NetBIOS names",
        LayerKind.NetBiosDatagram => "NetBIOS datagrams (browser announcements)",
        _ => null,
    };

    static string? ByPort(ushort port) => port switch
    {
        137 or 138 => "NetBIOS",
        427 => "SLP",
        1900 => "SSDP",
        3702 => "WS-Discovery",
        5353 => "mDNS",
        5355 => "LLMNR",
        5678 => "MikroTik discovery",
        6771 => "BitTorrent local peer discovery",
        10001 => "Ubiquiti discovery",
        17500 => "Dropbox LAN sync",
        21027 => "Syncthing discovery",
        27036 => "Steam in-home streaming",
        32412 or 32414 => "Plex discovery",
        54915 => "Logitech Arx discovery",
        57621 => "Spotify Connect",
        _ => null,
    };
}
