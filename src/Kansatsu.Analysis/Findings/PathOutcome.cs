namespace Kansatsu.Analysis;

/// <summary>How an attempt to reach somebody over one family went.</summary>
enum PathOutcome : byte
{
    /// <summary>Not seen long enough, or nothing in it tells.</summary>
    Unclear,
    Works,

    /// <summary>Nothing came back.</summary>
    Dropped,

    /// <summary>A TCP reset came back.</summary>
    Refused,

    /// <summary>An ICMP error came back.</summary>
    IcmpError,

    /// <summary>The handshake worked, then large packets did not arrive and nobody said so: a path MTU black hole (RFC 2923 §2.1).</summary>
    LargePacketsLost,
}
