using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>
/// What time it is, by frames and by ticks, and when nobody was watching. Silence counts only while somebody watched: between two captures, or while the
/// sensor slept, nothing can be told.
/// </summary>
public sealed class Watch
{
    /// <summary>No frame of anybody for so long is a hole in the watch: queriers and routers speak more often on a living link (RFC 3810 §9.2: 125 s).</summary>
    public const long Hole = 180 * Timestamp.PerSecond;

    const int MaxHoles = 16;
    const long SoonAfter = 60 * Timestamp.PerSecond;

    readonly (long From, long To)[] _holes = new (long, long)[MaxHoles];
    int _count;
    long _begin;
    long _now;
    long _before;
    bool _began;

    /// <summary>The first moment.</summary>
    public Timestamp Begin => new(_begin);

    /// <summary>The latest moment so far.</summary>
    public Timestamp Now => new(_now);

    /// <summary>
    /// What began with the latest frame was not there until this moment: that of the frame before; soon after a hole, the end of watching before the hole.
    /// </summary>
    public Timestamp Before => new(_count > 0 && _holes[(_count - 1) % MaxHoles] is var hole && _now - hole.To <= SoonAfter ? hole.From : _before);

    /// <summary>A frame was seen.</summary>
    public void Hear(Timestamp time)
    {
        var now = time.Nanoseconds;
        if (now <= _now && _began) return;
        _before = _began ? _now : now;
        if (!_began) (_began, _begin) = (true, now);
        else if (now - _now > Hole) _holes[_count++ % MaxHoles] = (_now, now);
        _now = now;
    }

    /// <summary>The clock went on while the sensor watched, with or without frames.</summary>
    public void Tick(Timestamp time)
    {
        if (!_began) (_began, _begin, _now) = (true, time.Nanoseconds, time.Nanoseconds);
        else if (time.Nanoseconds > _now) _now = time.Nanoseconds;
    }

    /// <summary>Nanoseconds between two moments during which somebody watched. The last 16 holes are known.</summary>
    public long Watched(Timestamp from, Timestamp to)
    {
        var watched = to.Since(from);
        for (var i = 0; i < Math.Min(_count, MaxHoles); i++)
        {
            var (begin, end) = (Math.Max(_holes[i].From, from.Nanoseconds), Math.Min(_holes[i].To, to.Nanoseconds));
            if (end > begin) watched -= end - begin;
        }

        return watched;
    }
}
