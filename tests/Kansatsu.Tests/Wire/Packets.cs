using System.Buffers.Binary;
using Kansatsu.Wire;

namespace Kansatsu.Tests.Wire;

/// <summary>IP packets built from their parts, with right lengths and checksums unless a test wants them wrong, and what the dissector makes of them.</summary>
static class Packets
{
    public const string Router = "fe80::21a:6dff:feb9:fd1b";
    public const string Host = "fe80::2";

    /// <summary>Router alert for MLD, padded (RFC 2711), in front of ICMPv6.</summary>
    public static readonly byte[] RouterAlert = [58, 0, 5, 2, 0, 0, 1, 0];

    public static byte[] Hex(string text) => Convert.FromHexString(text.Replace(" ", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal));

    public static byte[] Address(string text)
    {
        var address = Ipv6Address.Parse(text);
        var bytes = new byte[Ipv6Address.Length];
        address.Write(bytes);
        return address.IsIpv4 ? bytes[12..] : bytes;
    }

    public static byte[] Join(params byte[][] parts) => [.. parts.SelectMany(p => p)];

    public static byte[] Zeros(int count) => new byte[count];

    public static byte[] Ipv6(int next, byte[] payload, string source = "2001:db8::1", string destination = "2001:db8::2", int hopLimit = 64, int? length = null)
    {
        byte[] header = [0x60, 0, 0, 0, 0, 0, (byte)next, (byte)hopLimit];
        BinaryPrimitives.WriteUInt16BigEndian(header.AsSpan(4), (ushort)(length ?? payload.Length));
        return Join(header, Address(source), Address(destination), payload);
    }

    public static byte[] Ipv4(int protocol, byte[] payload, string source = "192.0.2.1", string destination = "192.0.2.2", byte[]? options = null, int fragment = 0, int? length = null)
    {
        options ??= [];
        byte[] header = [(byte)(0x45 + (options.Length / 4)), 0, 0, 0, 0, 1, 0, 0, 64, (byte)protocol, 0, 0];
        BinaryPrimitives.WriteUInt16BigEndian(header.AsSpan(2), (ushort)(length ?? 20 + options.Length + payload.Length));
        BinaryPrimitives.WriteUInt16BigEndian(header.AsSpan(6), (ushort)fragment);
        header = Join(header, Address(source), Address(destination), options);
        return Join(WithChecksum(header, 10), payload);
    }

    /// <summary>An ICMPv6 message as its rules want it sent: from a link-local address, hop limit 255.</summary>
    public static byte[] Icmpv6(byte[] message, string source = Host, string destination = "fe80::1", int hopLimit = 255) =>
        Ipv6(58, WithChecksum(message, 2, Pseudo(source, destination, 58, message.Length)), source, destination, hopLimit);

    /// <summary>A listener message as its rules want it sent: hop limit 1 behind a router alert.</summary>
    public static byte[] Mld(byte[] message, string source = Host, string destination = "ff02::16", int hopLimit = 1) =>
        Ipv6(0, Join(RouterAlert, WithChecksum(message, 2, Pseudo(source, destination, 58, message.Length))), source, destination, hopLimit);

    public static byte[] Udp(int source, int destination, byte[] payload, string from = "2001:db8::1", string to = "2001:db8::2")
    {
        var header = new byte[8];
        BinaryPrimitives.WriteUInt16BigEndian(header, (ushort)source);
        BinaryPrimitives.WriteUInt16BigEndian(header.AsSpan(2), (ushort)destination);
        BinaryPrimitives.WriteUInt16BigEndian(header.AsSpan(4), (ushort)(8 + payload.Length));
        return WithChecksum(Join(header, payload), 6, Pseudo(from, to, 17, 8 + payload.Length));
    }

