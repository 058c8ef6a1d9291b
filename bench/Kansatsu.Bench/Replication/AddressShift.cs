using System.Buffers.Binary;

namespace Kansatsu.Bench.Replication;

/// <summary>
/// Moves the unicast IP addresses of a frame to those of its n-th copy, in place, and corrects the checksums that cover them (RFC 1624): good
/// checksums stay good, bad ones stay bad. Groups, the unspecified and the loopback address stay; packets in 4in4, 6in4 and such move too. What
/// stands in payloads (DNS answers, neighbour discovery targets, quoted packets) stays as it was.
/// </summary>
public static class AddressShift
{
    const int MaxNesting = 4;
    const int EtherTypeIpv4 = 0x0800;
    const int EtherTypeIpv6 = 0x86dd;
    const int EtherTypePppoe = 0x8864;
    const int PppIpv4 = 0x0021;
    const int PppIpv6 = 0x0057;

    public static void Apply(Span<byte> frame, int copy)
    {
        if (copy == 0 || frame.Length < 14) return;
        var type = BinaryPrimitives.ReadUInt16BigEndian(frame[12..]);
        var rest = frame[14..];
        while (type is 0x8100 or 0x88a8 or 0x9100 && rest.Length >= 4)
        {
            type = BinaryPrimitives.ReadUInt16BigEndian(rest[2..]);
            rest = rest[4..];
        }

        if (type == EtherTypePppoe && rest.Length >= 8)
        {
            type = BinaryPrimitives.ReadUInt16BigEndian(rest[6..]) switch { PppIpv4 => EtherTypeIpv4, PppIpv6 => EtherTypeIpv6, _ => type };
            rest = rest[8..];
        }

        if (type == EtherTypeIpv4) ShiftIpv4(rest, copy, MaxNesting);
        else if (type == EtherTypeIpv6) ShiftIpv6(rest, copy, MaxNesting);
    }

    static void ShiftIpv4(Span<byte> ip, int copy, int nesting)
    {
        if (nesting == 0 || ip.Length < 20 || ip[0] >> 4 != 4) return;
        var headerLength = (ip[0] & 15) * 4;
        var headerSum = headerLength >= 20 && headerLength <= ip.Length ? OnesComplement.Sum(ip[..headerLength]) : (ushort)0;
        var before = OnesComplement.Sum(ip.Slice(12, 8));
        MoveIpv4(ip.Slice(12, 4), copy);
        MoveIpv4(ip.Slice(16, 4), copy);
        var delta = OnesComplement.Difference(before, OnesComplement.Sum(ip.Slice(12, 8)));
        // A zero that is not the right sum was left to the network card.
        if (headerSum == 0xffff || BinaryPrimitives.ReadUInt16BigEndian(ip[10..]) != 0) OnesComplement.Correct(ip.Slice(10, 2), delta);
        if (headerLength < 20 || headerLength > ip.Length || (BinaryPrimitives.ReadUInt16BigEndian(ip[6..]) & 0x1fff) != 0) return;
        var declared = BinaryPrimitives.ReadUInt16BigEndian(ip[2..]) - headerLength;
        Follow(ip[9], ip[headerLength..], copy, nesting, before, delta, declared, overIpv6: false);
    }

    static void ShiftIpv6(Span<byte> ip, int copy, int nesting)
    {
        if (nesting == 0 || ip.Length < 40 || ip[0] >> 4 != 6) return;
        var chain = Ipv6Chain.Walk(ip);
        var before = Covered(ip, chain);
        MoveIpv6(ip.Slice(8, 16), copy);
        MoveIpv6(ip.Slice(24, 16), copy);
        var delta = OnesComplement.Difference(before, Covered(ip, chain));
        if (!chain.HasUpperLayer) return;
        var declared = BinaryPrimitives.ReadUInt16BigEndian(ip[4..]) + 40 - chain.Offset;
        Follow(chain.Protocol, ip[chain.Offset..], copy, nesting, before, delta, declared, overIpv6: true);
    }

    /// <summary>The part of the pseudo-header that moves: an address replaced by a home address or a routing header's last one is not in it.</summary>
    static ushort Covered(ReadOnlySpan<byte> ip, in Ipv6Chain chain)
    {
        var source = chain.SourceIsCovered ? OnesComplement.Sum(ip.Slice(8, 16)) : (ushort)0;
        var destination = chain.DestinationIsCovered ? OnesComplement.Sum(ip.Slice(24, 16)) : (ushort)0;
        return OnesComplement.Add(source, destination);
    }

    static void Follow(byte protocol, Span<byte> upper, int copy, int nesting, ushort addresses, ushort delta, int declared, bool overIpv6)
    {
        if (protocol == 4) ShiftIpv4(upper, copy, nesting - 1);
        else if (protocol == 41) ShiftIpv6(upper, copy, nesting - 1);
        if (ChecksumOffset(protocol, upper, overIpv6) is not { } at || upper.Length < at + 2) return;
        var field = upper.Slice(at, 2);
        var value = BinaryPrimitives.ReadUInt16BigEndian(field);
        var isUdp = protocol == 17;
        if (isUdp && value == 0) return; // RFC 768: none
        // Left to the network card (transmit offload): the field holds the bare sum of the pseudo-header, and goes on holding it.
        var pseudo = OnesComplement.Add(OnesComplement.Add(addresses, protocol), (ushort)declared);
        if (value == pseudo) BinaryPrimitives.WriteUInt16BigEndian(field, OnesComplement.Add(value, delta));
        else OnesComplement.Correct(field, delta);
        if (isUdp && BinaryPrimitives.ReadUInt16BigEndian(field) == 0) field.Fill(0xff);
    }

    /// <summary>Where the checksum stands in protocols whose checksum covers the addresses.</summary>
    static int? ChecksumOffset(byte protocol, ReadOnlySpan<byte> upper, bool overIpv6) => protocol switch
    {
        6 => 16,
        17 or 33 or 136 => 6,
        58 or 103 when overIpv6 => 2,
        89 when overIpv6 => 12,
        112 when overIpv6 || upper is [>= 0x30, ..] => 6, // VRRP: since version 3 over IPv4 too (RFC 5798 §5.2.8)
        135 or 139 when overIpv6 => 4,
        _ => null,
    };

    /// <summary>Private and link-local networks move by their third octet and so stay what they are; others by their second.</summary>
    static void MoveIpv4(Span<byte> address, int copy)
    {
        if (address[0] is 0 or 127 or >= 224) return;
        var staysPrivate = (address[0], address[1]) is (192, 168) or (172, >= 16 and <= 31) or (169, 254);
        ref var octet = ref address[staysPrivate ? 2 : 1];
        octet = (byte)(octet + copy);
    }

    /// <summary>
    /// Global addresses move to another /48. A link-local one keeps fe80::/64 and changes in the second byte of its interface identifier, so that
    /// its solicited-node group, made of the last three, still fits. A NAT64 address keeps its prefix.
    /// </summary>
    static void MoveIpv6(Span<byte> address, int copy)
    {
        if (address[0] == 0xff || !address[..8].ContainsAnyExcept((byte)0)) return;
        var isLinkLocal = address[0] == 0xfe && (address[1] & 0xc0) == 0x80;
        var isNat64 = address is [0x00, 0x64, 0xff, 0x9b, ..];
        ref var octet = ref address[isLinkLocal ? 9 : isNat64 ? 13 : 5];
        octet = (byte)(octet + copy);
    }
}
