using Kansatsu.Wire;

namespace Kansatsu.Tests.Wire.Addresses;

public class SpecialAddressesTests
{
    [Theory]
    [InlineData("10.1.2.3", AddressKind.Private)]
    [InlineData("172.31.0.1", AddressKind.Private)]
    [InlineData("172.32.0.1", AddressKind.Global)]
    [InlineData("192.168.0.1", AddressKind.Private)]
    [InlineData("100.64.0.1", AddressKind.Shared)]
    [InlineData("100.128.0.1", AddressKind.Global)]
    [InlineData("169.254.1.1", AddressKind.LinkLocal)]
    [InlineData("192.0.2.1", AddressKind.Documentation)]
    [InlineData("198.51.100.1", AddressKind.Documentation)]
    [InlineData("203.0.113.1", AddressKind.Documentation)]
    [InlineData("198.19.255.255", AddressKind.Benchmarking)]
    [InlineData("198.20.0.0", AddressKind.Global)]
    [InlineData("224.0.0.1", AddressKind.Multicast)]
    [InlineData("240.0.0.1", AddressKind.Reserved)]
    [InlineData("255.255.255.255", AddressKind.Broadcast)]
    [InlineData("127.0.0.1", AddressKind.Loopback)]
    [InlineData("::", AddressKind.Unspecified)]
    [InlineData("::1", AddressKind.Loopback)]
    [InlineData("64:ff9b::c000:201", AddressKind.Nat64)]
    [InlineData("64:ff9b:1::1", AddressKind.Nat64)]
    [InlineData("100::1", AddressKind.DiscardOnly)]
    [InlineData("2001::1", AddressKind.Teredo)]
    [InlineData("2001:2::1", AddressKind.Benchmarking)]
    [InlineData("2001:20::1", AddressKind.Orchid)]
    [InlineData("2001:db8::1", AddressKind.Documentation)]
    [InlineData("3fff:fff::1", AddressKind.Documentation)]
    [InlineData("3fff:1000::1", AddressKind.Unallocated)]
    [InlineData("2001:1::1", AddressKind.Global)]
    [InlineData("2001:1::4", AddressKind.Reserved)]
    [InlineData("2001:30::1", AddressKind.Global)]
    [InlineData("2001:3c00::1", AddressKind.Global)]
    [InlineData("2001:4e00::1", AddressKind.Unallocated)]
    [InlineData("2003:3fff::1", AddressKind.Global)]
    [InlineData("2003:4000::1", AddressKind.Unallocated)]
    [InlineData("2410::1", AddressKind.Global)]
    [InlineData("2420::1", AddressKind.Unallocated)]
    [InlineData("2a1f:ffff::1", AddressKind.Global)]
    [InlineData("2a20::1", AddressKind.Unallocated)]
    [InlineData("5f00::1", AddressKind.Reserved)]
    [InlineData("100:0:0:1::1", AddressKind.Reserved)]
    [InlineData("192.0.0.9", AddressKind.Global)]
    [InlineData("192.0.0.11", AddressKind.Reserved)]
    [InlineData("0.0.0.0", AddressKind.Unspecified)]
    [InlineData("0.1.2.3", AddressKind.Reserved)]
    [InlineData("2001:200::1", AddressKind.Global)]
    [InlineData("2002:c000:201::1", AddressKind.SixToFour)]
    [InlineData("3ffe::1", AddressKind.SixBone)]
    [InlineData("fd00::1", AddressKind.UniqueLocal)]
    [InlineData("fe80::1", AddressKind.LinkLocal)]
    [InlineData("fec0::1", AddressKind.SiteLocal)]
    [InlineData("ff02::1", AddressKind.Multicast)]
    [InlineData("4000::1", AddressKind.Unallocated)]
    public void Blocks_are_told_apart_at_their_edges(string address, AddressKind kind) => Assert.Equal(kind, SpecialAddresses.KindOf(Ipv6Address.Parse(address)));

    [Theory]
    [InlineData("ipv4-special.tsv")]
    [InlineData("ipv6-special.tsv")]
    [InlineData("ipv6-unicast.tsv")]
    public void Each_table_says_of_which_day_it_is(string file)
    {
        var table = RegistryFile.Open(file);
        Assert.Matches("^20[0-9]{2}-[0-9]{2}-[0-9]{2}$", table.AsOf);
        Assert.InRange(table.Rows.Count, 20, 100);
    }

    [Fact]
    public void The_longest_block_wins()
    {
        AddressTable.Entry[] blocks = [new(Block("2000::/3"), AddressKind.Global), new(Block("2001:db8::/32"), AddressKind.Documentation), new(Block("2001:db8:1::/48"), AddressKind.Private)];
        var table = new AddressTable(blocks, 12, isIpv4: false, AddressKind.Unallocated);
        Assert.Equal(AddressKind.Private, table.KindOf(Ipv6Address.Parse("2001:db8:1::1")));
        Assert.Equal(AddressKind.Documentation, table.KindOf(Ipv6Address.Parse("2001:db8:2::1")));
        Assert.Equal(AddressKind.Global, table.KindOf(Ipv6Address.Parse("2001:db9::1")));
        Assert.Equal(AddressKind.Unallocated, table.KindOf(Ipv6Address.Parse("4000::1")));
    }

    [Fact]
    public void A_table_with_a_line_that_is_no_block_is_refused() =>
        Assert.Throws<FormatException>(() => new RegistryFile(new StringReader("# as of 2025-01-01\nnonsense\tname\n")));

    static Ipv6Prefix Block(string text) => Ipv6Prefix.TryParse(text, out var block) ? block : throw new FormatException(text);
}
