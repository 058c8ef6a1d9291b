using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>Meant for someone else: content that only makes sense between parties that know one another, and home is not one of them.</summary>
sealed class MisdirectedRule : CauseRule
{
    const ushort SnmpTrap = 162;

    /// <summary>Packets of one source to one service that nobody answers: whoever looks for hosts would have gone on.</summary>
    const int Stubborn = 4;

    public override bool NeedsHome => true;

    public override bool TryExplain(in Flow flow, in CauseContext context, ref Verdict verdict)
    {
        if (!context.IsInbound || flow.IsAnswered) return false;
        var sweep = context.SweepOf(flow);
        if (!IsMeantForSomeone(flow, sweep)) return false;
        if (verdict.WantsWords)
        {
            verdict.Because("content", $"it is {MisdirectedWords.ContentOf(flow)}, and home does not answer it", flow.FirstFrame);
            if (sweep.IsStubborn && (sweep.Tries > 1 || flow.PacketsOut > 1))
                verdict.Because("pattern", $"its network tried only this service of this address, {Math.Max(sweep.Tries, 1)} times", sweep.FirstFrame, sweep.LastFrame);
        }

        return verdict.Is(CauseKind.Misdirected, flow.Packets > 1 || sweep.Tries > 1 ? Confidence.Likely : Confidence.Guess, MisdirectedWords.Of(flow));
    }

    /// <summary>Nobody looks for hosts by sending these, or nobody who looks for hosts asks one of them again and again.</summary>
    public static bool IsMeantForSomeone(in Flow flow, in Sweep sweep) =>
        IsBetweenFriends(flow) || (flow.Application is LayerKind.Dns or LayerKind.Ntp or LayerKind.Snmp && sweep.IsStubborn && Math.Max(flow.PacketsOut, sweep.Tries) >= Stubborn);

    static bool IsBetweenFriends(in Flow flow) => flow.Application switch
    {
        LayerKind.Syslog or LayerKind.Stun or LayerKind.Sip or LayerKind.Rtp or LayerKind.Rtcp or LayerKind.BitTorrent or LayerKind.BitTorrentDht or LayerKind.Gnutella
            or LayerKind.Edonkey or LayerKind.Netflow or LayerKind.Sflow or LayerKind.Radius or LayerKind.Dtls or LayerKind.Teredo or LayerKind.Wireguard => true,
        LayerKind.Snmp => flow.ResponderPort == SnmpTrap,
        _ => false,
    };
}
