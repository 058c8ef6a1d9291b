using System.Buffers.Binary;
using System.Net;
using Kansatsu.Wire;

namespace Kansatsu.Tests.Wire.Addresses;

public class PlainAddressTests
{
    [Theory]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("2001:db8::")]
    [InlineData("2001:DB8:0:0:1::1")]
    [InlineData("1:2:3:4:5:6:7:8")]
    [InlineData("1:2:3:4:5:6:7::")]
    [InlineData("::2:3:4:5:6:7:8")]
    [InlineData("0.0.0.0")]
    [InlineData("192.0.2.255")]
    public void An_address_as_everybody_writes_it_is_read(string text)
    {
        Assert.True(PlainAddress.TryRead(text, out var address));
        Assert.Equal(ByFramework(text), address);
    }

    [Theory]
    [InlineData("")]
    [InlineData(":")]
    [InlineData(":::")]
    [InlineData("1::2::3")]
    [InlineData("1:2:3:4:5:6:7")]
    [InlineData("1:2:3:4:5:6:7:8:9")]
    [InlineData("1:2:3:4:5:6:7:8::")]
    [InlineData("::1:2:3:4:5:6:7:8")]
    [InlineData("12345::")]
    [InlineData("1:")]
    [InlineData(":1::")]
    [InlineData("::g")]
    [InlineData("::ffff:192.0.2.1")]
    [InlineData("[::1]")]
    [InlineData("fe80::1%1")]
    [InlineData("1.2.3")]
    [InlineData("1.2.3.4.5")]
    [InlineData("1.2.3.256")]
    [InlineData("1.2.3.")]
    [InlineData("1..2.3")]
    [InlineData("01.2.3.4")]
    [InlineData("1.2.3.00")]
    [InlineData("127")]
    [InlineData("٣.2.3.4")]
    public void What_is_rarer_or_wrong_is_left_to_the_framework(string text) => Assert.False(PlainAddress.TryRead(text, out _));

    [Fact]
    public void Whatever_is_read_the_framework_reads_alike()
    {
        const string alphabet = "0123456789abF::..";
        var random = new Random(8);
        var read = 0;
        for (var i = 0; i < 300_000; i++)
        {
            // Half of them broken pieces of real ones.
            var text = i % 2 == 0
                ? new string([.. Enumerable.Range(0, random.Next(1, 16)).Select(_ => alphabet[random.Next(alphabet.Length)])])
                : Mangled(new Ipv6Address((ulong)random.NextInt64() >> random.Next(64), (ulong)random.NextInt64() >> random.Next(64)).ToString(), random);
            if (!PlainAddress.TryRead(text, out var address)) continue;
            read++;
            Assert.Equal(ByFramework(text), address);
        }

        Assert.InRange(read, 50_000, 250_000);
    }

    static string Mangled(string text, Random random)
    {
        if (random.Next(2) == 0) return text;
        var at = random.Next(text.Length);
        return random.Next(2) == 0 ? text.Remove(at, 1) : text.Insert(at, text[random.Next(text.Length)].ToString());
    }

    static Ipv6Address? ByFramework(string text)
    {
        if (!IPAddress.TryParse(text, out var parsed)) return null;
        var bytes = parsed.GetAddressBytes();
        return bytes.Length == 4 ? Ipv6Address.FromIpv4(BinaryPrimitives.ReadUInt32BigEndian(bytes)) : Ipv6Address.Read(bytes);
    }
}
