using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>Protocols as far as they decide which rules have anything to say of a flow.</summary>
[Flags]
enum FlowKinds
{
    Tcp = 1,
    Udp = 2,
    Icmp = 4,
    Other = 8,

    All = Tcp | Udp | Icmp | Other,
}

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
