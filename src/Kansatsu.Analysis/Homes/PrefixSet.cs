using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>
/// Whether an address lies in one of a few prefixes. Most addresses do not: of nearly all of them the first sixteen bits tell so, of the others one look
/// for each length that occurs.
/// </summary>
sealed class PrefixSet
{
    const int Firsts = 1 << 16;

    readonly Group[] _groups;

    // A bit for each value of an address's first sixteen bits.
    readonly ulong[] _ipv6 = new ulong[Firsts / 64];
    readonly ulong[] _ipv4 = new ulong[Firsts / 64];

    public PrefixSet(IReadOnlyList<Ipv6Prefix> prefixes)
    {
        _groups = Groups(prefixes);
        for (var i = 0; i < prefixes.Count; i++) Mark(prefixes[i]);
    }

    public bool Contains(Ipv6Address address)
    {
        var first = address.IsIpv4 ? address.Ipv4 >> 16 : (uint)(address.High >> 48);
        return ((address.IsIpv4 ? _ipv4 : _ipv6)[first >> 6] >> (int)(first & 63) & 1) != 0 && IsInGroups(address);
    }

    bool IsInGroups(Ipv6Address address)
    {
        foreach (var group in _groups)
            if (group.Contains(address)) return true;
        return false;
    }

    void Mark(Ipv6Prefix prefix)
    {
        // A prefix so short that it holds all mapped addresses holds all of IPv4.
        if (prefix.Length < 96 && prefix.Contains(Ipv6Address.FromIpv4(0))) Mark(_ipv4, 0, 0);
        if (prefix.Length >= 96 && prefix.Address.IsIpv4) Mark(_ipv4, prefix.Address.Ipv4 >> 16, prefix.Length - 96);
        else Mark(_ipv6, (uint)(prefix.Address.High >> 48), prefix.Length);
    }

    static void Mark(ulong[] firsts, uint first, int length)
    {
        var count = 1u << (16 - Math.Min(length, 16));
        for (var i = first; i < first + count; i++) firsts[i >> 6] |= 1UL << (int)(i & 63);
    }

    static Group[] Groups(IReadOnlyList<Ipv6Prefix> prefixes)
    {
        var groups = new List<Group>();
        for (var length = 0; length <= 128; length++)
        {
            var count = 0;
            for (var i = 0; i < prefixes.Count; i++)
                if (prefixes[i].Length == length) count++;
            if (count == 0) continue;
            var same = new Ipv6Prefix[count];
            for (var i = prefixes.Count - 1; i >= 0; i--)
                if (prefixes[i].Length == length) same[--count] = prefixes[i];
            groups.Add(new Group(same));
        }

        return [.. groups];
    }

    /// <summary>Prefixes of one length.</summary>
    sealed class Group
    {
        readonly Ipv6Prefix _first;
        readonly AddressSet _all = new();

        public Group(Ipv6Prefix[] prefixes)
        {
            _first = prefixes[0];
            foreach (var prefix in prefixes) _all.Add(prefix.Address);
        }

        public bool Contains(Ipv6Address address) => _all.Contains(_first.Mask(address));
    }
}
