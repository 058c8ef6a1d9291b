namespace Kansatsu.Wire;

/// <summary>
/// What 6LoWPAN needs memory for: datagrams that wait for their fragments, and one that was decompressed. Bounded in datagrams, bytes and
/// time; at the bound the oldest datagram goes.
/// </summary>
sealed class LowpanBuffers
{
    /// <summary>Datagrams waiting at once: few enough to look through them all.</summary>
    public const int MaxDatagrams = 64;

    /// <summary>Bytes that a compressed datagram may have when decompressed: a frame has 2,047 at most (IEEE 802.15.4g).</summary>
    public const int MaxPacket = 4096;

    /// <summary>A datagram is given up this long after its first fragment (RFC 4944 §5.3).</summary>
    public const long TimeoutNanoseconds = 60 * Timestamp.PerSecond;

    readonly List<LowpanDatagram> _datagrams = [];
    byte[] _packet = [];

    /// <summary>For one decompressed packet of the frame that is being read.</summary>
    public Span<byte> Packet => _packet.Length > 0 ? _packet : _packet = new byte[MaxPacket];

    /// <param name="total">Bytes of the whole datagram; -1 when this fragment does not say.</param>
    /// <param name="isElided">The sender left its UDP checksum out.</param>
    /// <param name="whole">The datagram when this fragment completed it; valid until the next fragment.</param>
    public Anomaly Add(
        in LowpanKey key, Timestamp time, int offset, scoped ReadOnlySpan<byte> piece, int total, bool isElided, out LowpanDatagram? whole)
    {
        whole = null;
        if (piece.IsEmpty) return Anomaly.FragmentLengthInvalid;
        var problem = Anomaly.None;
        var waiting = Find(key, time, ref problem) ?? Begin(key, time, ref problem);
        var trouble = waiting.Add(offset, piece, total);
        waiting.HasElidedChecksum |= isElided;
        if (trouble != Anomaly.None) problem = trouble;
        if (!waiting.IsComplete) return problem;
        waiting.End();
        whole = waiting;
        return problem;
    }

    /// <summary>The sender gives the datagram up (RFC 8931 §5.1: fragment size 0).</summary>
    public void Abandon(in LowpanKey key)
    {
        foreach (var datagram in _datagrams)
            if (datagram.IsWaiting && datagram.Key == key) datagram.End();
    }

    LowpanDatagram? Find(in LowpanKey key, Timestamp now, ref Anomaly problem)
    {
        LowpanDatagram? found = null;
        foreach (var datagram in _datagrams)
        {
            if (!datagram.IsWaiting) continue;
            if (now.Since(datagram.Started) > TimeoutNanoseconds)
            {
                datagram.End();
                problem = Anomaly.FragmentTimeout;
            }
            else if (datagram.Key == key) found = datagram;
        }

        return found;
    }

    LowpanDatagram Begin(in LowpanKey key, Timestamp time, ref Anomaly problem)
    {
        LowpanDatagram? chosen = null;
        foreach (var datagram in _datagrams)
        {
            if (chosen is { IsWaiting: false }) break;
            if (chosen == null || !datagram.IsWaiting || datagram.Started < chosen.Started) chosen = datagram;
        }

        if (chosen is not { IsWaiting: false })
        {
            if (_datagrams.Count < MaxDatagrams) _datagrams.Add(chosen = new LowpanDatagram());
            else problem = Anomaly.FragmentLimit;
        }

        chosen!.Begin(key, time);
        return chosen;
    }
}
