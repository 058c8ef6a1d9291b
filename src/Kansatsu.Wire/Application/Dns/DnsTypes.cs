namespace Kansatsu.Wire;

/// <summary>Record types (IANA "Resource Record (RR) TYPEs"; NB and NBSTAT from RFC 1002 §4.2.1.3) and their names.</summary>
public static class DnsTypes
{
    public const ushort A = 1;
    public const ushort Ns = 2;
    public const ushort Cname = 5;
    public const ushort Soa = 6;
    public const ushort Ptr = 12;
    public const ushort Mx = 15;
    public const ushort Txt = 16;
    public const ushort Aaaa = 28;
    public const ushort Nb = 32;
    public const ushort Srv = 33;
    public const ushort Dname = 39;
    public const ushort Opt = 41;
    public const ushort Nsec = 47;
    public const ushort Svcb = 64;
    public const ushort Https = 65;
    public const ushort Any = 255;
    public const ushort Caa = 257;

    /// <summary>The name of a type, "TYPE123" where it has none (RFC 3597 §5).</summary>
    public static string Name(ushort type) => type switch
    {
        A => "A",
        Ns => "NS",
        Cname => "CNAME",
        Soa => "SOA",
        10 => "NULL",
        Ptr => "PTR",
        13 => "HINFO",
        Mx => "MX",
        Txt => "TXT",
        17 => "RP",
        18 => "AFSDB",
        24 => "SIG",
        25 => "KEY",
        Aaaa => "AAAA",
        29 => "LOC",
        Nb => "NB",
        Srv => "SRV",
        35 => "NAPTR",
        Dname => "DNAME",
        38 => "A6",
        Opt => "OPT",
        43 => "DS",
        44 => "SSHFP",
        46 => "RRSIG",
        Nsec => "NSEC",
        48 => "DNSKEY",
        50 => "NSEC3",
        51 => "NSEC3PARAM",
        52 => "TLSA",
        59 => "CDS",
        60 => "CDNSKEY",
        61 => "OPENPGPKEY",
        63 => "ZONEMD",
        Svcb => "SVCB",
        Https => "HTTPS",
        99 => "SPF",
        249 => "TKEY",
        250 => "TSIG",
        251 => "IXFR",
        252 => "AXFR",
        Any => "ANY",
        256 => "URI",
        Caa => "CAA",
        _ => $"TYPE{type}",
    };

    /// <summary>IN, CH, ANY …; "CLASS123" where it has no name.</summary>
    public static string ClassName(ushort @class) => @class switch
    {
        1 => "IN",
        3 => "CH",
        4 => "HS",
        254 => "NONE",
        255 => "ANY",
        _ => $"CLASS{@class}",
    };

    /// <summary>Response codes as RFC 1035 §4.1.1, 2136 and 6895 name them.</summary>
    public static string RcodeName(int rcode) => rcode switch
    {
        0 => "NOERROR",
        1 => "FORMERR",
        2 => "SERVFAIL",
        3 => "NXDOMAIN",
        4 => "NOTIMP",
        5 => "REFUSED",
        6 => "YXDOMAIN",
        7 => "YXRRSET",
        8 => "NXRRSET",
        9 => "NOTAUTH",
        10 => "NOTZONE",
        16 => "BADVERS",
        23 => "BADCOOKIE",
        _ => $"RCODE{rcode}",
    };
}
