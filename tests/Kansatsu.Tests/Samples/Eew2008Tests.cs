using System.Buffers.Binary;
using Kansatsu.Samples;
using Kansatsu.Wire;

namespace Kansatsu.Tests.Samples;

public class Eew2008Tests
{
    const int UdpStart = 14 + 40;

    static readonly Ipv6Address s_group = Ipv6Address.Parse("ff3e::8000:1000");

    [Fact]
    public void The_committed_capture_is_what_the_tool_makes()
    {
        var committed = File.ReadAllBytes(Path.Combine(Repository(), "samples", Eew2008.FileName));
        Assert.True(committed.AsSpan().SequenceEqual(Eew2008.Capture()), "run: dotnet run --project tools/Kansatsu.Samples -- samples");
    }

    [Fact]
    public void Packets_come_in_the_order_of_their_times()
    {
        var times = Eew2008.Packets().Select(packet => packet.Time).ToArray();
        Assert.Equal(times.Order(), times);
        Assert.Equal(times.Length, times.Distinct().Count());
    }

    /// <summary>The list as the diary prints it: time of day, source port, destination port; the two MLD messages have none.</summary>
    [Fact]
    public void The_list_of_the_diary_stands_in_the_capture_to_the_microsecond()
    {
        string[] expected =
        [
            "226 09:13:09.342580 130", "227 09:13:10.594636 143",
            "230 09:13:28.198479 32794 6101", "231 09:13:28.199462 44318 8001", "232 09:13:28.250932 32794 6101",
            "233 09:13:28.251930 44318 8001", "234 09:13:28.303180 32794 6101", "235 09:13:28.304150 44318 8001",
            "236 09:13:58.204501 32794 6101", "237 09:13:58.205482 44318 8001", "238 09:13:58.256954 32794 6101",
            "239 09:13:58.257954 44318 8001", "240 09:13:58.309926 44318 8001", "241 09:13:58.310171 32794 6101",
            "242 09:14:28.210277 32794 6101",
        ];
        var listed = Eew2008.Packets().Where(packet => packet.Comment.StartsWith("Diary packet ", StringComparison.Ordinal));
        Assert.Equal(string.Join("\n", expected), string.Join("\n", listed.Select(Line)));
    }

    [Fact]
    public void Only_listed_packets_have_times_that_do_not_end_in_00_microseconds()
    {
        Assert.All(Eew2008.Packets(), packet =>
            Assert.Equal(packet.Comment.StartsWith("Diary packet ", StringComparison.Ordinal), packet.Time.Ticks % 1000 != 0));
    }

    [Fact]
    public void The_checksums_that_the_diary_printed_come_out_again()
    {
        var udp = Eew2008.Packets().Where(IsUdp).ToLookup(packet => packet.Bytes.Length - UdpStart - 8, packet => packet.Bytes.AsSpan(UdpStart, 8).ToArray());
        Assert.All(udp[252], header => Assert.Equal(0x42af, BinaryPrimitives.ReadUInt16BigEndian(header.AsSpan(6))));
        Assert.All(udp[48].Where(header => BinaryPrimitives.ReadUInt16BigEndian(header.AsSpan(2)) == 8001), header =>
            Assert.Equal(0x4468, BinaryPrimitives.ReadUInt16BigEndian(header.AsSpan(6))));
        Assert.Equal(3, udp[252].Count());
        Assert.Equal(108, udp[48].Count());
    }

    [Fact]
    public void Every_packet_is_read_to_its_end_with_a_good_checksum()
    {
        var dissector = new Dissector();
        foreach (var packet in Eew2008.Packets())
        {
            var d = dissector.Dissect(new Frame(packet.Bytes, packet.Bytes.Length, default, LinkType.Ethernet));
            Assert.Equal(StopReason.None, d.Stop.Reason);
            Assert.Equal(ChecksumVerdict.Good, d[d.Transport].Checksum);
            Assert.Equal(!IsUdp(packet), d.HasRouterAlert);
        }
    }

    /// <summary>Nobody had subscribed: that is the point of the diary's entry.</summary>
    [Fact]
    public void No_listener_report_names_the_warning_group()
    {
        const int recordLength = 20;
        var report = Eew2008Mld.RouterReport;
        Assert.Equal(143, report[0]);
        Assert.Equal(report.Length, 8 + (BinaryPrimitives.ReadUInt16BigEndian(report.AsSpan(6)) * recordLength));
        for (var at = 8; at < report.Length; at += recordLength)
            Assert.NotEqual(s_group, Ipv6Address.Read(report.AsSpan(at + 4)));
    }

    [Fact]
    public void Each_port_gets_three_keep_alives_every_thirty_seconds()
    {
        foreach (var port in new[] { "6101", "8001" })
        {
            var keepAlives = Eew2008.Packets().Where(packet => packet.Bytes.Length == UdpStart + 8 + 48);
            var times = keepAlives.Where(packet => Line(packet).EndsWith(port, StringComparison.Ordinal)).Select(packet => packet.Time).ToArray();
            Assert.Equal(54, times.Length);
            foreach (var (burst, next) in times.Chunk(3).Zip(times.Chunk(3).Skip(1)))
            {
                Assert.InRange((next[0] - burst[0]).TotalMilliseconds, 30_000, 30_012);
                Assert.InRange((burst[1] - burst[0]).TotalMilliseconds, 51, 54);
                Assert.InRange((burst[2] - burst[1]).TotalMilliseconds, 51, 54);
            }
        }
    }

    static bool IsUdp(SamplePacket packet) => packet.Bytes[14 + 6] == IpProtocols.Udp;

    static string Line(SamplePacket packet)
    {
        var number = packet.Comment.Split(' ', '.')[2];
        var bytes = packet.Bytes.AsSpan(UdpStart);
        var rest = IsUdp(packet) ? $"{BinaryPrimitives.ReadUInt16BigEndian(bytes)} {BinaryPrimitives.ReadUInt16BigEndian(bytes[2..])}" : $"{bytes[8]}";
        return $"{number} {packet.Time:HH:mm:ss.ffffff} {rest}";
    }

    static string Repository()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Kansatsu.slnx")))
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("Kansatsu.slnx");
        return folder;
    }
}
