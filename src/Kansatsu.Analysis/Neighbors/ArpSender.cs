using System.Buffers.Binary;
using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>Who speaks in an ARP packet of IPv4 over Ethernet (RFC 826).</summary>
static class ArpSender
{
    const int Length = 28;
    const int SenderMacOffset = 8;
    const int SenderOffset = 14;
    const int TargetOffset = 24;

    /// <summary>Hardware type Ethernet, protocol type IPv4, lengths 6 and 4.</summary>
    static ReadOnlySpan<byte> EthernetAndIpv4 => [0, 1, 8, 0, 6, 4];

    public static bool TryRead(ReadOnlySpan<byte> arp, out MacAddress mac, out Ipv6Address sender, out Ipv6Address target)
    {
        (mac, sender, target) = (default, default, default);
        if (arp.Length < Length || !arp.StartsWith(EthernetAndIpv4)) return false;
        mac = MacAddress.Read(arp[SenderMacOffset..]);
        sender = Ipv6Address.FromIpv4(BinaryPrimitives.ReadUInt32BigEndian(arp[SenderOffset..]));
        target = Ipv6Address.FromIpv4(BinaryPrimitives.ReadUInt32BigEndian(arp[TargetOffset..]));
        return true;
    }
}
