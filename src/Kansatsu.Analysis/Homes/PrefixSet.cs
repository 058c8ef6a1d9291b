using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>Whether an address lies in one of a few prefixes. Most addresses do not, and one look for each length that occurs tells so.</summary>
sealed class PrefixSet(IReadOnlyList<Ipv6Prefix> prefixes)
{
    readonly Group[] _groups = Groups(prefixes);

    public bool Contains(Ipv6Address address)
    {
        foreach (var group in _groups)
            if (group.Contains(address)) return true;
        return false;
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

    /// <summary>Prefixes of one length, and 64 marks of which each leaves one.</summary>
    sealed class Group
    {
        readonly Ipv6Prefix[] _prefixes;
        readonly ulong _marks;

        public Group(Ipv6Prefix[] prefixes)
        {
            _prefixes = prefixes;
            foreach (var prefix in prefixes) _marks |= Mark(prefix.Address);
        }

        public bool Contains(Ipv6Address address)
        {
            if ((_marks & Mark(_prefixes[0].Mask(address))) == 0) return false;
            foreach (ref readonly var prefix in _prefixes.AsSpan())
                if (prefix.Contains(address)) return true;
            return false;
        }

        static ulong Mark(Ipv6Address address)
        {
            var high = Math.BigMul(address.High ^ 0x9e37_79b9_7f4a_7c15, address.Low ^ 0xa076_1d64_78bd_642f, out var low);
            return 1UL << (int)((high ^ low) >> 58);
        }
    }
}
