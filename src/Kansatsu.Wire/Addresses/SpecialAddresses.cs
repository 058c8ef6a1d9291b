namespace Kansatsu.Wire;

/// <summary>
/// What an address is set aside for: IANA's IPv4 and IPv6 Special-Purpose Address Registries (RFC 6890, RFC 8190) and the allocated blocks of the IPv6
/// Global Unicast registry, as the tables of the folder Registries give them with their date.
/// </summary>
public static class SpecialAddresses
{
    const int LeadingBitsIpv6 = 12;
    const int LeadingBitsIpv4 = 8;
    const int Name = 1;
    const int IsReachable = 4;

    static readonly RegistryFile s_unicast = RegistryFile.Open("ipv6-unicast.tsv");
    static readonly AddressTable s_ipv6 = new(
        [
            .. Entries(s_unicast, static _ => AddressKind.Global),
            .. Special("ipv6-special.tsv"),
            new(Block("ff00::/8"), AddressKind.Multicast), // RFC 4291 §2.7
            new(Block("fec0::/10"), AddressKind.SiteLocal), // given up by RFC 3879
            new(Block("3ffe::/16"), AddressKind.SixBone), // given back by RFC 3701
        ],
        LeadingBitsIpv6, isIpv4: false, AddressKind.Unallocated);

    static readonly AddressTable s_ipv4 = new(
        [.. Special("ipv4-special.tsv"), new(Block("224.0.0.0/4"), AddressKind.Multicast)], LeadingBitsIpv4, isIpv4: true, AddressKind.Global); // RFC 5771

    /// <summary>The day of the table that tells which IPv6 blocks are allocated, as 2025-10-10.</summary>
    public static string UnicastAsOf => s_unicast.AsOf;

    public static AddressKind KindOf(Ipv6Address address) => address.IsIpv4 ? s_ipv4.KindOf(address) : s_ipv6.KindOf(address);

    /// <summary>Good only inside a site: its owner's, never a stranger's from far away.</summary>
    public static bool IsLocalUse(AddressKind kind) =>
        kind is AddressKind.Private or AddressKind.Shared or AddressKind.UniqueLocal or AddressKind.SiteLocal or AddressKind.LinkLocal or AddressKind.Loopback;

    /// <summary>No packet from or to such an address should cross the Internet, whoever sends it.</summary>
    public static bool IsBogon(AddressKind kind) =>
        kind is AddressKind.Documentation or AddressKind.Benchmarking or AddressKind.DiscardOnly or AddressKind.Reserved or AddressKind.Orchid
            or AddressKind.SixBone or AddressKind.Unallocated or AddressKind.Loopback;

    static AddressTable.Entry[] Special(string file) => Entries(RegistryFile.Open(file), static row => KindOf(row.Fields[Name], row.Fields[IsReachable]));

    static AddressTable.Entry[] Entries(RegistryFile file, Func<RegistryFile.Row, AddressKind> kindOf)
    {
        var entries = new AddressTable.Entry[file.Rows.Count];
        for (var i = 0; i < entries.Length; i++) entries[i] = new AddressTable.Entry(file.Rows[i].Block, kindOf(file.Rows[i]));
        return entries;
    }

    /// <summary>The registry's names are stable; a block with a new name counts by whether it can be reached from anywhere.</summary>
    static AddressKind KindOf(string name, string isReachable) => name switch
    {
        "Loopback" or "Loopback Address" => AddressKind.Loopback,
        "Unspecified Address" or "This host on this network" => AddressKind.Unspecified,
        "Private-Use" => AddressKind.Private,
        "Shared Address Space" => AddressKind.Shared,
        "Link Local" or "Link-Local Unicast" => AddressKind.LinkLocal,
        "Unique-Local" => AddressKind.UniqueLocal,
        "Benchmarking" => AddressKind.Benchmarking,
        "Discard-Only Address Block" => AddressKind.DiscardOnly,
        "TEREDO" => AddressKind.Teredo,
        "6to4" => AddressKind.SixToFour,
        "Limited Broadcast" => AddressKind.Broadcast,
        _ when name.StartsWith("Documentation", StringComparison.Ordinal) => AddressKind.Documentation,
        _ when name.Contains("Translat", StringComparison.Ordinal) => AddressKind.Nat64,
        _ when name.Contains("ORCHID", StringComparison.Ordinal) => AddressKind.Orchid,
        _ => isReachable == "no" ? AddressKind.Reserved : AddressKind.Global,
    };

    static Ipv6Prefix Block(string text) => Ipv6Prefix.TryParse(text, out var block) ? block : throw new FormatException(text);
}
