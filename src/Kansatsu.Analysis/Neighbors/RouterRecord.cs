using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>What a router said of itself and its link, the last word of each kind; lists are bounded, more is not kept.</summary>
sealed class RouterRecord
{
    const int MaxEntries = 32;

    public readonly List<Ipv6Prefix> Prefixes = [];
    public readonly List<Ipv6Prefix> Routes = [];
    public readonly List<Ipv6Address> DnsServers = [];
    public readonly List<string> SearchDomains = [];
    public Ipv6Prefix? Pref64;
    public int? LifetimeSeconds;
    public int? Mtu;
    public byte Flags;
    public long Advertisements;
    public uint Frame;

    public static void Add<T>(List<T> list, T value)
        where T : IEquatable<T>
    {
        if (list.Count >= MaxEntries) return;
        foreach (var known in list)
            if (known.Equals(value)) return;
        list.Add(value);
    }
}
