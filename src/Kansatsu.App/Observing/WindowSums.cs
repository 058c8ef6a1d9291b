using Kansatsu.Analysis;
using Kansatsu.Wire;

namespace Kansatsu.App.Observing;

/// <summary>What was carried before, in and after a marked window, to the packet.</summary>
sealed class WindowSums(Window window)
{
    readonly TrafficSum[] _sums = [new(), new(), new()];

    public Window Window { get; } = window;

    /// <param name="place">-1 before, 0 during, 1 after.</param>
    public TrafficSum At(int place) => _sums[place + 1];

    /// <summary>How long the observation was before, in or after the window, in nanoseconds.</summary>
    public long Observed(int place, Timestamp first, Timestamp last)
    {
        var (from, to) = place switch
        {
            < 0 => (first, Window.From),
            0 => (Window.From, Window.To),
            _ => (Window.To, last),
        };
        if (from < first) from = first;
        if (to > last) to = last;
        return Math.Max(0, to.Since(from));
    }
}
