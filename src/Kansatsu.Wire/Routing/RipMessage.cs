using System.Buffers.Binary;

namespace Kansatsu.Wire;

/// <summary>A RIP message, versions 1 and 2 (RFC 2453 §4), or RIPng (RFC 2080 §2.1): a command and entries of twenty bytes.</summary>
public readonly ref struct RipMessage
{
    public const int HeaderLength = 4;
    public const int EntryLength = 20;

    /// <summary>As many hops as "not reachable" means.</summary>
    public const int Infinity = 16;

    const byte NextHopMetric = 0xff;

    readonly ReadOnlySpan<byte> _message;

    RipMessage(ReadOnlySpan<byte> message) => _message = message;

    public static bool TryRead(ReadOnlySpan<byte> message, out RipMessage result)
    {
        result = message.Length >= HeaderLength ? new RipMessage(message) : default;
        return message.Length >= HeaderLength;
    }

    /// <summary>1 request, 2 response.</summary>
    public byte Command => _message[0];

    public byte Version => _message[1];

    public int EntryCount => (_message.Length - HeaderLength) / EntryLength;

    /// <summary>No entry is cut.</summary>
    public bool IsClean => (_message.Length - HeaderLength) % EntryLength == 0;

    /// <summary>Of RIPng: the destination.</summary>
    public Ipv6Prefix Prefix(int index) => new(Ipv6Address.Read(Entry(index)), Entry(index)[18]);

    /// <summary>Of RIPng: the hop for the entries behind this one (RFC 2080 §2.1.1).</summary>
    public bool IsNextHop(int index) => Entry(index)[19] == NextHopMetric;

    /// <summary>Of an entry with <see cref="IsNextHop"/>; its prefix length counts for nothing.</summary>
    public Ipv6Address NextHop(int index) => Ipv6Address.Read(Entry(index));

    /// <summary>Of RIPng.</summary>
    public int Metric(int index) => Entry(index)[19];

    /// <summary>Of RIP: the destination.</summary>
    public Ipv6Address Ipv4Destination(int index) => Ipv6Address.FromIpv4(BinaryPrimitives.ReadUInt32BigEndian(Entry(index)[4..]));

    /// <summary>Of RIP version 2; version 1 has zeros there.</summary>
    public Ipv6Address Ipv4Mask(int index) => Ipv6Address.FromIpv4(BinaryPrimitives.ReadUInt32BigEndian(Entry(index)[8..]));

    /// <summary>Of RIP.</summary>
    public uint Ipv4Metric(int index) => BinaryPrimitives.ReadUInt32BigEndian(Entry(index)[16..]);

    /// <summary>Of RIP: 2 for IPv4, 0xffff for authentication.</summary>
    public ushort AddressFamily(int index) => BinaryPrimitives.ReadUInt16BigEndian(Entry(index));

    ReadOnlySpan<byte> Entry(int index) => _message.Slice(HeaderLength + (index * EntryLength), EntryLength);
}
