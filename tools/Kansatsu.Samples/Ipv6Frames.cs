using System.Buffers.Binary;
using System.Net;

namespace Kansatsu.Samples;

/// <summary>Ethernet frames with IPv6 multicast packets, checksums filled in.</summary>
public static class Ipv6Frames
{
    const byte HopByHop = 0;
    const byte Udp = 17;
    const byte Icmpv6 = 58;
    const int Ipv6HeaderLength = 40;

    /// <summary>RFC 2711 router alert with value 0 (MLD), then PadN of two: the eight bytes that RFC 3810 §5 asks of each MLD message.</summary>
    static ReadOnlySpan<byte> MldRouterAlert => [Icmpv6, 0, 5, 2, 0, 0, 1, 0];

    public static byte[] UdpPacket(ReadOnlySpan<byte> router, IPAddress from, int fromPort, IPAddress to, int toPort, byte hopLimit, ReadOnlySpan<byte> payload)
    {
        var udp = new byte[8 + payload.Length];
        BinaryPrimitives.WriteUInt16BigEndian(udp, (ushort)fromPort);
        BinaryPrimitives.WriteUInt16BigEndian(udp.AsSpan(2), (ushort)toPort);
        BinaryPrimitives.WriteUInt16BigEndian(udp.AsSpan(4), (ushort)udp.Length);
        payload.CopyTo(udp.AsSpan(8));
        BinaryPrimitives.WriteUInt16BigEndian(udp.AsSpan(6), Checksum(from, to, Udp, udp));
        return Multicast(router, from, to, Udp, hopLimit, udp);
    }

    /// <summary>An MLD message: its checksum is filled in, the hop limit is 1, the router alert stands before it.</summary>
    public static byte[] MldPacket(ReadOnlySpan<byte> router, IPAddress from, IPAddress to, ReadOnlySpan<byte> message)
    {
        byte[] icmp = [.. message];
        BinaryPrimitives.WriteUInt16BigEndian(icmp.AsSpan(2), Checksum(from, to, Icmpv6, icmp));
        return Multicast(router, from, to, HopByHop, 1, [.. MldRouterAlert, .. icmp]);
    }

    static byte[] Multicast(ReadOnlySpan<byte> router, IPAddress from, IPAddress to, byte nextHeader, byte hopLimit, ReadOnlySpan<byte> payload)
    {
        var header = new byte[Ipv6HeaderLength];
        header[0] = 0x60;
        BinaryPrimitives.WriteUInt16BigEndian(header.AsSpan(4), (ushort)payload.Length);
        header[6] = nextHeader;
        header[7] = hopLimit;
        from.GetAddressBytes().CopyTo(header, 8);
        to.GetAddressBytes().CopyTo(header, 24);
        // RFC 2464 §7: 33:33 and the last four bytes of the group.
        return [0x33, 0x33, .. header.AsSpan(36, 4), .. router, 0x86, 0xdd, .. header, .. payload];
    }

    /// <summary>RFC 8200 §8.1, over the pseudo-header and a message whose checksum field is still zero.</summary>
    static ushort Checksum(IPAddress from, IPAddress to, byte protocol, ReadOnlySpan<byte> message)
    {
        byte[] pseudoHeader = [.. from.GetAddressBytes(), .. to.GetAddressBytes(), 0, 0, (byte)(message.Length >> 8), (byte)message.Length, 0, 0, 0, protocol];
        byte[] summed = [.. pseudoHeader, .. message, 0];
        uint sum = 0;
        for (var at = 0; at + 1 < summed.Length; at += 2) sum += BinaryPrimitives.ReadUInt16BigEndian(summed.AsSpan(at));
        while (sum > 0xffff) sum = (sum & 0xffff) + (sum >> 16);
        var checksum = (ushort)~sum;
        return checksum == 0 ? (ushort)0xffff : checksum;
    }
}
