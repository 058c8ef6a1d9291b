using System.Buffers.Binary;
using System.Text;
using Kansatsu.Analysis;
using Kansatsu.Tests.Analysis.Names;
using Kansatsu.Tests.Wire;
using Kansatsu.Wire;

namespace Kansatsu.Tests.Analysis.Refusals;

/// <summary>Every table is overfilled by a few; what it refuses must be told, and nothing else.</summary>
public class RefusalTests
{
    const int Over = 3;

    readonly Observer _observer = new();

    public static TheoryData<RefusalKind> Kinds => [.. Enum.GetValues<RefusalKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_full_table_says_how_often_it_refused(RefusalKind kind)
    {
        Assert.Empty(Refusal.Of(_observer));
        Overfill(kind);
        Assert.Equal([new Refusal(kind, Over)], Refusal.Of(_observer));
    }

    [Fact]
    public void Every_kind_has_a_name_and_words_of_its_own()
    {
        var kinds = Enum.GetValues<RefusalKind>();
        Assert.Equal(kinds.Length, kinds.Select(RefusalNames.Of).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(kinds.Length, kinds.Select(kind => Kansatsu.App.Text.RefusalWords.Of(kind).English).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(kinds.Length, kinds.Select(kind => Kansatsu.App.Text.RefusalWords.Of(kind).Japanese).Distinct(StringComparer.Ordinal).Count());
        Assert.All(kinds, kind => Assert.Matches("^[a-z]+(-[a-z]+)*$", RefusalNames.Of(kind)));
    }

    void Overfill(RefusalKind kind)
    {
        switch (kind)
        {
            case RefusalKind.SourceAddresses: Fill(AddressSet.MaxCount, i => _observer.Counters.Ipv6Sources.Add(new Ipv6Address(1, (ulong)i))); break;
            case RefusalKind.DestinationAddresses: Fill(AddressSet.MaxCount, i => _observer.Counters.Ipv6Destinations.Add(new Ipv6Address(1, (ulong)i))); break;
            case RefusalKind.Names: Fill(NameTable.MaxNames, i => _observer.Names.Meet(NameSource.Dns, Number(i), Facts())); break;
            case RefusalKind.NameAddresses: OverfillNameAddresses(); break;
            case RefusalKind.DnsQuestions: Fill(QuestionTable.MaxQuestions, i => _observer.Names.ObserveDns(LayerKind.Dns, Question(i), Facts())); break;
            case RefusalKind.HttpRequests: Fill(HttpRequestTable.MaxRequests, i => _observer.Names.ObserveHttp("GET"u8, "a"u8, Number(i), default, Facts())); break;
            case RefusalKind.Groups: Fill(GroupTable.MaxGroups, i => _observer.Groups.ObserveTraffic(Facts(new Ipv6Address(0xff02_0000_0000_0000, (ulong)i << 32)), 40)); break;
            case RefusalKind.Neighbors: Fill(NeighborTable.MaxNeighbors, i => Lease(i, 1)); break;
            case RefusalKind.NeighborAddresses: Fill(NeighborRecord.MaxAddresses, i => Lease(1, i)); break;
            case RefusalKind.SweepSources: Fill(SweepTable.MaxSources, Try); break;
            case RefusalKind.Streams: Fill(StreamTable.MaxStreams, i => Talk(i, "GET / HTTP/1.1\r\n"u8)); break;
            case RefusalKind.StreamBytes: OverfillStreamBytes(); break;
            case RefusalKind.Channels: Fill(ChannelTable.MaxChannels, i => Stream(i, 64)); break;
            case RefusalKind.ChannelStories: OverfillStories(); break;
            case RefusalKind.ControlSpeakers: Fill(ControlTable.MaxSpeakers, Hello); break;
            case RefusalKind.Lookups:
                Try(1);
                Fill(LookupTable.MaxLookups, i => _observer.Names.Lookups.Ask((ushort)i, i, 1, Facts()));
                break;
            case RefusalKind.Mails: Fill(MailTable.MaxConversations, Write); break;
            case RefusalKind.Telegrams: Fill(TelegramTable.MaxStreams, Beat); break;
            case RefusalKind.QuicGreetings: Fill(QuicConnections.MaxConnections, Greet); break;
        }
    }

    void OverfillStories() => Fill(ChannelTable.MaxTracks, i =>
    {
        Stream(i, 64);
        Stream(i, 63);
    });

    void Stream(int source, byte hopLimit)
    {
        var d = new Dissector().Dissect(Packets.Frame(Packets.Ipv6(17, Packets.Udp(1, 2, [1, 2, 3]))));
        var known = 0;
        _observer.Channels.Observe(d, d[d.Transport], new PacketFacts(default, 1, new Ipv6Address(1, (ulong)source), Ipv6Address.AllNodes, default, 0, hopLimit, source, false), 0, ref known);
    }

    void Hello(int source)
    {
        var d = new Dissector().Dissect(Packets.Frame(Packets.Ipv6(103, [0x20, 0, 0, 0, 0, 1, 0, 2, 0, 105])));
        _observer.Control.Observe(d, d[d.Transport], new PacketFacts(default, 1, new Ipv6Address(1, (ulong)source), Ipv6Address.AllNodes, default, 0, 1, source, false));
    }

    static void Fill(int room, Action<int> add)
    {
        for (var i = 1; i <= room + Over; i++) add(i);
    }

    void OverfillNameAddresses()
    {
        var id = _observer.Names.Meet(NameSource.Dns, "a"u8, Facts());
        Fill(AddressNames.MaxPairs, i => _observer.Names.Pair(id, new Ipv6Address(1, (ulong)i), NameSource.Dns, answered: true, 1));
    }

    /// <summary>Header lines that never end take 64 KiB each; the last three connections find the budget spent.</summary>
    void OverfillStreamBytes()
    {
        byte[] unfinished = [.. "GET / HTTP/1.1\r\nA: "u8, .. Enumerable.Repeat((byte)'a', 40_000)];
        Fill((int)(StreamBudget.MaxBytes >> 16), i => Talk(i, unfinished));
    }

    void Lease(int mac, int address) =>
        _observer.Neighbors.ObserveLease(new MacAddress(0x0200_0000_0000 + (ulong)mac), new Ipv6Address(0x2001_0db8_0000_0000, (ulong)address), Facts());

    /// <summary>A SYN without an answer, each from a network of its own.</summary>
    void Try(int number)
    {
        var segment = new byte[20];
        (segment[1], segment[3], segment[12], segment[13]) = (99, 80, 0x50, 2);
        Send(number, 6, segment);
    }

    void Write(int number)
    {
        var flow = new Flow { Number = (uint)number };
        _observer.Mails.Begin(ref flow, LayerKind.Smtp, serverBegan: false, Facts());
    }

    /// <summary>A keep-alive of the earthquake service, each from a sender of its own.</summary>
    void Beat(int number) =>
        Send(number, 17, Convert.FromHexString("0063 17d5 0038 0000 3000 0000 00ff 0301 0000 0100 0100".Replace(" ", "") + new string('0', 68)));

    void Talk(int number, ReadOnlySpan<byte> payload)
    {
        byte[] segment = [0, 99, 0, 80, 0, 0, 0, 1, 0, 0, 0, 1, 0x50, 0x10, 1, 0, 0, 0, 0, 0, .. payload];
        Send(number, 6, segment);
    }

    /// <summary>An Initial of QUIC version 1 that cannot be opened: its greeting stays unfinished.</summary>
    void Greet(int number)
    {
        var datagram = new byte[8 + 1200];
        (datagram[1], datagram[2], datagram[3]) = (99, 443 >> 8, 443 & 0xff);
        BinaryPrimitives.WriteUInt16BigEndian(datagram.AsSpan(4), (ushort)datagram.Length);
        Convert.FromHexString("c000000001080102030405060708000044b0").CopyTo(datagram, 8);
        Send(number, 17, datagram);
    }

    void Send(int network, byte protocol, ReadOnlySpan<byte> payload)
    {
        var frame = new byte[14 + 40 + payload.Length];
        (frame[12], frame[13], frame[14], frame[20], frame[21]) = (0x86, 0xdd, 0x60, protocol, 64);
        BinaryPrimitives.WriteUInt16BigEndian(frame.AsSpan(18), (ushort)payload.Length);
        new Ipv6Address(0x2001_0db8_0000_0000 + (ulong)network, 1).Write(frame.AsSpan(22));
        new Ipv6Address(0x2001_0db9_0000_0000, 1).Write(frame.AsSpan(38));
        payload.CopyTo(frame.AsSpan(54));
        _observer.Observe(new Frame(frame, frame.Length, Timestamp.FromSeconds(1), LinkType.Ethernet, 1));
    }

    static byte[] Number(int i) => Encoding.ASCII.GetBytes($"{i}");

    /// <summary>Few names and all types, so that the names do not fill up first.</summary>
    static byte[] Question(int i) => DnsBytes.Query($"{i >> 16}", (ushort)i);

    static PacketFacts Facts(Ipv6Address to = default) => new(Timestamp.FromSeconds(1), 1, default, to, default, 0, 64, 0, false);
}
