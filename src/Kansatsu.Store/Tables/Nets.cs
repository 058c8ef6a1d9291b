using Kansatsu.Wire;

namespace Kansatsu.Store;

/// <summary>The network of a far side as one number: the upper half of an IPv6 address (its /64), or the IPv4 address. The family tells which.</summary>
static class Nets
{
    public static long Of(Ipv6Address address) => address.IsIpv4 ? address.Ipv4 : (long)address.High;

    public static Ipv6Prefix Net64(long net, long family) =>
        family == 4 ? new Ipv6Prefix(Ipv6Address.FromIpv4((uint)net), 128) : new Ipv6Prefix(new Ipv6Address((ulong)net, 0), 64);

    /// <summary>The larger network: /48, of IPv4 /24.</summary>
    public static long Wider(long net, long family) => family == 4 ? net & 0xffff_ff00 : net & ~0xffffL;

    public static Ipv6Prefix Net48(long net, long family) =>
        family == 4 ? new Ipv6Prefix(Ipv6Address.FromIpv4((uint)net), 120) : new Ipv6Prefix(new Ipv6Address((ulong)net, 0), 48);
}
