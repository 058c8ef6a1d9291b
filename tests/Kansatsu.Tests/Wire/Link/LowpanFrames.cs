using Kansatsu.Wire;
using static Kansatsu.Tests.LinkFrames;

namespace Kansatsu.Tests;

/// <summary>IEEE 802.15.4 frames without frame check sequence around 6LoWPAN, as hexadecimal text.</summary>
static class LowpanFrames
{
    /// <summary>A data frame in network 0xabcd, from 0x0001 to 0x0002.</summary>
    public const string Short = "4188 07 cdab 0200 0100";

    /// <summary>A data frame from 02-00-00-00-00-00-00-01 to 02-00-00-00-00-00-00-02.</summary>
    public const string Extended = "41cc 07 cdab 0200000000000002 0100000000000002";

    public static Frame Frame(string hex, int seconds = 0) => Frame(Bytes(hex), seconds);

    public static Frame Frame(byte[] bytes, int seconds = 0) =>
        new(bytes, bytes.Length, Timestamp.FromSeconds(seconds), LinkType.Ieee802154NoFrameCheck);

    public static Dissection Read(string hex) => new Dissector().Dissect(Frame(hex));

    /// <summary>The bytes of the innermost packet, from its IPv6 header on.</summary>
    public static byte[] Packet(string hex) => Packet(Read(hex));

    public static byte[] Packet(in Dissection d) => d.OutermostIp < 0 ? [] : d.Buffer(d[d.OutermostIp].Buffer).ToArray();

    public static Ipv6Header Header(string hex)
    {
        var d = Read(hex);
        Assert.True(Ipv6Header.TryRead(d.HeaderOf(d[d.OutermostIp]).ToArray(), out var header));
        return header;
    }
}
