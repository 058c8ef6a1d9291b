using Kansatsu.App.Options;
using Kansatsu.Wire;

namespace Kansatsu.App.Observing;

/// <summary>--since and --until: the first is in, the second is out. A time of day means the day of the first frame.</summary>
sealed class TimeWindow(Request request)
{
    bool _settled;
    Timestamp _since = new(long.MinValue);
    Timestamp _until = new(long.MaxValue);

    /// <summary>Neither was given.</summary>
    public bool IsOpen { get; } = request.Since is null && request.Until is null;

    public bool Takes(Timestamp time) => IsOpen || IsInside(time);

    bool IsInside(Timestamp time)
    {
        if (!_settled)
        {
            _settled = true;
            if (request.Since is { } since) _since = since.On(time, request.Clock);
            if (request.Until is { } until) _until = until.On(time, request.Clock);
        }

        return time >= _since && time < _until;
    }
}
