using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>What came to the wrong address, and which setting somewhere is stale or wrong.</summary>
static class MisdirectedWords
{
    const ushort SnmpTrap = 162;

    public static string Of(in Flow flow) => flow.Application switch
    {
        LayerKind.Syslog => "a host still sends its log to this address: its syslog server setting is stale",
        LayerKind.Snmp when flow.ResponderPort == SnmpTrap => "a device still sends SNMP traps to this address: its trap receiver setting is stale",
        LayerKind.Snmp => "a monitor still polls this address over SNMP: its list of devices is stale",
        LayerKind.Netflow or LayerKind.Sflow => "a router still exports flow records to this address: its collector setting is stale",
        LayerKind.Radius => "an access server still asks this address about logins: its RADIUS server setting is stale",
        LayerKind.Dns => "a host still asks this address for names: its resolver setting is stale",
        LayerKind.Ntp => "a host still asks this address for the time: its NTP server setting is stale",
        LayerKind.Stun => "a peer still tries to reach a program here: the addresses that it was told (ICE, STUN) are stale",
        LayerKind.Sip => "a telephone still registers or calls at this address: its SIP server setting is wrong or stale",
        LayerKind.Rtp or LayerKind.Rtcp => "a media stream still comes here: its sender was given a wrong address or did not learn that the call ended",
        LayerKind.BitTorrent or LayerKind.BitTorrentDht or LayerKind.Gnutella or LayerKind.Edonkey =>
            "peers still have this address in their lists: a peer-to-peer node that is gone",
        LayerKind.Wireguard or LayerKind.Teredo or LayerKind.Dtls => "the other end of a tunnel or session still sends here: its setting for the far end is stale",
        _ => "content for somebody else: a stale or wrong address",
    };

    public static string ContentOf(in Flow flow) => flow.Application switch
    {
        LayerKind.Syslog => "a log message (syslog)",
        LayerKind.Stun => "STUN, between peers that agreed on it",
        LayerKind.Sip => "telephony (SIP)",
        LayerKind.Rtp or LayerKind.Rtcp => "a media stream (RTP)",
        LayerKind.BitTorrent or LayerKind.BitTorrentDht or LayerKind.Gnutella or LayerKind.Edonkey => "peer-to-peer traffic for a node that is not here",
        LayerKind.Netflow or LayerKind.Sflow => "an export of flow records",
        LayerKind.Radius => "a login question (RADIUS)",
        LayerKind.Snmp => flow.ResponderPort == SnmpTrap ? "an SNMP trap" : "an SNMP question",
        LayerKind.Dns => "a DNS question",
        LayerKind.Ntp => "a question for the time (NTP)",
        _ => "part of a session that home does not have",
    };
}
