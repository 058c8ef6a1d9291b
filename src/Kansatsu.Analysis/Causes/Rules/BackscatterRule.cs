using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>Answers to packets that home never sent: somebody forged home's address.</summary>
sealed class BackscatterRule : CauseRule
{
    /// <summary>What arrives so soon after the start may answer what home sent before it.</summary>
    const long StartGrace = 3 * Timestamp.PerSecond;

    public override bool NeedsHome => true;

    public override bool TryExplain(in Flow flow, in CauseContext context, ref Verdict verdict)
    {
        if (IsUnaskedPiece(flow, context))
        {
            verdict.Because("content", "pieces of a large packet whose beginning did not come; home was not seen to ask for them", flow.FirstFrame);
            return verdict.Is(CauseKind.Backscatter, Confidence.Guess, "pieces of large datagrams that home was not seen to ask for, as reflected attacks bring them");
        }

        if (!IsAnswerToNothing(flow, context)) return false;
        verdict.Because("content", "it answers, but no packet of home that asks was seen", flow.FirstFrame);
        var early = flow.First.Since(context.Start) < StartGrace;
        if (early) verdict.Because("timing", "the observation began just before; the question may have been asked earlier");
        return verdict.Is(CauseKind.Backscatter, early ? Confidence.Guess : Confidence.Likely, WordsOf(flow));
    }

    /// <summary>Only long answers come in pieces from far away: what home asked for would be whole.</summary>
    static bool IsUnaskedPiece(in Flow flow, in CauseContext context) =>
        flow.Protocol == IpProtocols.Fragment && context.IsInbound && flow.PacketsBack == 0 && !context.IsNear(flow.Initiator);

    static bool IsAnswerToNothing(in Flow flow, in CauseContext context)
    {
        if (context.FromHome && !context.ToHome && flow.PacketsOut == 0)
        {
            return flow.Protocol switch
            {
                IpProtocols.Tcp => (FlowLetters.HasBack(flow, 'h') || FlowLetters.HasBack(flow, 'r')) && !FlowLetters.HasBack(flow, 'd'),
                IpProtocols.Udp => true,
                _ => flow.IsIcmp && (flow.Flags & FlowFlags.Flipped) != 0,
            };
        }

        if (context.IsInbound && flow.Protocol == IpProtocols.Udp && flow.PacketsBack == 0 && flow.InitiatorPort != flow.ResponderPort && IsReflector(flow.InitiatorPort))
            return true;

        // A reset from a port that tells nothing is not turned round, but it ends something that home should have begun.
        return context.IsInbound && flow.Protocol == IpProtocols.Tcp && flow.PacketsBack == 0 && FlowLetters.HasOut(flow, 'r')
            && !FlowLetters.HasOut(flow, 's') && !FlowLetters.HasOut(flow, 'd');
    }

    /// <summary>Services that attackers let answer to forged questions, because the answers are long.</summary>
    static bool IsReflector(ushort port) => port is 17 or 19 or 53 or 111 or 123 or 161 or 389 or 1900 or 3702 or 5353 or 11211;

    static string WordsOf(in Flow flow) => flow.Protocol switch
    {
        IpProtocols.Tcp => "TCP answers to connections that home was not seen to begin",
        IpProtocols.Udp => flow.Application == LayerKind.Dns ? "DNS answers to questions that home was not seen to ask" : "datagrams from a service that home was not seen to ask",
        _ => "ICMP replies to requests that home was not seen to send",
    };
}
