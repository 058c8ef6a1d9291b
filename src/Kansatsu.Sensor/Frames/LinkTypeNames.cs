using Kansatsu.Wire;

namespace Kansatsu.Sensor;

/// <summary>Stable names of link types for people and JSON; a number without a dissector is <c>linktype-147</c>.</summary>
public static class LinkTypeNames
{
    public static string Of(LinkType type) => type switch
    {
        LinkType.Null => "null",
        LinkType.Ethernet => "ethernet",
        LinkType.Ppp => "ppp",
        LinkType.Fddi => "fddi",
        LinkType.Raw or LinkType.Raw12 or LinkType.Raw14 => "raw-ip",
        LinkType.PppHdlc => "ppp-hdlc",
        LinkType.PppEthernet => "pppoe",
        LinkType.CiscoHdlc => "cisco-hdlc",
        LinkType.Ieee80211 => "ieee802.11",
        LinkType.FrameRelay => "frame-relay",
        LinkType.Loopback => "loopback",
        LinkType.LinuxSll => "linux-cooked",
        LinkType.ArcnetLinux => "arcnet-linux",
        LinkType.Ieee80211Prism => "ieee802.11-prism",
        LinkType.Ieee80211Radiotap => "ieee802.11-radiotap",
        LinkType.PppPppd => "ppp-pppd",
        LinkType.Ieee80211Avs => "ieee802.11-avs",
        LinkType.PpiPacket => "ppi",
        LinkType.Ieee802154 => "ieee802.15.4",
        LinkType.Erf => "erf",
        LinkType.Raw4 => "raw-ipv4",
        LinkType.Raw6 => "raw-ipv6",
        LinkType.Ieee802154NoFrameCheck => "ieee802.15.4-nofcs",
        LinkType.Nflog => "nflog",
        LinkType.LinuxSll2 => "linux-cooked-2",
        LinkType.Ieee802154Tap => "ieee802.15.4-tap",
        _ => $"linktype-{(int)type}",
    };

    /// <summary>Whether the link type is one the Wire room names; frames of others are counted, not read.</summary>
    public static bool IsKnown(LinkType type) => Enum.IsDefined(type);
}
