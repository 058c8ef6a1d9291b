using Kansatsu.Analysis;
using Kansatsu.App.Observing;
using Kansatsu.App.Views;
using Kansatsu.Store;

namespace Kansatsu.App.Keeping;

/// <summary>From an observation to the store: flows that make room while it is read, everything else when it is over.</summary>
sealed class Keeper(SourceWriter writer)
{
    /// <summary>The store's finest sums are of minutes.</summary>
    public static readonly TimelineOptions Timeline = new() { Bin = 60 * Wire.Timestamp.PerSecond };

    readonly List<FlowPart> _parts = [];

    /// <summary>A flow is about to make room for another.</summary>
    public void TakeLeaving(Observer observer, int index, Func<int, string?> zoneName) =>
        Take(observer, index, FlowRecord.OfLeaving(observer.Flows[index], observer, zoneName));

    public void Take(ChannelBurst burst) => writer.Add(burst);

    /// <summary>The observation is over.</summary>
    public void TakeAll(Observation observation)
    {
        var observer = observation.Observer;
        observer.Channels.TellOpenBursts();
        foreach (var index in FlowFacts.InOrder(observer.Flows)) Take(observer, index, FlowRecord.Of(observer.Flows[index], observer, observation.InterfaceName));
        foreach (var document in Documents.Of(observation)) writer.Add(document);
        writer.Complete(HealthOf(observation));
    }

    void Take(Observer observer, int index, FlowRecord flow)
    {
        _parts.Clear();
        observer.Timeline?.AddParts(index, _parts);
        writer.Add(flow, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_parts));
    }

    static SourceHealth HealthOf(Observation observation)
    {
        var (observer, counters) = (observation.Observer, observation.Observer.Counters);
        var problems = observation.Captures.Files.Select(Problems.Of).OfType<Sensor.SensorProblem>().Select(static p => Wire.WireText.Escape(p.ToString()));
        var refused = Refusal.Of(observer).ToDictionary(static r => RefusalNames.Of(r.Kind), static r => r.Count, StringComparer.Ordinal);
        if (observer.Flows.Evicted > 0) refused["flows-evicted"] = observer.Flows.Evicted;
        return new SourceHealth(counters.Frames, counters.Bytes, string.Join("; ", problems) is { Length: > 0 } problem ? problem : null, refused)
        {
            Home = [.. observer.Home.Home.Select(static h => new SourceHome(h.Prefix.ToString(), h.Because))],
        };
    }
}
