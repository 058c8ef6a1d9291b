using Kansatsu.Analysis;
using Kansatsu.Wire;

namespace Kansatsu.Tests.Analysis.Causes;

public class TargetPatternTests
{
    [Theory]
    [InlineData("2001:db8::1", "a low number")]
    [InlineData("2001:db8::", "zero (the subnet-router anycast address)")]
    [InlineData("2001:db8::443", "the number of a service's port, 443")]
    [InlineData("2001:db8::1bb", "the number of a service's port, 1bb")]
    [InlineData("2001:db8::1:7", "made of low numbers")]
    [InlineData("2001:db8::5:0:0:1", "made of low numbers")]
    [InlineData("2001:db8::0211:22ff:fe33:4455", "made from the MAC address 00:11:22:33:44:55")]
    [InlineData("2001:db8::250:56ff:fe01:203", "made from the MAC address 00:50:56:01:02:03 (VMware)")]
    [InlineData("2001:db8::5efe:c000:201", "made from the IPv4 address 192.0.2.1 (ISATAP)")]
    [InlineData("2001:db8::192:168:1:10", "an IPv4 address in its groups' digits")]
    [InlineData("2001:db8::c0a8:10a", "the IPv4 address 192.168.1.10")]
    [InlineData("2001:db8::dead:beef", "made of words")]
    [InlineData("2001:db8::cafe:0:0:1", "made of words")]
    [InlineData("2001:db8::1111:1111:1111:1111", "a pattern of few bytes")]
    [InlineData("2001:db8::8f3a:91c2:e07b:55d1", "random")]
    public void Target_addresses_tell_how_they_were_found(string address, string pattern) =>
        Assert.Equal(pattern, TargetPattern.Of(Ipv6Address.Parse(address)));

    [Fact]
    public void An_ipv4_target_has_no_interface_identifier() => Assert.Equal(TargetKind.None, TargetPattern.KindOf(Ipv6Address.Parse("192.0.2.1")));
}
