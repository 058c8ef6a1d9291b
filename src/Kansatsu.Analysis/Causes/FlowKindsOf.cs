using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>Sorts rules and flows by <see cref="FlowKinds"/>.</summary>
static class FlowKindsOf
{
    /// <summary>Each kind's rules by <see cref="Number"/>, in the order that was given.</summary>
    public static CauseRule[][] Rules(ReadOnlySpan<CauseRule> rules)
    {
        var byKind = new CauseRule[4][];
        for (var number = 0; number < byKind.Length; number++)
        {
            List<CauseRule> concerned = [];
            foreach (var rule in rules)
                if (((int)rule.Concerns >> number & 1) != 0) concerned.Add(rule);
            byKind[number] = [.. concerned];
        }

        return byKind;
    }

    /// <summary>Which bit of <see cref="FlowKinds"/> the flow is.</summary>
    public static int Number(in Flow flow) => flow.Protocol switch
    {
        IpProtocols.Tcp => 0,
        IpProtocols.Udp => 1,
        IpProtocols.Icmp or IpProtocols.Icmpv6 => 2,
        _ => 3,
    };
}
