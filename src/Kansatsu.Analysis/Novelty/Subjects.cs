using System.Globalization;
using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>Which subjects a flow, a stream or a router is a sighting of.</summary>
public static class Subjects
{
    const int FirstHighPort = 1024;
    const int NetBits = 48;
    const int Ipv4NetBits = 24;

    /// <summary>The peer of a flow; null when it is no conversation: nobody answered, it is a group, or it is noise that anybody may send.</summary>
    public static Subject? PeerOf(FlowRecord flow)
    {
        if (flow.Way is not (FlowWay.Out or FlowWay.In) || flow.PacketsBack == 0 || flow.PacketsOut == 0 || flow.IsIcmp) return null;
        if (flow.Cause.Kind is CauseKind.Scan or CauseKind.Backscatter or CauseKind.Misdirected or CauseKind.Attack or CauseKind.Leak or CauseKind.NetworkControl) return null;
        var detail = flow.Cause.Detail.Length > 0 ? $"{CauseNames.Of(flow.Cause.Kind)}: {flow.Cause.Detail}" : CauseNames.Of(flow.Cause.Kind);
        if (flow.Name.Length > 0 && flow.Way == FlowWay.Out && !IsAddressName(flow.Name))
        {
            var name = DomainParts.Registered(flow.Name);
            return new Subject(SubjectKind.Peer, "name:" + name, name) { Detail = detail };
        }

        // Whoever speaks with strangers at high ports meets new ones every day: that he does so is the subject, not whom he meets.
        if (flow.Way == FlowWay.Out && flow.HasPorts && flow.ResponderPort >= FirstHighPort && flow.Name.Length == 0)
        {
            var protocol = ProtocolOf(flow);
            return new Subject(SubjectKind.Peer, $"pattern:{protocol}/high", $"strangers at high {protocol} ports") { Detail = detail };
        }

        var net = new Ipv6Prefix(flow.Far, flow.Family == 4 ? 96 + Ipv4NetBits : NetBits);
        return new Subject(SubjectKind.Peer, $"net:{net}", net.ToString()) { Detail = detail };
    }

    /// <summary>The service of home that a flow from outside used; null when there is none or it did not answer.</summary>
    public static Subject? ServiceOf(FlowRecord flow)
    {
        if (flow.Way != FlowWay.In || flow.PacketsBack == 0 || !flow.HasPorts || flow.IsInitiatorGuessed) return null;
        // A refusal is an answer of the host, not of a service.
        if (flow.Protocol == IpProtocols.Tcp && !flow.History.Contains('h', StringComparison.Ordinal)) return null;
        if (flow.Protocol == IpProtocols.Udp && flow.InitiatorPort < FirstHighPort && flow.ResponderPort >= FirstHighPort) return null;
        var port = string.Create(CultureInfo.InvariantCulture, $"{ProtocolOf(flow)}/{flow.ResponderPort}");
        var application = flow.Application.Length > 0 ? $" ({flow.Application})" : "";
        return new Subject(SubjectKind.Service, $"{port}/{flow.Family}", $"{port}{application} over IPv{flow.Family}") { Detail = flow.Cause.Detail };
    }

    /// <summary>A stream from elsewhere; null for what hosts find each other by.</summary>
    /// <param name="isHome">Home sends it itself.</param>
    public static Subject? Of(ChannelSeen channel, bool isHome)
    {
        if (isHome || ChannelChatter.Is(channel.Application)) return null;
        var source = IsHostOfLink(channel) ? new Ipv6Prefix(channel.Source, 64).ToString() : channel.Source.ToString();
        return new Subject(SubjectKind.Channel, $"{source}>{channel.Group}:{channel.Port}", $"{channel.Source} to {channel.Group} port {channel.Port}") { Detail = channel.Id };
    }

    public static Subject Of(ControlSeen speaker) =>
        new(SubjectKind.Control, $"{ControlNames.Of(speaker.Kind)} {speaker.Source}", $"{ControlNames.Of(speaker.Kind)} {speaker.Source}");

    /// <summary>A host that speaks to its own link from a global address may have another tomorrow.</summary>
    static bool IsHostOfLink(ChannelSeen channel) =>
        AddressScopes.Of(channel.Group) <= AddressScope.LinkLocal && !channel.Source.IsIpv4 && AddressScopes.Of(channel.Source) == AddressScope.Global;

    static string ProtocolOf(FlowRecord flow) => IpProtocolNames.Of(flow.Protocol).ToLowerInvariant();

    static bool IsAddressName(string name) => name.EndsWith(".arpa", StringComparison.OrdinalIgnoreCase) || Ipv6Address.TryParse(name, out _);
}
