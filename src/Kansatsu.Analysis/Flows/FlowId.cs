using System.Buffers.Binary;
using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>
/// A short text by which a flow can be named later: 13 base-32 characters over its ends, protocol, zone and first moment.
/// The same capture always gives the same ids, whatever else was read before it.
/// </summary>
public static class FlowId
{
    public const int Length = 13;

    // Crockford's alphabet in lower case: no i, l, o, u that could be misread.
    const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

    const int KeyLength = (2 * Ipv6Address.Length) + 4 + 1 + 1 + 2 + 8;

    public static string Of(in Flow flow) => Of(FlowTable.KeyOf(flow), flow.First);

    internal static string Of(in FlowKey flow, Timestamp first) => Text(Hash(flow, first));

    /// <summary>The number behind an id, for programs that know flows by numbers.</summary>
    public static ulong NumberOf(string id)
    {
        var number = 0ul;
        foreach (var letter in id) number = (number << 5) | (uint)Math.Max(0, Alphabet.IndexOf(letter));
        return number;
    }

    /// <summary>An id of the same shape for something else that is known by its words.</summary>
    internal static string OfText(ReadOnlySpan<byte> bytes) => Text(Hash(bytes));

    static string Text(ulong hash) => string.Create(Length, hash, static (text, rest) =>
    {
        for (var i = Length - 1; i >= 0; i--, rest >>= 5) text[i] = Alphabet[(int)(rest & 31)];
    });

    /// <summary>FNV-1a, 64 bits, over the two ends in a fixed order, so that a guess about the initiator does not change it.</summary>
    static ulong Hash(in FlowKey flow, Timestamp first)
    {
        Span<byte> key = stackalloc byte[KeyLength];
        var ordered = flow.Source.CompareTo(flow.Destination) is var order
            && (order < 0 || (order == 0 && flow.SourcePort <= flow.DestinationPort));
        var (low, lowPort) = ordered ? (flow.Source, flow.SourcePort) : (flow.Destination, flow.DestinationPort);
        var (high, highPort) = ordered ? (flow.Destination, flow.DestinationPort) : (flow.Source, flow.SourcePort);
        low.Write(key);
        high.Write(key[16..]);
        BinaryPrimitives.WriteUInt16BigEndian(key[32..], lowPort);
        BinaryPrimitives.WriteUInt16BigEndian(key[34..], highPort);
        key[36] = flow.Protocol;
        key[37] = flow.Family;
        BinaryPrimitives.WriteUInt16BigEndian(key[38..], flow.Zone);
        BinaryPrimitives.WriteInt64BigEndian(key[40..], first.Nanoseconds);
        return Hash(key);
    }

    static ulong Hash(ReadOnlySpan<byte> bytes)
    {
        var hash = 0xcbf2_9ce4_8422_2325;
        foreach (var b in bytes) hash = (hash ^ b) * 0x100_0000_01b3;
        return hash;
    }
}
