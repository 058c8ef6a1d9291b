using Kansatsu.Wire;
using static Kansatsu.Tests.Wire.Packets;

namespace Kansatsu.Tests.Wire.Routing;

public class PimTests
{
    static readonly byte[] Hello = Join(
        Hex("20 00 0000 0001 0002 0069 0013 0004 00000001 0014 0004 01020304 0018 0012 02 00"), Address("2001:db8::1"));

    static readonly byte[] JoinPrune = Join(
        Hex("23 00 0000 02 00"), Address("fe80::9"), Hex("00 01 00d2 02 00 00 80"), Address("ff3e::8000:1000"), Hex("0001 0001"),
        Hex("02 00 04 80"), Address("2001:380:50c:99::51"), Hex("02 00 07 80"), Address("2001:db8::99"));

    static byte[] OverIpv6(byte[] message, int? covered = null) =>
        Ipv6(103, Join(WithChecksum(message[..(covered ?? message.Length)], 2, Pseudo(Router, "ff02::d", 103, covered ?? message.Length)), message[(covered ?? message.Length)..]), Router, "ff02::d", 1);

    static byte[] OverIpv4(byte[] message, int covered) => Ipv4(103, Join(WithChecksum(message[..covered], 2), message[covered..]));

    [Fact]
    public void A_hello_tells_its_options()
    {
        Assert.True(PimHello.TryRead(Hello, out var hello));
        Assert.True(hello.TryFindNumber(PimHello.HoldTime, out var holdTime));
        Assert.True(hello.TryFindNumber(PimHello.DrPriority, out var priority));
        Assert.True(hello.TryFindNumber(PimHello.GenerationId, out var id));
        Assert.Equal((105u, 1u, 0x01020304u), (holdTime, priority, id));
        Assert.False(hello.TryFindNumber(PimHello.StateRefresh, out _));
        var packet = OverIpv6(Hello);
        Assert.Empty(AnomaliesOf(packet));
        Assert.Contains("Address: 2001:db8::1", Block(packet), StringComparison.Ordinal);
        Assert.Contains("[correct]", Block(packet), StringComparison.Ordinal);
        Assert.Equal("Hello", Line(packet));
    }

    [Fact]
    public void A_join_yields_groups_and_sources()
    {
        Assert.True(PimJoinPrune.TryRead(JoinPrune, out var message));
        Assert.Equal(("fe80::9", 1, 210), (message.UpstreamNeighbor.ToString(), message.GroupCount, message.HoldTimeSeconds));
        var sources = message.Sources;
        Assert.True(sources.MoveNext());
        Assert.Equal((true, "ff3e::8000:1000", "2001:380:50c:99::51"), (sources.IsJoin, sources.Group.Address.ToString(), sources.Source.Address.ToString()));
        Assert.True(sources.MoveNext());
        Assert.False(sources.IsJoin);
        Assert.True(sources.Source.IsWildcard && sources.Source.IsRendezvousPointTree);
        Assert.False(sources.MoveNext());
        Assert.True(sources.IsClean);
    }

    [Fact]
    public void A_register_is_summed_over_eight_bytes_and_its_packet_is_read()
    {
        var register = Join(Hex("21 00 0000 00000000"), Samples.Quoted("ff3e::1"));
        foreach (var packet in new[] { OverIpv4(register, 8), OverIpv4(register, register.Length), OverIpv6(register, 8) })
        {
            var d = Dissect(packet);
            Assert.Equal(ChecksumVerdict.Good, d[1].Checksum);
            Assert.Equal(LayerKind.Udp, d[d.Transport].Kind);
        }
    }

    [Fact]
    public void A_null_register_carries_nothing()
    {
        var packet = OverIpv4(Join(Hex("21 00 0000 40000000"), Ipv4(103, [])), 8);
        var d = Dissect(packet);
        Assert.Equal((2, "Null-register"), (d.Count, Line(packet)));
        Assert.True(PimHeader.TryRead(d.BytesOf(d[1]), out var pim));
        Assert.True(pim.IsNullRegister);
    }

    [Fact]
    public void Asserts_bootstraps_and_candidates_are_read()
    {
        Assert.True(PimAssert.TryRead(Join(Hex("25 00 0000 02 00 00 80"), Address("ff3e::1"), Hex("02 00"), Address("2001:db8::1"), Hex("80000065 0000000a")), out var assert));
        Assert.Equal((true, 101u, 10u, "2001:db8::1"), (assert.IsRendezvousPointTree, assert.MetricPreference, assert.Metric, assert.Source.ToString()));
        var group = Hex("01 00 00 04 e0000000");
        Assert.True(PimBootstrap.TryRead(Join(Hex("24 00 0000 1234 1e 40 01 00 0a000001"), group, Hex("02 01 0000 01 00 0a000002 0096 c0 00")), out var bootstrap));
        Assert.Equal((0x1234, "10.0.0.1"), (bootstrap.FragmentTag, bootstrap.BootstrapRouter.ToString()));
        Assert.True(bootstrap.MoveNext());
        Assert.Equal(("10.0.0.2", 150, 192), (bootstrap.RendezvousPoint.ToString(), bootstrap.HoldTimeSeconds, bootstrap.RendezvousPointPriority));
        Assert.False(bootstrap.MoveNext());
        Assert.True(bootstrap.IsClean);
        Assert.True(PimCandidateRp.TryRead(Join(Hex("28 00 0000 01 c0 0096 01 00 0a000002"), group), out var candidate));
        Assert.True(candidate.MoveNext());
        Assert.Equal(("224.0.0.0", 4), (candidate.Current.Address.ToString(), candidate.Current.MaskLength));
        Assert.True(PimRegisterStop.TryRead(Join(Hex("22 00 0000"), group, Hex("01 00 0a000009")), out var stop));
        Assert.Equal("10.0.0.9", stop.Source.ToString());
    }

    [Fact]
    public void A_count_beyond_the_message_is_malformed()
    {
        var message = JoinPrune.ToArray();
        message[23] = 9;
        Assert.Contains(Anomaly.PimMalformed, AnomaliesOf(OverIpv6(message)));
    }

    [Fact]
    public void Every_damage_is_survived()
    {
        SurvivesEveryDamage(OverIpv6(Hello));
        SurvivesEveryDamage(OverIpv6(JoinPrune));
        SurvivesEveryDamage(OverIpv4(Join(Hex("21 00 0000 00000000"), Samples.Quoted()), 8));
    }
}
