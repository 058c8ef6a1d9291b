namespace Kansatsu.Analysis;

/// <summary>Where a name came from, weakest first: a stronger source replaces a weaker one. Stores keep the numbers: a change of order is a new version of the store.</summary>
public enum NameSource : byte
{
    None,

    /// <summary>A registry of special-purpose addresses and multicast groups.</summary>
    Registry,
    Nbns,
    Llmnr,
    Mdns,
    Dhcp,

    /// <summary>A DNS answer that was seen earlier gave this address.</summary>
    Dns,
    Certificate,
    HttpHost,
    TlsSni,
    DtlsSni,
    QuicSni,
}
