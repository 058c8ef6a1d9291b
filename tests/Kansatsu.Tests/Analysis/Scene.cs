using System.Buffers.Binary;
using Kansatsu.Analysis;
using Kansatsu.Wire;

namespace Kansatsu.Tests.Analysis;

/// <summary>A little traffic, packet by packet, for an observer: Ethernet frames built from addresses and payloads, a second apart.</summary>
sealed class Scene(ObserverOptions? options = null)
{
    public const string Mac = "020000000001";
    public const string RouterMac = "020000000099";
    long _now = 1_000 * Timestamp.PerSecond;
    long _step = Timestamp.PerSecond;
    long _number;

    public Observer Observer { get; } = new(options);

    public static Scene WithHome(params string[] home) =>
        new(new ObserverOptions { Home = [.. home.Select(text => Ipv6Prefix.TryParse(text, out var prefix) ? prefix : throw new FormatException(text))] });

    public Scene Wait(long seconds)
    {
        _now += seconds * Timestamp.PerSecond;
        return this;
    }

    /// <summary>From frame to frame; a second unless told otherwise.</summary>
    public Scene EveryMilliseconds(long milliseconds)
    {
        _step = milliseconds * Timestamp.PerSecond / 1000;
        return this;
    }

    public Scene Syn(string source, int port, string destination, int to, byte hopLimit = 64) => Tcp(source, port, destination, to, TcpFlags.Syn, hopLimit: hopLimit);

    public Scene Refuse(string source, int port, string destination, int to) => Tcp(destination, to, source, port, TcpFlags.Rst | TcpFlags.Ack);

    /// <summary>A connection with a request and an answer.</summary>
    public Scene Talk(string source, int port, string destination, int to)
    {
        Syn(source, port, destination, to);
        Tcp(destination, to, source, port, TcpFlags.Syn | TcpFlags.Ack, sequence: 500, acknowledgment: 101);
        Tcp(source, port, destination, to, TcpFlags.Ack, sequence: 101, acknowledgment: 501);
        Tcp(source, port, destination, to, TcpFlags.Ack | TcpFlags.Psh, "question"u8, 101, 501);
        return Tcp(destination, to, source, port, TcpFlags.Ack | TcpFlags.Psh, "answer"u8, 501, 109);
    }

    public Scene Tcp(
        string source, int port, string destination, int to, TcpFlags flags, ReadOnlySpan<byte> payload = default, uint sequence = 100, uint acknowledgment = 0, byte hopLimit = 64)
    {
        var segment = new byte[20 + payload.Length];
        BinaryPrimitives.WriteUInt16BigEndian(segment, (ushort)port);
        BinaryPrimitives.WriteUInt16BigEndian(segment.AsSpan(2), (ushort)to);
        BinaryPrimitives.WriteUInt32BigEndian(segment.AsSpan(4), sequence);
        BinaryPrimitives.WriteUInt32BigEndian(segment.AsSpan(8), acknowledgment);
        segment[12] = 0x50;
        segment[13] = (byte)flags;
        segment[14] = 0x20;
        payload.CopyTo(segment.AsSpan(20));
        return Send(source, destination, 6, segment, hopLimit);
    }

    public Scene Udp(string source, int port, string destination, int to, ReadOnlySpan<byte> payload, byte hopLimit = 64)
    {
        var datagram = new byte[8 + payload.Length];
        BinaryPrimitives.WriteUInt16BigEndian(datagram, (ushort)port);
        BinaryPrimitives.WriteUInt16BigEndian(datagram.AsSpan(2), (ushort)to);
        BinaryPrimitives.WriteUInt16BigEndian(datagram.AsSpan(4), (ushort)datagram.Length);
        payload.CopyTo(datagram.AsSpan(8));
        return Send(source, destination, 17, datagram, hopLimit);
    }

    /// <param name="message">Hex, from the type on; the checksum is left as it is written.</param>
    public Scene Icmpv6(string source, string destination, string message, byte hopLimit = 255, string mac = Mac) =>
        Send(source, destination, 58, Convert.FromHexString(message.Replace(" ", "")), hopLimit, mac);

    public Scene Send(string source, string destination, byte protocol, ReadOnlySpan<byte> payload, byte hopLimit = 64, string mac = Mac)
    {
        var from = Ipv6Address.Parse(source);
        var to = Ipv6Address.Parse(destination);
        var isIpv4 = from.IsIpv4 && !source.Contains(':');
        return Frame([.. Convert.FromHexString("0200000000ff" + mac), .. isIpv4 ? Ipv4(from, to, protocol, payload, hopLimit) : Ipv6(from, to, protocol, payload, hopLimit)]);
    }

    public Scene Frame(ReadOnlySpan<byte> bytes)
    {
        Observer.Observe(new Frame(bytes, bytes.Length, new Timestamp(_now), LinkType.Ethernet, ++_number));
        _now += _step;
        return this;
    }

    /// <summary>The cause of the n-th flow.</summary>
    public Cause Explain(int flow = 0) => Observer.Causes.Explain(Observer.Flows[flow]);

    public static string Hex(string address)
    {
        Span<byte> bytes = stackalloc byte[16];
        Ipv6Address.Parse(address).Write(bytes);
        return Convert.ToHexString(bytes);
    }

    /// <summary>An MLDv2 report with one record.</summary>
    public static string Report(string group, int type = 4) => $"8f00 0000 0000 0001 0{type}00 0000 {Hex(group)}";

    static byte[] Ipv6(Ipv6Address from, Ipv6Address to, byte protocol, ReadOnlySpan<byte> payload, byte hopLimit)
    {
        var packet = new byte[42 + payload.Length];
        (packet[0], packet[1], packet[2]) = (0x86, 0xdd, 0x60);
        BinaryPrimitives.WriteUInt16BigEndian(packet.AsSpan(6), (ushort)payload.Length);
        (packet[8], packet[9]) = (protocol, hopLimit);
        from.Write(packet.AsSpan(10));
        to.Write(packet.AsSpan(26));
        payload.CopyTo(packet.AsSpan(42));
        return packet;
    }

    static byte[] Ipv4(Ipv6Address from, Ipv6Address to, byte protocol, ReadOnlySpan<byte> payload, byte hopLimit)
    {
        var packet = new byte[22 + payload.Length];
        (packet[0], packet[1], packet[2]) = (0x08, 0x00, 0x45);
        BinaryPrimitives.WriteUInt16BigEndian(packet.AsSpan(4), (ushort)(20 + payload.Length));
        (packet[10], packet[11]) = (hopLimit, protocol);
        BinaryPrimitives.WriteUInt32BigEndian(packet.AsSpan(14), from.Ipv4);
        BinaryPrimitives.WriteUInt32BigEndian(packet.AsSpan(18), to.Ipv4);
        payload.CopyTo(packet.AsSpan(22));
        return packet;
    }
}
