using System.Diagnostics;
using System.Text;
using Kansatsu.Wire;

namespace Kansatsu.Tests.Wire.Application.Dns;

public class DnsNameTests
{
    [Theory]
    [InlineData("03777777076578616d706c6500", "www.example")]
    [InlineData("00", ".")]
    [InlineData("03612e6200", @"a\.b")]
    [InlineData("03615c6200", @"a\\b")]
    [InlineData("0361006200", @"a\000b")]
    [InlineData("021b7f00", @"\027\127")]
    [InlineData("06e5b1b1e794b000", "山田")]
    public void A_name_is_written_unambiguously(string wire, string text) => Assert.Equal(text, Text(UdpFrames.Hex(wire), 0));

    [Fact]
    public void A_pointer_leads_back_to_a_suffix() => Assert.Equal("www.org", Text(UdpFrames.Hex("036f726700 03777777c000"), 5));

    [Theory]
    [InlineData("c000", 0)] // itself
    [InlineData("c002 00", 0)] // forward
    [InlineData("0161c000", 0)] // its own start
    public void A_pointer_that_does_not_lead_back_is_a_loop(string wire, int at)
    {
        var bytes = UdpFrames.Hex(wire);
        var labels = new DnsName(bytes, at).Labels;
        while (labels.MoveNext())
        {
        }

        Assert.True(labels.IsLoop);
        Assert.False(labels.IsClean);
        Assert.Null(Text(bytes, at));
    }

    [Theory]
    [InlineData("0361")]
    [InlineData("03616263")]
    [InlineData("c0")]
    [InlineData("4061")]
    [InlineData("8061")]
    public void A_name_cut_short_or_with_reserved_bits_is_refused(string wire) => Assert.Null(Text(UdpFrames.Hex(wire), 0));

    [Fact]
    public void A_name_has_at_most_255_bytes()
    {
        var longest = Labels(63, 63, 63, 61);
        Assert.Equal(253, Text(longest, 0)!.Length);
        Assert.Null(Text(Labels(63, 63, 63, 62), 0));
    }

    [Fact]
    public void A_text_that_does_not_fit_is_refused()
    {
        var name = new DnsName(UdpFrames.Hex("03777777076578616d706c6500"), 0);
        Assert.False(name.TryWrite(new byte[10], out _));
        Assert.True(name.TryWrite(new byte[11], out var length));
        Assert.Equal(11, length);
    }

    [Fact]
    public void A_chain_of_pointers_has_an_end()
    {
        var bytes = new byte[2000];
        for (var i = 2; i < bytes.Length; i += 2) (bytes[i], bytes[i + 1]) = ((byte)(0xc0 | ((i - 2) >> 8)), (byte)(i - 2));
        Assert.Equal(".", Text(bytes, 2 * DnsName.MaxPointers));
        Assert.Null(Text(bytes, 2 * (DnsName.MaxPointers + 1)));
    }

    [Fact]
    public void A_message_full_of_pointer_chains_is_read_in_linear_time()
    {
        var message = new byte[60_000];
        message[7] = 0xff;
        message[6] = 0xff;
        var at = 12;
        for (; at < 12 + (2 * DnsName.MaxPointers); at += 2) (message[at], message[at + 1]) = (0xc0, (byte)(at == 12 ? 2 : at - 2));
        var last = at - 2;
        for (at = 12; at + 12 < message.Length; at += 12) (message[at], message[at + 1]) = ((byte)(0xc0 | (Math.Min(last, at - 2) >> 8)), (byte)Math.Min(last, at - 2));
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < 20; i++) UdpFrames.Dissect(53, 40000, message);
        Assert.True(watch.ElapsedMilliseconds < 2000, $"{watch.ElapsedMilliseconds} ms");
    }

    static byte[] Labels(params int[] lengths)
    {
        var bytes = new List<byte>();
        foreach (var length in lengths)
        {
            bytes.Add((byte)length);
            bytes.AddRange(Enumerable.Repeat((byte)'x', length));
        }

        return [.. bytes, 0];
    }

    static string? Text(byte[] message, int at)
    {
        var text = new byte[DnsName.MaxTextLength];
        return new DnsName(message, at).TryWrite(text, out var length) ? Encoding.UTF8.GetString(text, 0, length) : null;
    }
}
