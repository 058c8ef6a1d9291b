using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>One sender to one group and port on one interface: its rhythm of keep-alives and the telegrams that came in it.</summary>
public sealed class EewStream
{
    /// <summary>The service sends a burst every 30 s.</summary>
    public const int PeriodSeconds = 30;

    /// <summary>And every packet three times.</summary>
    public const int Copies = 3;

    /// <summary>A gap longer than this has missed a burst.</summary>
    internal const long MostSilence = 45 * Timestamp.PerSecond;

    internal const long BurstGap = Timestamp.PerSecond;
    const long PeriodTolerance = 3 * Timestamp.PerSecond;
    const int MaxValues = 8;

    readonly List<EewReport> _reports = [];
    readonly List<byte> _hopLimits = [];
    readonly List<MacAddress> _linkSources = [];
    Timestamp _burst;
    Timestamp _heard;
    int _burstCopies;
    int _chain;
    int _pending;
    long _periods;
    long _periodSum;

    internal EewStream(int @interface, Ipv6Address source, Ipv6Address group, ushort port, Timestamp first) =>
        (Interface, Source, Group, Port, First, Last, _heard) = (@interface, source, group, port, first, first, first);

    public int Interface { get; }

    public Ipv6Address Source { get; }

    public Ipv6Address Group { get; }

    public ushort Port { get; }

    public Timestamp First { get; }

    public Timestamp Last { get; private set; }

    /// <summary>Packets that only say that the channel lives.</summary>
    public long KeepAlives { get; private set; }

    /// <summary>Their groups of copies.</summary>
    public long Bursts { get; private set; }

    /// <summary>Bursts, without the first and the last, of another number of copies than three.</summary>
    public long OddBursts { get; private set; }

    /// <summary>Times between bursts that are no multiple of 30 s.</summary>
    public long OddPeriods { get; private set; }

    /// <summary>Keep-alives with content or a wrong length.</summary>
    public long Irregular { get; private set; }

    /// <summary>Mean time between neighbouring bursts; null with fewer than two.</summary>
    public double? Period => _periods == 0 ? null : _periodSum / (double)_periods / Timestamp.PerSecond;

    /// <summary>Copies of a burst, from the second on; null with none that is whole.</summary>
    public int? Burst => Bursts >= 2 ? FullBurst : null;

    /// <summary>Hop limits of the keep-alives, at most eight.</summary>
    public IReadOnlyList<byte> HopLimits => _hopLimits;

    /// <summary>Link-layer senders of the keep-alives, at most eight.</summary>
    public IReadOnlyList<MacAddress> LinkSources => _linkSources;

    public IReadOnlyList<EewReport> Reports => _reports;

    internal EewBeat? Beat { get; private set; }

    int FullBurst { get; set; }

    /// <summary>A keep-alive: the rhythm goes on, and the telegrams since the last one were followed by it.</summary>
    internal void Hear(in EewBeat beat, bool isRegular)
    {
        if (KeepAlives++ == 0 || beat.Time.Since(Last) > BurstGap) BeginBurst(beat.Time);
        else _burstCopies++;
        if (!isRegular) Irregular++;
        Keep(beat);
        var isUnbroken = beat.Time.Since(_heard) <= MostSilence;
        for (; _pending < _reports.Count; _pending++)
        {
            _reports[_pending].After = beat;
            _reports[_pending].HeardAfter = isUnbroken && _pending >= _chain;
        }

        (Last, _heard, Beat) = (beat.Time, beat.Time, beat);
    }

    internal void Add(EewReport report)
    {
        report.Before = Beat;
        report.HeardBefore = KeepAlives + _reports.Count > 0 && report.First.Since(_heard) <= MostSilence;
        if (!report.HeardBefore) _chain = _reports.Count;
        _heard = report.First;
        _reports.Add(report);
    }

    void BeginBurst(Timestamp time)
    {
        if (Bursts > 0)
        {
            var period = time.Since(_burst);
            var apart = period % (PeriodSeconds * Timestamp.PerSecond);
            if (apart > PeriodTolerance && apart < (PeriodSeconds * Timestamp.PerSecond) - PeriodTolerance) OddPeriods++;
            if (period < 2 * PeriodSeconds * Timestamp.PerSecond - PeriodTolerance) (_periods, _periodSum) = (_periods + 1, _periodSum + period);
        }

        if (Bursts > 1)
        {
            if (_burstCopies != Copies) OddBursts++;
            FullBurst = _burstCopies;
        }
        else if (Bursts == 1) FullBurst = _burstCopies;

        Bursts++;
        (_burst, _burstCopies) = (time, 1);
    }

    void Keep(in EewBeat beat)
    {
        if (_hopLimits.Count < MaxValues && !_hopLimits.Contains(beat.HopLimit)) _hopLimits.Add(beat.HopLimit);
        if (_linkSources.Count < MaxValues && !beat.LinkSource.IsNone && !_linkSources.Contains(beat.LinkSource)) _linkSources.Add(beat.LinkSource);
    }
}
