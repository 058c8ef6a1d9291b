using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>Ties a try to the one that it repeats: the same host, the same name and port, and the one before was in vain.</summary>
static class RetryWords
{
    /// <summary>Later, it is rather a new beginning.</summary>
    const long Window = 180 * Timestamp.PerSecond;

    /// <summary>Flows to one name that are looked through.</summary>
    const int MaxSteps = 4096;

    public static void Tell(in Flow flow, in CauseContext context, ref Verdict verdict)
    {
        var before = -1;
        var steps = 0;
        for (var at = flow.NameId == 0 ? 0 : context.Ties.FirstOf(flow.Device, flow.NameId); at != 0 && steps < MaxSteps; at = context.Ties.Next(at), steps++)
        {
            ref readonly var other = ref context.FlowAt(at - 1);
            if (other.Number == flow.Number || other.First > flow.First) break;
            if (other.ResponderPort == flow.ResponderPort && other.Protocol == flow.Protocol && IsVain(other) && flow.First.Since(other.First) <= Window) before = at - 1;
        }

        if (before < 0) return;
        ref readonly var tried = ref context.FlowAt(before);
        var how = tried.Family == flow.Family ? "the same again" : flow.Family == 4 ? "now over IPv4: a fallback" : "now over IPv6";
        verdict.Because("timing", $"flow {FlowId.Of(tried)} to this name had failed, {Words.Time(flow.First.Since(tried.First))} before; {how}", tried.FirstFrame);
    }

    static bool IsVain(in Flow flow) => flow.Protocol == IpProtocols.Tcp ? !FlowLetters.HasBack(flow, 'h') && !FlowLetters.HasBack(flow, 'd') : !flow.IsAnswered;
}
