using Kansatsu.Analysis;
using Kansatsu.Wire;

namespace Kansatsu.Tests.Analysis.Flows;

/// <summary>The baseline vectors that the Community ID specification publishes, seed 0. For ICMP: type, and the type that answers it or else the code.</summary>
public class CommunityIdTests
{
    [Theory]
    [InlineData(6, "128.232.110.120", 34855, "66.35.250.204", 80, "1:LQU9qZlK+B5F3KDmev6m5PMibrg=")]
    [InlineData(6, "66.35.250.204", 80, "128.232.110.120", 34855, "1:LQU9qZlK+B5F3KDmev6m5PMibrg=")]
    [InlineData(17, "192.168.1.52", 54585, "8.8.8.8", 53, "1:d/FP5EW3wiY1vCndhwleRRKHowQ=")]
    [InlineData(17, "8.8.8.8", 53, "192.168.1.52", 54585, "1:d/FP5EW3wiY1vCndhwleRRKHowQ=")]
    [InlineData(1, "192.168.0.89", 8, "192.168.0.1", 0, "1:X0snYXpgwiv9TZtqg64sgzUn6Dk=")]
    [InlineData(1, "192.168.0.1", 0, "192.168.0.89", 8, "1:X0snYXpgwiv9TZtqg64sgzUn6Dk=")]
    [InlineData(1, "192.168.0.89", 20, "192.168.0.1", 0, "1:3o2RFccXzUgjl7zDpqmY7yJi8rI=")]
    [InlineData(1, "192.168.0.89", 20, "192.168.0.1", 1, "1:tz/fHIDUHs19NkixVVoOZywde+I=")]
    [InlineData(58, "fe80::200:86ff:fe05:80da", 135, "fe80::260:97ff:fe07:69ea", 136, "1:dGHyGvjMfljg6Bppwm3bg0LO8TY=")]
    [InlineData(58, "fe80::260:97ff:fe07:69ea", 136, "fe80::200:86ff:fe05:80da", 135, "1:dGHyGvjMfljg6Bppwm3bg0LO8TY=")]
    [InlineData(58, "3ffe:507:0:1:260:97ff:fe07:69ea", 3, "3ffe:507:0:1:200:86ff:fe05:80da", 0, "1:NdobDX8PQNJbAyfkWxhtL2Pqp5w=")]
    [InlineData(58, "3ffe:507:0:1:200:86ff:fe05:80da", 3, "3ffe:507:0:1:260:97ff:fe07:69ea", 0, "1:/OGBt9BN1ofenrmSPWYicpij2Vc=")]
    public void The_published_vectors_come_out(int protocol, string source, int sourcePort, string destination, int destinationPort, string expected)
    {
        var address = Ipv6Address.Parse(source);
        var id = CommunityId.Of(address, (ushort)sourcePort, Ipv6Address.Parse(destination), (ushort)destinationPort, (byte)protocol, address.IsIpv4 ? (byte)4 : (byte)6);
        Assert.Equal(expected, id);
    }

    [Fact]
    public void Ports_count_only_where_the_protocol_has_them()
    {
        var (a, b) = (Ipv6Address.Parse("2001:db8::1"), Ipv6Address.Parse("2001:db8::2"));
        Assert.Equal(CommunityId.Of(a, 1, b, 2, 50, 6), CommunityId.Of(a, 3, b, 4, 50, 6));
        Assert.False(CommunityId.Of(a, 1, b, 2, 132, 6) == CommunityId.Of(a, 3, b, 4, 132, 6));
    }
}
