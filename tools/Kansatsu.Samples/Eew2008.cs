using System.Net;

namespace Kansatsu.Samples;

/// <summary>
/// The morning of 14 June 2008 as the IPv6 observation diary of 27 June 2008 lists it, made a capture again. What the diary printed is kept to the
/// bit and to the microsecond; everything between and around it is reconstructed, says so in its packet comment, and has times that end in 00 µs.
/// </summary>
public static class Eew2008
{
    public const string FileName = "2008-06-14-eew.pcapng";

    const string Provenance =
        "Source: IPv6 observation diary, cNotes, \"IPv6 multicast packets...\", published 2008-06-27 (create 2008-06-18), by jyake. "
        + "The diary prints a packet list (226 to 242, without 228 and 229) and the dumps of two UDP payloads, seen on OCN's IPv6 service, "
        + "without having subscribed. "
        + "Original: the listed times, addresses and ports; both payloads; their UDP checksums 0x4468 and 0x42af, which come out again here. "
        + "Reconstructed: the day of the list (that of the telegram, JST), Ethernet, hop limits, flow labels, the bodies of the two MLD messages, the keep-alive "
        + "payload to port 6101, the packets that were not listed, and their times (they end in 00 microseconds). Each packet's comment says what applies to it.";

    const string Link = "Ethernet is reconstructed: groups map to 33:33 addresses, the router's MAC follows from its interface identifier. "
        + "The original link may have been PPP over L2TP.";

    const int DataPort = 6101;
    const int SecondPort = 8001;
    const int DataSource = 32794;
    const int SecondSource = 44318;

    /// <summary>Not in the diary. 64, the usual start, less ten hops: a value that a far multicast source could have.</summary>
    const byte AssumedHopLimit = 54;

    static readonly IPAddress s_router = IPAddress.Parse("fe80::21a:6dff:feb9:fd1b");
    static readonly IPAddress s_service = IPAddress.Parse("2001:380:50c:99::51");
    static readonly IPAddress s_group = IPAddress.Parse("ff3e::8000:1000");
    static readonly IPAddress s_allNodes = IPAddress.Parse("ff02::1");
    static readonly IPAddress s_mldRouters = IPAddress.Parse("ff02::16");

    static ReadOnlySpan<byte> RouterMac => [0x00, 0x1a, 0x6d, 0xb9, 0xfd, 0x1b];

    /// <summary>The capture file, always the same bytes.</summary>
    public static byte[] Capture()
    {
        var writer = new PcapngWriter(Provenance, "Kansatsu.Samples", "ocn-ipv6", Link);
        foreach (var packet in Packets()) writer.Add(packet);
        return writer.ToArray();
    }

    /// <summary>All packets in the order of their times.</summary>
    public static IReadOnlyList<SamplePacket> Packets() =>
        [.. Listed().Concat(KeepAlives()).Concat(TelegramCopies()).OrderBy(packet => packet.Time)];

    /// <summary>14 June 2008, Japan time.</summary>
    public static DateTimeOffset At(int hour, int minute, int second, int microsecond) =>
        new DateTimeOffset(2008, 6, 14, hour, minute, second, TimeSpan.FromHours(9)).AddMicroseconds(microsecond);

    /// <summary>The packet list of the diary.</summary>
    static IEnumerable<SamplePacket> Listed()
    {
        yield return Mld(226, At(9, 13, 9, 342580), s_allNodes, Eew2008Mld.GeneralQuery);
        yield return Mld(227, At(9, 13, 10, 594636), s_mldRouters, Eew2008Mld.RouterReport);
        yield return Listed(230, At(9, 13, 28, 198479), DataPort);
        yield return Listed(231, At(9, 13, 28, 199462), SecondPort);
        yield return Listed(232, At(9, 13, 28, 250932), DataPort);
        yield return Listed(233, At(9, 13, 28, 251930), SecondPort);
        yield return Listed(234, At(9, 13, 28, 303180), DataPort);
        yield return Listed(235, At(9, 13, 28, 304150), SecondPort);
        yield return Listed(236, At(9, 13, 58, 204501), DataPort);
        yield return Listed(237, At(9, 13, 58, 205482), SecondPort);
        yield return Listed(238, At(9, 13, 58, 256954), DataPort);
        yield return Listed(239, At(9, 13, 58, 257954), SecondPort);
        yield return Listed(240, At(9, 13, 58, 309926), SecondPort);
        yield return Listed(241, At(9, 13, 58, 310171), DataPort);
        yield return Listed(242, At(9, 14, 28, 210277), DataPort);
    }

    /// <summary>The rhythm of the list, carried back to 09:06:28 and on to 09:15: bursts 30.0059 s apart, three copies to each port.</summary>
    static IEnumerable<SamplePacket> KeepAlives()
    {
        const int burstPeriod = 30_005_900;
        const int listedBursts = 2;
        var listed = At(9, 13, 28, 198500);
        for (var burst = -14; burst <= 3; burst++)
        {
            if (burst is >= 0 and < listedBursts) continue;
            // The jitter is a small fixed pattern, so that the rhythm is not more exact than the listed one.
            var start = listed.AddMicroseconds(((long)burst * burstPeriod) + (((burst + 14) * 7 % 5 * 100) - 200));
            for (var copy = 0; copy < 3; copy++)
            {
                var first = start.AddMicroseconds(copy * 52_400);
                // The first packet of the burst at 09:14:28 ends the list.
                if (burst != listedBursts || copy > 0) yield return Rhythm(first, DataPort);
                yield return Rhythm(first.AddMicroseconds(1_000), SecondPort);
            }
        }
    }

    /// <summary>The telegram was issued at 09:08:00; when it arrived, and that it came three times, is taken from the keep-alives.</summary>
    static IEnumerable<SamplePacket> TelegramCopies()
    {
        const string comment = "Original: ports, 252 payload bytes, UDP checksum 0x42af. Reconstructed: time, number of copies, Ethernet, hop limit.";
        var first = At(9, 8, 2, 137_200);
        for (var copy = 0; copy < 3; copy++)
            yield return new(first.AddMicroseconds(copy * 52_400), Udp(DataPort, Eew2008Payloads.Telegram), comment);
    }

    static SamplePacket Mld(int number, DateTimeOffset time, IPAddress to, ReadOnlySpan<byte> message)
    {
        var comment = $"Diary packet {number}. Original: time, addresses, type. Reconstructed: Ethernet, message body.";
        return new(time, Ipv6Frames.MldPacket(RouterMac, s_router, to, message), comment);
    }

    static SamplePacket Listed(int number, DateTimeOffset time, int port)
    {
        var (original, reconstructed) = port == SecondPort ? (", payload as dumped", "") : ("", ", payload");
        var comment = $"Diary packet {number}. Original: time, addresses, ports{original}. Reconstructed: Ethernet, hop limit{reconstructed}.";
        return new(time, KeepAlive(port), comment);
    }

    static SamplePacket Rhythm(DateTimeOffset time, int port)
    {
        var original = port == SecondPort ? ", payload as dumped" : "";
        return new(time, KeepAlive(port), $"Not listed: reconstructed from the 30 s rhythm. Original: addresses, ports{original}.");
    }

    static byte[] KeepAlive(int port) => Udp(port, port == DataPort ? Eew2008Payloads.KeepAlive6101 : Eew2008Payloads.KeepAlive8001);

    static byte[] Udp(int port, ReadOnlySpan<byte> payload) =>
        Ipv6Frames.UdpPacket(RouterMac, s_service, port == DataPort ? DataSource : SecondSource, s_group, port, AssumedHopLimit, payload);
}
