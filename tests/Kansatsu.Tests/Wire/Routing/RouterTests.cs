using Kansatsu.Wire;
using static Kansatsu.Tests.Wire.Packets;

namespace Kansatsu.Tests.Wire.Routing;

public class RouterTests
{
    static readonly byte[] Ospfv3Hello = Hex("03 01 0028 01010101 00000000 0000 00 00 00000005 01 000013 000a 0028 02020202 00000000 03030303");
    static readonly byte[] Ospfv2Update = Hex("02 04 0030 01010101 00000000 0000 0000 0000000000000000 00000001 0001 02 01 0a000001 01010101 80000002 abcd 0014");

    static byte[] Ospfv3(byte[] packet) => Ipv6(89, WithChecksum(packet, 12, Pseudo(Router, "ff02::5", 89, packet.Length)), Router, "ff02::5", 1);

    static byte[] Vrrp6(byte[] message) => Ipv6(112, WithChecksum(message, 6, Pseudo(Router, "ff02::12", 112, message.Length)), Router, "ff02::12", 255);

    [Fact]
    public void A_hello_of_ospf_for_ipv6_is_read()
    {
        Assert.True(OspfHeader.TryRead(Ospfv3Hello, out var ospf));
        Assert.True(OspfHello.TryRead(ospf, out var hello));
        Assert.Equal((1, 10, 40u, 0x02020202u, 1), (hello.Priority, hello.HelloIntervalSeconds, hello.DeadIntervalSeconds, hello.DesignatedRouter, hello.NeighborCount));
        Assert.Empty(AnomaliesOf(Ospfv3(Ospfv3Hello)));
        Assert.Equal("Hello Packet", Line(Ospfv3(Ospfv3Hello)));
    }

    [Fact]
    public void An_update_yields_its_advertisements()
    {
        var packet = Ipv4(89, WithChecksum(Ospfv2Update, 12));
        Assert.Empty(AnomaliesOf(packet));
        Assert.Equal("LS Update", Line(packet));
        Assert.True(OspfHeader.TryRead(Ospfv2Update, out var ospf));
        var lsas = ospf.Lsas;
        Assert.True(lsas.MoveNext());
        Assert.Equal((1, 1, 0x80000002u), (lsas.Age, lsas.Type, lsas.SequenceNumber));
        Assert.False(lsas.MoveNext());
        Assert.True(lsas.IsClean);
    }

    [Fact]
    public void More_advertisements_than_there_are_is_malformed()
    {
        var update = Ospfv2Update.ToArray();
        update[27] = 2;
        Assert.Contains(Anomaly.RoutingMalformed, AnomaliesOf(Ipv4(89, WithChecksum(update, 12))));
    }

    [Fact]
    public void Ospf_with_a_cryptographic_sum_has_no_checksum()
    {
        var update = Ospfv2Update.ToArray();
        update[15] = 2;
        Assert.Equal(ChecksumVerdict.NotPresent, Dissect(Ipv4(89, update))[1].Checksum);
    }

    [Fact]
    public void Vrrp_is_verified_in_both_versions()
    {
        var third = Vrrp6(Join(Hex("31 07 64 01 0064 0000"), Address("fe80::5")));
        Assert.Empty(AnomaliesOf(third));
        Assert.Equal("Announcement (v3) vrid=7 prio=100", Line(third));
        Assert.Contains("Address: fe80::5", Block(third), StringComparison.Ordinal);
        var second = Ipv4(112, WithChecksum(Hex("21 01 64 01 00 01 0000 c0000205 0000000000000000"), 6));
        Assert.Empty(AnomaliesOf(second));
        Assert.True(VrrpMessage.TryRead(Hex("21 01 64 01 00 01 0000 c0000205"), out var vrrp));
        Assert.Equal((100, "192.0.2.5"), (vrrp.IntervalCentiseconds, vrrp.Ipv4Address(0).ToString()));
    }

    [Fact]
    public void Vrrp_with_fewer_addresses_than_it_counts_is_malformed() =>
        Assert.Contains(Anomaly.RoutingMalformed, AnomaliesOf(Vrrp6(Join(Hex("31 07 64 02 0064 0000"), Address("fe80::5")))));

    [Fact]
    public void An_eigrp_hello_that_acknowledges_says_so()
    {
        var hello = Ipv4(88, WithChecksum(Hex("02 05 0000 00000000 00000000 00000000 0000 0001"), 2));
        Assert.Equal("Hello", Line(hello));
        Assert.Empty(AnomaliesOf(hello));
        Assert.Equal("Hello (Ack)", Line(Ipv4(88, WithChecksum(Hex("02 05 0000 00000000 00000000 00000007 0000 0001"), 2))));
    }

