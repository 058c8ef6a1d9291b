using Kansatsu.Analysis;
using Kansatsu.Wire;

namespace Kansatsu.Tests.Analysis.Peers;

public class OwnFileTests
{
    [Fact]
    public void Owners_are_found_by_the_longest_prefix_in_either_format()
    {
        var (table, problems) = OwnerTable.Read(new StringReader("# pfx2as\n2001:db8::\t32\t64500\n2001:db8:1::\t48\t64501_64502\n2001:db8:1:2::/64\tA lab, upstairs\n192.0.2.0\t24\t64503\nnonsense\n"));
        Assert.Equal("AS64500", table.Find(Ipv6Address.Parse("2001:db8:9::1")));
        Assert.Equal("AS64501_64502", table.Find(Ipv6Address.Parse("2001:db8:1::1")));
        Assert.Equal("A lab, upstairs", table.Find(Ipv6Address.Parse("2001:db8:1:2::1")));
        Assert.Equal("AS64503", table.Find(Ipv6Address.Parse("192.0.2.77")));
        Assert.Null(table.Find(Ipv6Address.Parse("2001:db9::1")));
        Assert.StartsWith("line 6: ", Assert.Single(problems), StringComparison.Ordinal);
    }

    [Fact]
    public void Lists_take_hosts_plain_names_addresses_and_prefixes()
    {
        var list = new Blocklist();
        list.Add(new StringReader("127.0.0.1 localhost\n0.0.0.0 bad.example worse.example # why\nEVIL.example\n||ads.example^\n*.wild.example\n2001:db8:bad::/48\n192.0.2.66\n"));
        Assert.Equal("bad.example", list.Find("bad.example"u8));
        Assert.Equal("worse.example", list.Find("a.b.worse.example"u8));
        Assert.NotNull(list.Find("evil.EXAMPLE."u8));
        Assert.NotNull(list.Find("x.ads.example"u8));
        Assert.NotNull(list.Find("x.wild.example"u8));
        Assert.Null(list.Find("example"u8));
        Assert.Null(list.Find("localhost"u8));
        Assert.Null(list.Find("notevil.example"u8));
        Assert.True(list.Contains(Ipv6Address.Parse("2001:db8:bad::1")));
        Assert.True(list.Contains(Ipv6Address.Parse("192.0.2.66")));
        Assert.False(list.Contains(Ipv6Address.Parse("127.0.0.1")));
    }
}
