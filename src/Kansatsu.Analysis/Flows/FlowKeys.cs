using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>Makes the key of a packet from its headers.</summary>
static class FlowKeys
{
    /// <summary>The key of the innermost packet of a frame; the default without IP.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void OfInnermost(in Dissection d, out FlowKey key)
    {
        if (d.InnermostIp < 0) key = default;
        else Read(d, d[d.InnermostIp], d.Transport, out key);
    }

    // Written where it is wanted: what was just written in parts is slow to copy as a whole.
    public static void Read(in Dissection d, in Layer ip, int transport, out FlowKey key)
    {
        var isIpv6 = ip.Kind == LayerKind.Ipv6;
        var addresses = isIpv6 ? d.Buffer(ip.Buffer).Slice(ip.Offset + 8, 2 * Ipv6Address.Length) : d.Buffer(ip.Buffer).Slice(ip.Offset + 12, 8);
        var source = isIpv6 ? Ipv6Address.Read(addresses) : Ipv6Address.FromIpv4(BinaryPrimitives.ReadUInt32BigEndian(addresses));
        var destination = isIpv6 ? Ipv6Address.Read(addresses[Ipv6Address.Length..]) : Ipv6Address.FromIpv4(BinaryPrimitives.ReadUInt32BigEndian(addresses[4..]));
        // Until a fragmented packet is whole it has no ports: its pieces are the traffic of two hosts, not of two ports.
        var protocol = ip.IsFragment ? IpProtocols.Fragment : (byte)ip.Value;
        var (sourcePort, destinationPort) = transport < 0 ? default : Ports(d, d[transport]);
        key = new FlowKey(source, destination, sourcePort, destinationPort, protocol, isIpv6 ? (byte)6 : (byte)4, ZoneOf(d, source, destination));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static (ushort Source, ushort Destination) Ports(in Dissection d, in Layer layer)
    {
        switch (layer.Kind)
        {
            case LayerKind.Icmpv6: return IcmpPorts.OfIcmpv6((byte)(layer.Value >> 8), (byte)layer.Value);
            case LayerKind.Icmp: return IcmpPorts.OfIcmp((byte)(layer.Value >> 8), (byte)layer.Value);
            case >= LayerKind.Tcp and <= LayerKind.Dccp when layer.Length >= 4:
                var bytes = d.Buffer(layer.Buffer)[layer.Offset..];
                return (BinaryPrimitives.ReadUInt16BigEndian(bytes), BinaryPrimitives.ReadUInt16BigEndian(bytes[2..]));
            default: return default;
        }
    }

    /// <summary>Addresses of link scope mean something only on their link (RFC 4007 §6): it becomes part of the key.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static ushort ZoneOf(in Dissection d, Ipv6Address source, Ipv6Address destination) =>
        source.High >> 54 == 0x3fa || destination.High >> 54 == 0x3fa || (destination.High >> 56 == 0xff && (destination.High >> 48 & 0xf) <= 2)
            ? (ushort)(d.Interface + 1)
            : (ushort)0;
}
