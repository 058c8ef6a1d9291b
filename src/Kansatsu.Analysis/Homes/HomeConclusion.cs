using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>What home is believed to be at one moment.</summary>
sealed class HomeConclusion
{
    public static readonly HomeConclusion Nothing = new([], [], null);

    readonly PrefixSet _prefixes;
    readonly AddressSet _except = new();

    /// <param name="except">Routers' addresses inside the prefixes that are not home's.</param>
    public HomeConclusion(IReadOnlyList<HomePrefix> home, IReadOnlyList<Ipv6Address> except, string? doubt)
    {
        Home = home;
        Doubt = doubt;
        var prefixes = new Ipv6Prefix[home.Count];
        for (var i = 0; i < prefixes.Length; i++) prefixes[i] = home[i].Prefix;
        _prefixes = new PrefixSet(prefixes);
        foreach (var address in except) _except.Add(address);
    }

    public IReadOnlyList<HomePrefix> Home { get; }

    public string? Doubt { get; }

    public bool IsKnown => Home.Count > 0;

    public bool Contains(Ipv6Address address) => _prefixes.Contains(address) && !_except.Contains(address);
}
