namespace Kansatsu.Wire;

/// <summary>What the first byte of a frame is: the LINKTYPE_ numbers of capture files (draft-ietf-opsawg-pcaplinktype).</summary>
/// <remarks>Numbers not named here are carried along and read as <see cref="LayerKind.Unknown"/>.</remarks>
public enum LinkType : ushort
{
    Null = 0,
    Ethernet = 1,
    Ppp = 9,
    Fddi = 10,
    Raw12 = 12,
    Raw14 = 14,
    PppHdlc = 50,
    PppEthernet = 51,
    Raw = 101,
    CiscoHdlc = 104,
    Ieee80211 = 105,
    FrameRelay = 107,
    Loopback = 108,
    LinuxSll = 113,
    ArcnetLinux = 129,
    Ieee80211Prism = 119,
    Ieee80211Radiotap = 127,
    PppPppd = 166,
    Ieee80211Avs = 163,
    PpiPacket = 192,
    Erf = 197,
    Raw4 = 228,
    Raw6 = 229,
    Nflog = 239,
    LinuxSll2 = 276,
}
