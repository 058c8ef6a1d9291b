using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>
/// Community ID version 1 with seed 0: the name under which other tools know the same flow. Both directions give the same text:
/// "1:" and the base64 of SHA-1 over seed, addresses, protocol and ports, the lower end first.
/// </summary>
public static class CommunityId
{
    const int MaxLength = 2 + (2 * Ipv6Address.Length) + 2 + 4;

    public static string Of(in Flow flow) =>
        Of(flow.Initiator, flow.InitiatorPort, flow.Responder, flow.ResponderPort, flow.Protocol, flow.Family);

    /// <param name="sourcePort">For ICMP the type.</param>
    /// <param name="destinationPort">For ICMP the type that answers it, or the code when no type does.</param>
    /// <param name="family">4 or 6: how the addresses are written into the hash.</param>
    [SuppressMessage("Security", "CA5350", Justification = "the specification asks for SHA-1; nothing is protected by it")]
    public static string Of(Ipv6Address source, ushort sourcePort, Ipv6Address destination, ushort destinationPort, byte protocol, byte family)
    {
        var order = source.CompareTo(destination);
        var swap = (order > 0 || (order == 0 && sourcePort > destinationPort)) && !IsOneWay(protocol, sourcePort, destinationPort);
        if (swap) (source, sourcePort, destination, destinationPort) = (destination, destinationPort, source, sourcePort);

        Span<byte> input = stackalloc byte[MaxLength];
        input.Clear();
        var length = 2;
        length += Write(source, family, input[length..]);
        length += Write(destination, family, input[length..]);
        input[length] = protocol;
        length += 2;
        if (HasPorts(protocol))
        {
            BinaryPrimitives.WriteUInt16BigEndian(input[length..], sourcePort);
            BinaryPrimitives.WriteUInt16BigEndian(input[(length + 2)..], destinationPort);
            length += 4;
        }

        Span<byte> hash = stackalloc byte[SHA1.HashSizeInBytes];
        SHA1.HashData(input[..length], hash);
        return "1:" + Convert.ToBase64String(hash);
    }

    /// <summary>Nothing answers such a message, so its direction belongs to its name. Asked with another code, a pair still names its answer.</summary>
    static bool IsOneWay(byte protocol, ushort type, ushort answer) => protocol switch
    {
        IpProtocols.Icmp => IcmpPorts.OfIcmp((byte)type, (byte)~answer).Destination != answer,
        IpProtocols.Icmpv6 => IcmpPorts.OfIcmpv6((byte)type, (byte)~answer).Destination != answer,
        _ => false,
    };

    static bool HasPorts(byte protocol) =>
        protocol is IpProtocols.Tcp or IpProtocols.Udp or IpProtocols.Sctp or IpProtocols.Icmp or IpProtocols.Icmpv6;

    static int Write(Ipv6Address address, byte family, Span<byte> to)
    {
        if (family == 4)
        {
            BinaryPrimitives.WriteUInt32BigEndian(to, address.Ipv4);
            return 4;
        }

        address.Write(to);
        return Ipv6Address.Length;
    }
}
