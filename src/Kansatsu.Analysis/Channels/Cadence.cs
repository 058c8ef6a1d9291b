using System.Numerics;
using System.Runtime.CompilerServices;
using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>
/// The beat of a stream as it is learnt packet by packet, in constant memory: bursts of a number of packets, an inner gap apart, once a period. Lost
/// packets and lost bursts do not disturb it; a beat that no longer fits is learnt anew.
/// </summary>
struct Cadence
{
    /// <summary>More whole bursts missing in a row than this are a pause, not loss.</summary>
    const int MostMissing = 8;

    /// <summary>So many bursts off the beat in a row, or half of the last twelve, or so many in a row that left out beats, are a new beat.</summary>
    const int MostMisses = 4;
    const int MostRecentMisses = 6;
    const int RecentMask = 0xfff;
    const int MostThinned = 6;

    /// <summary>A beat is known for certain after so many fits.</summary>
    const int FirmHits = 8;
    const int FirmVotes = 6;
    const int MostVotes = 12;

    const long SlackForJitter = 30_000_000;
    const long LeastPatience = 5 * Timestamp.PerSecond / 2;
    const uint FadeAt = 4096;

    long _span;
    uint _spanGaps;
    ushort _sizeCandidate;
    byte _votes;
    byte _misses;
    long _last;
    long _burstAt;
    long _anchor;
    long _threshold;
    long _time;
    uint _cycles;
    uint _seen;
    float _jitter;
    ushort _size;
    ushort _outcomes;
    byte _hits;
    byte _missesInRow;
    byte _thinnedInRow;
    byte _recentCount;
    byte _mostSkipped;
    byte _asked;
    GapHistogram _gaps;
    Intervals _recent;

    /// <summary>Bursts that began so far.</summary>
    public uint Bursts;

    /// <summary>Packets of bursts that were seen in part, and whole bursts that were not seen.</summary>
    public uint MissingPackets;
    public uint MissingBursts;

    /// <summary>Packets beyond the size of their burst.</summary>
    public uint ExtraPackets;

    /// <summary>At least three bursts came at the same distance, and few did not.</summary>
    public readonly bool IsRegular => _cycles > 0 && _hits >= 3 && _hits >= 3 * _misses;

    public readonly bool IsFirm => IsRegular && _hits >= FirmHits;

    /// <summary>Nanoseconds from burst to burst; 0 while there is no beat.</summary>
    public readonly long Period => _cycles == 0 ? 0 : _time / _cycles;

    /// <summary>Packets of a whole burst; 1 when packets come one by one, 0 when bursts are of any size.</summary>
    public readonly int Burst => _threshold == 0 ? 1 : _votes >= 2 || Bursts <= 2 ? Math.Max((ushort)1, _votes > 0 ? _sizeCandidate : _size) : 0;

    public readonly bool HasFirmBurst => _threshold != 0 && _votes >= FirmVotes;

    /// <summary>A longer gap begins a new burst; 0 while every packet is one.</summary>
    public readonly long Threshold => _threshold;

    /// <summary>Nanoseconds between the packets of a burst; 0 when there is nothing between.</summary>
    public readonly long Gap => _spanGaps == 0 ? 0 : _span / _spanGaps;

    /// <summary>Nanoseconds that bursts are off the beat, in the mean.</summary>
    public readonly long Jitter => (long)_jitter;

    /// <summary>Where in the period bursts begin, counted from the epoch: two streams of one sender beat together or not.</summary>
    public readonly long Phase => Period == 0 ? 0 : _anchor % Period;

    /// <summary>
    /// Silence of so many nanoseconds is a stop: two and a half periods, and three where a beat is a single packet; on a stream that lost whole bursts
    /// before, two more than it ever lost in a row. 0 while there is no beat to miss.
    /// </summary>
    public readonly long Patience
    {
        get
        {
            if (!IsRegular) return 0;
            var period = Period;
            var beats = _mostSkipped > 0 ? (period * (_mostSkipped + 3)) + (period / 2) : _threshold == 0 ? (period * 3) + (period / 16) : (period * 2) + (period / 2);
            return Math.Max(beats, LeastPatience);
        }
    }

    /// <summary>Nanoseconds since the last packet that belonged to the beat.</summary>
    public readonly long SilenceAt(long time) => time - _last;

    public void Add(long time)
    {
        if (_seen++ == 0)
        {
            (_last, _burstAt, _anchor, _size, Bursts) = (time, time, time, 1, 1);
            return;
        }

        // A clock that went back says nothing of gaps.
        var gap = time - _last;
        if (gap < 0) return;
        _gaps.Add(gap);
        if (_seen < 16 || (_seen & (_seen < 256 ? 15u : 63u)) == 0) Relearn(gap);
        if (gap > _threshold) Begin(time);
        else if (_size < ushort.MaxValue) _size++;
        _last = time;
    }

    /// <summary>Nothing new to say since the last question: the same burst still goes on.</summary>
    public bool BurstsAreUnchangedSinceAsked()
    {
        var same = _asked == (byte)Bursts;
        _asked = (byte)Bursts;
        return same;
    }

