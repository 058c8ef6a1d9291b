namespace Kansatsu.Wire;

/// <summary>The reach of addresses, and whether they need their zone to mean anything (RFC 4007 §6).</summary>
public static class AddressScopes
{
    /// <summary>Scope nibbles without a name come out as their number.</summary>
    public static AddressScope Of(Ipv6Address address)
    {
        if (address.High >> 56 == 0xff) return (AddressScope)(address.High >> 48 & 0xf);
        if (address == Ipv6Address.Loopback || (address.IsIpv4 && address.Ipv4 >> 24 == 127)) return AddressScope.InterfaceLocal;
        if (address.IsLinkLocal || (address.IsIpv4 && address.Ipv4 >> 8 == 0xe00000)) return AddressScope.LinkLocal;
        // fec0::/10 is deprecated, but nodes that use it still mean their site (RFC 3879).
        return address.High >> 54 == 0x3fb ? AddressScope.SiteLocal : AddressScope.Global;
    }

    /// <summary>The same address may exist on another link: it is only known together with its <see cref="Zone"/>.</summary>
    public static bool NeedsZone(Ipv6Address address) => Of(address) is > AddressScope.Reserved and <= AddressScope.LinkLocal;
}
