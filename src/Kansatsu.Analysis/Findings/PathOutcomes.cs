using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>Tells how an attempt went, from what its flow remembers.</summary>
static class PathOutcomes
{
    /// <summary>Without an answer for so long, none will come: SYNs are repeated after one second (RFC 6298 §2.1).</summary>
    const long Patience = 3 * Timestamp.PerSecond;

    /// <summary>A hole in the far side's bytes that stays so long is not a matter of order.</summary>
    const long HoleAge = Timestamp.PerSecond / 2;

    const long SilenceAge = 2 * Timestamp.PerSecond;

    /// <summary>A hole that was filled at last: so long (in hundredths of a second) no lost packet waits for its repetition.</summary>
    const int LongHole = 300;

    /// <summary>Black holes begin above what every link carries.</summary>
    public const int SmallestMtu = TcpHistory.SmallestMtu;

    public static PathOutcome Of(in Flow flow, Timestamp end)
    {
        if (flow.Protocol != IpProtocols.Tcp) return flow.IsAnswered ? PathOutcome.Works : PathOutcome.Unclear;
        if (FlowLetters.HasBack(flow, 'h')) return OfAnswered(flow);
        if (!FlowLetters.HasOut(flow, 's')) return flow.IsAnswered && FlowLetters.HasBack(flow, 'd') ? PathOutcome.Works : PathOutcome.Unclear;
        if (FlowLetters.HasBack(flow, 'r')) return PathOutcome.Refused;
        if (IsUnreachable(flow)) return PathOutcome.IcmpError;
        return flow.PacketsBack == 0 && end.Since(flow.First) >= Patience ? PathOutcome.Dropped : PathOutcome.Unclear;
    }

    /// <summary>The far side took the request and then said nothing: alone this may be a slow server.</summary>
    public static bool IsSilent(in Flow flow) =>
        flow.Protocol == IpProtocols.Tcp && FlowLetters.HasBack(flow, 'h') && !FlowLetters.HasBack(flow, 'd') && FlowLetters.HasOut(flow, 'd') && !FlowLetters.HasBack(flow, 'r')
        && flow.Last.Since(flow.First) >= SilenceAge;

    static PathOutcome OfAnswered(in Flow flow)
    {
        var age = flow.Last.Since(flow.First);
        // Bytes beyond a hole arrived, those before it never did, and no packet above the least MTU was ever seen.
        var hole = (int)(flow.Tcp.NextBack - flow.Tcp.AckOut);
        if (FlowLetters.HasBack(flow, 'g') && hole > 1 && flow.LargestBack <= SmallestMtu && age >= HoleAge) return PathOutcome.LargePacketsLost;
        if (Math.Max(flow.Tcp.LongestHole, TcpHistory.HoleAge(flow)) >= LongHole) return PathOutcome.LargePacketsLost;
        // The other way: large segments go out again and again, and are never acknowledged.
        var unheard = (int)(flow.Tcp.NextOut - flow.Tcp.AckBack);
        if (FlowLetters.HasOut(flow, 't') && unheard > 1 && flow.LargestOut > SmallestMtu && flow.Tcp.AckBack != 0 && !FlowLetters.HasBack(flow, 'd') && age >= SilenceAge)
            return PathOutcome.LargePacketsLost;
        return IsSilent(flow) ? PathOutcome.Unclear : PathOutcome.Works;
    }

    /// <summary>Destination unreachable, of either family.</summary>
    static bool IsUnreachable(in Flow flow) =>
        flow.ErrorFrame != 0 && (flow.Family == 6 ? flow.ErrorTypeCode >> 8 == 1 : flow.ErrorTypeCode >> 8 == 3);
}
