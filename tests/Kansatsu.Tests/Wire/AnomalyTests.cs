using Kansatsu.Wire;

namespace Kansatsu.Tests.Wire;

public class AnomalyTests
{
    /// <summary>Conditions that need more than packets in a row, and have tests of their own below.</summary>
    static readonly Anomaly[] Elsewhere = [Anomaly.FragmentTimeout, Anomaly.Ipv6WrongVersion, Anomaly.Ipv4WrongVersion];

    static IEnumerable<(Anomaly Anomaly, byte[][] Packets)> All => Samples.Ip.Concat(Samples.Control).Concat(Samples.Transport);

    public static TheoryData<Anomaly> Named()
    {
        var data = new TheoryData<Anomaly>();
        foreach (var (anomaly, _) in All) data.Add(anomaly);
        return data;
    }

    [Theory]
    [MemberData(nameof(Named))]
    public void What_is_wrong_is_named(Anomaly anomaly)
    {
        var packets = All.Single(s => s.Anomaly == anomaly).Packets;
        Assert.Contains(anomaly, Packets.AnomaliesOf(packets));
    }

    [Theory]
    [InlineData(Anomaly.Ipv6TooShort, Anomaly.FragmentHeaderChainIncomplete)]
    [InlineData(Anomaly.Ipv4InIpv6TooShort, Anomaly.TunnelTooDeep)]
    [InlineData(Anomaly.Icmpv6UnknownType, Anomaly.IgmpRecordInvalid)]
    [InlineData(Anomaly.TcpTooShort, Anomaly.UdpPortZero)]
    public void Every_anomaly_of_a_group_has_a_sample(Anomaly first, Anomaly last)
    {
        var sampled = All.Select(s => s.Anomaly).Concat(Elsewhere).ToHashSet();
        Assert.DoesNotContain(Enum.GetValues<Anomaly>(), a => a >= first && a <= last && !sampled.Contains(a));
    }

    [Fact]
    public void Every_anomaly_has_a_name_of_its_own()
    {
        var names = Enum.GetValues<Anomaly>().Distinct().Select(AnomalyNames.Of).ToList();
        Assert.DoesNotContain(names, n => n == "unknown-anomaly");
        Assert.Equal(names.Count, names.Distinct(StringComparer.Ordinal).Count());
        Assert.True(names.Count <= 192);
    }

    [Fact]
    public void Nothing_is_wrong_with_clean_packets()
    {
        foreach (var packet in Samples.Clean) Assert.True(Packets.AnomaliesOf(packet).Count == 0, $"{Packets.Line(packet)}: {string.Join(' ', Packets.AnomaliesOf(packet))}");
    }

    [Fact]
    public void A_version_that_the_ether_type_denies_is_named()
    {
        var ipv6 = new Dissector().Dissect(new Frame(Packets.Hex("000000000001 000000000002 86dd 50"), 15, default, LinkType.Ethernet));
        Assert.True(ipv6.Anomalies.Contains(Anomaly.Ipv6WrongVersion));
        var ipv4 = new Dissector().Dissect(new Frame(Packets.Hex("000000000001 000000000002 0800 50"), 15, default, LinkType.Ethernet));
        Assert.True(ipv4.Anomalies.Contains(Anomaly.Ipv4WrongVersion));
    }

    [Fact]
    public void A_packet_that_never_completes_times_out()
    {
        var dissector = new Dissector();
        var first = Packets.Ipv6(44, Packets.Join(Packets.Hex("11000001 00000001"), Packets.Zeros(48)));
        var later = Packets.Ipv6(44, Packets.Join(Packets.Hex("11000001 00000002"), Packets.Zeros(48)));
        dissector.Dissect(Packets.Frame(first, seconds: 1));
        Assert.True(dissector.Dissect(Packets.Frame(later, seconds: 62)).Anomalies.Contains(Anomaly.FragmentTimeout));
        Assert.Equal(1, dissector.Fragments.TimedOut);
    }

    [Fact]
    public void What_the_capture_cut_is_not_held_against_the_sender()
    {
        var packet = Packets.Icmpv6(Samples.Solicitation);
        for (var length = Ipv6Header.Length; length < packet.Length; length++)
        {
            var d = new Dissector().Dissect(Packets.Frame(packet[..length], originalLength: packet.Length));
            Assert.True(d.Anomalies.IsEmpty, $"cut to {length}");
        }
    }

    [Fact]
    public void Every_damage_to_every_sample_is_survived()
    {
        foreach (var packet in All.Where(s => s.Packets.Length < 10).SelectMany(s => s.Packets).Concat(Samples.Clean)) Packets.SurvivesEveryDamage(packet);
    }
}
