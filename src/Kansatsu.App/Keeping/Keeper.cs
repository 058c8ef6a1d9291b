using Kansatsu.Analysis;
using Kansatsu.App.Observing;
using Kansatsu.App.Views;
using Kansatsu.Store;
using Kansatsu.Wire;

namespace Kansatsu.App.Keeping;

/// <summary>From an observation to the store: flows that make room while it is read, everything else when it is over.</summary>
sealed class Keeper(SourceWriter writer)
{
    /// <summary>The store's finest sums are of minutes.</summary>
    public static readonly TimelineOptions Timeline = new() { Bin = 60 * Timestamp.PerSecond };

    /// <summary>A year; a capture that claims more has a wrong clock.</summary>
    const int MostHours = 366 * 24;

    readonly List<FlowPart> _parts = [];

    /// <summary>Of each channel by its id: the hours, since 1970, in which it spoke.</summary>
    readonly Dictionary<string, HashSet<int>> _hours = new(StringComparer.Ordinal);

    /// <summary>A flow is about to make room for another.</summary>
    public void TakeLeaving(Observer observer, int index, Func<int, string?> zoneName) =>
        Take(observer, index, FlowRecord.OfLeaving(observer.Flows[index], observer, zoneName));

    public void Take(ChannelBurst burst)
    {
        writer.Add(burst);
        if (!_hours.TryGetValue(burst.Channel, out var hours)) _hours.Add(burst.Channel, hours = []);
        hours.Add(HourOf(burst.At));
    }

    /// <summary>The observation is over.</summary>
    public void TakeAll(Observation observation)
    {
        var observer = observation.Observer;
        observer.Channels.TellOpenBursts();
        foreach (var index in FlowFacts.InOrder(observer.Flows)) Take(observer, index, FlowRecord.Of(observer.Flows[index], observer, observation.InterfaceName));
        foreach (var document in Documents.Of(observation)) writer.Add(document);
        MeetChannels(observer);
        foreach (var speaker in observer.Control.All) writer.Add(Subjects.Of(speaker), speaker.First, speaker.Last, HoursOf(speaker.First, speaker.Last));
        writer.Complete(HealthOf(observation));
    }

    void MeetChannels(Observer observer)
    {
        var sights = new ChannelSights(observer);
        foreach (var channel in sights.All)
        {
            if (Subjects.Of(channel, sights.IsHome(channel.Source)) is not { } subject) continue;
            writer.Add(subject, channel.First, channel.Last, _hours.TryGetValue(channel.Id, out var hours) ? [.. hours] : HoursOf(channel.First, channel.Last));
        }
    }

    static int[] HoursOf(Timestamp first, Timestamp last)
    {
        var (from, to) = (HourOf(first), HourOf(last));
        return [.. Enumerable.Range(from, Math.Min(to - from, MostHours) + 1)];
    }

    static int HourOf(Timestamp time) => (int)Math.Floor(time.Nanoseconds / (3600.0 * Timestamp.PerSecond));

    void Take(Observer observer, int index, FlowRecord flow)
    {
        _parts.Clear();
        observer.Timeline?.AddParts(index, _parts);
        writer.Add(flow, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_parts));
    }

    static SourceHealth HealthOf(Observation observation)
    {
        var (observer, counters) = (observation.Observer, observation.Observer.Counters);
        var problems = observation.Captures.Files.Select(Problems.Of).OfType<Sensor.SensorProblem>().Select(static p => WireText.Escape(p.ToString()));
        var refused = Refusal.Of(observer).ToDictionary(static r => RefusalNames.Of(r.Kind), static r => r.Count, StringComparer.Ordinal);
        if (observer.Flows.Evicted > 0) refused["flows-evicted"] = observer.Flows.Evicted;
        return new SourceHealth(counters.Frames, counters.Bytes, string.Join("; ", problems) is { Length: > 0 } problem ? problem : null, refused)
        {
            Home = [.. observer.Home.Home.Select(static h => new SourceHome(h.Prefix.ToString(), h.Because))],
        };
    }
}
