using System.Net;
using System.Net.Sockets;
using Kansatsu.Analysis;
using Kansatsu.Wire;

namespace Kansatsu.App.Observing;

/// <summary>
/// Names of nameless peers from the machine's resolver. Asking is an action of home's own, so it is done only on request, for global addresses only,
/// within bounds, and said.
/// </summary>
sealed class ReverseNames(Terminal terminal)
{
    public const int MostAsked = 200;
    public const int MostAtOnce = 8;

    /// <summary>Of one peer only a few addresses are asked for, so that one with many does not use up the rest's.</summary>
    public const int MostOfPeer = 3;

    static readonly TimeSpan s_patience = TimeSpan.FromSeconds(2);

    readonly Dictionary<Ipv6Address, string> _names = [];

    /// <summary>What its addresses are called; empty when they were not asked for or have no name.</summary>
    public IReadOnlyList<string> Of(PeerSeen peer) =>
        _names.Count == 0 ? [] : [.. peer.Addresses.Select(a => _names.GetValueOrDefault(a)).OfType<string>().Distinct(StringComparer.Ordinal)];

    /// <summary>Asks for the peers that have no name.</summary>
    public void Ask(IReadOnlyList<PeerSeen> peers)
    {
        List<Ipv6Address> wanted = [.. peers.Where(p => p.Names.Count == 0).SelectMany(p => p.Addresses.Where(MayAsk).Take(MostOfPeer)).Distinct().Take(MostAsked)];
        if (wanted.Count == 0) return;
        terminal.Error.WriteLine(
            $"kansatsu: --reverse: asking this machine's resolver for the names of {wanted.Count} address{(wanted.Count == 1 ? "" : "es")}; these look-ups are home's own actions and will be seen by whoever captures now");
        using var slots = new SemaphoreSlim(MostAtOnce);
        var found = Task.WhenAll(wanted.Select(a => AskOne(a, slots))).GetAwaiter().GetResult();
        for (var i = 0; i < wanted.Count; i++)
            if (found[i] is { Length: > 0 } name && !Ipv6Address.TryParse(name, out _)) _names[wanted[i]] = name;
    }

    /// <summary>Only addresses that the public DNS may know: never a group, never a private, local, documentation or reserved one.</summary>
    static bool MayAsk(Ipv6Address address) => !address.IsGroup && SpecialAddresses.KindOf(address) == AddressKind.Global;

    async Task<string?> AskOne(Ipv6Address address, SemaphoreSlim slots)
    {
        await slots.WaitAsync().ConfigureAwait(false);
        try
        {
            return await terminal.Resolve(ToSystem(address)).WaitAsync(s_patience).ConfigureAwait(false);
        }
        catch (Exception e) when (e is TimeoutException or SocketException or ArgumentException)
        {
            // No name, or no answer in time: the peer stays without one.
            return null;
        }
        finally
        {
            slots.Release();
        }
    }

    static IPAddress ToSystem(Ipv6Address address)
    {
        Span<byte> bytes = stackalloc byte[Ipv6Address.Length];
        address.Write(bytes);
        return new IPAddress(address.IsIpv4 ? bytes[12..] : bytes);
    }
}
