using System.Text;
using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>Writes down what a router advertisement says. What it withdraws with a lifetime of 0 is forgotten.</summary>
static class RouterObserver
{
    /// <summary>Most bytes of a search domain that are kept as text.</summary>
    const int MaxDomain = 255;

    public static void Observe(RouterAdvertisement advertisement, NeighborRecord neighbor, in PacketFacts facts)
    {
        var router = neighbor.Router ??= new RouterRecord { Frame = facts.Frame };
        router.Advertisements++;
        router.LifetimeSeconds = advertisement.RouterLifetimeSeconds;
        router.Flags = advertisement.Flags;
        foreach (var option in advertisement.Options) ObserveOption(option, router);
    }

    static void ObserveOption(NdpOption option, RouterRecord router)
    {
        switch (option.Type)
        {
            case NdpOptionTypes.PrefixInformation when PrefixInformation.TryRead(option, out var prefix) && prefix.PrefixLength <= 128:
                Change(router.Prefixes, prefix.Prefix, prefix.ValidLifetimeSeconds != 0);
                break;
            case NdpOptionTypes.RouteInformation when RouteInformation.TryRead(option, out var route) && route.PrefixLength <= 128:
                Change(router.Routes, route.Prefix, route.LifetimeSeconds != 0);
                break;
            case NdpOptionTypes.RecursiveDnsServers when RecursiveDnsServers.TryRead(option, out var servers):
                for (var i = 0; i < servers.Servers.Count; i++) Change(router.DnsServers, servers.Servers[i], servers.LifetimeSeconds != 0);
                break;
            case NdpOptionTypes.DnsSearchList when DnsSearchList.TryRead(option, out var search):
                ObserveDomains(search, router);
                break;
            case NdpOptionTypes.Mtu when NdpNumber.TryRead(option, out var mtu):
                router.Mtu = (int)Math.Min(mtu, int.MaxValue);
                break;
            case NdpOptionTypes.Pref64 when Pref64.TryRead(option, out var pref64) && pref64.PrefixLength != 0:
                router.Pref64 = pref64.LifetimeSeconds == 0 ? null : pref64.Prefix;
                break;
        }
    }

    /// <summary>Text is made only of domains that are new: advertisements repeat themselves for ever.</summary>
    static void ObserveDomains(DnsSearchList search, RouterRecord router)
    {
        Span<byte> name = stackalloc byte[MaxDomain];
        var length = 0;
        foreach (var label in search.Labels)
        {
            if (!label.IsEmpty)
            {
                if (length + label.Length + 1 > MaxDomain) return;
                if (length > 0) name[length++] = (byte)'.';
                label.CopyTo(name[length..]);
                length += label.Length;
                continue;
            }

            if (length > 0 && !Knows(router.SearchDomains, name[..length])) RouterRecord.Add(router.SearchDomains, Encoding.Latin1.GetString(name[..length]));
            length = 0;
        }
    }

    static bool Knows(List<string> domains, ReadOnlySpan<byte> name)
    {
        foreach (var domain in domains)
        {
            if (domain.Length != name.Length) continue;
            var same = true;
            for (var i = 0; i < name.Length && same; i++) same = domain[i] == name[i];
            if (same) return true;
        }

        return false;
    }

    static void Change<T>(List<T> list, T value, bool isValid)
        where T : IEquatable<T>
    {
        if (isValid) RouterRecord.Add(list, value);
        else list.Remove(value);
    }
}
