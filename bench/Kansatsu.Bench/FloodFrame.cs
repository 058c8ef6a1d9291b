using System.Buffers.Binary;
using Kansatsu.Wire;

namespace Kansatsu.Bench;

/// <summary>Builds the frames of <see cref="Flood"/> in one buffer; each is valid until the next.</summary>
sealed class FloodFrame
{
    const int Ip = 14;
    const int Upper = Ip + 40;
    const byte Tcp = 6;
    const byte Udp = 17;
    const byte Icmpv6 = 58;
    const int SegmentLength = 100;

    static readonly Ipv6Address s_home = Ipv6Address.Parse("2001:db8:1::10");
    static readonly Ipv6Address s_server = Ipv6Address.Parse("2001:db8:2::1");

    readonly byte[] _frame = new byte[Upper + 20 + SegmentLength];

    public FloodFrame()
    {
        Convert.FromHexString("0200000000100200000000fe86dd60").CopyTo(_frame, 0);
        _frame[Ip + 7] = 57;
    }

    /// <summary>From anywhere in 2000::/3 to the home host: a TCP opening, a UDP datagram or an echo request.</summary>
    public ReadOnlySpan<byte> Random(Random random)
    {
        var source = new Ipv6Address((ulong)random.NextInt64() >> 2 | 0x2000_0000_0000_0000, (ulong)random.NextInt64());
        var upper = _frame.AsSpan(Upper);
        upper.Clear();
        var ports = (uint)random.NextInt64(1 << 26, 1L << 32);
        BinaryPrimitives.WriteUInt32BigEndian(upper, ports | 1);
        switch (random.Next(3))
        {
            case 0:
                TcpHeader(upper, (uint)random.Next(), 0, flags: 0x02);
                return Finish(source, s_home, Tcp, 20, checksumAt: 16);
            case 1:
                upper[5] = 16;
                return Finish(source, s_home, Udp, 16, checksumAt: 6);
            default:
                BinaryPrimitives.WriteUInt64BigEndian(upper, 0x8000_0000_0000_0001 | (ulong)(ports & 0xffff) << 16);
                return Finish(source, s_home, Icmpv6, 16, checksumAt: 2);
        }
    }

    /// <summary>Packet number <paramref name="turn"/> of a long connection: SYN, SYN ACK, ACK, then a hundred bytes each way in turn.</summary>
    public ReadOnlySpan<byte> LongFlow(int flow, long turn)
    {
        var upper = _frame.AsSpan(Upper);
        upper.Clear();
        var fromHome = turn % 2 == 0;
        var server = new Ipv6Address(s_server.High, s_server.Low + (ulong)flow);
        var client = (ushort)(50000 + flow);
        BinaryPrimitives.WriteUInt16BigEndian(upper, fromHome ? client : (ushort)443);
        BinaryPrimitives.WriteUInt16BigEndian(upper[2..], fromHome ? (ushort)443 : client);
        // After the handshake turn 3, 5, … carry the server's bytes and turn 4, 6, … the client's.
        var sentHere = Math.Max(0, turn - 3) / 2 * SegmentLength;
        var sentThere = Math.Max(0, turn - 2) / 2 * SegmentLength;
        if (turn < 2) TcpHeader(upper, 1000, turn == 0 ? 0u : 1001, turn == 0 ? (byte)0x02 : (byte)0x12);
        else TcpHeader(upper, (uint)(1001 + sentHere), (uint)(1001 + sentThere), flags: 0x10);
        var length = turn < 3 ? 20 : 20 + SegmentLength;
        return Finish(fromHome ? s_home : server, fromHome ? server : s_home, Tcp, length, checksumAt: 16);
    }

    static void TcpHeader(Span<byte> upper, uint sequence, uint acknowledgment, byte flags)
    {
        BinaryPrimitives.WriteUInt32BigEndian(upper[4..], sequence);
        BinaryPrimitives.WriteUInt32BigEndian(upper[8..], acknowledgment);
        upper[12] = 5 << 4;
        upper[13] = flags;
        upper[14] = 0xff;
    }

    ReadOnlySpan<byte> Finish(Ipv6Address source, Ipv6Address destination, byte protocol, int length, int checksumAt)
    {
        BinaryPrimitives.WriteUInt16BigEndian(_frame.AsSpan(Ip + 4), (ushort)length);
        _frame[Ip + 6] = protocol;
        source.Write(_frame.AsSpan(Ip + 8));
        destination.Write(_frame.AsSpan(Ip + 24));
        var message = _frame.AsSpan(Upper, length);
        var sum = Checksum.Word(protocol) + Checksum.Word((ushort)length);
        sum = Checksum.Add(Checksum.Add(sum, _frame.AsSpan(Ip + 8, 32)), message);
        var checksum = (ushort)~Checksum.Fold(sum);
        BinaryPrimitives.WriteUInt16BigEndian(message[checksumAt..], checksum == 0 && protocol == Udp ? (ushort)0xffff : checksum);
        return _frame.AsSpan(0, Upper + length);
    }
}