    /// <param name="rest">From the sequence number on: twelve bytes and more.</param>
    public static byte[] Tcp(int flags, byte[]? options = null, byte[]? payload = null, int source = 54321, int destination = 443)
    {
        options ??= [];
        payload ??= [];
        var header = new byte[20];
        BinaryPrimitives.WriteUInt16BigEndian(header, (ushort)source);
        BinaryPrimitives.WriteUInt16BigEndian(header.AsSpan(2), (ushort)destination);
        header[7] = 1;
        header[12] = (byte)((20 + options.Length) << 2);
        header[13] = (byte)flags;
        header[14] = 0xfa;
        var segment = Join(header, options, payload);
        return WithChecksum(segment, 16, Pseudo("2001:db8::1", "2001:db8::2", 6, segment.Length));
    }

    public static byte[] Pseudo(string source, string destination, int protocol, int length)
    {
        var tail = new byte[8];
        BinaryPrimitives.WriteInt32BigEndian(tail, length);
        tail[7] = (byte)protocol;
        return Join(Address(source), Address(destination), tail);
    }

    /// <summary>The message with its checksum filled in; a sum that is not zero already is kept.</summary>
    public static byte[] WithChecksum(byte[] message, int offset, byte[]? pseudo = null)
    {
        if (message.Length < offset + 2 || message[offset] != 0 || message[offset + 1] != 0) return message;
        var result = message.ToArray();
        var sum = (ushort)~Checksum.Fold(Checksum.Add(Checksum.Add(0, pseudo), result));
        BinaryPrimitives.WriteUInt16BigEndian(result.AsSpan(offset), sum == 0 ? ushort.MaxValue : sum);
        return result;
    }

    public static Frame Frame(byte[] packet, long seconds = 0, int? originalLength = null) =>
        new(packet, originalLength ?? packet.Length, Timestamp.FromSeconds(seconds), LinkType.Raw);

    public static Dissection Dissect(byte[] packet) => new Dissector().Dissect(Frame(packet));

    /// <summary>What one dissector finds in all of them.</summary>
    public static HashSet<Anomaly> AnomaliesOf(params byte[][] packets)
    {
        var dissector = new Dissector();
        HashSet<Anomaly> found = [];
        foreach (var packet in packets)
            foreach (var anomaly in dissector.Dissect(Frame(packet)).Anomalies) found.Add(anomaly);
        return found;
    }

    public static string Line(byte[] packet)
    {
        var to = new ListingWriter();
        Listing.Summarize(Dissect(packet), to);
        return to.ToString();
    }

    public static string Block(byte[] packet)
    {
        var to = new ListingWriter();
        Listing.List(Dissect(packet), to);
        return to.ToString();
    }

    /// <summary>Cuts the packet at every length, as the wire's end and as the capture's, and turns every byte over: all of it is read and listed.</summary>
    public static void SurvivesEveryDamage(byte[] packet)
    {
        var isWhole = Dissect(packet).Stop.IsNone;
        for (var length = 0; length <= packet.Length; length++)
        {
            Read(packet[..length], length);
            var reason = Read(packet[..length], packet.Length);
            if (isWhole && reason == StopReason.Truncated) Assert.Fail($"the capture cut the packet to {length}, not the sender");
        }

        for (var i = 0; i < packet.Length; i++)
        {
            packet[i] ^= 0xff;
            Read(packet, packet.Length);
            packet[i] ^= 0xff;
        }
    }

    static StopReason Read(byte[] packet, int originalLength)
    {
        var d = new Dissector().Dissect(Frame(packet, originalLength: originalLength));
        var to = new ListingWriter();
        Listing.Summarize(d, to);
        Listing.List(d, to);
        Assert.InRange(d.Stop.Offset, 0, Math.Max(packet.Length, d.Buffer(1).Length));
        for (var i = 0; i < d.Count; i++) Assert.True(d[i].HeaderLength <= d[i].Length && d[i].Length <= d[i].DeclaredLength);
        return d.Stop.Reason;
    }
}
