using Kansatsu.Analysis;
using Kansatsu.Wire;

namespace Kansatsu.App.Observing;

/// <summary>The truth about one conversation, as somebody who made the traffic wrote it down (docs/reference/labels.md).</summary>
/// <param name="Program">Null when no program did it, or when nobody knows which.</param>
/// <param name="Name">The name of the far side; null when it is not known.</param>
sealed record Label(Timestamp First, LabelEnds Ends, CauseKind Kind, string? Program, string? Name);

/// <summary>The ends of a conversation in the order in which they are written; for ICMP both ports are the message's type.</summary>
readonly record struct LabelEnds(byte Protocol, Ipv6Address Local, ushort LocalPort, Ipv6Address Remote, ushort RemotePort)
{
    public LabelEnds Turned => new(Protocol, Remote, RemotePort, Local, LocalPort);

    public static LabelEnds Of(in Flow flow) =>
        new(flow.Protocol, flow.Initiator, Port(flow, flow.InitiatorPort), flow.Responder, Port(flow, flow.ResponderPort));

    static ushort Port(in Flow flow, ushort port) => flow.IsIcmp ? flow.InitiatorPort : port;
}
