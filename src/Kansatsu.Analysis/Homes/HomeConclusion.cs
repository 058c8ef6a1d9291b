using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>What home is believed to be at one moment.</summary>
sealed class HomeConclusion
{
    public static readonly HomeConclusion Nothing = new([], [], null);

    readonly Ipv6Prefix[] _prefixes;
    readonly Ipv6Address[] _except;

    /// <param name="except">Routers' addresses inside the prefixes that are not home's.</param>
    public HomeConclusion(IReadOnlyList<HomePrefix> home, IReadOnlyList<Ipv6Address> except, string? doubt)
    {
        Home = home;
        Doubt = doubt;
        _prefixes = [.. home.Select(h => h.Prefix)];
        _except = [.. except];
    }

    public IReadOnlyList<HomePrefix> Home { get; }

    public string? Doubt { get; }

    public bool IsKnown => _prefixes.Length > 0;

    public bool Contains(Ipv6Address address)
    {
        foreach (ref readonly var prefix in _prefixes.AsSpan())
            if (prefix.Contains(address)) return _except.Length == 0 || !_except.AsSpan().Contains(address);
        return false;
    }
}
