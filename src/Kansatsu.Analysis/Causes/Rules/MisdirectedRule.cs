using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>Meant for someone else: content that only makes sense between parties that know one another, and home is not one of them.</summary>
sealed class MisdirectedRule : CauseRule
{
    const ushort SnmpTrap = 162;

    public override bool TryExplain(in Flow flow, in CauseContext context, ref Verdict verdict)
    {
        if (!context.IsInbound || flow.IsAnswered || !IsMeantForSomeone(flow)) return false;
        if (verdict.WantsWords) verdict.Because("content", $"it is {WordsOf(flow.Application)}, and home does not answer it", flow.FirstFrame);
        return verdict.Is(CauseKind.Misdirected, flow.Packets > 1 ? Confidence.Likely : Confidence.Guess, "content for somebody else: a stale or wrong address");
    }

    /// <summary>Nobody looks for hosts by sending these.</summary>
    public static bool IsMeantForSomeone(in Flow flow) => flow.Application switch
    {
        LayerKind.Syslog or LayerKind.Stun or LayerKind.Sip or LayerKind.Rtp or LayerKind.Rtcp or LayerKind.BitTorrent or LayerKind.BitTorrentDht or LayerKind.Gnutella
            or LayerKind.Edonkey or LayerKind.Netflow or LayerKind.Sflow or LayerKind.Radius or LayerKind.Dtls or LayerKind.Teredo or LayerKind.Wireguard => true,
        LayerKind.Snmp => flow.ResponderPort == SnmpTrap,
        _ => false,
    };

    static string WordsOf(LayerKind application) => application switch
    {
        LayerKind.Syslog => "a log message (syslog)",
        LayerKind.Stun => "STUN, between peers that agreed on it",
        LayerKind.Sip => "telephony (SIP)",
        LayerKind.Rtp or LayerKind.Rtcp => "a media stream (RTP)",
        LayerKind.BitTorrent or LayerKind.BitTorrentDht or LayerKind.Gnutella or LayerKind.Edonkey => "peer-to-peer traffic for a node that is not here",
        LayerKind.Netflow or LayerKind.Sflow => "an export of flow records",
        LayerKind.Radius => "a login question (RADIUS)",
        LayerKind.Snmp => "an SNMP trap",
        _ => "part of a session that home does not have",
    };
}
