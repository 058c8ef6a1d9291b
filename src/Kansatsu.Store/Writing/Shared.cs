using Kansatsu.Analysis;
using Kansatsu.Wire;

namespace Kansatsu.Store;

/// <summary>
/// Texts, names, addresses and causes of a batch by numbers that hold within it. What their numbers in the store are is found when the batch is written:
/// so flows are prepared without asking the store, and a batch can be written again.
/// </summary>
sealed class Shared
{
    public Shared() => Begin();

    public Numbered<string> Texts { get; } = new(StringComparer.Ordinal);

    public Numbered<string> Names { get; } = new(StringComparer.Ordinal);

    public Numbered<Ipv6Address> Addresses { get; } = new();

    /// <summary>Detail, program and purpose, as texts.</summary>
    public Numbered<(int Detail, int Program, int Purpose)> Causes { get; } = new();

    /// <summary>Addresses that were near ends.</summary>
    public HashSet<int> Near { get; } = [];

    public int Cause(Cause cause) => Causes.Of((Texts.Of(cause.Detail), Texts.Of(cause.Program ?? ""), Texts.Of(cause.Purpose ?? "")));

    public int NearEnd(Ipv6Address address)
    {
        var number = Addresses.Of(address);
        Near.Add(number);
        return number;
    }

    public void Clear()
    {
        Texts.Clear();
        Names.Clear();
        Addresses.Clear();
        Causes.Clear();
        Near.Clear();
        Begin();
    }

    /// <summary>What is absent is 0, here as in the store.</summary>
    void Begin()
    {
        Texts.Of("");
        Names.Of("");
        Causes.Of(default);
    }
}
