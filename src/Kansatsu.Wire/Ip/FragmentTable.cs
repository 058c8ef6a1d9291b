using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Kansatsu.Wire;

/// <summary>
/// Packets that wait for their fragments. Strict as RFC 5722 wants: an overlap discards the packet and whatever of it comes later; an exact
/// repeat is ignored. Bounded in packets, bytes and time; at the bound the oldest packet goes and is counted.
/// </summary>
public sealed class FragmentTable
{
    /// <summary>Packets waiting at once.</summary>
    public const int MaxPackets = 2048;

    /// <summary>Bytes held for waiting packets.</summary>
    public const int MaxBytes = 32 << 20;

    /// <summary>A packet is given up this long after its first fragment (RFC 8200 §4.5).</summary>
    public const long TimeoutNanoseconds = 60 * Timestamp.PerSecond;

    readonly FragmentIndex _index = new();
    readonly List<FragmentedPacket> _completed = [];
    readonly Stack<FragmentedPacket> _spare = new();
    FragmentedPacket? _oldest;
    FragmentedPacket? _newest;
    Timestamp _oldestStarted;
    long _bytes;
    bool _hasCompleted;

    public long Completed { get; private set; }

    public long TimedOut { get; private set; }

    /// <summary>Waiting packets given up because a bound was reached.</summary>
    public long Evicted { get; private set; }

    public int Waiting { get; private set; }

    /// <summary>Buffers of packets completed in the frame before may be used again.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void BeginFrame()
    {
        if (_hasCompleted) Recycle();
    }

    /// <param name="packet">The whole payload when this fragment completed it, else empty; valid until the next frame.</param>
    /// <param name="protocol">What the first fragment says follows.</param>
    internal Anomaly Add(
        scoped in FragmentKey key, Timestamp time, int offset, bool more, byte nextHeader, scoped ReadOnlySpan<byte> payload,
        out ReadOnlySpan<byte> packet, out byte protocol)
    {
        packet = default;
        protocol = nextHeader;
        var problem = Expire(time);
        if (offset + payload.Length > FragmentedPacket.MaxLength) return Anomaly.FragmentTooLarge;
        // Such a fragment is discarded (RFC 8200 §4.5): it begins no packet either, so a flood of them pushes none out that waits.
        if (!FragmentedPacket.IsLegalLength(payload.Length, more)) return Anomaly.FragmentLengthInvalid;
        var hash = key.GetHashCode();
        var waiting = _index.Find(key, hash);
        if (waiting is null)
        {
            if (!MakeRoom()) problem = Anomaly.FragmentLimit;
            waiting = _spare.TryPop(out var spare) ? spare : new FragmentedPacket();
            waiting.Begin(key, hash, time);
            Await(waiting);
        }

        if (waiting.IsDiscarded) return Anomaly.FragmentIgnored;
        var before = waiting.Capacity;
        if (offset == 0) waiting.Protocol = nextHeader;
        var trouble = waiting.Add(offset, more, payload);
        _bytes += waiting.Capacity - before;
        if (_bytes > MaxBytes)
        {
            MakeRoomBeside(waiting);
            problem = Anomaly.FragmentLimit;
        }

        if (trouble != Anomaly.None) return trouble;
        if (!waiting.IsComplete) return problem;

        Forget(waiting);
        _completed.Add(waiting);
        _hasCompleted = true;
        Completed++;
        packet = waiting.Payload;
        protocol = waiting.Protocol;
        return problem;
    }

    bool MakeRoom()
    {
        if (Waiting < MaxPackets && _bytes < MaxBytes) return true;
        while (_oldest is { } oldest && (Waiting >= MaxPackets || _bytes >= MaxBytes))
        {
            Drop(oldest);
            Evicted++;
        }

        return false;
    }

    /// <summary>A packet grew: older ones make room for it.</summary>
    void MakeRoomBeside(FragmentedPacket growing)
    {
        while (_bytes > MaxBytes && _oldest is { } oldest && oldest != growing)
        {
            Drop(oldest);
            Evicted++;
        }
    }

    Anomaly Expire(Timestamp now)
    {
        var result = Anomaly.None;
        while (_oldest is { } oldest && now.Since(_oldestStarted) > TimeoutNanoseconds)
        {
            if (!oldest.IsDiscarded)
            {
                TimedOut++;
                result = Anomaly.FragmentTimeout;
            }

            Drop(oldest);
        }

        return result;
    }

    void Drop(FragmentedPacket packet)
    {
        Forget(packet);
        Recycle(packet);
    }

    /// <summary>The newest of the waiting.</summary>
    void Await(FragmentedPacket packet)
    {
        _index.Add(packet);
        Waiting++;
        packet.Before = _newest;
        if (_newest is { } last) last.After = packet;
        else LeadWith(packet);
        _newest = packet;
    }

    void Forget(FragmentedPacket packet)
    {
        _index.Remove(packet);
        Waiting--;
        if (packet.After is { } after) after.Before = packet.Before;
        else _newest = packet.Before;
        if (packet.Before is { } before) before.After = packet.After;
        else LeadWith(packet.After);
        packet.Before = packet.After = null;
        _bytes -= packet.Capacity;
    }

    void LeadWith(FragmentedPacket? oldest)
    {
        _oldest = oldest;
        if (oldest is not null) _oldestStarted = oldest.Started;
    }

    void Recycle()
    {
        foreach (var packet in CollectionsMarshal.AsSpan(_completed)) Recycle(packet);
        _completed.Clear();
        _hasCompleted = false;
    }

    void Recycle(FragmentedPacket packet)
    {
        packet.Release();
        if (_spare.Count < MaxPackets) _spare.Push(packet);
    }
}
