using Kansatsu.App.Diary;
using Kansatsu.App.Text;
using Kansatsu.Store;

namespace Kansatsu.App.Api;

/// <summary>What is served.</summary>
sealed class Serving(IObservationStore store)
{
    readonly Lock _gate = new();
    (long Revision, string Zone, Novelties Found)? _novelties;
    int _listeners;
    long _questions;
    Story[] _stories = [];

    public IObservationStore Store => store;

    /// <summary>What is just being read into the store; null when nothing is.</summary>
    public volatile string? Reading;

    /// <summary>What the recordings tell; only the demonstration knows.</summary>
    public IReadOnlyList<Story> Stories => Volatile.Read(ref _stories);

    /// <summary>Pages that are listening for changes.</summary>
    public int Listeners => Volatile.Read(ref _listeners);

    /// <summary>Questions answered since the start.</summary>
    public long Questions => Volatile.Read(ref _questions);

    /// <summary>Cancelled when the program ends, so that open streams end too.</summary>
    public CancellationToken Stopping { get; init; }

    public void Tell(Story story) => Volatile.Write(ref _stories, [.. _stories, story]);

    /// <summary>What is new and what stays away; found once for each state of the store.</summary>
    public Novelties NoveltiesOf(Clock clock)
    {
        lock (_gate)
        {
            var revision = store.Queries.Revision();
            if (_novelties is { } known && known.Revision == revision && known.Zone == clock.Zone.Id) return known.Found;
            var found = Novelties.Of(store.Queries, clock);
            _novelties = (revision, clock.Zone.Id, found);
            return found;
        }
    }

    public void CountQuestion() => Interlocked.Increment(ref _questions);

    /// <returns>False when there are too many already.</returns>
    public bool TryListen(int most)
    {
        if (Interlocked.Increment(ref _listeners) <= most) return true;
        StopListening();
        return false;
    }

    public void StopListening() => Interlocked.Decrement(ref _listeners);
}
