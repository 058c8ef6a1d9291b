namespace Kansatsu.Analysis;

/// <summary>Questions that rules ask of a flow's history.</summary>
static class FlowLetters
{
    /// <summary>The initiator did it at least once (lower-case letter of Zeek's history).</summary>
    public static bool HasOut(in Flow flow, char letter) => (flow.SeenOut & (1u << (letter - 'a'))) != 0;

    public static bool HasBack(in Flow flow, char letter) => (flow.SeenBack & (1u << (letter - 'a'))) != 0;

    /// <summary>An echo request, in either family.</summary>
    public static bool IsEcho(in Flow flow) => flow.IsIcmp && flow.InitiatorPort == (flow.Family == 6 ? 128 : 8);

    /// <summary>The initiator's ICMP type; -1 for other protocols and for types of the other family's protocol.</summary>
    public static int IcmpType(in Flow flow, int family) => flow.IsIcmp && flow.Family == family ? flow.InitiatorPort : -1;
}
