namespace Kansatsu.Wire;

/// <summary>What can be said of a checksum from what was captured.</summary>
public enum ChecksumVerdict : byte
{
    /// <summary>The layer has none.</summary>
    None,
    Good,
    Bad,

    /// <summary>Bad, but exactly the pseudo-header's sum: the sending host left the rest to its network card (transmit offload).</summary>
    Offloaded,

    /// <summary>Cut by the capture, a fragment, or a quotation: there is nothing to verify against.</summary>
    NotCaptured,

    /// <summary>The sender wrote zero for "none" (UDP over IPv4, RFC 768; tunnels over IPv6, RFC 6935).</summary>
    NotPresent,
}
