using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>Probing: somebody outside tries, nobody here asked, and nothing here answers as a service does.</summary>
sealed class ScanRule : CauseRule
{
    public override bool NeedsHome => true;

    public override bool TryExplain(in Flow flow, in CauseContext context, ref Verdict verdict)
    {
        if (!context.IsInbound || flow.PacketsOut == 0) return false;
        var probe = WhatProbe(flow);
        if (probe is null) return false;
        var sweep = context.SweepOf(flow);
        if (!sweep.IsSweep && MisdirectedRule.IsMeantForSomeone(flow, sweep)) return false;
        if (flow.Protocol == IpProtocols.Udp && !sweep.IsSweep && flow.Trait == ProbeTrait.None && !ServicePorts.Contains(flow.ResponderPort)) return false;
        if (verdict.WantsWords) Tell(flow, sweep, ref verdict);
        verdict.Because("content", probe, flow.FirstFrame, flow.AnswerFrame);
        var confidence = sweep.IsLarge ? Confidence.Certain : sweep.IsSweep || flow.Trait != ProbeTrait.None ? Confidence.Likely : Confidence.Guess;
        return verdict.Is(CauseKind.Scan, confidence, verdict.WantsWords ? ScanWords.Of(flow, sweep) : "");
    }

    /// <summary>What kind of probe the flow is by itself; null when it may be anything.</summary>
    static string? WhatProbe(in Flow flow)
    {
        switch (flow.Protocol)
        {
            case IpProtocols.Tcp: return WhatTcpProbe(flow);
            case IpProtocols.Udp when flow.PacketsBack == 0: return flow.ErrorFrame != 0 ? "a datagram that was refused with an ICMP error" : "a datagram that was not answered";
            case IpProtocols.Sctp or 33 when flow.PacketsBack == 0: return "a try that was not answered";
        }

        return FlowLetters.IsEcho(flow) && (flow.PacketsBack == 0 || flow.Trait != ProbeTrait.None) ? "an echo request of somebody who looks for hosts" : null;
    }

    static string? WhatTcpProbe(in Flow flow)
    {
        if ((flow.Flags & FlowFlags.Established) != 0 || FlowLetters.HasBack(flow, 'd')) return null;
        if (flow.Trait is ProbeTrait.NullFlags or ProbeTrait.Xmas) return "flags that no system sends";
        // It acknowledges what was not seen: only one direction was captured.
        if (flow.PacketsBack == 0 && (FlowLetters.HasOut(flow, 'a') || FlowLetters.HasOut(flow, 'd')) && flow.Trait == ProbeTrait.None) return null;
        if (FlowLetters.HasOut(flow, 'q')) return "SYN and FIN together, which no system sends";
        if (!FlowLetters.HasOut(flow, 's'))
            return flow.PacketsBack == 0 && FlowLetters.HasOut(flow, 'f') && !FlowLetters.HasOut(flow, 'd') ? "a FIN without a connection" : null;
        if (FlowLetters.HasBack(flow, 'h')) return "the connection was offered and never taken up";
        return FlowLetters.HasBack(flow, 'r') ? "the connection was refused" : flow.PacketsBack == 0 ? "the connection was not answered" : null;
    }

    static void Tell(in Flow flow, in Sweep sweep, ref Verdict verdict)
    {
        if (sweep.Tries > 1)
            verdict.Because(
                "pattern", $"{ScanWords.NetworkOf(sweep)} made {sweep.Tries} tries in vain, at {ScanWords.Count(sweep.Targets)} addresses and {ScanWords.Count(sweep.Ports)} ports",
                sweep.FirstFrame, sweep.LastFrame);
        if (flow.Trait != ProbeTrait.None) verdict.Because("trait", ProbeTraits.SaysOf(flow.Trait), flow.FirstFrame);
        if (sweep.IsAscending || sweep.IsDescending)
            verdict.Because("pattern", sweep.IsAscending ? "its targets come in ascending order" : "its targets come in descending order", sweep.FirstFrame, sweep.LastFrame);
        if (sweep.KnewTargets) verdict.Because("pattern", "its targets have random identifiers and are there: it knew them before (a hit list)", sweep.FirstFrame, sweep.LastFrame);
        if (!flow.Responder.IsIpv4) verdict.Because("pattern", $"the target's interface identifier is {TargetPattern.Of(flow.Responder)}", flow.FirstFrame);
    }
}