    /// <summary>After a stop the beat is taken up where the stream comes back; the pause was no loss.</summary>
    public void Resume(long time)
    {
        CloseBurst();
        _seen++;
        Bursts++;
        (_last, _burstAt, _anchor, _size, _missesInRow, _thinnedInRow) = (time, time, time, 1, 0, 0);
    }

    void Relearn(long gap)
    {
        var threshold = _gaps.Threshold();
        if (threshold == 0 == (_threshold == 0))
        {
            _threshold = threshold;
            return;
        }

        // What a burst is has changed: what was learnt of them is of another kind.
        (_threshold, _cycles, _time, _hits, _misses, _missesInRow, _thinnedInRow, _recentCount, _votes, _span, _spanGaps) = (threshold, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        (MissingPackets, MissingBursts, ExtraPackets, _mostSkipped, _jitter, Bursts) = (0, 0, 0, 0, 0, 1);
        // In front of a long gap lies a burst of which only the last packet is known; behind it, one that has just begun.
        (_burstAt, _anchor, _size) = (_last, _last, (ushort)(threshold == 0 || gap <= threshold ? 1 : 0));
    }

    void Begin(long time)
    {
        CloseBurst();
        Bursts++;
        if (_size > 0) Remember(time - _burstAt);
        (_burstAt, _size) = (time, 1);
        if (_cycles == 0)
        {
            _anchor = time;
            TryLock();
            return;
        }

        Follow(time);
    }

    void CloseBurst()
    {
        if (_threshold == 0 || _size == 0) return;
        if (_votes == 0) (_sizeCandidate, _votes) = (_size, 1);
        else if (_sizeCandidate == _size) _votes = (byte)Math.Min(_votes + 1, MostVotes);
        else _votes--;
        if (_size > 1 && (_sizeCandidate == _size || _spanGaps == 0))
        {
            _span += _last - _burstAt;
            _spanGaps += (uint)(_size - 1);
            if (_spanGaps > FadeAt) (_span, _spanGaps) = (_span / 2, _spanGaps / 2);
        }

        if (_votes < 3) return;
        if (_size < _sizeCandidate) MissingPackets += (uint)(_sizeCandidate - _size);
        else ExtraPackets += (uint)(_size - _sizeCandidate);
    }

    void Follow(long time)
    {
        var period = Period;
        var since = time - _anchor;
        var cycles = Math.Max(1, (since + (period / 2)) / period);
        var error = Math.Abs(since - (cycles * period));
        if (cycles > MostMissing)
        {
            _anchor = time;
            return;
        }

        if (error > (period / 8) && error > Math.Min(period / 4, SlackForJitter))
        {
            Miss(time);
            return;
        }

        _anchor = time;
        _missesInRow = 0;
        _outcomes <<= 1;
        _thinnedInRow = (byte)(cycles > 1 ? _thinnedInRow + 1 : 0);
        MissingBursts += (uint)(cycles - 1);
        if (cycles - 1 > _mostSkipped) _mostSkipped = (byte)(cycles - 1);
        _jitter += (error - _jitter) / 16;
        _time += since;
        _cycles += (uint)cycles;
        if (_cycles > FadeAt) (_time, _cycles) = (_time / 2, _cycles / 2);
        if (++_hits == byte.MaxValue) (_hits, _misses) = ((byte)(_hits / 2), (byte)(_misses / 2));
        if (_thinnedInRow >= MostThinned) Restart(time);
    }

    void Miss(long time)
    {
        if (++_misses == byte.MaxValue) (_hits, _misses) = ((byte)(_hits / 2), (byte)(_misses / 2));
        _outcomes = (ushort)((_outcomes << 1) | 1);
        if (++_missesInRow >= MostMisses || BitOperations.PopCount((uint)_outcomes & RecentMask) >= MostRecentMisses) Restart(time);
    }

    /// <summary>A new beat, when the last intervals show one; otherwise the old one goes on from here.</summary>
    void Restart(long time)
    {
        (_missesInRow, _thinnedInRow, _outcomes, _anchor) = (0, 0, 0, time);
        TryLock();
    }

    void Remember(long interval)
    {
        _recent[_recentCount & 3] = (uint)Math.Min(interval / 1000, uint.MaxValue);
        _recentCount = (byte)(_recentCount < 7 ? _recentCount + 1 : 4);
    }

    /// <summary>Three of the last four intervals that agree are a beat.</summary>
    void TryLock()
    {
        var count = Math.Min(_recentCount, (byte)4);
        for (var i = 0; i < count; i++)
        {
            long pivot = _recent[i];
            var (agree, sum) = (0, 0L);
            for (var j = 0; j < count; j++)
            {
                if (Math.Abs(_recent[j] - pivot) * 8 > pivot && Math.Abs(_recent[j] - pivot) * 1000 > Math.Min(pivot * 250, SlackForJitter)) continue;
                agree++;
                sum += _recent[j];
            }

            if (agree < 3 || sum == 0 || pivot == uint.MaxValue) continue;
            // From here on the beat is counted anew: what was missed under the old one says nothing of this one.
            (_cycles, _time, _hits, _misses, _mostSkipped) = ((uint)agree, sum * 1000, (byte)agree, 0, 0);
            return;
        }
    }

    [InlineArray(4)]
    struct Intervals
    {
        uint _first;
    }
}
