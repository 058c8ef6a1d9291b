using Kansatsu.Analysis;
using Kansatsu.Wire;

namespace Kansatsu.App;

/// <summary>Names of IP protocols, of what flows carry, and of where names came from, as the views and JSON write them.</summary>
static class ProtocolNames
{
    public static string Of(byte protocol) => FlowProtocols.Of(protocol);

    /// <summary>Lower-case application name, or "" when nothing was recognised.</summary>
    public static string OfApplication(in Flow flow) => ApplicationNames.Of(flow.Application);

    /// <summary>The protocol, and what it carries where that was recognised: tcp/tls.</summary>
    public static string Of(byte protocol, LayerKind carried) => Of(protocol, ApplicationNames.Of(carried));

    /// <param name="application">In lower case; empty when nothing was recognised.</param>
    public static string Of(byte protocol, string application)
    {
        var name = Of(protocol);
        return application.Length == 0 || application == name ? name : $"{name}/{application}";
    }

    public static string Of(NameSource source) => source switch
    {
        NameSource.Registry => "registry",
        NameSource.Nbns => "nbns",
        NameSource.Llmnr => "llmnr",
        NameSource.Mdns => "mdns",
        NameSource.Dhcp => "dhcp",
        NameSource.Dns => "dns",
        NameSource.Certificate => "certificate",
        NameSource.HttpHost => "http",
        NameSource.TlsSni => "sni",
        NameSource.DtlsSni => "dtls-sni",
        NameSource.QuicSni => "quic-sni",
        _ => "none",
    };
}
