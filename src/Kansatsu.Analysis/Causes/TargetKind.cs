namespace Kansatsu.Analysis;

/// <summary>How the interface identifier of an IPv6 address was made up (RFC 7707 §4.1, §5.1); IPv4 addresses have none.</summary>
enum TargetKind : byte
{
    None,

    /// <summary>All zero: the subnet-router anycast address (RFC 4291 §2.6.1).</summary>
    Zero,

    /// <summary>::1, ::10 …: numbered by hand.</summary>
    LowByte,

    /// <summary>A small number that is a service's port, ::80, ::443, in decimal or hexadecimal digits.</summary>
    Port,

    /// <summary>Two small numbers, ::1:7 or ::7:1.</summary>
    LowBytes,

    /// <summary>A MAC address around ff:fe.</summary>
    Eui64,

    /// <summary>0000:5efe or 0200:5efe and an IPv4 address (RFC 5214).</summary>
    Isatap,

    /// <summary>An IPv4 address in the last 32 bits, or its numbers as the groups' digits.</summary>
    Ipv4,

    /// <summary>Words of hexadecimal digits: dead:beef, cafe …</summary>
    Wordy,

    /// <summary>Few different bytes, repeated.</summary>
    PatternBytes,

    Random,
}
