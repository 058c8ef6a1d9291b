using Kansatsu.Wire;
using static Kansatsu.Tests.Wire.Packets;

namespace Kansatsu.Tests.Wire.Icmp;

public class Icmpv6Tests
{
    [Theory]
    [InlineData("01 04 0000 00000000", "Destination unreachable (port unreachable)")]
    [InlineData("02 00 0000 00000578", "Packet too big (1400)")]
    [InlineData("03 01 0000 00000000", "Time exceeded (fragment reassembly time exceeded)")]
    [InlineData("04 01 0000 00000006", "Parameter problem (unrecognized next header)")]
    public void An_error_says_why(string head, string line) => Assert.Equal(line, Line(Samples.Error(head, Samples.Quoted())));

    [Fact]
    public void The_quoted_packet_is_read_but_was_not_sent()
    {
        var d = Dissect(Samples.Error("01 04 0000 00000000", Samples.Quoted()));
        Assert.Equal(LayerKind.Icmpv6, d[d.Transport].Kind);
        var last = d[d.Count - 1];
        Assert.True(last.IsQuoted);
        var udp = d[3];
        Assert.Equal(LayerKind.Udp, udp.Kind);
        Assert.True(udp.IsQuoted);
    }

    [Fact]
    public void An_echo_tells_its_number()
    {
        Assert.Equal("Echo request id=0x1234, seq=7", Line(Icmpv6(Hex("80 00 0000 1234 0007"), hopLimit: 64)));
        Assert.True(Icmpv6Echo.TryRead(Hex("a0 00 0000 1234 07 01"), out var extended));
        Assert.Equal((true, false, 7), (extended.IsExtended, extended.IsReply, extended.SequenceNumber));
        Assert.False(Icmpv6Echo.TryRead(Hex("87 00 0000 1234 0007"), out _));
        Assert.False(Icmpv6Echo.TryRead(Hex("a0 00 0000"), out _));
    }

    [Fact]
    public void A_parameter_problem_points()
    {
        Assert.True(Icmpv6Error.TryRead(Hex("04 02 0000 00000028 60"), out var error));
        Assert.Equal((40u, 1), (error.Pointer, error.QuotedPacket.Length));
        Assert.Contains("Pointer: 40", Block(Samples.Error("04 02 0000 00000028", Samples.Quoted())), StringComparison.Ordinal);
    }

    [Fact]
    public void An_error_about_a_multicast_packet_is_right_only_for_size_and_options()
    {
        Assert.Empty(AnomaliesOf(Samples.Error("02 00 0000 00000500", Samples.Quoted("ff0e::1"))));
        Assert.Empty(AnomaliesOf(Samples.Error("04 02 0000 00000028", Samples.Quoted("ff0e::1"))));
        Assert.Contains(Anomaly.Icmpv6ErrorToMulticast, AnomaliesOf(Samples.Error("04 01 0000 00000028", Samples.Quoted("ff0e::1"))));
    }

    [Fact]
    public void An_error_about_a_tunnelled_error_is_in_order()
    {
        var inner = Samples.Error("01 00 0000 00000000", Samples.Quoted());
        Assert.DoesNotContain(Anomaly.Icmpv6ErrorAboutError, AnomaliesOf(Samples.Error("03 00 0000 00000000", Ipv6(41, inner))));
    }

    [Fact]
    public void Node_information_and_renumbering_are_read()
    {
        Assert.True(NodeInformation.TryRead(Join(Hex("8c 00 0000 0003 0012 0102030405060708"), Hex("00000e10"), Address("2001:db8::5")), out var node));
        Assert.Equal((true, NodeInformation.NodeAddresses, 0x12, 0x0102030405060708ul, 20), (node.IsReply, node.QueryType, node.Flags, node.Nonce, node.Content.Length));
        Assert.True(RouterRenumbering.TryRead(Hex("8a 00 0000 00000009 01 80 03e8 00000000"), out var renumbering));
        Assert.Equal((9u, 1, 0x80, 1000), (renumbering.SequenceNumber, renumbering.SegmentNumber, renumbering.Flags, renumbering.MaximumDelayMilliseconds));
    }

    [Fact]
    public void Every_type_has_a_name_and_only_assigned_ones_their_own()
    {
        for (var type = 0; type < 256; type++)
        {
            var name = Icmpv6Names.Type((byte)type);
            Assert.Equal(Icmpv6Types.IsAssigned((byte)type), name is not ("Unknown" or "Unassigned" or "Experimental"));
        }

        Assert.Equal("RPL control (DODAG information object)", Line(Icmpv6(Hex("9b 01 0000 00000000"))));
    }

    [Theory]
    [InlineData(0, Anomaly.Icmpv6UnknownType)]
    [InlineData(5, Anomaly.Icmpv6UnassignedType)]
    [InlineData(100, Anomaly.Icmpv6ExperimentalType)]
    [InlineData(127, Anomaly.Icmpv6UnknownType)]
    [InlineData(162, Anomaly.Icmpv6UnassignedType)]
    [InlineData(201, Anomaly.Icmpv6ExperimentalType)]
    public void A_type_without_meaning_is_named_by_its_range(byte type, Anomaly anomaly)
    {
        var message = Hex("00 00 0000 00000000");
        message[0] = type;
        Assert.Contains(anomaly, AnomaliesOf(Icmpv6(message)));
    }

    [Fact]
    public void A_wrong_checksum_is_shown_with_the_right_one()
    {
        var right = Icmpv6(Hex("80 00 0000 00010001"), hopLimit: 64);
        var sum = right.AsSpan(42, 2).ToArray();
        var wrong = right.ToArray();
        wrong[42] ^= 0x40;
        Assert.Contains($"[incorrect, should be 0x{Convert.ToHexStringLower(sum)}]", Block(wrong), StringComparison.Ordinal);
        Assert.Contains($"Checksum: 0x{Convert.ToHexStringLower(sum)} [correct]", Block(right), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_damage_is_survived() => SurvivesEveryDamage(Samples.Error("01 04 0000 00000000", Samples.Quoted()));
}
