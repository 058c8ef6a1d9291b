using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>ICMP errors: about what home sent, about what somebody sent in home's name, or home's own.</summary>
sealed class IcmpErrorRule : CauseRule
{
    public override FlowKinds Concerns => FlowKinds.Icmp;

    public override bool TryExplain(in Flow flow, in CauseContext context, ref Verdict verdict)
    {
        if (!IsError(flow)) return false;
        var known = (flow.Flags & FlowFlags.QuotesKnown) != 0;
        if (known && verdict.WantsWords && flow.Content > 0)
        {
            ref readonly var quoted = ref context.FlowAt(flow.Content - 1);
            verdict.Because("icmp-error", $"it quotes a packet of flow {FlowId.Of(quoted)}", flow.FirstFrame, quoted.FirstFrame);
        }
        else if (known) verdict.Because("icmp-error", "it quotes a packet of a conversation that was seen", flow.FirstFrame);
        else verdict.Because("icmp-error", "no packet like the one that it quotes was seen", flow.FirstFrame);
        if (context.FromHome && flow.PacketsOut > 0)
            return verdict.Is(CauseKind.OwnHousekeeping, known ? Confidence.Certain : Confidence.Likely, "home's system refuses packets or says what is wrong with them");
        if (known) return verdict.Is(CauseKind.NetworkControl, Confidence.Certain, "a router or host says why a packet did not arrive");
        return context.ToHome && verdict.Is(CauseKind.Backscatter, Confidence.Likely, "an error about a packet that home was not seen to send");
    }

    static bool IsError(in Flow flow) =>
        FlowLetters.IcmpType(flow, 6) is >= 1 and <= 4 || FlowLetters.IcmpType(flow, 4) is 3 or 4 or 5 or 11 or 12;
}
