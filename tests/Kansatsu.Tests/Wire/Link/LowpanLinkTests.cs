using Kansatsu.Wire;
using static Kansatsu.Tests.LinkFrames;

namespace Kansatsu.Tests;

public class LowpanLinkTests
{
    const string Datagram = "7a33 3b";

    [Theory]
    [InlineData("both short, one network", "4188 07 cdab 0200 0100", 0x02, 0x01)]
    [InlineData("both short, two networks", "0188 07 cdab 0200 dcba 0100", 0x02, 0x01)]
    [InlineData("extended source", "41c8 07 cdab 0200 0100000000000002", 0x02, 0x0200000000000001)]
    [InlineData("no destination", "0180 07 cdab 0100", 0, 0x01)]
    [InlineData("no source", "0108 07 cdab 0200", 0x02, 0)]
    [InlineData("2015: both extended", "01ec 07 cdab 0200000000000002 0100000000000002", 0x0200000000000002, 0x0200000000000001)]
    [InlineData("2015: both extended, no network", "41ec 07 0200000000000002 0100000000000002", 0x0200000000000002, 0x0200000000000001)]
    [InlineData("2015: both short", "01a8 07 cdab 0200 dcba 0100", 0x02, 0x01)]
    [InlineData("2015: both short, one network", "41a8 07 cdab 0200 0100", 0x02, 0x01)]
    [InlineData("2015: only a destination", "0128 07 cdab 0200", 0x02, 0)]
    [InlineData("2015: only a destination, no network", "4128 07 0200", 0x02, 0)]
    [InlineData("2015: only a source, no network", "41a0 07 0100", 0, 0x01)]
    [InlineData("2015: only a network", "4120 07 cdab", 0, 0)]
    [InlineData("2015: no sequence number", "41a9 cdab 0200 0100", 0x02, 0x01)]
    [InlineData("2015: header elements", "41aa 07 cdab 0200 0100 020f e00f 803f", 0x02, 0x01)]
    [InlineData("2015: payload elements", "41aa 07 cdab 0200 0100 003f 0288 0102 00f8", 0x02, 0x01)]
    public void A_frame_has_its_addresses_where_frame_control_says(string name, string hex, ulong destination, ulong source)
    {
        Assert.NotEmpty(name);
        Assert.True(Ieee802154Header.TryRead(Bytes(hex + Datagram), out var header));
        Assert.Equal(Bytes(hex).Length, header.Length);
        Assert.Equal((destination, source), (header.Link.Destination, header.Link.Source));
        Assert.Equal("Ieee802154 SixLowpan Ipv6 NoNextHeader", Kinds(LinkType.Ieee802154NoFrameCheck, hex + Datagram));
    }

    [Theory]
    [InlineData(LinkType.Ieee802154NoFrameCheck, "", "")]
    [InlineData(LinkType.Ieee802154, "", "ffff")]
    [InlineData(LinkType.Ieee802154Tap, "0000 0400", "")]
    [InlineData(LinkType.Ieee802154Tap, "0000 0c00 0000 0100 00000000", "")]
    [InlineData(LinkType.Ieee802154Tap, "0000 1400 0300 0300 0b000000 0000 0100 01000000", "ffff")]
    [InlineData(LinkType.Ieee802154Tap, "0000 0c00 0000 0100 02000000", "ffffffff")]
    public void The_frame_check_sequence_is_not_content(LinkType type, string before, string after)
    {
        var d = new Dissector().Dissect(Of(Bytes(before + LowpanFrames.Short + "7a33 fe 61" + after), type));
        Assert.Equal(1, d[d.OutermostIp].PayloadLength);
    }

    [Fact]
    public void A_frame_check_sequence_that_the_capture_told_of_is_not_removed_twice()
    {
        var bytes = Bytes(LowpanFrames.Short + "7a33 fe 61 ffff");
        var d = new Dissector().Dissect(new Frame(bytes, bytes.Length, default, LinkType.Ieee802154, frameCheckLength: 2));
        Assert.Equal(1, d[d.OutermostIp].PayloadLength);
    }

