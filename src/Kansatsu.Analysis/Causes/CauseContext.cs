using System.Text;
using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>What a rule may look at besides the flow itself: where home is, and what the tables know.</summary>
readonly ref struct CauseContext(Observer observer, HomeConclusion home, CauseTies ties, SweepTable sweepsBefore, in Flow flow, FlowSide sides)
{
    /// <summary>The side that began, or is said to have begun, is home.</summary>
    public bool FromHome { get; } = (sides & FlowSide.FromHome) != 0;

    public bool ToHome { get; } = (sides & FlowSide.ToHome) != 0;

    /// <summary>The initiator has no address yet: it is on this link, and nothing says who it is.</summary>
    public bool FromNobody { get; } = flow.Initiator.IsUnspecified;

    public HomeConclusion Home { get; } = home;

    public bool HomeIsGiven => observer.Home.IsGiven;

    public GroupTable Groups => observer.Groups;

    public MailTable Mails => observer.Mails;

    public CauseTies Ties { get; } = ties;

    /// <summary>The operator keeps a journal: what it does not declare, programs did.</summary>
    public bool HasJournal => observer.Options.Actions is not null;

    /// <summary>When the first frame of the observation was seen: what began before it was not seen to begin.</summary>
    public Timestamp Start => observer.Counters.First;

    /// <summary>The far side began and home is meant.</summary>
    public bool IsInbound => ToHome && !FromHome;

    /// <summary>Home began it and was seen to send.</summary>
    public bool HomeBegan(in Flow flow) => FromHome && flow.PacketsOut > 0;

    public string NameText(int nameId) => observer.Names.TextOf(nameId);

    /// <summary>Something seen before that moment, most likely an answer of the DNS, named the address.</summary>
    public bool IsNamed(Ipv6Address address, Timestamp when) => observer.Names.TryFind(address, when, out _, out _, out _);

    public ref readonly Flow FlowAt(int index) => ref observer.Flows[index];

    /// <summary>The question to a group that a flow answers: from the port it goes to, to the port it comes from.</summary>
    /// <returns>Index of the flow, or -1.</returns>
    public int FindQuestion(in Flow flow, Ipv6Address group)
    {
        // Answers from a service's port are taken for the way back of a flow whose way there went to the group.
        var (asker, askerPort, service) = flow.PacketsOut == 0
            ? (flow.Initiator, flow.InitiatorPort, flow.ResponderPort) : (flow.Responder, flow.ResponderPort, flow.InitiatorPort);
        foreach (var zone in (ReadOnlySpan<ushort>)[flow.Zone, 1, 0])
        {
            foreach (var port in (ReadOnlySpan<ushort>)[service, 1900, 3702])
            {
                var key = new FlowKey(asker, group, askerPort, port, flow.Protocol, flow.Family, zone);
                if (observer.Flows.Find(key, observer.Flows.Hash(key), out _) is >= 0 and var index) return index;
            }
        }

        return -1;
    }

    /// <summary>The flow's first HTTP request; only when it has one.</summary>
    public ref readonly Request Request(in Flow flow) => ref observer.Names.Request(flow.Content - 1);

    /// <summary>What an HTTP client calls itself.</summary>
    public string AgentText(in Flow flow) => Encoding.Latin1.GetString(observer.Names.RequestWord(Request(flow).Agent));

    /// <summary>What else the initiator's network tried in vain.</summary>
    public Sweep SweepOf(in Flow flow) => SweepTable.Find(Ties.Sweeps, sweepsBefore, flow.Initiator);

    /// <summary>What else came to the responder in vain.</summary>
    public Flood FloodOf(in Flow flow) => SweepTable.FloodOf(Ties.Sweeps, sweepsBefore, flow.Responder);

    /// <summary>Known when everybody on the link does: by IPv6 /64 or IPv4 /24 of home, or by an address for local use.</summary>
    public bool IsNear(Ipv6Address address) => Home.Contains(address) || SpecialAddresses.IsLocalUse(SpecialAddresses.KindOf(address));
}
