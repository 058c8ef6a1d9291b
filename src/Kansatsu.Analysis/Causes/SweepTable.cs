using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>
/// Tries without an answer, by source network: per-address state would let anybody with a /64 fill it. Counted for the /64 (one IPv4 address), the
/// /48 (/24) and the /32 (/16) alike, so that one who tries from ever-changing networks of his own is one; and by target, for floods.
/// </summary>
sealed class SweepTable
{
    public const int MaxSources = 1 << 16;
    public const int MaxSites = 1 << 14;
    public const int MaxTargets = 1 << 14;

    /// <summary>Networks of one provider that must try alike before the provider's block is taken for one actor: many customers share it.</summary>
    const int ProviderSubnets = 8;

    readonly SweepLevel _networks = new(64, 32, MaxSources);
    readonly SweepLevel _sites = new(48, 24, MaxSites);
    readonly SweepLevel _providers = new(32, 16, MaxSites);
    readonly FloodTable _floods = new(MaxTargets);

    /// <summary>Tries of networks that were not counted any more. What the fewer larger networks and targets refuse only leaves actors apart.</summary>
    public long Refused => _networks.Refused;

    public void Clear()
    {
        _networks.Clear();
        _sites.Clear();
        _providers.Clear();
        _floods.Clear();
    }

    /// <summary>Counts the flow when it was a try that nobody answered, or that was refused.</summary>
    public void Add(in Flow flow)
    {
        if (IsVain(flow)) Add(flow, FlowSide.ToHome);
    }

    /// <summary>Counts all vain flows that may explain one: those of sources that began something with home, and floods of home.</summary>
    public void Add(FlowTable flows, FlowSides sides)
    {
        foreach (var i in Telling(flows, sides)) Add(flows[i], sides[i]);
    }

    /// <summary>Sixteen bits by which most providers (an IPv6 /32, an IPv4 /16) are told from one another without a look at the address.</summary>
    public static ushort ProviderMark(Ipv6Address address) => address.IsIpv4 ? (ushort)(address.Ipv4 >> 16) : (ushort)((address.High >> 48) ^ (address.High >> 32));

    /// <summary>The sweep that an address takes part in: the smallest network that sweeps by itself, else a larger one whose networks do it together.</summary>
    public static Sweep Find(SweepTable now, SweepTable before, Ipv6Address address)
    {
        var own = now._networks.Find(address);
        own.Merge(before._networks.Find(address));
        if (own.IsSweep) return own;
        var site = now._sites.Find(address);
        site.Merge(before._sites.Find(address));
        if (site.IsSweep && site.Subnets >= Sweep.Few) return site;
        var provider = now._providers.Find(address);
        provider.Merge(before._providers.Find(address));
        return provider.IsLarge && provider.Subnets >= ProviderSubnets && ActsAlike(provider) ? provider : own;
    }

    public static Flood FloodOf(SweepTable now, SweepTable before, Ipv6Address target)
    {
        var flood = now._floods.Find(target);
        flood.Merge(before._floods.Find(target));
        return flood;
    }

    /// <summary>The initiator sent, and got nothing, an error or a reset back; or it dropped the connection as soon as it was offered.</summary>
    internal static bool IsVain(in Flow flow)
    {
        if (flow.PacketsOut == 0 || flow.IsToGroup || flow.Initiator.IsUnspecified || (flow.Flags & FlowFlags.Carrier) != 0) return false;
        if (flow.Protocol == IpProtocols.Tcp)
            return (flow.Flags & FlowFlags.Established) == 0 && !FlowLetters.HasBack(flow, 'd') && (FlowLetters.HasOut(flow, 's') || flow.Trait != ProbeTrait.None);
        return flow.PacketsBack == 0 && (!flow.IsIcmp || FlowLetters.IsEcho(flow));
    }

    void Add(in Flow flow, FlowSide sides)
    {
        _networks.Add(flow, flow.Initiator);
        AddLarger(flow, sides);
    }

    void AddLarger(in Flow flow, FlowSide sides)
    {
        _sites.Add(flow, _networks.SourceOf(flow.Initiator));
        _providers.Add(flow, _sites.SourceOf(flow.Initiator));
        if ((sides & FlowSide.ToHome) != 0) _floods.Add(flow);
    }

    /// <summary>The vain flows of providers from which something came to home. Who only tries others is never asked about.</summary>
    List<int> Telling(FlowTable flows, FlowSides sides)
    {
        var callers = new AddressSet();
        var marks = new ulong[(ushort.MaxValue + 1) / 64];
        for (var i = 0; i < flows.Count; i++)
        {
            if ((sides[i] & FlowSide.Ends) != FlowSide.ToHome) continue;
            callers.Add(_providers.SourceOf(flows[i].Initiator));
            marks[sides.ProviderOf(i) / 64] |= 1UL << (sides.ProviderOf(i) % 64);
        }

        var vain = new List<int>();
        for (var i = 0; i < flows.Count && callers.Count > 0; i++)
        {
            if ((sides[i] & FlowSide.Vain) == 0 || (marks[sides.ProviderOf(i) / 64] >> (sides.ProviderOf(i) % 64) & 1) == 0) continue;
            if (callers.Contains(_providers.SourceOf(flows[i].Initiator))) vain.Add(i);
        }

        return vain;
    }

    /// <summary>One and the same question, or one and the same tool.</summary>
    static bool ActsAlike(in Sweep sweep) => sweep.Ports < Sweep.Few || (sweep.Traits & 1) == 0;
}
