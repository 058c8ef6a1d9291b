using Kansatsu.Wire;

namespace Kansatsu.Tests.Wire.Addresses;

public class AddressScopeTests
{
    [Theory]
    [InlineData("ff02::fb", AddressScope.LinkLocal)]
    [InlineData("ff3e::8000:1000", AddressScope.Global)]
    [InlineData("ff05::2", AddressScope.SiteLocal)]
    [InlineData("fe80::1", AddressScope.LinkLocal)]
    [InlineData("fec0::1", AddressScope.SiteLocal)]
    [InlineData("::1", AddressScope.InterfaceLocal)]
    [InlineData("fd00::1", AddressScope.Global)]
    [InlineData("224.0.0.251", AddressScope.LinkLocal)]
    [InlineData("127.0.0.1", AddressScope.InterfaceLocal)]
    [InlineData("192.0.2.1", AddressScope.Global)]
    public void An_address_reaches_as_far_as_its_prefix_says(string address, AddressScope scope) =>
        Assert.Equal(scope, AddressScopes.Of(Ipv6Address.Parse(address)));

    [Fact]
    public void Only_what_stays_on_a_link_needs_its_zone()
    {
        var global = Ipv6Address.Parse("2001:db8::1");
        Assert.Equal(Zone.None, Zone.Of(global, Ipv6Address.Parse("ff0e::1"), 3));
        Assert.Equal(new Zone(3), Zone.Of(global, Ipv6Address.Parse("ff02::1"), 3));
        Assert.Equal(new Zone(3), Zone.Of(Ipv6Address.Parse("fe80::1"), global, 3));
    }
}
