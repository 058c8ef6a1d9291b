namespace Kansatsu.Wire;

/// <summary>
/// The IANA "IPv4 Special-Purpose Address Registry" and "IPv6 Special-Purpose Address Registry" (RFC 6890; as of 2025-06), as far as they tell
/// whether an address may be met on a given link.
/// </summary>
public static class SpecialAddresses
{
    public static AddressKind KindOf(Ipv6Address address) => address.IsIpv4 ? OfIpv4(address.Ipv4) : OfIpv6(address);

    /// <summary>Good only inside a site: its owner's, never a stranger's from far away.</summary>
    public static bool IsLocalUse(AddressKind kind) =>
        kind is AddressKind.Private or AddressKind.Shared or AddressKind.UniqueLocal or AddressKind.SiteLocal or AddressKind.LinkLocal or AddressKind.Loopback;

    /// <summary>No packet from or to such an address should cross the Internet, whoever sends it.</summary>
    public static bool IsBogon(AddressKind kind) =>
        kind is AddressKind.Documentation or AddressKind.Benchmarking or AddressKind.DiscardOnly or AddressKind.Reserved or AddressKind.Orchid
            or AddressKind.SixBone or AddressKind.Unallocated or AddressKind.Loopback;

    static AddressKind OfIpv4(uint address)
    {
        switch (address >> 24)
        {
            case 0: return address == 0 ? AddressKind.Unspecified : AddressKind.Reserved;
            case 10: return AddressKind.Private;
            case 100 when address >> 22 == 0x191: return AddressKind.Shared;
            case 127: return AddressKind.Loopback;
            case 169 when address >> 16 == 0xa9fe: return AddressKind.LinkLocal;
            case 172 when address >> 20 == 0xac1: return AddressKind.Private;
            case 192 when address >> 8 == 0xc0_0000: return AddressKind.Reserved;
            case 192 when address >> 8 == 0xc0_0002: return AddressKind.Documentation;
            case 192 when address >> 16 == 0xc0a8: return AddressKind.Private;
            case 198 when address >> 17 == 0x6309: return AddressKind.Benchmarking;
            case 198 when address >> 8 == 0xc6_3364: return AddressKind.Documentation;
            case 203 when address >> 8 == 0xcb_0071: return AddressKind.Documentation;
            case >= 224 and < 240: return AddressKind.Multicast;
            case >= 240: return address == uint.MaxValue ? AddressKind.Broadcast : AddressKind.Reserved;
            default: return AddressKind.Global;
        }
    }

    static AddressKind OfIpv6(Ipv6Address address)
    {
        var first = (ushort)(address.High >> 48);
        switch (first)
        {
            case 0 when address.High == 0 && address.Low <= 1: return address.Low == 0 ? AddressKind.Unspecified : AddressKind.Loopback;
            case 0x0064 when address.High == 0x0064_ff9b_0000_0000 && address.Low >> 32 == 0: return AddressKind.Nat64;
            case 0x0064 when address.High >> 16 == 0x0064_ff9b_0001: return AddressKind.Nat64;
            case 0x0100 when address.High == 0x0100_0000_0000_0000: return AddressKind.DiscardOnly;
            case 0x2001: return Of2001(address.High);
            case 0x2002: return AddressKind.SixToFour;
            case 0x3ffe: return AddressKind.SixBone;
            case 0x3fff when address.High >> 44 == 0x3fff0: return AddressKind.Documentation;
            case >= 0x2000 and < 0x4000: return AddressKind.Global;
            case >= 0xfc00 and < 0xfe00: return AddressKind.UniqueLocal;
            case >= 0xfe80 and < 0xfec0: return AddressKind.LinkLocal;
            case >= 0xfec0 and < 0xff00: return AddressKind.SiteLocal;
            case >= 0xff00: return AddressKind.Multicast;
            default: return AddressKind.Unallocated;
        }
    }

    /// <summary>2001::/23 holds protocol assignments, 2001:db8::/32 documentation (RFC 3849).</summary>
    static AddressKind Of2001(ulong high) => (ushort)(high >> 32) switch
    {
        0x0000 => AddressKind.Teredo,
        0x0002 when high << 32 >> 48 == 0 => AddressKind.Benchmarking,
        >= 0x0010 and < 0x0030 => AddressKind.Orchid,
        0x0db8 => AddressKind.Documentation,
        _ => AddressKind.Global,
    };
}
