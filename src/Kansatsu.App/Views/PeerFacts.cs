using Kansatsu.Analysis;
using Kansatsu.App.Text;
using Kansatsu.Wire;

namespace Kansatsu.App.Views;

/// <summary>What the views say of a peer beyond its own fields.</summary>
static class PeerFacts
{
    /// <summary>By its name, else by its network, else by its address; escaped.</summary>
    public static string Label(PeerSeen peer, IReadOnlyList<string> reverse)
    {
        if (peer.Names.Count > 0) return NameText.Escape(peer.Names[0].Name);
        if (reverse.Count > 0) return NameText.Escape(reverse[0]);
        return peer.Network is { } network ? network.ToString() : Best(peer.Addresses).ToString();
    }

    /// <summary>Who owns its addresses, each once; escaped.</summary>
    public static IReadOnlyList<string> Owners(PeerSeen peer, OwnerTable? owners) =>
        owners is null ? [] : [.. peer.Addresses.Select(owners.Find).OfType<string>().Distinct(StringComparer.Ordinal).Select(WireText.Escape)];

    /// <summary>What of it the operator did not declare.</summary>
    public static CauseShare WithoutOwn(PeerSeen peer)
    {
        var own = peer.Causes.FirstOrDefault(static c => c.Kind == CauseKind.OwnAction);
        return new CauseShare(CauseKind.OwnAction, peer.Flows - (own?.Flows ?? 0), peer.Packets - (own?.Packets ?? 0), peer.Bytes - (own?.Bytes ?? 0));
    }

    /// <summary>The address that says most: global before local.</summary>
    static Ipv6Address Best(IReadOnlyList<Ipv6Address> addresses)
    {
        foreach (var address in addresses)
            if (!address.IsLinkLocal) return address;
        return addresses[0];
    }
}
