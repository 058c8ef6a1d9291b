namespace Kansatsu.Wire;

/// <summary>
/// A message of BitTorrent's distributed hash table (BEP 5): a bencoded dictionary, of which only the outer level is walked. Spans are empty when absent.
/// </summary>
public readonly ref struct DhtMessage
{
    DhtMessage(byte kind, ReadOnlySpan<byte> query, ReadOnlySpan<byte> version)
    {
        Kind = kind;
        Query = query;
        ClientVersion = version;
    }

    /// <summary>'q' query, 'r' response, 'e' error.</summary>
    public byte Kind { get; }

    /// <summary>"ping", "find_node", "get_peers", "announce_peer".</summary>
    public ReadOnlySpan<byte> Query { get; }

    /// <summary>Two letters of the client and two bytes of its version, as "LT" 0x0101.</summary>
    public ReadOnlySpan<byte> ClientVersion { get; }

    public static bool TryRead(ReadOnlySpan<byte> bytes, out DhtMessage message)
    {
        message = default;
        var reader = new BencodeReader(bytes);
        if (!reader.TryEnterDictionary()) return false;
        var (kind, query, version) = ((byte)0, 0..0, 0..0);
        while (reader.TryReadString(out var key))
        {
            var start = reader.Position;
            if (!reader.TrySkipValue()) break;
            var value = BencodeReader.TextOf(bytes, start..reader.Position);
            if (key.SequenceEqual("y"u8) && bytes[value].Length == 1) kind = bytes[value][0];
            else if (key.SequenceEqual("q"u8)) query = value;
            else if (key.SequenceEqual("v"u8)) version = value;
        }

        message = new DhtMessage(kind, bytes[query], bytes[version]);
        return kind != 0;
    }
}
