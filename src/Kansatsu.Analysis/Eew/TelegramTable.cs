using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>
/// Earthquake Early Warning telegrams and the streams that carry them. Copies are folded; a repetition after the burst is a telegram of its own and
/// says what it repeats. When a bound is reached, new telegrams are refused and counted. An observation, not for the protection of life.
/// </summary>
public sealed class TelegramTable
{
    public const int MaxStreams = 1024;
    public const int MaxReports = 4096;
    public const int MaxBytes = 8 * 1024 * 1024;

    /// <summary>Copies come about 52 ms apart; what comes this long after the last one is no copy.</summary>
    internal const long CopyGap = 2 * Timestamp.PerSecond;

    readonly Counters _counters;
    readonly List<EewStream> _streams = [];
    readonly List<EewReport> _reports = [];
    readonly SlotIndex _streamIndex = new();
    readonly SlotIndex _reportIndex = new();
    int _bytes;
    long _version;
    long _judged = -1;

    internal TelegramTable(Counters counters) => _counters = counters;

    /// <summary>Telegrams, copies folded.</summary>
    public int Count => _reports.Count;

    public IReadOnlyList<EewStream> Streams => _streams;

    /// <summary>Times that a new telegram or stream found no room.</summary>
    public long Refused { get; private set; }

    /// <summary>All telegrams in the order in which they came, judged by everything seen so far.</summary>
    public IReadOnlyList<EewReport> Judge()
    {
        if (_judged == _version) return _reports;
        _judged = _version;
        EewJudge.Judge(_reports, _streams, _counters.First, _counters.Last);
        return _reports;
    }

    /// <summary>The earthquakes that the telegrams speak of, in the order in which they were first told.</summary>
    public IReadOnlyList<EewEvent> Events() => EewEvent.Of(Judge(), _counters.Last);

    /// <summary>A datagram for which <see cref="EewFrame.MayCarry"/> holds.</summary>
    internal void Observe(in Dissection d, in Layer udp, in PacketFacts facts)
    {
        var payload = d.PayloadOf(udp);
        if (!EewFrame.TryRead(payload, out var frame)) return;
        var header = d.HeaderOf(udp);
        var (from, to) = ((ushort)((header[0] << 8) | header[1]), (ushort)((header[2] << 8) | header[3]));
        if (Meet(facts, to) is not { } stream) return;
        _version++;
        if (frame.IsKeepAlive) stream.Hear(new EewBeat(facts.Time, facts.HopLimit, facts.LinkSource, from), IsRegular(frame));
        else Take(frame, udp.DeclaredLength - udp.HeaderLength, stream, facts, from, udp.Checksum);
    }

    static bool IsRegular(in EewFrame frame) =>
        frame.Bytes.Length == EewFrame.OcnLength && frame.OuterLength == EewFrame.OcnLength && frame.IsTypeKnown
        && frame.Ident.IndexOfAnyExcept((byte)0) < 0;

    EewStream? Meet(in PacketFacts facts, ushort port)
    {
        var hash = _streamIndex.Hash.Of(facts.Source, facts.Destination.Low ^ facts.Destination.High ^ ((ulong)port << 32) ^ (uint)facts.Interface);
        var candidates = _streamIndex.Find(hash);
        while (candidates.MoveNext())
        {
            var known = _streams[candidates.Current];
            if (known.Source == facts.Source && known.Group == facts.Destination && known.Port == port && known.Interface == facts.Interface) return known;
        }

        if (_streams.Count >= MaxStreams)
        {
            Refused++;
            return null;
        }

        var stream = new EewStream(facts.Interface, facts.Source, facts.Destination, port, facts.Time);
        _streamIndex.Add(hash, _streams.Count);
        _streams.Add(stream);
        return stream;
    }

    void Take(in EewFrame frame, int declaredLength, EewStream stream, in PacketFacts facts, ushort sourcePort, ChecksumVerdict checksum)
    {
        var hash = _reportIndex.Hash.Of(frame.KeyRest) ^ _reportIndex.Hash.Of(stream.Source, stream.Port);
        var known = Find(frame, hash, stream);
        if (known is not null && facts.Time.Since(known.Last) is <= CopyGap and >= -CopyGap)
        {
            known.AddCopy(facts, checksum);
            return;
        }

        // However often the old is sent again, it is one repetition that grows.
        if (known?.Replayed is { } again)
        {
            again.AddCopy(facts, checksum);
            return;
        }

        if (_reports.Count >= MaxReports || _bytes + frame.Bytes.Length > MaxBytes)
        {
            Refused++;
            return;
        }

        var report = EewReport.Of(frame.Bytes, declaredLength, stream, facts, sourcePort, known);
        report.AddCopy(facts, checksum);
        _bytes += frame.Bytes.Length;
        if (known is not null) known.Replayed = report;
        else _reportIndex.Add(hash, _reports.Count);
        _reports.Add(report);
        stream.Add(report);
    }

    EewReport? Find(in EewFrame frame, uint hash, EewStream stream)
    {
        var candidates = _reportIndex.Find(hash);
        while (candidates.MoveNext())
        {
            var known = _reports[candidates.Current];
            if (known.Stream != stream || !EewFrame.TryRead(known.Payload, out var its)) continue;
            if (its.KeyRest.SequenceEqual(frame.KeyRest) && its.KeyFirst.SequenceEqual(frame.KeyFirst)) return known;
        }

        return null;
    }
}
