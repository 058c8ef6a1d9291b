namespace Kansatsu.Analysis;

/// <summary>What the first packet of a flow betrays of the program that made it; <see cref="ProbeTraits"/> finds it, at most one per flow.</summary>
public enum ProbeTrait : byte
{
    None,

    /// <summary>ZMap: IPv4 identification 54321.</summary>
    Zmap,

    /// <summary>masscan: IPv4 identification computed from target, port and sequence number, or its SYN with window 1025.</summary>
    Masscan,

    /// <summary>nmap, or a tool with the same raw SYN: window a small multiple of 1024 and no option but a segment size.</summary>
    RawSyn,

    /// <summary>The worm Mirai and its offspring: the sequence number is the target's address.</summary>
    Mirai,

    /// <summary>yarrp over IPv6: its mark begins the payload.</summary>
    Yarrp,

    /// <summary>thc-ipv6 (alive6 and others): echo identifier and sequence number dead beef.</summary>
    Thc,

    /// <summary>scan6 or alive6: an echo request behind a destination option that nobody knows.</summary>
    UnknownOption,

    /// <summary>TCP without any flag.</summary>
    NullFlags,

    /// <summary>TCP with FIN, PSH and URG and nothing else.</summary>
    Xmas,

    /// <summary>traceroute: a datagram to its ports with hardly any hops left.</summary>
    Traceroute,
}
