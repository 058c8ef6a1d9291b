using Kansatsu.Analysis;
using Kansatsu.Wire;

namespace Kansatsu.Bench.Stores;

/// <summary>
/// Flows of a house over months, as many as are wanted: own visits to some twenty thousand names over both families, questions to the resolver, probes from
/// ever new sources, chatter on the link, and what nothing explains. The same seed gives the same flows.
/// </summary>
sealed class MadeUpTraffic(int seed)
{
    public const int Names = 20_000;

    const ulong HomeNet = 0x2001_0db8_0c67_0000;
    const int Hosts = 30;
    const int Sentences = 300;

    static readonly string[] s_histories = ["ShADadFf", "ShADadtFf", "Dd", "S", "Sr", "D", "ShADadR", "ShADadgFf"];
    static readonly ushort[] s_probed = [23, 22, 2323, 445, 80, 443, 8080, 3389, 5555, 1433, 6379, 8443];
    static readonly string[] s_programs = ["Firefox", "Chromium", "apt", "Thunderbird", "systemd-timesyncd", "Home Assistant"];

    readonly Random _random = new(seed);
    readonly Cause[] _probes = [.. Enumerable.Range(0, Sentences).Select(static i => Made(CauseKind.Scan, $"vain tries at port {s_probed[i % s_probed.Length]} of {i} addresses", Confidence.Likely, null, $"rule {i}"))];
    readonly Cause[] _visits = [.. Enumerable.Range(0, Names).Select(static i => Made(
        CauseKind.OwnSoftware, $"{s_programs[i % s_programs.Length]} opened a page", Confidence.Likely, s_programs[i % s_programs.Length], $"the client asked for this name in its TLS greeting: {NameOf(i)}"))];
    readonly Cause _question = Made(CauseKind.OwnHousekeeping, "asks the resolver of this network", Confidence.Certain, null, "a question of the DNS to the resolver that the router announced");
    readonly Cause _chatter = Made(CauseKind.NeighborChatter, "announces services on the link", Confidence.Certain, null, "mDNS on the link");
    readonly Cause _unknown = Made(CauseKind.Unexplained, "it came unasked, home did not answer, and its content is not known", Confidence.Guess, null, "no rule");
    uint _frame;

    public static string NameOf(int number) => $"www{number % 7}.site-{number}.example.{(number % 3 == 0 ? "net" : "org")}";

    public FlowRecord Next(Timestamp time)
    {
        _frame += (uint)_random.Next(1, 60);
        var kind = _random.Next(100);
        return kind < 50 ? Visit(time) : kind < 62 ? Question(time) : kind < 90 ? Probe(time) : kind < 96 ? Chatter(time) : Unknown(time);
    }

    FlowRecord Visit(Timestamp time)
    {
        // Few names are visited often, most seldom.
        var name = (int)(Names * Math.Pow(_random.NextDouble(), 4));
        var isIpv6 = (name + _random.Next(2)) % 3 != 0;
        var far = isIpv6 ? new Ipv6Address(0x2600_0000_0000_0000 | ((ulong)(name % 4000) << 16), (ulong)name * 7) : Ipv6Address.FromIpv4(0x1700_0000 | ((uint)(name % 9000) << 4));
        var (outwards, back) = (_random.Next(4, 60), _random.Next(3, 90));
        return Flow(time, isIpv6, Host(isIpv6), far, (ushort)_random.Next(32768, 61000), 443, FlowWay.Out, _visits[name]) with
        {
            Application = "tls",
            PacketsOut = outwards,
            PacketsBack = back,
            BytesOut = outwards * 180L,
            BytesBack = back * 900L,
            History = s_histories[_random.Next(2)],
            Name = NameOf(name),
            NameFrom = NameSource.TlsSni,
            Last = time.Add(_random.NextInt64(90 * Timestamp.PerSecond)),
        };
    }

    FlowRecord Question(Timestamp time) => Flow(time, true, Host(true), new Ipv6Address(HomeNet, 1), (ushort)_random.Next(32768, 61000), 53, FlowWay.Local, _question) with
    {
        Protocol = IpProtocols.Udp,
        Application = "dns",
        PacketsOut = 1,
        PacketsBack = 1,
        BytesOut = 90,
        BytesBack = 150,
        History = "Dd",
        Last = time.Add(_random.Next(40_000_000)),
    };

    FlowRecord Probe(Timestamp time)
    {
        // A source comes a few times within a day, then never again.
        var day = (uint)(time.Nanoseconds / (86400 * Timestamp.PerSecond));
        var source = Ipv6Address.FromIpv4((uint)(((day * 20_011) + _random.Next(12_000)) * 2_654_435_761u));
        return Flow(time, false, source, Host(false), (ushort)_random.Next(1024, 65536), s_probed[_random.Next(s_probed.Length)], FlowWay.In, _probes[_random.Next(Sentences)]) with
        {
            PacketsOut = 1,
            BytesOut = 44,
            History = "S",
        };
    }

    FlowRecord Chatter(Timestamp time) => Flow(time, true, Host(true), new Ipv6Address(0xff02_0000_0000_0000, 0xfb), 5353, 5353, FlowWay.Multicast, _chatter) with
    {
        Protocol = IpProtocols.Udp,
        Application = "mdns",
        PacketsOut = 3,
        BytesOut = 700,
        History = "D",
        Zone = "eth0",
        ZoneNumber = 1,
        Last = time.Add(5 * Timestamp.PerSecond),
    };

    FlowRecord Unknown(Timestamp time) => Flow(
        time, true, new Ipv6Address(0x2a00_0000_0000_0000 | ((ulong)_random.Next(3000) << 20), (ulong)_random.Next(100)), Host(true), (ushort)_random.Next(65536), (ushort)_random.Next(65536), FlowWay.In, _unknown) with
    {
        Protocol = IpProtocols.Udp,
        PacketsOut = 1,
        BytesOut = 120,
        History = "D",
    };

    Ipv6Address Host(bool isIpv6) => isIpv6 ? new Ipv6Address(HomeNet, 0x1000 + (ulong)_random.Next(Hosts)) : Ipv6Address.FromIpv4(0xc000_0200 | (uint)_random.Next(Hosts));

    FlowRecord Flow(Timestamp time, bool isIpv6, Ipv6Address initiator, Ipv6Address responder, ushort from, ushort to, FlowWay way, Cause cause) => new()
    {
        First = time,
        Last = time,
        Family = (byte)(isIpv6 ? 6 : 4),
        Protocol = IpProtocols.Tcp,
        Initiator = initiator,
        Responder = responder,
        InitiatorPort = from,
        ResponderPort = to,
        Way = way,
        Cause = cause with { Evidence = [cause.Evidence[0] with { Packets = [_frame, _frame + 3] }] },
    };

    static Cause Made(CauseKind kind, string detail, Confidence confidence, string? program, string says) =>
        new(kind, detail, confidence, [new Evidence("tls", says, [])]) { Program = program, Purpose = program is null ? null : "web" };
}
