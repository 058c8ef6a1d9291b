using Kansatsu.Wire;

namespace Kansatsu.Tests;

/// <summary>Small packets as hexadecimal text, and ways to put them into one another.</summary>
static class LinkFrames
{
    /// <summary>An IPv6 packet without payload: 40 bytes, next header 59.</summary>
    public const string Ipv6 = "60000000 0000 3b 40 20010db8000000000000000000000001 20010db8000000000000000000000002";

    /// <summary>An IPv4 packet with a UDP header and two bytes: 30 bytes, checksums right.</summary>
    public const string Ipv4 = "4500001e 00010000 4011f7cb c0000201 c0000202" + "d4312710 000a0000 6162";

    public const string Addresses = "020000000001 020000000002";

    public const string Snap = "aaaa03 000000";

    public static byte[] Bytes(string hex) => Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal));

    public static Frame Of(ReadOnlySpan<byte> bytes, LinkType type) => new(bytes, bytes.Length, default, type);

    /// <summary>IPv6 around a payload, as a frame of link type RAW.</summary>
    public static byte[] InIpv6(byte protocol, string payload)
    {
        var content = Bytes(payload);
        return [.. Bytes($"60000000 {content.Length:x4} {protocol:x2} 40 20010db8000000000000000000000001 20010db8000000000000000000000002"), .. content];
    }

    /// <summary>The kinds of all layers, joined: "Ethernet Vlan Ipv6 NoNextHeader".</summary>
    public static string Kinds(in Dissection d)
    {
        var kinds = new List<string>();
        for (var i = 0; i < d.Count; i++) kinds.Add(d[i].Kind.ToString());
        return string.Join(' ', kinds);
    }

    public static string Kinds(LinkType type, string hex) => Kinds(new Dissector().Dissect(Of(Bytes(hex), type)));

    public static string Kinds(LayerKind first, string hex) => Kinds(new Dissector().Dissect(Of(Bytes(hex), LinkType.Ethernet), first));

    public static string Summary(LinkType type, string hex)
    {
        var writer = new ListingWriter();
        Listing.Summarize(new Dissector().Dissect(Of(Bytes(hex), type)), writer);
        return writer.ToString();
    }

    public static string Listed(in Dissection d)
    {
        var writer = new ListingWriter();
        Listing.List(d, writer);
        return writer.ToString();
    }

    /// <summary>Cuts the bytes at every length, as the wire did and as a capture does, and lists what could be read.</summary>
    public static void CutEverywhere(byte[] bytes, Func<Dissector, Frame, Dissection> read)
    {
        var writer = new ListingWriter();
        for (var length = 0; length <= bytes.Length; length++)
        {
            foreach (var original in (int[])[length, bytes.Length])
            {
                // The copy ends where the frame ends: a read behind it would throw.
                var frame = new Frame(bytes.AsSpan(0, length).ToArray(), original, default, LinkType.Ethernet);
                var d = read(new Dissector(), frame);
                if (!d.Stop.IsNone) Assert.InRange(d.Stop.Offset, 0, length);
                for (var i = 0; i < d.Count; i++) Assert.InRange(d[i].Offset + d[i].Length, d[i].Offset + d[i].HeaderLength, length);
                writer.Clear();
                Listing.Summarize(d, writer);
                Listing.List(d, writer);
            }
        }
    }
}
