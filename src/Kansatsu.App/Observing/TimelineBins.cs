using Kansatsu.Analysis;
using Kansatsu.Store;
using Kansatsu.Wire;

namespace Kansatsu.App.Observing;

/// <summary>A timeline added up into the bins that are shown, and into what lay before, in and after each marked window.</summary>
sealed class TimelineBins
{
    const long Millisecond = Timestamp.PerSecond / 1000;
    const long Minute = 60 * Timestamp.PerSecond;
    const long Hour = 60 * Minute;
    const long Day = 24 * Hour;

    /// <summary>Lengths of which a whole number makes a second, a minute, an hour or a day; then what people count days in.</summary>
    static readonly long[] s_lengths =
    [
        .. Of(Millisecond, 1, 2, 5, 10, 20, 50, 100, 200, 250, 500), .. Of(Timestamp.PerSecond, 1, 2, 3, 4, 5, 6, 10, 12, 15, 20, 30), .. Of(Minute, 1, 2, 3, 4, 5, 6, 10, 12, 15, 20, 30),
        .. Of(Hour, 1, 2, 3, 4, 6, 8, 12), .. Of(Day, 1, 2, 3, 4, 5, 7, 10, 14, 20, 30, 60, 90, 180, 360, 720, 1440, 3600, 7200, 36000),
    ];

    readonly long _factor;
    readonly long _length;
    readonly Timestamp _zero;

    /// <param name="columns">Most bins from the first to the last, unless their length was asked for.</param>
    public TimelineBins(Observer observer, bool isLengthGiven, int columns)
    {
        var timeline = observer.Timeline!;
        (_length, _zero, First, Last) = (timeline.Length, timeline.StartOf(0), timeline.First, timeline.Last);
        _factor = isLengthGiven || timeline.IsEmpty ? 1 : FactorFor(timeline, columns);
        Windows = [.. observer.Options.Windows.Select(w => new WindowSums(w))];
        foreach (var part in timeline.Parts(observer.Causes)) Add(part, window => timeline.PlaceOf(part.Segment, window));
    }

    /// <summary>From a store: a bin belongs to the side of a window on which it begins.</summary>
    public TimelineBins(TrafficAnswer traffic, IReadOnlyList<Window> windows)
    {
        (_length, _factor, First, Last) = (traffic.Bin, 1, traffic.From, traffic.To);
        Windows = [.. windows.Select(w => new WindowSums(w))];
        foreach (var part in traffic.Parts)
        {
            Add(new TimelinePart(part.Number, 0, part.Kind, part.Family, part.Protocol, ApplicationNames.Find(part.Application), part.Packets, part.Bytes),
                window => window.Place(StartOf(part.Number)));
        }
    }

    /// <summary>Nanoseconds of a bin.</summary>
    public long Length => _length * _factor;

    /// <summary>Bins with packets, by number.</summary>
    public SortedDictionary<long, TrafficSum> Bins { get; } = [];

    public TrafficSum All { get; } = new();

    public IReadOnlyList<WindowSums> Windows { get; }

    public Timestamp First { get; }

    public Timestamp Last { get; }

    public Timestamp StartOf(long bin) => _zero.Add(bin * Length);

    /// <summary>The first and the last bin that a window touches.</summary>
    public (long First, long Last) Touched(Window window)
    {
        var zero = StartOf(0);
        return (Floor(window.From.Since(zero), Length), Floor(window.To.Since(zero) - 1, Length));
    }

    /// <summary>The shortest length for people of which the span holds at most so many, and which is a multiple of another.</summary>
    static long LengthFor(long span, long most, long multipleOf)
    {
        foreach (var length in s_lengths)
            if (length >= multipleOf && length % multipleOf == 0 && span / length < most) return length;
        return Math.Max(multipleOf, span / most / multipleOf * multipleOf * 2);
    }

    static IEnumerable<long> Of(long unit, params long[] counts) => counts.Select(c => c * unit);

    static long Floor(long value, long by) => (value / by) - (value % by < 0 ? 1 : 0);

    static long FactorFor(Timeline timeline, int columns)
    {
        // A span that begins and ends inside a bin touches one more than it is long.
        var span = (timeline.LastBin - timeline.FirstBin + 1) * timeline.Length;
        for (var most = columns; ; most--)
        {
            var factor = LengthFor(span, most, timeline.Length) / timeline.Length;
            if (most <= 2 || Floor(timeline.LastBin, factor) - Floor(timeline.FirstBin, factor) < columns) return factor;
        }
    }

    void Add(in TimelinePart part, Func<Window, int> placeIn)
    {
        var bin = Floor(part.Bin, _factor);
        if (!Bins.TryGetValue(bin, out var sum)) Bins.Add(bin, sum = new TrafficSum());
        sum.Add(part);
        All.Add(part);
        foreach (var window in Windows) window.At(placeIn(window.Window)).Add(part);
    }
}
