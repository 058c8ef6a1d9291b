namespace Kansatsu.Wire;

/// <summary>Types of neighbor discovery options (IANA icmpv6-parameters).</summary>
public static class NdpOptionTypes
{
    public const byte SourceLinkLayerAddress = 1;
    public const byte TargetLinkLayerAddress = 2;
    public const byte PrefixInformation = 3;
    public const byte RedirectedHeader = 4;
    public const byte Mtu = 5;
    public const byte NbmaShortcutLimit = 6;
    public const byte AdvertisementInterval = 7;
    public const byte HomeAgentInformation = 8;
    public const byte SourceAddressList = 9;
    public const byte TargetAddressList = 10;
    public const byte Cga = 11;
    public const byte RsaSignature = 12;
    public const byte Timestamp = 13;
    public const byte Nonce = 14;
    public const byte TrustAnchor = 15;
    public const byte Certificate = 16;
    public const byte RouteInformation = 24;
    public const byte RecursiveDnsServers = 25;
    public const byte FlagsExtension = 26;
    public const byte DnsSearchList = 31;
    public const byte AddressRegistration = 33;
    public const byte SixLowpanContext = 34;
    public const byte AuthoritativeBorderRouter = 35;
    public const byte CaptivePortal = 37;
    public const byte Pref64 = 38;

    /// <summary>The option's name, or null when the number is not assigned.</summary>
    public static string? NameOf(byte type) => type switch
    {
        SourceLinkLayerAddress => "Source link-layer address",
        TargetLinkLayerAddress => "Target link-layer address",
        PrefixInformation => "Prefix information",
        RedirectedHeader => "Redirected header",
        Mtu => "MTU",
        NbmaShortcutLimit => "NBMA shortcut limit",
        AdvertisementInterval => "Advertisement interval",
        HomeAgentInformation => "Home agent information",
        SourceAddressList => "Source address list",
        TargetAddressList => "Target address list",
        Cga => "CGA",
        RsaSignature => "RSA signature",
        Timestamp => "Timestamp",
        Nonce => "Nonce",
        TrustAnchor => "Trust anchor",
        Certificate => "Certificate",
        17 => "IP address/prefix",
        18 => "New router prefix information",
        19 => "Link-layer address",
        20 => "Neighbor advertisement acknowledgment",
        21 => "PvD ID router advertisement",
        23 => "MAP",
        RouteInformation => "Route information",
        RecursiveDnsServers => "Recursive DNS server",
        FlagsExtension => "Flags extension",
        27 => "Handover key request",
        28 => "Handover key reply",
        29 => "Handover assist information",
        30 => "Mobile node identifier",
        DnsSearchList => "DNS search list",
        32 => "Proxy signature",
        AddressRegistration => "Address registration",
        SixLowpanContext => "6LoWPAN context",
        AuthoritativeBorderRouter => "Authoritative border router",
        36 => "6LoWPAN capability indication",
        CaptivePortal => "DHCP captive portal",
        Pref64 => "PREF64",
        39 => "Crypto-ID parameters",
        40 => "NDP signature",
        41 => "Resource directory address",
        42 => "Consistent uptime",
        138 => "CARD request",
        139 => "CARD reply",
        144 => "Encrypted DNS",
        253 => "Experiment 1",
        254 => "Experiment 2",
        _ => null,
    };
}
