using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>Something that home's operator declared to have done: a scheduled honeypot action, a test.</summary>
/// <param name="What">In the operator's words.</param>
/// <param name="Names">Names it went to; .suffix means itself and all below.</param>
/// <param name="Flows">Five-tuples it used, as far as given.</param>
/// <param name="Process">The program that did it; null when not given.</param>
/// <param name="Host">An address of the host that did it; null when not given.</param>
/// <param name="Line">Where it stands in its journal.</param>
public sealed record DeclaredAction(
    Timestamp Start, Timestamp End, string What, IReadOnlyList<string> Names, IReadOnlyList<DeclaredFlow> Flows, string? Process, Ipv6Address? Host, int Line);

/// <summary>Ends of a flow in a journal; what is null may be anything.</summary>
public sealed record DeclaredFlow(byte? Protocol, Ipv6Address? Source, ushort? SourcePort, Ipv6Address? Destination, ushort? DestinationPort)
{
    public bool Matches(in Flow flow) =>
        (Protocol is null || Protocol == flow.Protocol)
        && (Goes(flow.Initiator, flow.InitiatorPort, flow.Responder, flow.ResponderPort) || Goes(flow.Responder, flow.ResponderPort, flow.Initiator, flow.InitiatorPort));

    bool Goes(Ipv6Address source, ushort sourcePort, Ipv6Address destination, ushort destinationPort) =>
        (Source is null || Source == source) && (SourcePort is null || SourcePort == sourcePort)
        && (Destination is null || Destination == destination) && (DestinationPort is null || DestinationPort == destinationPort);
}
