using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>What home is believed to be at one moment.</summary>
sealed class HomeConclusion
{
    public static readonly HomeConclusion Nothing = new([], [], null);

    readonly PrefixSet _prefixes;
    readonly Ipv6Address[] _except;

    // A bit of 64 for each of them: most addresses are told by it to be none.
    readonly ulong _exceptMarks;

    /// <param name="except">Routers' addresses inside the prefixes that are not home's.</param>
    public HomeConclusion(IReadOnlyList<HomePrefix> home, IReadOnlyList<Ipv6Address> except, string? doubt)
    {
        Home = home;
        Doubt = doubt;
        var prefixes = new Ipv6Prefix[home.Count];
        for (var i = 0; i < prefixes.Length; i++) prefixes[i] = home[i].Prefix;
        _prefixes = new PrefixSet(prefixes);
        _except = [.. except];
        foreach (var address in _except) _exceptMarks |= Mark(address);
    }

    public IReadOnlyList<HomePrefix> Home { get; }

    public string? Doubt { get; }

    public bool IsKnown => Home.Count > 0;

    public bool Contains(Ipv6Address address) => _prefixes.Contains(address) && !IsExcepted(address);

    static ulong Mark(Ipv6Address address) => 1UL << (int)(((address.High ^ address.Low) * 0x9e37_79b9_7f4a_7c15) >> 58);

    bool IsExcepted(Ipv6Address address)
    {
        if ((_exceptMarks & Mark(address)) == 0) return false;
        foreach (ref readonly var other in _except.AsSpan())
            if (other == address) return true;
        return false;
    }
}