    [Theory]
    [InlineData("4088 07 cdab 0200 0100 0102", "Ieee802154", StopReason.None)]
    [InlineData("0200 07", "Ieee802154", StopReason.None)]
    [InlineData("4388 07 cdab 0200 0100 04", "Ieee802154", StopReason.None)]
    [InlineData("4988 07 cdab 0200 0100 0500000000 0102", "Ieee802154", StopReason.Unsupported)]
    [InlineData("4588 07 cdab 0200 0100", "", StopReason.Unsupported)]
    [InlineData("41b8 07 cdab 0200 0100", "", StopReason.Unsupported)]
    [InlineData("4184 07 cdab 0200 0100", "", StopReason.Unsupported)]
    [InlineData("4188 07 cdab 0200 01", "", StopReason.Truncated)]
    [InlineData("41", "", StopReason.Truncated)]
    public void Only_a_data_frame_in_the_clear_is_read_further(string hex, string layers, StopReason reason)
    {
        Assert.Equal(layers, Kinds(LinkType.Ieee802154NoFrameCheck, hex));
        Assert.Equal(reason, LowpanFrames.Read(hex).Stop.Reason);
    }

    [Theory]
    [InlineData("0000 03")]
    [InlineData("0000 0300")]
    [InlineData("0000 ff00 0000")]
    public void A_radio_header_that_does_not_fit_is_named(string hex)
    {
        Assert.True(new Dissector().Dissect(Of(Bytes(hex), LinkType.Ieee802154Tap)).Anomalies.Contains(Anomaly.LinkTooShort));
    }

    [Theory]
    [InlineData("7a33 3b")]
    [InlineData("41" + Ipv6)]
    [InlineData("b5 0011 0022 50 01 c040 0001 7e33 f0 1234 5678 abcd 6162636465666768")]
    [InlineData("e040 0001 07 696a6b6c6d6e6f70")]
    [InlineData("e8 05 0008 0008 7a33 3b 6162636465")]
    [InlineData("ea 05 ffffffff")]
    [InlineData("6200 ab012345 3a 20010db8000000000000000000000001 20010db8000000000000000000000002 8000 0000 0001 0001")]
    [InlineData("7e33 e1 06 630400000005 ee 7e77 f3 48 abcd 6162")]
    public void A_frame_may_be_cut_or_damaged_anywhere(string datagram)
    {
        var bytes = Bytes(LowpanFrames.Extended + datagram);
        var writer = new ListingWriter();
        for (var length = 0; length <= bytes.Length; length++)
        {
            foreach (var original in (int[])[length, bytes.Length])
            {
                var d = new Dissector().Dissect(new Frame(bytes.AsSpan(0, length).ToArray(), original, default, LinkType.Ieee802154NoFrameCheck));
                if (original > length) Assert.NotEqual(StopReason.Truncated, d.Stop.Reason);
                Listing.Summarize(d, writer);
                Listing.List(d, writer);
            }
        }

        for (var i = 0; i < bytes.Length; i++)
        {
            for (var bit = 0; bit < 8; bit++)
            {
                bytes[i] ^= (byte)(1 << bit);
                Assert.InRange(new Dissector().Dissect(LowpanFrames.Frame(bytes)).Count, 0, Dissection.MaxLayers);
                bytes[i] ^= (byte)(1 << bit);
            }
        }
    }

    [Fact]
    public void A_listing_shows_addresses_and_fragments()
    {
        var text = Listed(LowpanFrames.Read(LowpanFrames.Short + "b5 0011 0022 50 01 e040 0001 07 696a6b6c6d6e6f70"));
        foreach (var part in (string[])["802.15.4", "0x0001", "0x0002", "0xabcd", "0x0011", "0x0022", "6LoWPAN", "Datagram tag", "Offset"])
            Assert.Contains(part, text, StringComparison.Ordinal);
        Assert.Contains("Acknowledgement", Summary(LinkType.Ieee802154NoFrameCheck, "0200 07"), StringComparison.Ordinal);
    }
}
