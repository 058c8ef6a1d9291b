using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>Loss and duplicates as sequence numbers show them: those of RTP (RFC 3550 §5.1), or the continuity counters of an MPEG transport stream.</summary>
struct SequenceTrack
{
    /// <summary>A jump further than this is a new beginning (RFC 3550 §A.1), not loss.</summary>
    const int MaxDropout = 3000;

    /// <summary>After so many packets of another source in a row, that one is followed.</summary>
    const int Others = 16;

    const int MaxPids = 8;
    const int NullPid = 0x1fff;

    Pids _pids;
    Continuity _continuity;
    ulong _window;
    uint _source;
    ushort _sequence;
    byte _pidCount;
    byte _others;

    /// <summary>Numbered packets that arrived, RTP or transport packets.</summary>
    public long Received;
    public long Missing;
    public long Duplicates;

    public void AddRtp(ReadOnlySpan<byte> payload)
    {
        if (payload.Length < RtpHeader.Length || payload[0] >> 6 != 2) return;
        var (sequence, source) = (BinaryPrimitives.ReadUInt16BigEndian(payload[2..]), BinaryPrimitives.ReadUInt32BigEndian(payload[8..]));
        if (Received > 0 && source != _source && ++_others < Others) return;
        if (Received == 0 || source != _source)
        {
            (_source, _sequence, _window, _others) = (source, sequence, 1, 0);
            Received++;
            return;
        }

        _others = 0;
        Follow(sequence);
    }

    void Follow(ushort sequence)
    {
        var ahead = (ushort)(sequence - _sequence);
        if (ahead is > 0 and < MaxDropout)
        {
            Missing += ahead - 1;
            _window = ahead >= 64 ? 1 : (_window << ahead) | 1;
            _sequence = sequence;
        }
        else if ((ushort)(_sequence - sequence) is var behind && behind < 64)
        {
            if ((_window >> behind & 1) != 0)
            {
                Duplicates++;
                return;
            }

            // It came late after all.
            _window |= 1UL << behind;
            if (Missing > 0) Missing--;
        }
        else (_sequence, _window) = (sequence, 1);

        Received++;
    }

    public void AddTs(ReadOnlySpan<byte> packets)
    {
        for (; packets.Length >= ContentOf.TsPacket; packets = packets[ContentOf.TsPacket..]) AddTsPacket(packets);
    }

    void AddTsPacket(ReadOnlySpan<byte> packet)
    {
        var pid = BinaryPrimitives.ReadUInt16BigEndian(packet[1..]) & NullPid;
        var hasPayload = (packet[3] & 0x10) != 0;
        if (pid == NullPid || !hasPayload) return;
        var counter = (byte)(packet[3] & 0xf);
        var at = Find((ushort)pid);
        if (at < 0) return;
        Received++;
        var restarts = (packet[3] & 0x20) != 0 && packet[4] > 0 && (packet[5] & 0x80) != 0;
        var known = _continuity[at];
        _continuity[at] = (byte)(counter | 0x10);
        if ((known & 0x10) == 0 || restarts) return;
        var step = counter - known & 0xf;
        if (step == 0) Duplicates++;
        else Missing += step - 1;
    }

    int Find(ushort pid)
    {
        for (var i = 0; i < _pidCount; i++)
            if (_pids[i] == pid) return i;
        if (_pidCount == MaxPids) return -1;
        (_pids[_pidCount], _continuity[_pidCount]) = (pid, 0);
        return _pidCount++;
    }

    [InlineArray(MaxPids)]
    struct Pids
    {
        ushort _first;
    }

    [InlineArray(MaxPids)]
    struct Continuity
    {
        byte _first;
    }
}
