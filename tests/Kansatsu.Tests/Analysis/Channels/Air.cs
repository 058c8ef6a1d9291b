using System.Buffers.Binary;
using Kansatsu.Analysis;
using Kansatsu.App.Sending;
using Kansatsu.Wire;

namespace Kansatsu.Tests.Analysis.Channels;

/// <summary>
/// What is on the air of a simulated link: packets are planned at any time, some are lost, all are late by a little; then they are observed in the order
/// in which they arrive. The same seed gives the same air.
/// </summary>
sealed class Air(int seed = 1)
{
    public const string Source = "2001:380:50c:99::51";
    public const string Group = "ff3e::8000:1000";
    public const string Router = "fe80::21a:6dff:feb9:fd1b";
    public static readonly Timestamp Start = Timestamp.FromSeconds(1_213_200_000);

    readonly Random _random = new(seed);
    readonly List<(long At, byte[] Frame)> _planned = [];
    long _number;

    public Observer Observer { get; } = new();

    /// <summary>Share of packets that get lost.</summary>
    public double Loss { get; set; }

    /// <summary>Packets are late by 0 to so many milliseconds.</summary>
    public double JitterMilliseconds { get; set; }

    /// <summary>Keep-alives as in 2008: every period, a burst of equal packets 52 ms apart.</summary>
    public Air Beat(double from, double to, int port, double period = 30, int burst = 3, double gap = 0.052, string source = Source, string group = Group, byte hopLimit = 54, int sourcePort = 32794)
    {
        for (var at = from; at < to; at += period)
            for (var i = 0; i < burst; i++) Udp(at + (i * gap), source, group, port, KeepAlive, hopLimit, sourcePort);
        return this;
    }

    public Air Udp(double at, string source, string group, int port, ReadOnlySpan<byte> payload, byte hopLimit = 54, int sourcePort = 32794)
    {
        var datagram = new byte[8 + payload.Length];
        BinaryPrimitives.WriteUInt16BigEndian(datagram, (ushort)sourcePort);
        BinaryPrimitives.WriteUInt16BigEndian(datagram.AsSpan(2), (ushort)port);
        BinaryPrimitives.WriteUInt16BigEndian(datagram.AsSpan(4), (ushort)datagram.Length);
        payload.CopyTo(datagram.AsSpan(8));
        return Send(at, source, group, 17, datagram, hopLimit);
    }

    public Air Icmpv6(double at, string message, string source = Router, string to = "ff02::1") => Send(at, source, to, 58, Convert.FromHexString(message.Replace(" ", "")), 255);

    public Air Query(double at, string source = Router) => Icmpv6(at, $"8200 0000 2710 0000 {Scene.Hex("::")} 027d 0000", source);

    public Air PimHello(double at, int hold = 105, string source = Router, int priority = 1) =>
        Send(at, source, "ff02::d", 103, Convert.FromHexString($"20000000 0001 0002 {hold:x4} 0013 0004 {priority:x8}".Replace(" ", "")), 1);

    /// <summary>Somebody speaks, so that the capture goes on.</summary>
    public Air Talk(double from, double to, double every = 10)
    {
        for (var at = from; at < to; at += every) Send(at, "2001:db8::1", "2001:db8::2", 59, [], 64);
        return this;
    }

    /// <summary>Lets everything arrive that was planned until then.</summary>
    public Air Until(double seconds = double.MaxValue)
    {
        var end = seconds >= 1e9 ? long.MaxValue : Nanoseconds(seconds);
        var ready = _planned.Where(packet => packet.At <= end).OrderBy(packet => packet.At).ToList();
        _planned.RemoveAll(packet => packet.At <= end);
        foreach (var (at, frame) in ready) Observer.Observe(new Frame(frame, frame.Length, Start.Add(at), LinkType.Ethernet, ++_number));
        return this;
    }

    public Air Tick(double seconds)
    {
        Observer.Tick(Start.Add(Nanoseconds(seconds)));
        return this;
    }

    public IReadOnlyList<Finding> Findings(string prefix) => [.. Observer.Findings.All.Where(f => f.Name.StartsWith(prefix, StringComparison.Ordinal))];

    public ChannelSeen Channel(int port) => Assert.Single(new ChannelSights(Observer).All, c => c.Port == port);

    public static byte[] KeepAlive { get; } = new EewFrameBuilder { Service = 1 }.KeepAlive();

    /// <summary>The telegram of 14 June 2008.</summary>
    public static byte[] News { get; } = new EewFrameBuilder { Counter = 25, Sequence = 42504 }.Data(
        "37 03 00 080614090800 C11\n080614090721\nND20080614090756 NCN001 JD////////////// JN///\n213 N391 E1409 010 41 03 RK662// RT00/// RC/////\n9999=\n");

    static long Nanoseconds(double seconds) => (long)(seconds * Timestamp.PerSecond);

    Air Send(double at, string source, string to, byte protocol, ReadOnlySpan<byte> payload, byte hopLimit)
    {
        if (Loss > 0 && _random.NextDouble() < Loss) return this;
        var late = JitterMilliseconds > 0 ? _random.NextDouble() * JitterMilliseconds / 1000 : 0;
        var frame = new byte[54 + payload.Length];
        Convert.FromHexString("333380001000001a6db9fd1b86dd60").CopyTo(frame, 0);
        BinaryPrimitives.WriteUInt16BigEndian(frame.AsSpan(18), (ushort)payload.Length);
        (frame[20], frame[21]) = (protocol, hopLimit);
        Ipv6Address.Parse(source).Write(frame.AsSpan(22));
        Ipv6Address.Parse(to).Write(frame.AsSpan(38));
        payload.CopyTo(frame.AsSpan(54));
        _planned.Add((Nanoseconds(at + late), frame));
        return this;
    }
}
