namespace Kansatsu.Analysis;

[Flags]
public enum FlowFlags : ushort
{
    None = 0,

    /// <summary>The first packet seen was not the first one sent, or nothing in it says who began.</summary>
    InitiatorGuessed = 1,

    /// <summary>The guess turned the first packet's direction round.</summary>
    Flipped = 2,

    /// <summary>TCP: the three-way handshake was seen.</summary>
    Established = 4,

    /// <summary>TCP: reset, or closed from both sides.</summary>
    Closed = 8,

    /// <summary>Carries other IP packets; those have flows of their own.</summary>
    Carrier = 16,

    /// <summary>At least one packet lay inside a tunnel.</summary>
    Tunnelled = 32,

    /// <summary>At least one packet came in fragments.</summary>
    Fragmented = 64,

    /// <summary>The application's content needs no more looking at.</summary>
    ContentDone = 128,

    /// <summary>At least one packet had extension headers.</summary>
    Extended = 256,

    /// <summary>Took the place of an older flow with the same ends (a new TCP connection from the same port).</summary>
    Reopened = 512,

    /// <summary>At least one packet broke a rule.</summary>
    Anomalous = 1024,

    /// <summary>The responder is a multicast group or broadcast.</summary>
    ToGroup = 2048,

    /// <summary>ICMP errors: at least one spoke of a packet of a flow that was seen here.</summary>
    QuotesKnown = 4096,
}
