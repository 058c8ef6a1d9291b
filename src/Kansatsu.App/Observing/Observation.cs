using Kansatsu.Analysis;
using Kansatsu.App.Keeping;
using Kansatsu.App.Options;
using Kansatsu.Sensor;
using Kansatsu.Wire;

namespace Kansatsu.App.Observing;

/// <summary>Captures, read to their end through an observer: what every view is made from.</summary>
sealed class Observation : IDisposable
{
    readonly Request _request;
    readonly Terminal _terminal;
    CollectionPause? _pause;

    Observation(Request request, Terminal terminal, Keeper? keeper)
    {
        _request = request;
        _terminal = terminal;
        Captures = CaptureSet.Open(request.Files, terminal.Input);
        Observer = new Observer(new ObserverOptions
        {
            Home = request.Home,
            Actions = request.Actions,
            Catalogue = request.Catalogue,
            Blocklist = request.Blocklist,
            Windows = request.Windows,
            Offset = request.Clock.OffsetAt,
            Timeline = keeper is not null ? Keeper.Timeline : request.Bins is { } bins ? new TimelineOptions { Bin = bins.Length, Offset = request.Clock.OffsetAt } : null,
            Leaving = keeper is null ? null : (observer, index) => keeper.TakeLeaving(observer, index, InterfaceName),
            Bursts = keeper is null ? null : keeper.Take,
        });
    }

    public CaptureSet Captures { get; }

    public Observer Observer { get; }

    /// <summary>Reads everything.</summary>
    public static Observation Of(Request request, Terminal terminal)
    {
        var observation = Open(request, terminal);
        observation.Read();
        return observation;
    }

    /// <summary>Reads everything, and gives it to be kept.</summary>
    public static Observation Of(Request request, Terminal terminal, Keeper keeper)
    {
        var observation = new Observation(request, terminal, keeper);
        observation.Read();
        keeper.TakeAll(observation);
        return observation;
    }

    /// <summary>Opens without reading, for a view that reads frame by frame.</summary>
    public static Observation Open(Request request, Terminal terminal) => new(request, terminal, null);

    /// <summary>Says on the error stream what could not be read.</summary>
    /// <returns>The exit code.</returns>
    public int Report()
    {
        foreach (var warning in _request.Warnings) _terminal.Error.WriteLine("kansatsu: " + WireText.Escape(warning));
        var code = Problems.Report(Captures.Files, _terminal);
        return code == ExitCode.Done && _request.Warnings.Count > 0 ? ExitCode.Incomplete : code;
    }

    /// <summary>The name a capture gives an interface; null when it gives none.</summary>
    public string? InterfaceName(int index)
    {
        foreach (var file in Captures.Files)
            foreach (var known in file.Interfaces)
                if (known.Index == index) return known.Name;
        return null;
    }

    public void Dispose()
    {
        _pause?.Dispose();
        Captures.Dispose();
    }

    void Read()
    {
        _pause = new CollectionPause(Captures);
        var window = new TimeWindow(_request);
        using var progress = new Progress(_request, _terminal, Captures);
        new ReadAhead(Captures, window, progress).Into(Observer);
    }
}
