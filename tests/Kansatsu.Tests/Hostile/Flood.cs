using System.Buffers.Binary;
using Kansatsu.Analysis;
using Kansatsu.Wire;

namespace Kansatsu.Tests.Hostile;

/// <summary>A table of flows under a flood from addresses that never repeat: who was answered stays, nothing is lost from the sums.</summary>
[Collection(Alone.Name)]
public class Flood
{
    const int Capacity = 20_000;
    const int Conversations = 50;
    const int Frames = 400_000;

    /// <summary>Each conversation goes on once in so many flood frames.</summary>
    const int Every = 100;

    /// <summary>20,000 flows of 192 bytes, and address sets, sweeps and indexes at their own bounds.</summary>
    const long MemoryCap = 64L << 20;

    const int Syn = 0x02;
    const int SynAck = 0x12;
    const int Ack = 0x10;

    readonly Observer _observer = new(new ObserverOptions { FlowCapacity = Capacity, HashSeed = 7 });
    readonly Random _random = new(2001);
    readonly byte[] _frame = new byte[14 + 40 + 20];
    long _sent;

    [Fact]
    public void Fifty_conversations_outlive_four_hundred_thousand_strangers()
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var i = 0; i < Conversations; i++)
        {
            Say(i, isOut: true, Syn);
            Say(i, isOut: false, SynAck);
            Say(i, isOut: true, Ack);
        }

        for (var i = 0; i < Frames; i++)
        {
            Strange(i);
            if (i % Every != 0) continue;
            Say(i / Every % Conversations, isOut: true, Ack);
            Say(i / Every % Conversations, isOut: false, Ack);
        }

        var grown = GC.GetTotalMemory(forceFullCollection: true) - before;
        var each = (uint)(Frames / Every / Conversations);
        Assert.Equal(Conversations, Known(2 + each, 1 + each));
        Assert.True(_observer.Flows.Count <= Capacity, $"{_observer.Flows.Count} flows");
        Assert.Equal(_observer.Flows.Begun, _observer.Flows.Count + _observer.Flows.Evicted);
        Assert.Equal((uint)(Conversations + Frames), _observer.Flows.Begun);
        var shares = _observer.Causes.Shares();
        Assert.Equal(_sent, shares.Sum(s => s.Packets));
        Assert.Equal(_observer.Flows.Begun, shares.Sum(s => s.Flows));
        Assert.True(grown < MemoryCap, $"{grown >> 20} MiB");
    }

    /// <summary>How many of the conversations are there with all of their packets in both directions.</summary>
    int Known(uint packetsOut, uint packetsBack)
    {
        var known = 0;
        for (var i = 0; i < _observer.Flows.Count; i++)
        {
            ref readonly var flow = ref _observer.Flows[i];
            if (flow.Number <= Conversations && flow.ResponderPort == 443 && flow.PacketsOut == packetsOut && flow.PacketsBack == packetsBack) known++;
        }

        return known;
    }

    /// <summary>A packet of a conversation between 2001:db8:1::x and 2001:db8:2::x.</summary>
    void Say(int which, bool isOut, int flags)
    {
        Header(6, 20);
        var here = _frame.AsSpan(22, 16);
        var there = _frame.AsSpan(38, 16);
        Address(isOut ? here : there, 1, (ulong)which);
        Address(isOut ? there : here, 2, (ulong)which);
        Ports(isOut ? 50_000 + which : 443, isOut ? 443 : 50_000 + which);
        _frame[66] = 5 << 4;
        _frame[67] = (byte)flags;
        Send();
    }

    /// <summary>A connection attempt or a datagram from an address that was never seen before.</summary>
    void Strange(int number)
    {
        var isTcp = (number & 1) == 0;
        Header(isTcp ? 6 : 17, 20);
        _random.NextBytes(_frame.AsSpan(22, 32));
        _frame[22] = _frame[38] = 0x20;
        BinaryPrimitives.WriteInt32BigEndian(_frame.AsSpan(26), number);
        Ports(_random.Next(1024, 65_536), _random.Next(1, 65_536));
        if (isTcp)
        {
            _frame[66] = 5 << 4;
            _frame[67] = Syn;
        }
        else _frame[59] = 20;

        Send();
    }

    void Header(int next, int length)
    {
        _frame.AsSpan().Clear();
        _frame[12] = 0x86;
        _frame[13] = 0xdd;
        _frame[14] = 0x60;
        _frame[19] = (byte)length;
        _frame[20] = (byte)next;
        _frame[21] = 64;
    }

    static void Address(Span<byte> to, int network, ulong host)
    {
        BinaryPrimitives.WriteUInt64BigEndian(to, 0x2001_0db8_0000_0000 | ((ulong)network << 16));
        BinaryPrimitives.WriteUInt64BigEndian(to[8..], host + 1);
    }

    void Ports(int source, int destination)
    {
        BinaryPrimitives.WriteUInt16BigEndian(_frame.AsSpan(54), (ushort)source);
        BinaryPrimitives.WriteUInt16BigEndian(_frame.AsSpan(56), (ushort)destination);
    }

    void Send()
    {
        _sent++;
        _observer.Observe(new Frame(_frame, _frame.Length, new Timestamp(_sent * 1000), LinkType.Ethernet, _sent));
    }
}
