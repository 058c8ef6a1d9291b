using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>Who began, judged from the first packet seen of a flow.</summary>
static class FlowDirection
{
    /// <returns><see cref="FlowFlags.Flipped"/> when the receiver began, <see cref="FlowFlags.InitiatorGuessed"/> when that is a guess.</returns>
    public static FlowFlags Of(in FlowKey key, LayerKind transport, TcpFlags tcp)
    {
        // A group never begins anything; a packet from one is forged or broken.
        if (key.Source.IsGroup) return key.Destination.IsGroup ? FlowFlags.InitiatorGuessed : FlowFlags.Flipped | FlowFlags.InitiatorGuessed;
        if (key.Destination.IsGroup) return FlowFlags.None;
        return transport switch
        {
            LayerKind.Tcp => OfTcp(key, tcp),
            LayerKind.Icmpv6 or LayerKind.Icmp => IcmpPorts.IsAnswer(key.Family, key.SourcePort) ? FlowFlags.Flipped : FlowFlags.None,
            LayerKind.Udp or LayerKind.UdpLite or LayerKind.Sctp or LayerKind.Dccp => LooksLikeAnswer(key) ? FlowFlags.Flipped | FlowFlags.InitiatorGuessed : FlowFlags.None,
            _ => FlowFlags.None,
        };
    }

    static FlowFlags OfTcp(in FlowKey key, TcpFlags flags)
    {
        if ((flags & (TcpFlags.Syn | TcpFlags.Ack)) == TcpFlags.Syn) return FlowFlags.None;
        if ((flags & TcpFlags.Syn) != 0) return FlowFlags.Flipped | FlowFlags.InitiatorGuessed;
        return LooksLikeAnswer(key) ? FlowFlags.Flipped | FlowFlags.InitiatorGuessed : FlowFlags.InitiatorGuessed;
    }

    /// <summary>From a port where services listen to one where clients begin.</summary>
    static bool LooksLikeAnswer(in FlowKey key) => ServicePorts.Contains(key.SourcePort) && !ServicePorts.Contains(key.DestinationPort);
}
