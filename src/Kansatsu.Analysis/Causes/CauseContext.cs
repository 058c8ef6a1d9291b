using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>What a rule may look at besides the flow itself: where home is, and what the tables know.</summary>
readonly ref struct CauseContext(Observer observer, HomeConclusion home, SweepTable sweeps, SweepTable sweepsBefore, KnownNames known, in Flow flow)
{
    /// <summary>The side that began, or is said to have begun, is home.</summary>
    public bool FromHome { get; } = home.Contains(flow.Initiator);

    public bool ToHome { get; } = home.Contains(flow.Responder);

    /// <summary>The initiator has no address yet: it is on this link, and nothing says who it is.</summary>
    public bool FromNobody { get; } = flow.Initiator.IsUnspecified;

    public HomeConclusion Home { get; } = home;

    public bool HomeIsGiven => observer.Home.IsGiven;

    public GroupTable Groups => observer.Groups;

    public KnownNames Known { get; } = known;

    /// <summary>When the first frame of the observation was seen: what began before it was not seen to begin.</summary>
    public Timestamp Start => observer.Counters.First;

    /// <summary>The far side began and home is meant.</summary>
    public bool IsInbound => ToHome && !FromHome;

    /// <summary>Home began it and was seen to send.</summary>
    public bool HomeBegan(in Flow flow) => FromHome && flow.PacketsOut > 0;

    public ReadOnlySpan<byte> NameOf(in Flow flow) => observer.Names.BytesOf(flow.NameId);

    /// <summary>What else the initiator's network tried in vain.</summary>
    public Sweep SweepOf(in Flow flow)
    {
        var sweep = sweeps.Find(flow.Initiator);
        sweep.Merge(sweepsBefore.Find(flow.Initiator));
        return sweep;
    }

    /// <summary>Known when everybody on the link does: by IPv6 /64 or IPv4 /24 of home, or by an address for local use.</summary>
    public bool IsNear(Ipv6Address address) => Home.Contains(address) || SpecialAddresses.IsLocalUse(SpecialAddresses.KindOf(address));
}
