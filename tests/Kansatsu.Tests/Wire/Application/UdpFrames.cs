using System.Buffers.Binary;
using Kansatsu.Wire;

namespace Kansatsu.Tests.Wire.Application;

/// <summary>Ethernet frames that carry one UDP payload over IPv6, and what the listing says of them.</summary>
static class UdpFrames
{
    const int HeadersLength = 14 + 40 + 8;

    public static byte[] Build(int source, int destination, ReadOnlySpan<byte> payload)
    {
        var frame = new byte[HeadersLength + payload.Length];
        var bytes = frame.AsSpan();
        BinaryPrimitives.WriteUInt16BigEndian(bytes[12..], 0x86dd);
        bytes[14] = 0x60;
        BinaryPrimitives.WriteUInt16BigEndian(bytes[18..], (ushort)(8 + payload.Length));
        bytes[20] = 17;
        bytes[21] = 64;
        Ipv6Address.Parse("2001:db8::1").Write(bytes[22..]);
        Ipv6Address.Parse("2001:db8::2").Write(bytes[38..]);
        BinaryPrimitives.WriteUInt16BigEndian(bytes[54..], (ushort)source);
        BinaryPrimitives.WriteUInt16BigEndian(bytes[56..], (ushort)destination);
        BinaryPrimitives.WriteUInt16BigEndian(bytes[58..], (ushort)(8 + payload.Length));
        payload.CopyTo(bytes[HeadersLength..]);
        return frame;
    }

    public static Dissection Dissect(int source, int destination, ReadOnlySpan<byte> payload) => Dissect(Build(source, destination, payload));

    public static Dissection Dissect(byte[] frame) => new Dissector().Dissect(new Frame(frame, frame.Length, default, LinkType.Ethernet));

    /// <summary>What the payload is taken for, through the whole dissector.</summary>
    public static LayerKind KindOf(int source, int destination, ReadOnlySpan<byte> payload)
    {
        var d = Dissect(source, destination, payload);
        return d[d.Count - 1].Kind;
    }

    public static string Line(int source, int destination, ReadOnlySpan<byte> payload)
    {
        var to = new ListingWriter();
        Listing.Summarize(Dissect(source, destination, payload), to);
        return to.ToString();
    }

    public static string Block(int source, int destination, ReadOnlySpan<byte> payload)
    {
        var to = new ListingWriter();
        Listing.List(Dissect(source, destination, payload), to);
        return to.ToString();
    }

    /// <summary>Every prefix of the payload, and every payload with one byte set high, through dissection, line and block.</summary>
    public static void TryEveryPrefix(int source, int destination, byte[] payload)
    {
        for (var length = 0; length <= payload.Length; length++) ReadAll(Build(source, destination, payload.AsSpan(0, length)));
        for (var i = 0; i < payload.Length; i++)
        {
            var changed = payload.ToArray();
            changed[i] = 0xff;
            ReadAll(Build(source, destination, changed));
        }
    }

    static void ReadAll(byte[] frame)
    {
        var d = Dissect(frame);
        var to = new ListingWriter();
        Listing.Summarize(d, to);
        Listing.List(d, to);
        Assert.InRange(d.Stop.Offset, 0, frame.Length);
        Assert.True(to.Length > 0);
    }

    public static byte[] Hex(string hex) => Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal));
}
