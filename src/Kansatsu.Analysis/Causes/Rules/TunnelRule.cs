using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>The flow carries other packets; those have flows and causes of their own.</summary>
sealed class TunnelRule : CauseRule
{
    public override bool TryExplain(in Flow flow, in CauseContext context, ref Verdict verdict)
    {
        if ((flow.Flags & FlowFlags.Carrier) != 0)
        {
            verdict.Because("content", "IP packets were read inside it", flow.FirstFrame);
            return verdict.Is(CauseKind.Tunnel, Confidence.Certain, IsToRelay(flow)
                ? "6to4 by way of the relays' anycast address, which was given up (RFC 7526); what it carries is explained by itself"
                : "carries other IP packets, which are explained by themselves");
        }

        if (!IsTunnel(flow) || (flow.HasPorts && !flow.IsAnswered && !context.FromHome)) return false;
        verdict.Because(flow.HasPorts ? "content" : "protocol", "what is inside is encrypted or was not read", flow.FirstFrame);
        return verdict.Is(CauseKind.Tunnel, Confidence.Likely, "a tunnel whose content was not read");
    }

    /// <summary>192.88.99.0/24 (RFC 3068).</summary>
    static bool IsToRelay(in Flow flow) =>
        flow.Protocol == IpProtocols.Ipv6 && ((flow.Responder.IsIpv4 && flow.Responder.Ipv4 >> 8 == 0xc0_5863) || (flow.Initiator.IsIpv4 && flow.Initiator.Ipv4 >> 8 == 0xc0_5863));

    static bool IsTunnel(in Flow flow) => flow.Protocol switch
    {
        IpProtocols.Ipv4 or IpProtocols.Ipv6 or IpProtocols.Gre or IpProtocols.Esp or 97 or 98 or 115 or 137 or 143 => true,
        _ => flow.Application is (>= LayerKind.Gre and <= LayerKind.Wireguard) or LayerKind.Isakmp or LayerKind.OpenVpn or LayerKind.Esp,
    };
}
