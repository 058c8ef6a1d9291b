using Kansatsu.Analysis;
using Kansatsu.App.Text;
using Kansatsu.Store;
using Kansatsu.Wire;

namespace Kansatsu.App.Options;

/// <summary>Which flows a list shall show; every condition given must hold.</summary>
sealed record FlowFilter
{
    public static readonly FlowFilter Everything = new();

    public CauseKind? Cause { get; init; }

    /// <summary>One of the ends lies in here.</summary>
    public Ipv6Prefix? Peer { get; init; }

    /// <summary>A part of the name of the far side as the views write it, whatever its case.</summary>
    public string? Name { get; init; }

    /// <summary>The port of one of the ends.</summary>
    public int? Port { get; init; }

    /// <summary>An IP protocol or an application, as the views write it.</summary>
    public string? Protocol { get; init; }

    /// <summary>4 or 6.</summary>
    public int? Family { get; init; }

    public bool IsEverything => this == Everything;

    /// <summary>The same for a store.</summary>
    public FlowQuery ToQuery()
    {
        var terms = new List<FlowTerm>();
        if (Cause is { } cause) terms.Add(new FlowTerm(FlowField.Cause, false, (long)cause));
        if (Peer is { } peer) terms.Add(new FlowTerm(FlowField.Peer, false, Prefix: peer));
        if (Name is { } name) terms.Add(new FlowTerm(FlowField.Name, false, Text: name));
        if (Port is { } port) terms.Add(new FlowTerm(FlowField.Port, false, port));
        if (Family is { } family) terms.Add(new FlowTerm(FlowField.Family, false, family));
        if (Protocol is { } protocol) terms.Add(new FlowTerm(FlowField.Protocol, false, FlowProtocols.TryParse(protocol, out var number) ? number : -1, protocol.ToLowerInvariant()));
        return new FlowQuery(terms);
    }

    public bool Takes(int index, Observer observer)
    {
        ref readonly var flow = ref observer.Flows[index];
        if (Family is { } family && flow.Family != family) return false;
        if (Port is { } port && !(flow.HasPorts && (flow.InitiatorPort == port || flow.ResponderPort == port))) return false;
        if (Peer is { } peer && !peer.Contains(flow.Initiator) && !peer.Contains(flow.Responder)) return false;
        if (Protocol is { } protocol && !Is(flow, protocol)) return false;
        if (Name is { } name && !NameText.Escape(observer.Names.TextOf(flow.NameId)).Contains(name, StringComparison.OrdinalIgnoreCase)) return false;
        return Cause is not { } cause || observer.Causes.KindOf(index) == cause;
    }

    static bool Is(in Flow flow, string protocol) =>
        protocol.Equals(ProtocolNames.Of(flow.Protocol), StringComparison.OrdinalIgnoreCase)
        || (flow.Application != LayerKind.None && protocol.Equals(LayerNames.Short(flow.Application), StringComparison.OrdinalIgnoreCase));
}
