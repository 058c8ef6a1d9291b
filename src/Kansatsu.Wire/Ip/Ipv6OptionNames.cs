namespace Kansatsu.Wire;

/// <summary>Hop-by-hop and destination options in words (IANA ipv6-parameters).</summary>
public static class Ipv6OptionNames
{
    public static string Of(byte type) => type switch
    {
        Ipv6Options.Pad1 => "Pad1",
        Ipv6Options.PadN => "PadN",
        Ipv6Options.TunnelLimit => "Tunnel encapsulation limit",
        Ipv6Options.RouterAlert => "Router alert",
        Ipv6Options.Calipso => "CALIPSO",
        Ipv6Options.Smf => "SMF duplicate detection",
        Ipv6Options.PerformanceMetrics => "Performance and diagnostic metrics",
        Ipv6Options.IoamDestination or Ipv6Options.IoamHopByHop => "IOAM",
        Ipv6Options.AltMark => "Alternate marking",
        Ipv6Options.RplNew or Ipv6Options.Rpl => "RPL",
        Ipv6Options.QuickStart => "Quick-Start",
        Ipv6Options.MinimumPathMtu => "Minimum path MTU",
        Ipv6Options.Mpl => "MPL",
        Ipv6Options.IlnpNonce => "ILNP nonce",
        Ipv6Options.LineIdentification => "Line identification",
        Ipv6Options.Jumbo => "Jumbo payload",
        Ipv6Options.HomeAddress => "Home address",
        _ => "Unknown option",
    };

    /// <summary>Who shall look (IANA ipv6-routeralert-values).</summary>
    public static string RouterAlert(ushort value) => value switch
    {
        0 => "MLD",
        1 => "RSVP",
        2 => "active networks",
        >= 4 and <= 35 => "aggregated reservation",
        >= 36 and <= 67 => "QoS NSLP aggregation",
        68 => "NSIS NATFW NSLP",
        69 => "MPLS OAM",
        _ => "unassigned",
    };
}
