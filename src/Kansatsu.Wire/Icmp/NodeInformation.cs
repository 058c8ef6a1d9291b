using System.Buffers.Binary;

namespace Kansatsu.Wire;

/// <summary>A node is asked for its names or addresses, or answers (RFC 4620 §4).</summary>
public readonly ref struct NodeInformation
{
    public const int HeaderLength = 16;

    public const ushort NoOperation = 0;
    public const ushort NodeName = 2;
    public const ushort NodeAddresses = 3;
    public const ushort Ipv4Addresses = 4;

    const int QueryTypeOffset = 4;
    const int FlagsOffset = 6;
    const int NonceOffset = 8;

    readonly ReadOnlySpan<byte> _message;

    NodeInformation(ReadOnlySpan<byte> message) => _message = message;

    public static bool TryRead(ReadOnlySpan<byte> message, out NodeInformation result)
    {
        var fits = message.Length >= HeaderLength && (message[0] is Icmpv6Types.NodeInformationQuery or Icmpv6Types.NodeInformationReply);
        result = fits ? new NodeInformation(message) : default;
        return fits;
    }

    public bool IsReply => _message[0] == Icmpv6Types.NodeInformationReply;

    /// <summary>Of a query: the subject is 0 an IPv6 address, 1 a name, 2 an IPv4 address. Of a reply: 0 answered, 1 refused, 2 unknown.</summary>
    public byte Code => _message[1];

    public ushort QueryType => BinaryPrimitives.ReadUInt16BigEndian(_message[QueryTypeOffset..]);

    public ushort Flags => BinaryPrimitives.ReadUInt16BigEndian(_message[FlagsOffset..]);

    public ulong Nonce => BinaryPrimitives.ReadUInt64BigEndian(_message[NonceOffset..]);

    /// <summary>The subject of a query, the answer of a reply.</summary>
    public ReadOnlySpan<byte> Content => _message[HeaderLength..];
}
