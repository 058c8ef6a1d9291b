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
    [InlineData("3fff:1000::1", AddressKind.Global)]
    [InlineData("2001:200::1", AddressKind.Global)]
    [InlineData("2002:c000:201::1", AddressKind.SixToFour)]
    [InlineData("3ffe::1", AddressKind.SixBone)]
    [InlineData("fd00::1", AddressKind.UniqueLocal)]
    [InlineData("fe80::1", AddressKind.LinkLocal)]
    [InlineData("fec0::1", AddressKind.SiteLocal)]
    [InlineData("ff02::1", AddressKind.Multicast)]
    [InlineData("4000::1", AddressKind.Unallocated)]
    public void Blocks_are_told_apart_at_their_edges(string address, AddressKind kind) => Assert.Equal(kind, SpecialAddresses.KindOf(Ipv6Address.Parse(address)));
}
