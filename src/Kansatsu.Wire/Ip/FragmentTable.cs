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

    readonly Dictionary<FragmentKey, FragmentedPacket> _packets = [];
    readonly LinkedList<FragmentedPacket> _byAge = new();
    readonly List<FragmentedPacket> _completed = [];
    readonly Stack<FragmentedPacket> _spare = new();
    long _bytes;

    public long Completed { get; private set; }

    public long TimedOut { get; private set; }

    /// <summary>Waiting packets given up because a bound was reached.</summary>
    public long Evicted { get; private set; }

    public int Waiting => _packets.Count;

    /// <summary>Buffers of packets completed in the frame before may be used again.</summary>
    internal void BeginFrame()
    {
        if (_completed.Count == 0) return;
        foreach (var packet in CollectionsMarshal.AsSpan(_completed)) Recycle(packet);
        _completed.Clear();
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
        if (!_packets.TryGetValue(key, out var waiting))
        {
            if (!MakeRoom()) problem = Anomaly.FragmentLimit;
            waiting = _spare.TryPop(out var spare) ? spare : new FragmentedPacket();
            waiting.Begin(key, time);
            _packets.Add(key, waiting);
            _byAge.AddLast(waiting.Node);
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
        Completed++;
        packet = waiting.Payload;
        protocol = waiting.Protocol;
        return problem;
    }

    bool MakeRoom()
    {
        if (_packets.Count < MaxPackets && _bytes < MaxBytes) return true;
        while (_byAge.First is { } oldest && (_packets.Count >= MaxPackets || _bytes >= MaxBytes))
        {
            Drop(oldest.Value);
            Evicted++;
        }

        return false;
    }

    /// <summary>A packet grew: older ones make room for it.</summary>
    void MakeRoomBeside(FragmentedPacket growing)
    {
        while (_bytes > MaxBytes && _byAge.First is { } oldest && oldest.Value != growing)
        {
            Drop(oldest.Value);
            Evicted++;
        }
    }

    Anomaly Expire(Timestamp now)
    {
        var result = Anomaly.None;
        while (_byAge.First is { } oldest && now.Since(oldest.Value.Started) > TimeoutNanoseconds)
        {
            if (!oldest.Value.IsDiscarded)
            {
                TimedOut++;
                result = Anomaly.FragmentTimeout;
            }

            Drop(oldest.Value);
        }

        return result;
    }

    void Drop(FragmentedPacket packet)
    {
        Forget(packet);
        Recycle(packet);
    }

    void Forget(FragmentedPacket packet)
    {
        _packets.Remove(packet.Key);
        _byAge.Remove(packet.Node);
        _bytes -= packet.Capacity;
    }

    void Recycle(FragmentedPacket packet)
    {
        packet.Release();
        if (_spare.Count < MaxPackets) _spare.Push(packet);
    }
}
