using System.Text;
using Kansatsu.Analysis;
using Kansatsu.Wire;

namespace Kansatsu.Tests.Analysis.Names;

public class WireNamesTests
{
    readonly WireNames _names = new();

    [Fact]
    public void A_name_is_known_by_its_bytes_and_by_nothing_else()
    {
        Assert.Equal(0, _names.Find("\x03www\x07example\x00"u8, isEncoded: false));
        _names.Keep("\x03www\x07example\x00"u8, isEncoded: false, 7);
        Assert.Equal(7, _names.Find("\x03www\x07example\x00"u8, isEncoded: false));
        Assert.Equal(0, _names.Find("\x03www\x07example\x00"u8, isEncoded: true));
        Assert.Equal(0, _names.Find("\x03WWW\x07example\x00"u8, isEncoded: false));
        Assert.Equal(0, _names.Find("\x03www\x07exampl\x00"u8, isEncoded: false));
        Assert.Equal(0, _names.Find("\x00"u8, isEncoded: false));
    }

    [Fact]
    public void Among_many_names_each_is_found_as_itself_or_not_at_all()
    {
        var found = 0;
        for (var number = 1; number <= 20_000; number++) _names.Keep(Wire(number), isEncoded: false, number);
        for (var number = 1; number <= 20_000; number++)
        {
            var known = _names.Find(Wire(number), isEncoded: false);
            Assert.True(known == 0 || known == number);
            if (known != 0) found++;
        }

        // What came last is there, as much of it as there are places.
        Assert.InRange(found, 3000, 4096);
        Assert.Equal(20_000, _names.Find(Wire(20_000), isEncoded: false));
    }

    [Theory]
    [InlineData(WireNames.MaxLength, 5)]
    [InlineData(WireNames.MaxLength + 1, 0)]
    public void Long_names_are_not_kept(int length, int expected)
    {
        var wire = new byte[length];
        _names.Keep(wire, isEncoded: false, 5);
        Assert.Equal(expected, _names.Find(wire, isEncoded: false));
    }

    [Fact]
    public void The_same_bytes_are_another_name_where_names_are_encoded()
    {
        var table = new NameTable(new FlowTable());
        const string encoded = "FHEPFCELEHFCEPFFFACACACACACACABM";
        for (var i = 0; i < 3; i++)
        {
            table.ObserveDns(LayerKind.Dns, DnsBytes.Query(encoded, DnsTypes.A), Facts(i));
            table.ObserveDns(LayerKind.Nbns, DnsBytes.Query(encoded, DnsTypes.Nb), Facts(i));
        }

        var times = table.All.ToDictionary(seen => seen.Name, seen => seen.Times);
        Assert.Equal(2, times.Count);
        Assert.Equal(3, times[encoded.ToLowerInvariant()]);
        Assert.Equal(3, Assert.Single(times, pair => pair.Key.StartsWith("workgroup", StringComparison.Ordinal)).Value);
    }

    [Fact]
    public void A_name_is_the_same_with_a_pointer_and_without()
    {
        var table = new NameTable(new FlowTable());
        byte[] plain = DnsBytes.Query("www.example.org", DnsTypes.A);
        // The second question is "www" and a pointer to the first one's "example.org".
        byte[] pointed = [.. DnsBytes.Query("example.org", DnsTypes.A), 3, (byte)'w', (byte)'w', (byte)'w', 0xc0, 12, 0, 1, 0, 1];
        pointed[5] = 2;
        for (var i = 0; i < 2; i++)
        {
            table.ObserveDns(LayerKind.Dns, plain, Facts(i));
            table.ObserveDns(LayerKind.Dns, pointed, Facts(i));
        }

        Assert.Equal([("www.example.org", 4L), ("example.org", 2L)], table.All.Select(seen => (seen.Name, (long)seen.Times)));
    }

    static byte[] Wire(int number)
    {
        var label = $"host-{number}";
        return [(byte)label.Length, .. Encoding.ASCII.GetBytes(label), 0];
    }

    static PacketFacts Facts(int seconds) =>
        new(new Timestamp(seconds * Timestamp.PerSecond), 1, Ipv6Address.Parse("2001:db8::10"), Ipv6Address.Parse("2001:db8::53"), default, 0, 64, 0, false);
}
