using Kansatsu.Bench.Replication;
using Kansatsu.Samples;
using Kansatsu.Wire;

namespace Kansatsu.Tests.Samples;

/// <summary>The large capture of the benchmarks is only worth something if moved packets are as good, and as bad, as they were.</summary>
public class AddressShiftTests
{
    const int Ip = 14;

    /// <summary>IPv6, TCP SYN from 2001:db8:10::1 port 1025 to fe80::2 port 80; the checksum is right.</summary>
    static byte[] Syn6() => Finished(Convert.FromHexString(
        "020000000001020000000002" + "86dd" + "60000000" + "0014" + "06" + "40" + "20010db8001000000000000000000001" + "fe800000000000000000000000000002"
        + "04010050" + "00000001" + "00000000" + "5002ffff" + "0000" + "0000"), Ip + 8, 32, Ip + 40, 16, IpProtocols.Tcp);

    /// <summary>IPv4, UDP with two bytes from 192.168.1.7 port 1025 to 8.8.8.8 port 9; both checksums are right.</summary>
    static byte[] Datagram4()
    {
        var frame = Finished(Convert.FromHexString(
            "020000000001020000000002" + "0800" + "4500001e000000004011" + "0000" + "c0a80107" + "08080808" + "04010009000a0000" + "6869"), Ip + 12, 8, Ip + 20, 6, IpProtocols.Udp);
        Store(frame, Ip + 10, (ushort)~Checksum.Fold(Checksum.Add(0, frame.AsSpan(Ip, 20))));
        return frame;
    }

    [Theory]
    [InlineData(1)]
    [InlineData(20)]
    [InlineData(255)]
    public void Good_checksums_stay_good(int copy)
    {
        foreach (var frame in new[] { Syn6(), Datagram4() })
        {
            Assert.Equal(ChecksumVerdict.Good, Verdict(frame));
            var before = frame.ToArray();
            AddressShift.Apply(frame, copy);
            Assert.NotEqual(before, frame);
            Assert.Equal(ChecksumVerdict.Good, Verdict(frame));
        }
    }

    [Fact]
    public void A_bad_checksum_stays_bad()
    {
        foreach (var frame in new[] { Syn6(), Datagram4() })
        {
            frame[^1] ^= 1;
            for (var copy = 1; copy < 256; copy++)
            {
                var moved = frame.ToArray();
                AddressShift.Apply(moved, copy);
                Assert.Equal(ChecksumVerdict.Bad, Verdict(moved));
            }
        }
    }

    [Fact]
    public void A_checksum_left_to_the_network_card_stays_that()
    {
        var frame = Syn6();
        Store(frame, Ip + 40 + 16, Checksum.Fold(Pseudo(frame, Ip + 8, 32, 20, IpProtocols.Tcp)));
        Assert.Equal(ChecksumVerdict.Offloaded, Verdict(frame));
        AddressShift.Apply(frame, 3);
        Assert.Equal(ChecksumVerdict.Offloaded, Verdict(frame));
    }

    [Fact]
    public void Global_addresses_change_network_and_link_local_ones_change_host()
    {
        var frame = Syn6();
        AddressShift.Apply(frame, 3);
        Assert.Equal("2001:db8:13::1", Ipv6Address.Read(frame.AsSpan(Ip + 8)).ToString());
        Assert.Equal("fe80::3:0:0:2", Ipv6Address.Read(frame.AsSpan(Ip + 24)).ToString());
    }

    [Fact]
    public void A_private_address_stays_private()
    {
        var frame = Datagram4();
        AddressShift.Apply(frame, 3);
        Assert.Equal(new byte[] { 192, 168, 4, 7, 8, 11, 8, 8 }, frame.AsSpan(Ip + 12, 8).ToArray());
    }

    [Fact]
    public void Groups_keep_their_address_while_the_sender_moves()
    {
        var frame = Eew2008.Packets()[0].Bytes.ToArray();
        AddressShift.Apply(frame, 2);
        Assert.Equal("2001:380:50e:99::51", Ipv6Address.Read(frame.AsSpan(Ip + 8)).ToString());
        Assert.Equal("ff3e::8000:1000", Ipv6Address.Read(frame.AsSpan(Ip + 24)).ToString());
        Assert.Equal(ChecksumVerdict.Good, Verdict(frame));
    }

    [Fact]
    public void No_cut_frame_is_read_beyond_its_end()
    {
        foreach (var frame in new[] { Syn6(), Datagram4() })
            for (var length = 0; length < frame.Length; length++) AddressShift.Apply(frame.AsSpan(0, length).ToArray(), 1);
    }

    static ChecksumVerdict Verdict(byte[] frame)
    {
        var d = new Dissector().Dissect(new Frame(frame, frame.Length, default, LinkType.Ethernet));
        if (d[1].Kind == LayerKind.Ipv4) Assert.Equal(ChecksumVerdict.Good, d[1].Checksum);
        return d[d.Transport].Checksum;
    }

    static byte[] Finished(byte[] frame, int addresses, int addressLength, int upper, int field, byte protocol)
    {
        var sum = Pseudo(frame, addresses, addressLength, frame.Length - upper, protocol);
        Store(frame, upper + field, (ushort)~Checksum.Fold(Checksum.Add(sum, frame.AsSpan(upper))));
        return frame;
    }

    static ulong Pseudo(byte[] frame, int addresses, int addressLength, int length, byte protocol) =>
        Checksum.Add(Checksum.Word(protocol) + Checksum.Word((ushort)length), frame.AsSpan(addresses, addressLength));

    static void Store(byte[] frame, int at, ushort value) => (frame[at], frame[at + 1]) = ((byte)(value >> 8), (byte)value);
}