    [Fact]
    public void Routes_of_ripng_follow_their_next_hop()
    {
        var message = Join(Hex("02 01 0000"), Address("fe80::9"), Hex("0000 00 ff"), Address("2001:db8::"), Hex("0000 20 02"));
        Assert.True(RipMessage.TryRead(message, out var rip));
        Assert.Equal((2, true, false, "2001:db8::/32", 2), (rip.EntryCount, rip.IsNextHop(0), rip.IsNextHop(1), rip.Prefix(1).ToString(), rip.Metric(1)));
        var packet = Ipv6(17, Udp(521, 521, message));
        Assert.Equal("Response, 2 entries", Line(packet));
        Assert.Contains("Next hop: fe80::9", Block(packet), StringComparison.Ordinal);
        SurvivesEveryDamage(packet);
    }

    [Fact]
    public void Routes_of_rip_have_masks()
    {
        Assert.True(RipMessage.TryRead(Hex("02 02 0000 0002 0000 0a000000 ff000000 00000000 00000003"), out var rip));
        Assert.Equal(("10.0.0.0", "255.0.0.0", 3u, 2), (rip.Ipv4Destination(0).ToString(), rip.Ipv4Mask(0).ToString(), rip.Ipv4Metric(0), rip.AddressFamily(0)));
    }

    [Fact]
    public void A_standby_router_speaks_for_ipv6()
    {
        var message = Join(Hex("01 28 02 00 06 06 0001 000573a00001 00000064 00000bb8 00002710"), Address("fe80::5:73ff:fea0:1"));
        Assert.True(HsrpMessage.TryRead(message, out var hsrp));
        Assert.Equal((1, "Active", 100u, 3000u, "fe80::5:73ff:fea0:1"), (hsrp.Group, hsrp.StateName, hsrp.Priority, hsrp.HelloMilliseconds, hsrp.VirtualAddress.ToString()));
        Assert.Equal("Hello (state Active) group=1", Line(Ipv6(17, Udp(2029, 2029, message))));
        Assert.True(HsrpMessage.TryRead(Hex("00 00 08 03 0a 64 05 00 636973636f000000 c0000201"), out var old));
        Assert.Equal(("Standby", 5, "192.0.2.1"), (old.StateName, old.Group, old.VirtualAddress.ToString()));
    }

    [Fact]
    public void Bgp_messages_are_listed_one_after_the_other()
    {
        var marker = Enumerable.Repeat((byte)0xff, 16).ToArray();
        var packet = Ipv6(6, Tcp(0x18, payload: Join(marker, Hex("0013 04"), marker, Hex("0017 02 00000000")), destination: 179));
        Assert.Equal("KEEPALIVE Message, UPDATE Message", Line(packet));
        var broken = new BgpMessages(Join(marker, Hex("0012 04")));
        Assert.False(broken.MoveNext());
        Assert.False(broken.IsClean);
    }

    [Fact]
    public void Membership_messages_of_three_versions_are_told_apart()
    {
        Assert.Equal("V2 Membership Report 224.0.0.251", Line(Ipv4(2, Hex("16 00 0000 e00000fb"))));
        Assert.Equal("V1 Membership Query 0.0.0.0", Line(Ipv4(2, Hex("11 00 0000 00000000"))));
        Assert.Equal("V3 Membership Query", Line(Ipv4(2, Hex("11 64 0000 00000000 02 7d 0000"))));
        Assert.True(IgmpMessage.TryRead(Hex("22 00 0000 0000 0001 06 00 0001 e8000001 0a000001"), out var report));
        var records = report.Records;
        Assert.True(records.MoveNext());
        Assert.Equal((MldRecordType.BlockOldSources, "232.0.0.1", "10.0.0.1"), (records.RecordType, records.Group.ToString(), records.Source(0).ToString()));
        Assert.False(records.MoveNext());
        Assert.True(records.IsClean);
    }

    [Fact]
    public void Every_damage_is_survived()
    {
        SurvivesEveryDamage(Ospfv3(Ospfv3Hello));
        SurvivesEveryDamage(Ipv4(89, WithChecksum(Ospfv2Update, 12)));
        SurvivesEveryDamage(Vrrp6(Join(Hex("31 07 64 01 0064 0000"), Address("fe80::5"))));
        SurvivesEveryDamage(Ipv4(2, Hex("22 00 0000 0000 0001 06 00 0001 e8000001 0a000001")));
        SurvivesEveryDamage(Ipv4(88, Hex("02 05 0000 00000000 00000000 00000007 0000 0001")));
    }
}
